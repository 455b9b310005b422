/** Reads an alias file; takes any string, in time linear in it. */
import { createSource, type Span } from '../../text';
import { readBlocks, type BlockReader } from '../blocks/blocks';
import { keptOf } from '../blocks/kept';
import { addKey, hashAt, indexKeys, keysOf, roomForKeys, skipPlain, type FoundKeys, type KeyIndex } from '../blocks/keys';
import { findEntry, parseEntry, readEntry } from './entry';
import type { AliasContent, AliasEntry, AliasLines, AliasModel, Leads, ListName, LongComment, Odd } from './model';
import { addLeads, leadsToList } from './leads';
import { LOCAL, NAMED, PLAIN, SKIPPED } from './plain';
import { MAX_ENTRY_BYTES, readLogical, type LogicalLine } from './scanner';
import { unsettledIn } from './settled';

/**
 * The model of an alias file; of what it has in common with the text of `before` only what is asked for. Large files are made of a
 * few forms of entries: those are counted by their names and read when somebody asks for them.
 */
export function parseAliases(text: string, before?: AliasModel): AliasModel {
  const { source, blocks } = readBlocks(text, reader, before);
  const known = new Map<number, AliasEntry>();
  const entryAt = (start: number): AliasEntry => readEntry(text, start, known);
  let index: KeyIndex | undefined;
  const keys = (): KeyIndex => (index ??= indexKeys(blocks));
  const first = (most?: number): AliasEntry[] => sortAll(text, most).special.map(({ start }) => entryAt(start));
  let entries: readonly AliasEntry[] | undefined;
  let unsettled: readonly AliasEntry[] | undefined;
  return {
    source,
    blocks,
    get entries() {
      return (entries ??= first());
    },
    first,
    get comments() {
      return sortAll(text).comments.map(({ line }) => line);
    },
    get long() {
      return sortAll(text).special.flatMap(({ start, end, line }) => (line.lines.length > 1 ? { start, end } : []));
    },
    get unsettled() {
      return (unsettled ??= unsettledIn(keys(), blocks).map((entry) => entryAt(keys().start(entry))));
    },
    get again() {
      const { doubles, start } = keys();
      const again = [...doubles.values()].flatMap((all) =>
        all.slice(1).map((entry, i) => ({ entry: entryAt(start(entry)), before: entryAt(start(all[i]!)) })),
      );
      return again.sort((a, b) => a.entry.start - b.entry.start);
    },
    kept: keptOf(keys, 'last', entryAt, ({ name }) => name.key),
    at: (offset) => findEntry(text, offset, known),
  };
}

const LF = 10;
const COMMA = 44;
const COLON = 58;
const BACKSLASH = 92;

const reader: BlockReader<AliasContent> = {
  isCut(text, at) {
    NAMED.lastIndex = at;
    return text.charCodeAt(at - 2) !== BACKSLASH && NAMED.test(text);
  },
  read: readContent,
};

/** Lines as newaliases sorts them. */
interface Sorted {
  readonly special: AliasEntry[];
  readonly odd: Odd[];
  readonly comments: LongComment[];
  readonly orphans: Span[];
  readonly noColon: LogicalLine[];
  readonly tooLong: Span[];
  /** True behind an orphan: newaliases reports the first of several only, until a comment, an empty line or an entry comes. */
  skipping: boolean;
  /** Where the comments begin that reach to the next line, or -1. */
  first: number;
}

const nothing = (): Sorted => ({
  special: [],
  odd: [],
  comments: [],
  orphans: [],
  noColon: [],
  tooLong: [],
  skipping: false,
  first: -1,
});

function readContent(text: string, lineEnd: string): AliasContent {
  const sorted = nothing();
  // A name, a colon, a recipient, a line feed.
  const keys = roomForKeys(text, 4);
  const leads: Leads = { from: [], to: [], closer: [] };
  const lists: ListName[] = [];
  sortBlock(text, sorted, { keys, leads, lists });
  addLocal(text, { keys, leads, lists });
  return { keys: keysOf(text, keys, COLON), leads, lists, lines: linesOf(text, lineEnd, sorted) };
}

