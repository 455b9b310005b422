/**
 * Lines and offsets. Inside Postmaster a place in a text is a UTF-16 offset from 0; lines and columns are made only at the
 * edge (the language server's protocol counts both from 0, the command line from 1).
 */

/** A half-open range of UTF-16 offsets: `start` is in it, `end` is not. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Offsets, rising. */
export type LineStarts = readonly number[] | Readonly<Int32Array>;

/** A text with an index of its lines. LF, CR LF and a lone CR end a line, as in the editor. */
export interface Source {
  readonly text: string;
  /** Offset at which each line starts; `lineStarts[0]` is always 0. */
  readonly lineStarts: LineStarts;
  /** The line end of the file, where the text is a part of one. */
  readonly lineEnd?: string;
}

/** How many UTF-16 units two texts have in common at their starts and at their ends. The two never overlap. */
export interface Common {
  readonly head: number;
  readonly tail: number;
}

/** A place as the editor counts it: line and character (UTF-16 units) from 0. */
export interface Place {
  readonly line: number;
  readonly character: number;
}

const LF = 10;
const CR = 13;

/** So much of two texts is compared at once, which is many times faster than one character after another. */
const PIECE = 4096;

/** What an edit left as it was: compares any two texts, in time linear in them. */
export function commonOf(before: string, text: string): Common {
  const most = Math.min(before.length, text.length);
  let head = 0;
  while (head + PIECE <= most && before.slice(head, head + PIECE) === text.slice(head, head + PIECE)) head += PIECE;
  while (head < most && before.charCodeAt(head) === text.charCodeAt(head)) head++;
  const rest = most - head;
  const fromEnd = (of: string, tail: number): string => of.slice(of.length - tail - PIECE, of.length - tail);
  let tail = 0;
  while (tail + PIECE <= rest && fromEnd(before, tail) === fromEnd(text, tail)) tail += PIECE;
  while (tail < rest && before.charCodeAt(before.length - tail - 1) === text.charCodeAt(text.length - tail - 1)) tail++;
  return { head, tail };
}

/** The source of `text`, which has `common` with the text of `before`: only the lines between are looked for. */
export function editedSource(before: Source, text: string, { head, tail }: Common): Source {
  const { lineStarts: old } = before;
  // Whether a line starts at an offset is a matter of the characters on both sides of it.
  const kept = head === 0 ? 1 : lineAt(before, head - 1) + 1;
  const found: number[] = [];
  for (let at = Math.max(1, head); at <= text.length - tail; at++) {
    const last = text.charCodeAt(at - 1);
    if (last === LF || (last === CR && text.charCodeAt(at) !== LF)) found.push(at);
  }
  const rest = lineAt(before, before.text.length - tail) + 1;
  const lineStarts = new Int32Array(kept + found.length + old.length - rest);
  lineStarts.set(old.slice(0, kept));
  lineStarts.set(found, kept);
  lineStarts.set(old.slice(rest), kept + found.length);
  const moved = text.length - before.text.length;
  for (let line = kept + found.length; line < lineStarts.length; line++) lineStarts[line]! += moved;
  return { text, lineStarts };
}

/** Indexes the lines of `text`. Takes any string; time and memory are linear in it. */
export function createSource(text: string): Source {
  const lineStarts = [0];
  let cr = text.indexOf('\r');
  if (cr < 0) {
    for (let feed = text.indexOf('\n'); feed >= 0; feed = text.indexOf('\n', feed + 1)) lineStarts.push(feed + 1);
    return { text, lineStarts };
  }
  for (let feed = text.indexOf('\n'); ; feed = text.indexOf('\n', feed + 1)) {
    const end = feed < 0 ? text.length : feed;
    for (; cr >= 0 && cr < end; cr = text.indexOf('\r', cr + 1)) if (cr + 1 !== feed) lineStarts.push(cr + 1);
    if (feed < 0) return { text, lineStarts };
    lineStarts.push(feed + 1);
  }
}

/** The line (from 0) that holds `offset`; an offset outside the text counts as its nearest end. */
export function lineAt(source: Source, offset: number): number {
  const starts = source.lineStarts;
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (starts[middle]! <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The line and character (both from 0) of `offset`. */
export function placeAt(source: Source, offset: number): Place {
  const clamped = Math.max(0, Math.min(offset, source.text.length));
  const line = lineAt(source, clamped);
  return { line, character: clamped - source.lineStarts[line]! };
}

/** The offset of a place; a line beyond the end counts as the end, a character beyond that of its line as the line's. */
export function offsetAt(source: Source, place: Place): number {
  if (place.line < 0) return 0;
  if (place.line >= source.lineStarts.length) return source.text.length;
  const span = lineSpan(source, place.line);
  return Math.min(span.start + Math.max(0, place.character), span.end);
}

/** The range of line `line` (from 0) without its line end. */
export function lineSpan(source: Source, line: number): Span {
  const start = source.lineStarts[line] ?? source.text.length;
  let end = lineEndOffset(source, line);
  const { text } = source;
  if (end > start && text.charCodeAt(end - 1) === LF) end--;
  if (end > start && text.charCodeAt(end - 1) === CR) end--;
  return { start, end };
}

/** The text of line `line` (from 0) without its line end. */
export function lineText(source: Source, line: number): string {
  const { start, end } = lineSpan(source, line);
  return source.text.slice(start, end);
}

/** How many lines the text has; a text that ends with a line end has an empty last line, as in the editor. */
export function lineCount(source: Source): number {
  return source.lineStarts.length;
}

/** True if an offset lies in a range or at its end, as a cursor does behind a word. */
export function contains(span: Span, offset: number): boolean {
  return span.start <= offset && offset <= span.end;
}

/** True if the two ranges share a character, or touch where one of them is empty. */
export function overlaps(a: Span, b: Span): boolean {
  return a.start === a.end || b.start === b.end ? a.start <= b.end && b.start <= a.end : a.start < b.end && b.start < a.end;
}

function lineEndOffset(source: Source, line: number): number {
  return source.lineStarts[line + 1] ?? source.text.length;
}
