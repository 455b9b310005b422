/**
 * Joins lines as newaliases of sendmail 8.17.1 does (contline and readaliases in sendmail/alias.c): a line goes on where the next
 * begins with a blank or tab, or where it ends in a backslash. That holds for comments and empty lines as well.
 */
import type { Span } from '../../text';

/** The longest entry newaliases takes, in bytes with all its continuation lines and without the last line feed. */
export const MAX_ENTRY_BYTES = 8190;

/** Lines that newaliases reads as one. `text` is what it sees: the line feeds and backslashes between the lines are gone. */
export interface LogicalLine extends Span {
  readonly text: string;
  /** The lines it is made of: where each begins in `text`, and its span in the file without its line end. */
  readonly lines: readonly (Span & { readonly at: number })[];
  /** True if it is longer than newaliases takes, or has a NUL in it; `text` is then empty. */
  readonly tooLong: boolean;
}

const BACKSLASH = 92;

/** Joins the lines from `start` on to one as far as they belong together, in time linear in it; the span leaves out its end. `next` is behind that. */
export function readLogical(text: string, start: number): { line: LogicalLine; next: number } {
  const feed = text.indexOf('\n', start);
  const end = feed < 0 ? text.length : feed;
  const goesOn = feed >= 0 && (startsBlank(text, feed + 1) || (feed > start && text.charCodeAt(feed - 1) === BACKSLASH));
  return goesOn
    ? readJoined(text, start)
    : { line: makeLine(text.slice(start, end), [{ start, end: withoutCr(text, start, end), at: 0 }]), next: end + 1 };
}

function readJoined(text: string, start: number): { line: LogicalLine; next: number } {
  const lines: (Span & { at: number })[] = [];
  const pieces: string[] = [];
  let at = 0;
  let next = start;
  for (let more = true; more;) {
    const feed = text.indexOf('\n', next);
    const end = feed < 0 ? text.length : feed;
    const joined = feed >= 0 && at + (end - next) > 0 && text.charCodeAt(end - 1) === BACKSLASH && end > next;
    const kept = joined ? end - 1 : end;
    lines.push({ start: next, end: withoutCr(text, next, end), at });
    pieces.push(text.slice(next, kept));
    at += kept - next;
    next = end + 1;
    more = feed >= 0 && next < text.length && (joined || startsBlank(text, next));
  }
  return { line: makeLine(pieces.join(''), lines), next };
}

function makeLine(text: string, lines: LogicalLine['lines']): LogicalLine {
  const tooLong = isTooLong(text);
  return { start: lines[0]!.start, end: lines.at(-1)!.end, text: tooLong ? '' : text, lines, tooLong };
}

/** Where the line with all its continuations begins that holds `offset`. */
export function logicalStart(text: string, offset: number): number {
  let start = offset > 0 ? text.lastIndexOf('\n', offset - 1) + 1 : 0;
  while (start > 0 && (startsBlank(text, start) || text.charCodeAt(start - 2) === BACKSLASH))
    start = start > 1 ? text.lastIndexOf('\n', start - 2) + 1 : 0;
  return start;
}

function startsBlank(text: string, at: number): boolean {
  const c = text.charCodeAt(at);
  return c === 32 || c === 9;
}

function withoutCr(text: string, start: number, end: number): number {
  return end > start && end < text.length && text.charCodeAt(end - 1) === 13 ? end - 1 : end;
}

/** Bytes count as the file has them (UTF-8); a NUL hides the line's end from newaliases, which takes that for too long. */
function isTooLong(text: string): boolean {
  if (text.length > MAX_ENTRY_BYTES || text.includes('\0')) return true;
  if (text.length * 3 <= MAX_ENTRY_BYTES) return false;
  let bytes = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    bytes += c < 0x80 ? 1 : c < 0x800 || (c >= 0xd800 && c < 0xe000) ? 2 : 3;
  }
  return bytes > MAX_ENTRY_BYTES;
}

/** The offset in the file of position `at` of the logical line's text; its end is the end of what stands before it. */
export function offsetIn(line: LogicalLine, at: number, isEnd = false): number {
  const { lines } = line;
  if (lines.length === 1) return lines[0]!.start + at;
  let low = 0;
  let high = lines.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (isEnd ? lines[middle]!.at < at : lines[middle]!.at <= at) low = middle;
    else high = middle - 1;
  }
  return lines[low]!.start + at - lines[low]!.at;
}
