/** What makemap reads out of a table: lines of a key, blanks and a value. Shared by access and the four tables. */
import type { HasSource } from '../../problem';
import { createSource, type Span } from '../../text';
import { readEntryAt, scanMap, type MapEntry, type MapLines } from './scanner';

export interface MapModel<E extends MapEntry = MapEntry> extends HasSource, MapLines {
  /** The entries in which something may be wrong by itself: rules about single entries look at these alone. */
  readonly odd: E[];
  /** All entries, read when they are first asked for. */
  readonly entries: readonly E[];
  /** The entry that makemap keeps for each folded key: the first one that has a value. Made when it is first asked for. */
  readonly kept: ReadonlyMap<string, E>;
  /** The entry in the line that holds `offset`, its end included, without reading the others. */
  at(offset: number): E | undefined;
}

/**
 * Makes the model of any text, in time linear in it. `read` makes a language's own entries; what `plain` matches is not read before
 * somebody asks for it (see `scanMap`).
 */
export function createMapModel<E extends MapEntry>(text: string, read: (entry: MapEntry) => E, plain?: RegExp): MapModel<E> {
  const lines = scanMap(text, plain);
  const odd = lines.odd.map(read);
  let entries: readonly E[] | undefined;
  let kept: ReadonlyMap<string, E> | undefined;
  return {
    source: createSource(text),
    ...lines,
    odd,
    get entries() {
      return (entries ??= plain ? scanMap(text).odd.map(read) : odd);
    },
    get kept() {
      return (kept ??= keptOf(this.entries));
    },
    at(offset) {
      const entry = readEntryAt(text, offset);
      return entry && offset <= entry.end ? read(entry) : undefined;
    },
  };
}

function keptOf<E extends MapEntry>(entries: readonly E[]): Map<string, E> {
  const kept = new Map<string, E>();
  for (const entry of entries) if (entry.value && !kept.has(entry.folded)) kept.set(entry.folded, entry);
  return kept;
}

/** The entry whose span holds `offset`, its end included. Spans must be in order. */
export function entryAt<E extends Span>(entries: readonly E[], offset: number): E | undefined {
  let low = 0;
  let high = entries.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const entry = entries[middle]!;
    if (offset < entry.start) high = middle - 1;
    else if (offset > entry.end) low = middle + 1;
    else return entry;
  }
  return undefined;
}
