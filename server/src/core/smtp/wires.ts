/** Pieces put together to whole lines of the wire. */
import type { Mark, Piece, WireLine } from './model';

/** A line of the wire, or a remark. Lines of the log from 0, offsets in UTF-16 units. */
export interface Wire extends WireLine {
  readonly from: Piece['from'];
  readonly text: string;
  readonly endLine: number;
  readonly time?: string;
  readonly mark?: Mark;
  readonly hidden?: boolean;
}

/** Lines of the log from 0, UTF-16 offsets, and the time as in `Piece.time`. */
export interface WirePlace {
  readonly line: number;
  readonly endLine: number;
  readonly start: number;
  readonly end: number;
  readonly time?: string;
}

/**
 * Joins each piece with those that continue it: with the lone CR that parted them, or with a space where the log folded a
 * long line. `keepEnds` says that the log is known to show how lines ended on the wire.
 */
export function joinPieces(pieces: readonly Piece[], keepEnds: boolean): Wire[] {
  const wires: Wire[] = [];
  for (let i = 0; i < pieces.length; i++) {
    const piece = pieces[i]!;
    let { text } = piece;
    let last = piece;
    if (pieces[i + 1]?.continues && piece.from !== 'note') {
      const parts = [text];
      for (let next = pieces[i + 1]; next?.continues; next = pieces[++i + 1]) {
        parts.push(last.eol === 'cr' ? '\r' : ' ', next.text);
        last = next;
      }
      text = parts.join('');
    }
    const { from, line, start, time, mark, hidden } = piece;
    const eol = keepEnds && last.eol !== 'cr' ? last.eol : undefined;
    wires.push({ from, text, line, endLine: last.line, start, end: last.end, time, mark, hidden, eol });
  }
  return wires;
}

/** Where an event stands that begins with this line. */
export function placeOf(wire: Wire): WirePlace {
  const { line, endLine, start, end, time } = wire;
  return time === undefined ? { line, endLine, start, end } : { line, endLine, start, end, time };
}

/** Where this line stands, among the lines of a reply or a message. */
export function wireLineOf(wire: Wire): WireLine {
  const { line, start, end, eol } = wire;
  return eol === undefined ? { line, start, end } : { line, start, end, eol };
}
