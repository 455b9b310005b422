/** The entries of an alias file by their places and names. Most are read only when somebody asks for them. */
import type { AliasEntry, AliasModel } from './model';

type View = Pick<AliasModel, 'entries' | 'again' | 'kept' | 'at'>;

/** Takes entries in the order of the file. `read` reads the entry that begins at an offset. */
export function collectEntries(read: (start: number) => AliasEntry): {
  /** `key`: the name it is kept under, undefined if it is not kept; `entry`: itself, where it is read already. */
  add(start: number, key: string | undefined, entry?: AliasEntry): void;
  view(): View;
} {
  const starts: number[] = [];
  const known: (AliasEntry | undefined)[] = [];
  const named = new Map<string, number>();
  const again: { index: number; before: number }[] = [];
  const entryOf = (index: number): AliasEntry => (known[index] ??= read(starts[index]!));

  return {
    add(start, key, entry) {
      const index = starts.push(start) - 1;
      known.push(entry);
      if (key === undefined) return;
      const before = named.get(key);
      if (before !== undefined) again.push({ index, before });
      named.set(key, index);
    },
    view: () => ({
      get entries() {
        return starts.map((_, index) => entryOf(index));
      },
      get again() {
        return again.map(({ index, before }) => ({ entry: entryOf(index), before: entryOf(before) }));
      },
      kept: {
        get size() {
          return named.size;
        },
        has: (key) => named.has(key),
        get(key) {
          const index = named.get(key);
          return index === undefined ? undefined : entryOf(index);
        },
        keys: () => named.keys(),
        values: () => [...named.values()].map(entryOf).values(),
      },
      at(offset) {
        const index = lastUpTo(starts, offset);
        const entry = index < 0 ? undefined : entryOf(index);
        return entry && offset <= entry.end ? entry : undefined;
      },
    }),
  };
}

/** The index of the last of the sorted `numbers` that is not greater than `most`, or -1. */
function lastUpTo(numbers: readonly number[], most: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (numbers[middle]! <= most) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
