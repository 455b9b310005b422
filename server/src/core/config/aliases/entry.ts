/** Reads one entry of an alias file: its name and its recipients. */
import type { Span } from '../../text';
import { aliasKey, readAddress } from '../mailAddress';
import { isBlank } from '../map/scanner';
import type { AliasEntry, AliasName, Target } from './model';
import { logicalStart, offsetIn, readLogical, type LogicalLine } from './scanner';

/** The entry of a line that has a colon. */
export function parseEntry(line: LogicalLine): AliasEntry {
  const colon = line.text.indexOf(':');
  const { targets, strayCommas } = parseTargets(line, colon + 1);
  return { start: line.start, end: line.end, line, name: parseName(line, colon), targets, strayCommas };
}

/** The entry that holds `offset`, its end included; the same object each time. `known` keeps those that were read. */
export function findEntry(text: string, offset: number, known: Map<number, AliasEntry>): AliasEntry | undefined {
  const start = logicalStart(text, offset);
  const first = text.charCodeAt(start);
  // Comments, continuations of nothing, empty lines.
  if (first === 35 || first === 32 || first === 9 || first === 10 || start === text.length) return undefined;
  const entry = known.get(start) ?? entryOf(readLogical(text, start).line, known);
  return entry && offset <= entry.end ? entry : undefined;
}

/** The entry that begins at `start`. */
export function readEntry(text: string, start: number, known: Map<number, AliasEntry>): AliasEntry {
  return known.get(start) ?? entryOf(readLogical(text, start).line, known)!;
}

/** The entry of a line, if it has a colon and is short enough; read once. */
function entryOf(line: LogicalLine, known: Map<number, AliasEntry>): AliasEntry | undefined {
  if (!line.text.includes(':')) return undefined;
  const entry = parseEntry(line);
  known.set(line.start, entry);
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
