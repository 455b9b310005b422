/**
 * Reads lines as makemap of sendmail 8.17.1 does (makemap/makemap.c): only a line feed ends a line, `#` is a comment in column 1
 * alone, key and value are parted by any blanks, the key ends at the first of them.
 */
import type { Span } from '../../text';

/** A piece of a line with its text. */
export interface Token extends Span {
  readonly text: string;
}

/** A line that is neither empty, a comment nor indented. The span is the line without its line end. */
export interface MapEntry extends Span {
  readonly key: Token;
  /** The key as makemap stores it: ASCII letters in lower case. */
  readonly folded: string;
  /** All after the blanks behind the key, without blanks at the end; undefined where there is nothing, which makemap refuses. */
  readonly value?: Token;
}

/** The lines of a table, sorted by what makemap does with them. Spans are lines without their line end. */
export interface MapLines {
  /** The entries that are not plain, in order. */
  readonly odd: MapEntry[];
  /** Of each key that stands in the file again: where the line begins that makemap drops, and the one it keeps. */
  readonly again: { readonly start: number; readonly kept: number }[];
  readonly comments: Span[];
  /** Lines that begin with a blank: refused by makemap. */
  readonly indented: Span[];
  /** Lines too long for makemap, or with a NUL in them, which it takes for the same. */
  readonly tooLong: Span[];
  /** Lone carriage returns: they end a line in an editor but not for makemap. */
  readonly loneCrs: Span[];
}

/** The longest line makemap takes, in bytes without the line feed (its buffer has 1024 with line feed and final NUL). */
export const MAX_LINE_BYTES = 1022;

const CR = 13;
const HASH = 35;

/** A plain line is no longer, so that it is surely short enough for makemap. */
const LONGEST_PLAIN = 500;

/**
 * Sorts the lines of `text`; takes any string, in time linear in it. Large tables are made of lines of a few forms that cannot be
 * wrong: `plain` matches such a line with its end and its key as first group (sticky; the key in ASCII). They are counted by their
 * keys and not looked at any further.
 */
export function scanMap(text: string, plain?: RegExp): MapLines {
  const lines: MapLines = { odd: [], again: [], comments: [], indented: [], tooLong: [], loneCrs: [] };
  const hasNul = text.includes('\0');
  const starts = new Map<string, number>();
  for (let start = 0; start < text.length;) {
    const found = plain && matchAt(plain, text, start);
    if (found && found[0].length <= LONGEST_PLAIN) {
      count(found[1]!.toLowerCase(), start, starts, lines);
      start = plain.lastIndex;
      continue;
    }
    const feed = text.indexOf('\n', start);
    const next = feed < 0 ? text.length : feed;
    const entry = scanLine(text, start, next, hasNul, lines);
    if (entry?.value) count(entry.folded, start, starts, lines);
    start = next + 1;
  }
  findLoneCrs(text, lines.loneCrs);
  return lines;
}

/** What a sticky pattern finds at an offset. */
export function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

function count(key: string, start: number, starts: Map<string, number>, lines: MapLines): void {
  const kept = starts.get(key);
  if (kept === undefined) starts.set(key, start);
  else lines.again.push({ start, kept });
}

/** The entry of the line that holds `offset`, if there is one. */
export function readEntryAt(text: string, offset: number): MapEntry | undefined {
  const start = offset > 0 ? text.lastIndexOf('\n', offset - 1) + 1 : 0;
  const feed = text.indexOf('\n', start);
  const lines: MapLines = { odd: [], again: [], comments: [], indented: [], tooLong: [], loneCrs: [] };
  const next = feed < 0 ? text.length : feed;
  return scanLine(text, start, next, text.slice(start, next).includes('\0'), lines);
}

function scanLine(text: string, start: number, feed: number, hasNul: boolean, lines: MapLines): MapEntry | undefined {
  if (start === feed) return undefined;
  const end = text.charCodeAt(feed - 1) === CR && feed < text.length ? feed - 1 : feed;
  // A character has three bytes at most: most lines need no count.
  const isShort = (feed - start) * 3 <= MAX_LINE_BYTES && !hasNul;
  if (!isShort && isTooLong(text, start, feed)) lines.tooLong.push({ start, end });
  else if (text.charCodeAt(start) === HASH) lines.comments.push({ start, end });
  else if (isBlank(text.charCodeAt(start))) lines.indented.push({ start, end });
  else {
    const entry = scanEntry(text, start, end);
    lines.odd.push(entry);
    return entry;
  }
  return undefined;
}

function scanEntry(text: string, start: number, end: number): MapEntry {
  let keyEnd = start;
  while (keyEnd < end && !isBlank(text.charCodeAt(keyEnd))) keyEnd++;
  let valueStart = keyEnd;
  while (valueStart < end && isBlank(text.charCodeAt(valueStart))) valueStart++;
  let valueEnd = end;
  while (valueEnd > valueStart && isBlank(text.charCodeAt(valueEnd - 1))) valueEnd--;
  const key = { start, end: keyEnd, text: text.slice(start, keyEnd) };
  const entry = { start, end, key, folded: foldKey(key.text) };
  if (valueStart === valueEnd) return entry;
  return { ...entry, value: { start: valueStart, end: valueEnd, text: text.slice(valueStart, valueEnd) } };
}

/** A key as makemap stores it: ASCII letters in lower case, all others as they are. */
export function foldKey(key: string): string {
  if (!/[A-Z]/.test(key)) return key;
  return key.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}

/** True for what C's isspace takes for a blank. */
export function isBlank(c: number): boolean {
  return c === 32 || (c >= 9 && c <= 13);
}

/** Bytes count, as the file has them (UTF-8). makemap's string functions stop at a NUL, so it misses the line's end there. */
function isTooLong(text: string, start: number, end: number): boolean {
  if (end - start > MAX_LINE_BYTES) return true;
  let bytes = 0;
  for (let i = start; i < end; i++) {
    const c = text.charCodeAt(i);
    if (c === 0) return true;
    bytes += c < 0x80 ? 1 : c < 0x800 || (c >= 0xd800 && c < 0xe000) ? 2 : 3;
  }
  return bytes > MAX_LINE_BYTES;
}

function findLoneCrs(text: string, found: Span[]): void {
  for (let at = text.indexOf('\r'); at >= 0; at = text.indexOf('\r', at + 1)) {
    if (text.charCodeAt(at + 1) !== 10) found.push({ start: at, end: at + 1 });
  }
}