function linesOf(text: string, lineEnd: string, sorted: Sorted): AliasLines | undefined {
  const { special, odd, comments, orphans, noColon, tooLong } = sorted;
  if (special.length + comments.length + orphans.length + noColon.length + tooLong.length === 0) return undefined;
  const source = { ...createSource(text), lineEnd };
  const known = new Map(special.map((entry) => [entry.start, entry]));
  const at = (offset: number): AliasEntry | undefined => findEntry(text, offset, known);
  return { source, special, odd, comments, orphans, noColon, tooLong, at };
}

interface Counted {
  readonly keys: FoundKeys;
  readonly leads: Leads;
  readonly lists: ListName[];
}

function sortBlock(text: string, sorted: Sorted, counted: Counted): void {
  for (let start = 0; start < text.length;) {
    const next = skipPlain(text, start, PLAIN, MAX_ENTRY_BYTES, counted.keys);
    if (next > start) {
      sorted.skipping = false;
      sorted.first = -1;
    }
    start = next === text.length ? next : sortOther(text, next, sorted, counted);
  }
}

/** Lines of other forms; gives where the next one begins. */
function sortOther(text: string, start: number, sorted: Sorted, counted: Counted): number {
  SKIPPED.lastIndex = start;
  if (SKIPPED.test(text)) {
    if (text.charCodeAt(start) === LF) sorted.first = -1;
    else if (sorted.first < 0) sorted.first = start;
    sorted.skipping = false;
    return SKIPPED.lastIndex;
  }
  const { line, next } = readLogical(text, start);
  const entry = sortLine(line, sorted);
  if (entry) addEntry(entry, counted);
  return next;
}

/** What the plain entries lead to in the file itself. */
function addLocal(text: string, { keys, leads, lists }: Counted): void {
  const { count, starts, ends } = keys;
  let entry = 0;
  LOCAL.lastIndex = 0;
  while (entry < count && LOCAL.test(text)) {
    const at = LOCAL.lastIndex;
    while (entry < count && ends[entry]! <= at) entry++;
    // What looks the same in a comment or in an entry of another form is none.
    if (entry === count || at < starts[entry]!) continue;
    if (text.charCodeAt(at) === COLON) {
      if (lists.at(-1)?.entry !== starts[entry]) lists.push(listOf(text, starts[entry]!));
    } else {
      leads.from.push(entry);
      leads.to.push(hashAt(text, at, COMMA));
    }
  }
}

function listOf(text: string, start: number): ListName {
  const name = text.slice(start, text.indexOf(':', start)).trimEnd();
  return { entry: start, start, end: start + name.length, text: name, key: name.toLowerCase() };
}

function addEntry(entry: AliasEntry, { keys, leads, lists }: Counted): void {
  const { name, targets, start } = entry;
  if (name.key === undefined || targets.length === 0) return;
  addLeads(addKey(keys, start, name.key), entry, leads);
  if (leadsToList(entry)) lists.push({ entry: start, start: name.start, end: name.end, text: name.text, key: name.key });
}

/** All lines, whether they are plain or not, as far as the first so many entries. */
function sortAll(text: string, most = Infinity): Sorted {
  const sorted = nothing();
  for (let start = 0; start < text.length && sorted.special.length < most;) {
    const { line, next } = readLogical(text, start);
    sortLine(line, sorted);
    start = next;
  }
  return sorted;
}

function sortLine(line: LogicalLine, sorted: Sorted): AliasEntry | undefined {
  const { text } = line;
  const first = text[0];
  const isOrphan = first === ' ' || first === '\t';
  const wasSkipping = sorted.skipping;
  sorted.skipping = !line.tooLong && isOrphan;
  if (line.tooLong || first !== '#') sorted.first = -1;
  else if (sorted.first < 0) sorted.first = line.start;
  if (line.tooLong) sorted.tooLong.push(line);
  else if (first === '#') sorted.comments.push({ line, first: sorted.first });
  else if (isOrphan) {
    const { orphans } = sorted;
    const start = line.lines.find((l) => l.end > l.start)!.start;
    if (wasSkipping) orphans[orphans.length - 1] = { start: orphans.at(-1)!.start, end: line.end };
    else orphans.push({ start, end: line.end });
  } else if (first !== undefined) {
    if (text.includes(':')) return readSpecial(line, sorted);
    sorted.noColon.push(line);
  }
  return undefined;
}

function readSpecial(line: LogicalLine, { special, odd }: Sorted): AliasEntry {
  const entry = parseEntry(line);
  special.push(entry);
  for (const target of entry.targets) if (!target.address.plain) odd.push({ entry, target });
  return entry;
}
