/**
 * Reads lines as makemap of sendmail 8.17.1 does (makemap/makemap.c): only a line feed ends a line, `#` is a comment in column 1
 * alone, key and value are parted by any blanks, the key ends at the first of them.
 */
import type { Span } from '../../text';
import { addKey, keysOf, roomForKeys, skipPlain, type Keys } from '../blocks/keys';

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
export interface SortedLines {
  /** The entries, in order. */
  readonly entries: MapEntry[];
  readonly comments: Span[];
  /** Lines that begin with a blank: refused by makemap. */
  readonly indented: Span[];
  /** Lines too long for makemap, or with a NUL in them, which it takes for the same. */
  readonly tooLong: Span[];
}

/** The longest line makemap takes, in bytes without the line feed (its buffer has 1024 with line feed and final NUL). */
export const MAX_LINE_BYTES = 1022;

const CR = 13;
const HASH = 35;

/** Empty lines, and comments that are surely short enough. */
const SKIPPED = /(?:#[^\n\0]{0,300})?\n/y;

/** A plain line is no longer, so that it is surely short enough for makemap. */
const LONGEST_PLAIN = 500;

/**
 * Sorts the lines of `text`; takes any string, in time linear in it. Large tables are made of lines of a few forms that cannot be
 * wrong: `plain` matches such a line with its end, and its key is in ASCII (sticky). They are counted by their keys and, as most
 * comments, not looked at any further. It ends behind so many entries as `most` says.
 */
export function sortLines(text: string, plain?: RegExp, most = Infinity): SortedLines & { readonly keys: Keys } {
  const lines: SortedLines = { entries: [], comments: [], indented: [], tooLong: [] };
  // A key, a blank, a value, a line feed.
  const keys = roomForKeys(text, 4);
  const hasNul = text.includes('\0');
  for (let start = 0; start < text.length && lines.entries.length < most;) {
    if (plain) {
      start = skipPlain(text, start, plain, LONGEST_PLAIN, keys);
      SKIPPED.lastIndex = start;
      if (SKIPPED.test(text)) {
        start = SKIPPED.lastIndex;
        continue;
      }
      if (start === text.length) break;
    }
    const feed = text.indexOf('\n', start);
    const next = feed < 0 ? text.length : feed;
    const entry = sortLine(text, start, next, hasNul, lines);
    if (entry?.value) addKey(keys, start, entry.folded);
    start = next + 1;
  }
  return { ...lines, keys: keysOf(text, keys) };
}

/** The entry in the line that begins at `start`, if there is one. */
export function readEntry(text: string, start: number): MapEntry | undefined {
  const feed = text.indexOf('\n', start);
  const next = feed < 0 ? text.length : feed;
  const lines: SortedLines = { entries: [], comments: [], indented: [], tooLong: [] };
  return sortLine(text, start, next, text.slice(start, next).includes('\0'), lines);
}

/** The comments of a table, in order. */
export function commentsIn(text: string): Span[] {
  const lines: SortedLines = { entries: [], comments: [], indented: [], tooLong: [] };
  const hasNul = text.includes('\0');
  for (let start = text.startsWith('#') ? 0 : commentAfter(text, 0); start < text.length;) {
    const feed = text.indexOf('\n', start);
    const next = feed < 0 ? text.length : feed;
    sortLine(text, start, next, hasNul, lines);
    start = commentAfter(text, next);
  }
  return lines.comments;
}

function commentAfter(text: string, from: number): number {
  const feed = text.indexOf('\n#', from);
  return feed < 0 ? text.length : feed + 1;
}

function sortLine(text: string, start: number, feed: number, hasNul: boolean, lines: SortedLines): MapEntry | undefined {
  if (start === feed) return undefined;
  const end = text.charCodeAt(feed - 1) === CR && feed < text.length ? feed - 1 : feed;
  // A character has three bytes at most: most lines need no count.
  const isShort = (feed - start) * 3 <= MAX_LINE_BYTES && !hasNul;
  if (!isShort && isTooLong(text, start, feed)) lines.tooLong.push({ start, end });
  else if (text.charCodeAt(start) === HASH) lines.comments.push({ start, end });
  else if (isBlank(text.charCodeAt(start))) lines.indented.push({ start, end });
  else {
    const entry = scanEntry(text, start, end);
    lines.entries.push(entry);
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

/** The carriage returns that end a line in an editor but not for makemap. */
export function loneCrsIn(text: string): Span[] {
  const found: Span[] = [];
  for (let at = text.indexOf('\r'); at >= 0; at = text.indexOf('\r', at + 1)) {
    if (text.charCodeAt(at + 1) !== 10) found.push({ start: at, end: at + 1 });
  }
  return found;
}
