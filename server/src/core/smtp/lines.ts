/** Cuts a text that comes in chunks into lines, with the same line ends as text.ts and the editor: LF, CR LF, lone CR. */
import type { LineEnd } from './model';

/** A line of the log. */
export interface Line {
  /** From 0. */
  readonly number: number;
  /** UTF-16 offset of its first character from the start of the log. */
  readonly start: number;
  /** Without its line end, and without the `^M` that stands for a CR. */
  readonly text: string;
  /** How it ends in the log; undefined for a last line without line end. */
  readonly eol?: LineEnd;
  /** How the line that was logged may have ended on the wire: only formats that keep line ends may take it for that. */
  readonly wireEol?: LineEnd;
}

const LF = 10;
const CR = 13;

/** A CR as pagers and printed articles show it. */
const WRITTEN_CR = '^M';

/** A line whose text, from the offset `start` on, is `text`. `mixed` as for `createSplitter`. */
export function lineOf(number: number, start: number, text: string, eol: LineEnd | undefined, mixed: boolean): Line {
  const wireEol = mixed || eol === 'cr' ? eol : undefined;
  if (wireEol === 'crlf' || !text.endsWith(WRITTEN_CR)) return { number, start, text, eol, wireEol };
  return { number, start, text: text.slice(0, -WRITTEN_CR.length), eol, wireEol: 'crlf' };
}

/**
 * Takes chunks that may end anywhere and gives each line once it is whole. Linear in the text, whatever the chunks. `mixed` says
 * that a line before these ended in LF alone, so that a CR before LF is not how this file ends its lines; `onScreen`, that a
 * terminal was recorded, which puts a CR of its own before each LF.
 */
export function createSplitter(
  onLine: (line: Line) => void,
  mixed = false,
  onScreen: () => boolean = () => false,
): { push(chunk: string): void; end(): void } {
  let parts: string[] = []; // of the line begun
  let number = 0;
  let start = 0; // of the line begun
  let offset = 0; // of the chunk at hand
  let before: LineEnd | undefined; // how the line before ended
  let heldCr = false; // the last chunk ended in CR: an LF may follow

  function emit(rest: string, end: LineEnd | undefined, next: number): void {
    let text = rest;
    let eol = end;
    if (onScreen()) {
      const second = rest === '' && parts.length === 0 && before === 'cr';
      before = end;
      if (second) {
        number++;
        start = next;
        return;
      }
      if (end === 'cr') eol = 'crlf';
    }
    if (parts.length > 0) {
      parts.push(rest);
      text = parts.join('');
      parts = [];
    }
    if (eol === 'lf') mixed = true;
    onLine(lineOf(number++, start, text, eol, mixed));
    start = next;
  }

  function push(chunk: string): void {
    if (chunk.length === 0) return;
    let from = 0;
    if (heldCr) {
      heldCr = false;
      if (chunk.charCodeAt(0) === LF) from = 1;
      emit('', from === 1 ? 'crlf' : 'cr', offset + from);
    }
    for (let i = from; i < chunk.length; i++) {
      const c = chunk.charCodeAt(i);
      if (c === LF) {
        emit(chunk.slice(from, i), 'lf', offset + i + 1);
        from = i + 1;
      } else if (c === CR) {
        if (i + 1 === chunk.length) {
          parts.push(chunk.slice(from, i));
          from = i + 1;
          heldCr = true;
        } else if (chunk.charCodeAt(i + 1) === LF) {
          emit(chunk.slice(from, i), 'crlf', offset + i + 2);
          from = ++i + 1;
        } else {
          emit(chunk.slice(from, i), 'cr', offset + i + 1);
          from = i + 1;
        }
      }
    }
    if (from < chunk.length) parts.push(chunk.slice(from));
    offset += chunk.length;
  }

  function end(): void {
    if (heldCr) emit('', 'cr', offset);
    else if (parts.length > 0) emit('', undefined, offset);
    heldCr = false;
  }

  return { push, end };
}
