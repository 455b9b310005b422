/** Reads an alias file; takes any string, in time linear in it. */
import { createSource, type Span } from '../../text';
import { aliasKey, readAddress } from '../mailAddress';
import type { AliasEntry, AliasModel, AliasName, Odd, Target } from './model';
import { isBlank, matchAt } from '../map/scanner';
import { collectEntries } from './entries';
import { localNames, PLAIN, PLAIN_LOCAL } from './plain';
import { offsetIn, readLogical, type LogicalLine } from './scanner';

interface Lines {
  /** Those that are not plain. */
  readonly special: AliasEntry[];
  readonly comments: LogicalLine[];
  readonly orphans: Span[];
  readonly noColon: LogicalLine[];
  readonly tooLong: Span[];
  readonly odd: Odd[];
}

/**
 * The model of an alias file. Large files are made of entries that give a name to addresses elsewhere: those are counted by their
 * names and read when somebody asks for them.
 */
export function parseAliases(text: string): AliasModel {
  const lines: Lines = { special: [], comments: [], orphans: [], noColon: [], tooLong: [], odd: [] };
  const entries = collectEntries((start) => readEntry(text, start));
  // newaliases reports the first of several orphans only, until a comment, an empty line or an entry comes.
  let skipping = false;
  for (let start = 0; start < text.length;) {
    const plain = matchAt(PLAIN, text, start);
    const local = plain ? null : matchAt(PLAIN_LOCAL, text, start);
    const found = plain ?? local;
    if (found) {
      entries.add(start, found[1]!.toLowerCase(), local ? localNames(local[2]!) : NOWHERE);
      start += found[0].length;
      skipping = false;
      continue;
    }
    const { line, next } = readLogical(text, start);
    const before = lines.special.length;
    skipping = sortLine(line, lines, skipping);
    const entry = lines.special[before];
    if (entry) entries.add(start, entry.targets.length > 0 ? entry.name.key : undefined, entry);
    start = next;
  }
  const { comments, orphans, noColon, tooLong, odd } = lines;
  return Object.assign(entries.view(), { source: createSource(text), comments, orphans, noColon, tooLong, odd });
}

/** The local names that a plain entry without any leads to. */
const NOWHERE: readonly string[] = [];

function readEntry(text: string, start: number): AliasEntry {
  const { line } = readLogical(text, start);
  return parseEntry(line, line.text.indexOf(':'), []);
}

function sortLine(line: LogicalLine, lines: Lines, skipping: boolean): boolean {
  const first = line.text[0];
  if (line.tooLong) lines.tooLong.push(line);
  else if (first === '#') lines.comments.push(line);
  else if (first === ' ' || first === '\t') {
    const start = line.lines.find((l) => l.end > l.start)!.start;
    if (skipping) lines.orphans[lines.orphans.length - 1] = { start: lines.orphans.at(-1)!.start, end: line.end };
    else lines.orphans.push({ start, end: line.end });
    return true;
  } else if (first !== undefined) {
    const colon = line.text.indexOf(':');
    if (colon < 0) lines.noColon.push(line);
    else lines.special.push(parseEntry(line, colon, lines.odd));
  }
  return false;
}

function parseEntry(line: LogicalLine, colon: number, odd: Odd[]): AliasEntry {
  const { targets, strayCommas } = parseTargets(line, colon + 1);
  const entry: AliasEntry = { start: line.start, end: line.end, line, name: parseName(line, colon), targets, strayCommas };
  for (const target of targets) if (!target.address.plain) odd.push({ entry, target });
  return entry;
}

function parseName(line: LogicalLine, colon: number): AliasName {
  const { start, end, text } = trimmed(line, 0, colon);
  const address = readAddress(text);
  const refused = address.fault !== undefined || (address.kind !== 'local' && address.host?.toLowerCase() !== 'localhost');
  return { start, end, text, address, key: refused || text === '\\' ? undefined : aliasKey(address) };
}

/** Splits the right side at its commas; those in quotes, comments and angle brackets part nothing. */
function parseTargets(line: LogicalLine, from: number): { targets: Target[]; strayCommas: Span[] } {
  const { text } = line;
  const targets: Target[] = [];
  let strayCommas = NONE;
  let start = from;
  while (start <= text.length) {
    const end = targetEnd(text, start);
    const span = trimmed(line, start, end);
    if (span.text !== '') targets.push({ start: span.start, end: span.end, text: span.text, address: readAddress(span.text) });
    else if (end < text.length || start > from) {
      const comma = end < text.length ? end : start - 1;
      if (strayCommas === NONE) strayCommas = [];
      strayCommas.push({ start: offsetIn(line, comma), end: offsetIn(line, comma) + 1 });
    }
    start = end + 1;
  }
  return { targets, strayCommas };
}

/** One empty list for the many entries without stray commas. */
const NONE: Span[] = [];

function targetEnd(text: string, from: number): number {
  let angles = 0;
  let depth = 0;
  let quoted = false;
  for (let i = from; i < text.length; i++) {
    const c = text[i]!;
    if (c > '@' && c !== '\\') continue;
    if (c === '\\') i++;
    else if (depth > 0) depth += c === '(' ? 1 : c === ')' ? -1 : 0;
    else if (c === '"') quoted = !quoted;
    else if (quoted) continue;
    else if (c === '(') depth = 1;
    else if (c === '<') angles++;
    else if (c === '>') angles = Math.max(0, angles - 1);
    else if (c === ',' && angles === 0) return i;
  }
  return text.length;
}

/** The text from `from` to `to` without blanks around it, and where it stands in the file. */
function trimmed(line: LogicalLine, from: number, to: number): Span & { text: string } {
  let first = from;
  let last = to;
  while (first < last && isBlank(line.text.charCodeAt(first))) first++;
  while (last > first && isBlank(line.text.charCodeAt(last - 1))) last--;
  const start = offsetIn(line, first);
  return { start, end: first === last ? start : offsetIn(line, last, true), text: line.text.slice(first, last) };
}
