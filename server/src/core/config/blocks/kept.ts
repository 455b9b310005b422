/** The entry that counts for each key, read when it is asked for. */
import { hashOf, type KeyIndex } from './keys';

/** What of a map from keys to entries can be had without reading all of them, and two ways to do that. */
export interface Kept<E> {
  readonly size: number;
  has(key: string): boolean;
  get(key: string): E | undefined;
  /** Where the entry begins; -1 if there is none. Whoever asks again after each edit may keep the key's `hashOf`. */
  startOf(key: string | number): number;
  /** In the order in which the keys first stand in the file. */
  values(): Iterable<E>;
}

/** Of entries with the same key the first or the last one counts. Keys are in lower case; `entryOf` reads what begins at an offset. */
export function keptOf<E>(
  index: () => KeyIndex,
  which: 'first' | 'last',
  entryOf: (start: number) => E,
  keyOf: (entry: E) => string | undefined,
): Kept<E> {
  return {
    get size() {
      return index().size;
    },
    startOf(key) {
      const { [which]: find, start } = index();
      const entry = find(typeof key === 'number' ? key : hashOf(key));
      return entry < 0 ? -1 : start(entry);
    },
    has: (key) => index().first(hashOf(key)) >= 0,
    get(key) {
      const start = this.startOf(key);
      const entry = start < 0 ? undefined : entryOf(start);
      return entry !== undefined && keyOf(entry) === key ? entry : undefined;
    },
    *values() {
      const { [which]: find, count, first, hash, start } = index();
      for (let entry = 0; entry < count; entry++) if (first(hash(entry)) === entry) yield entryOf(start(find(hash(entry))));
    },
  };
}
