/** What makemap reads out of a table: lines of a key, blanks and a value. Shared by access and the four tables. */
import type { HasSource } from '../../problem';
import { createSource, type Span } from '../../text';
import { readBlocks, type Blocked } from '../blocks/blocks';
import { keptOf, type Kept } from '../blocks/kept';
import { indexKeys, type KeyIndex, type Keys } from '../blocks/keys';
import { commentsIn, loneCrsIn, readEntry, sortLines, type MapEntry } from './scanner';

/** The lines of a block in which something may be wrong by itself: rules about single entries look at these alone. */
export interface MapLines<E extends MapEntry = MapEntry> extends HasSource {
  /** The entries that are not plain, in order. */
  readonly odd: readonly E[];
  /** Lines that begin with a blank: refused by makemap. */
  readonly indented: readonly Span[];
  /** Lines too long for makemap, or with a NUL in them, which it takes for the same. */
  readonly tooLong: readonly Span[];
}

/** A block of a table. */
export interface MapContent<E extends MapEntry> {
  /** Of all entries that have a value. */
  readonly keys: Keys;
  /** Undefined where all lines are plain. */
  readonly lines: MapLines<E> | undefined;
}

export interface MapModel<E extends MapEntry = MapEntry> extends Blocked<MapContent<E>> {
  /** All entries, read when they are first asked for. */
  readonly entries: readonly E[];
  /** The first so many entries, without reading the others. */
  first(most: number): readonly E[];
  readonly comments: readonly Span[];
  /** Lone carriage returns: they end a line in an editor but not for makemap. */
  readonly loneCrs: readonly Span[];
  /** Of each key that stands in the file again: where the line begins that makemap drops, and the one it keeps. */
  readonly again: readonly { readonly start: number; readonly kept: number }[];
  /** The entry that makemap keeps for each folded key: the first one that has a value. */
  readonly kept: Kept<E>;
  /** The entry in the line that holds `offset`, its end included, without reading the others. */
  at(offset: number): E | undefined;
}

/** How a language reads its entries. */
export interface MapForm<E extends MapEntry> {
  /** Makes the language's own entry. */
  readonly read: (entry: MapEntry) => E;
  /** Lines that need not be read before somebody asks for them (see `sortLines`). */
  readonly plain?: RegExp;
}

/** Makes the model of any text, in time linear in it; of what it has in common with the text of `before` only what is asked for. */
export function createMapModel<E extends MapEntry>(text: string, form: MapForm<E>, before?: MapModel<E>): MapModel<E> {
  const reader = { isCut: () => true, read: (block: string, lineEnd: string) => readContent(block, form, lineEnd) };
  const { source, blocks } = readBlocks(text, reader, before);
  const known = new Map<number, E | undefined>();
  const entryOf = (start: number, is?: MapEntry): E | undefined => {
    if (!known.has(start)) {
      const entry = is ?? readEntry(text, start);
      known.set(start, entry && form.read(entry));
    }
    return known.get(start);
  };
  let index: KeyIndex | undefined;
  const keys = (): KeyIndex => (index ??= indexKeys(blocks));
  const first = (most?: number): E[] => sortLines(text, undefined, most).entries.map((entry) => entryOf(entry.start, entry)!);
  let entries: readonly E[] | undefined;
  return {
    source,
    blocks,
    get entries() {
      return (entries ??= first());
    },
    first,
    get comments() {
      return commentsIn(text);
    },
    get loneCrs() {
      return loneCrsIn(text);
    },
    get again() {
      const { doubles, start } = keys();
      const again = [...doubles.values()].flatMap(([kept, ...others]) =>
        others.map((other) => ({ start: start(other), kept: start(kept!) })),
      );
      return again.sort((a, b) => a.start - b.start);
    },
    kept: keptOf(
      keys,
      'first',
      (start) => entryOf(start)!,
      (entry) => entry.folded,
    ),
    at(offset) {
      const entry = entryOf(offset > 0 ? text.lastIndexOf('\n', offset - 1) + 1 : 0);
      return entry && offset <= entry.end ? entry : undefined;
    },
  };
}

function readContent<E extends MapEntry>(text: string, form: MapForm<E>, lineEnd: string): MapContent<E> {
  const { entries, indented, tooLong, keys } = sortLines(text, form.plain);
  if (entries.length + indented.length + tooLong.length === 0) return { keys, lines: undefined };
  const source = { ...createSource(text), lineEnd };
  return { keys, lines: { source, odd: entries.map((entry) => form.read(entry)), indented, tooLong } };
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
