/**
 * Numbers by numbers, in typed arrays: of millions of entries a Map makes objects that are looked through again and again by the
 * collector of garbage; this takes 12 bytes each, and as much again for room.
 */

/** What `get` gives for a key that is not there. */
export const ABSENT = -1;

/** Keys are whole numbers from 0 up to 53 bits that are spread well, as `wide` makes them; values are of 31 bits. */
export interface Table {
  readonly get: (key: number) => number;
  readonly set: (key: number, value: number) => void;
  readonly size: () => number;
}

export function createTable(bits = 10): Table {
  let mask = (1 << bits) - 1;
  let keys = new Float64Array(mask + 1).fill(-1);
  let values = new Int32Array(mask + 1);
  let size = 0;

  /** Where the key is, or where it would be. */
  function slotOf(key: number): number {
    const low = key | 0;
    let slot = (Math.imul(low ^ (low >>> 15), 0x85ebca6b) ^ (key / 0x200000)) & mask;
    while (keys[slot] !== key && keys[slot] !== -1) slot = (slot + 1) & mask;
    return slot;
  }

  function grow(): void {
    const [oldKeys, oldValues] = [keys, values];
    mask = mask * 2 + 1;
    keys = new Float64Array(mask + 1).fill(-1);
    values = new Int32Array(mask + 1);
    for (let i = 0; i < oldKeys.length; i++) {
      if (oldKeys[i] === -1) continue;
      const slot = slotOf(oldKeys[i]!);
      keys[slot] = oldKeys[i]!;
      values[slot] = oldValues[i]!;
    }
  }

  return {
    get: (key) => {
      const slot = slotOf(key);
      return keys[slot] === key ? values[slot]! : ABSENT;
    },
    set: (key, value) => {
      let slot = slotOf(key);
      if (keys[slot] !== key) {
        if (++size * 2 > mask) {
          grow();
          slot = slotOf(key);
        }
        keys[slot] = key;
      }
      values[slot] = value;
    },
    size: () => size,
  };
}
