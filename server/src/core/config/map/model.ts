/** What makemap reads out of a table: lines of a key, blanks and a value. Shared by access and the four tables. */
import type { HasSource } from '../../problem';
import { createSource, type Span } from '../../text';
import { scanMap, type MapEntry, type MapLines } from './scanner';

export interface MapModel extends HasSource, MapLines {
  /** The entry that makemap keeps for each folded key: the first one that has a value. */
  readonly kept: ReadonlyMap<string, MapEntry>;
}

/** Makes the model of any text, in time linear in it. */
export function createMapModel(text: string): MapModel {
  const lines = scanMap(text);
  const kept = new Map<string, MapEntry>();
  for (const entry of lines.entries) {
    if (entry.value && !kept.has(entry.folded)) kept.set(entry.folded, entry);
  }
  return { source: createSource(text), kept, ...lines };
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
