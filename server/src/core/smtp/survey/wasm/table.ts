/** A hash table from numbers of 64 bits to addresses, which are never 0. It lives in memory that is given back as a whole. */

/** Slots at first; always a power of two. */
const FIRST = 1 << 10;
/** Bytes: the key, the address, and four of nothing. */
const SLOT = 16;

@unmanaged
export class Table {
  private slots: usize = cleared(FIRST);
  private mask: u32 = FIRST - 1;
  private count: u32 = 0;

  /** The address under a key, 0 if there is none. */
  get(key: u64): usize {
    return load<u32>(this.slotOf(key), 8);
  }

  /** Puts an address under a key that has none. */
  set(key: u64, address: usize): void {
    if (++this.count * 2 > this.mask) this.grow();
    const slot = this.slotOf(key);
    store<u64>(slot, key);
    store<u32>(slot, address, 8);
  }

  /** Where a key is, or would be. */
  private slotOf(key: u64): usize {
    // Multiplied by an odd number the upper bits depend on all the others.
    let at = (<u32>((key * 0x9e3779b97f4a7c15) >> 32)) & this.mask;
    while (true) {
      const slot = this.slots + at * SLOT;
      if (load<u32>(slot, 8) == 0 || load<u64>(slot) == key) return slot;
      at = (at + 1) & this.mask;
    }
  }

  private grow(): void {
    const old = this.slots;
    const end = old + (this.mask + 1) * SLOT;
    this.mask = this.mask * 2 + 1;
    this.slots = cleared(this.mask + 1);
    for (let slot = old; slot < end; slot += SLOT)
      if (load<u32>(slot, 8) != 0) memory.copy(this.slotOf(load<u64>(slot)), slot, SLOT);
  }
}

function cleared(slots: u32): usize {
  const at = heap.alloc(slots * SLOT);
  memory.fill(at, 0, slots * SLOT);
  return at;
}
