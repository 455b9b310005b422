/** The entries of an alias file by their places and names. Most are read only when somebody asks for them. */
import type { AliasEntry, AliasModel } from './model';
import { settledIn, type LeadsTo } from './settled';

/** What of a model this file makes. */
type View = Pick<AliasModel, 'entries' | 'special' | 'specialKept' | 'again' | 'kept' | 'at'>;

export interface Entries {
  /** `key`: the name it is kept under, undefined if it is not kept; `is`: itself where it is read already, else what it leads to. */
  add(start: number, key: string | undefined, is: AliasEntry | readonly string[]): void;
  view(): View;
}

/** Takes entries in the order of the file. `read` reads the entry that begins at an offset. */
export function collectEntries(read: (start: number) => AliasEntry): Entries {
  const starts: number[] = [];
  const known: (AliasEntry | undefined)[] = [];
  const leads: LeadsTo[] = [];
  const named = new Map<string, number>();
  const again: { index: number; before: number }[] = [];
  const entryOf = (index: number): AliasEntry => (known[index] ??= read(starts[index]!));

  function add(start: number, key: string | undefined, is: AliasEntry | readonly string[]): void {
    const index = starts.push(start) - 1;
    known.push('name' in is ? is : undefined);
    leads.push('name' in is ? leadsOf(is) : is);
    if (key === undefined) return;
    const before = named.get(key);
    if (before !== undefined) again.push({ index, before });
    named.set(key, index);
  }

  function view(): View {
    const isSettled = settledIn(named, (index) => leads[index]!);
    const special: AliasEntry[] = [];
    const specialKept: AliasEntry[] = [];
    for (let index = 0; index < starts.length; index++) {
      if (leads[index]!.length === 0 && !known[index]) continue;
      if (!known[index] && isSettled(index)) continue;
      const entry = entryOf(index);
      special.push(entry);
      if (entry.name.key !== undefined && named.get(entry.name.key) === index) specialKept.push(entry);
    }
    return {
      get entries() {
        return starts.map((_, index) => entryOf(index));
      },
      special,
      specialKept,
      get again() {
        return again.map(({ index, before }) => ({ entry: entryOf(index), before: entryOf(before) }));
      },
      kept: keptOf(named, entryOf),
      at(offset) {
        const index = lastUpTo(starts, offset);
        const entry = index < 0 ? undefined : entryOf(index);
        return entry && offset <= entry.end ? entry : undefined;
      },
    };
  }

  return { add, view };
}

function leadsOf({ targets }: AliasEntry): LeadsTo {
  const inside = targets.some(({ address }) => address.kind === 'local' || address.host?.toLowerCase() === 'localhost');
  return inside ? 'unknown' : [];
}

function keptOf(named: ReadonlyMap<string, number>, entryOf: (index: number) => AliasEntry): AliasModel['kept'] {
  return {
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
