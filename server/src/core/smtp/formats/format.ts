/** What a log format is to the reader. One file a format; formats/index.ts lists them. */
import type { Line } from '../lines';
import type { Piece, Vantage } from '../model';
import { startsWithCode } from '../wire';

/** A log format. It knows how its program writes a line, and nothing of the sessions. */
export interface Format {
  /** As in `Transcript.format`. */
  readonly name: string;
  /** Who writes such a log; a piece may say otherwise. */
  readonly vantage: Vantage;
  /** True if the log shows message lines as they were before dot-stuffing. */
  readonly unstuffed?: boolean;
  /** True if the program writes no dialogue: a session then is what it remarks of a connection. */
  readonly remarksOnly?: boolean;
  /**
   * How surely these lines, which follow each other, are or hold a log of this format: 0 not at all, 1 for each line that
   * looks like it, more where a line can be nothing else. Below `ENOUGH` it is not taken.
   */
  detect(lines: readonly string[]): number;
  /** Begins to read a log. */
  open(): FormatReader;
}

/** Reads lines one after the other; what it must remember between them is its own. */
export interface FormatReader {
  /** The pieces of a line: none for a line of this format that tells nothing, undefined for a line that is not of it. */
  read(line: Line): readonly Piece[] | undefined;
  /** Shows lines of the log to a reader that must learn first how they are written. */
  learn?(lines: readonly string[]): void;
  /** What was held back when the log ends. */
  end?(): readonly Piece[];
  /** The name that turned out to be right for the session with this key, where one reader serves several formats. */
  name?(key: string): string;
}

/** The score from which lines are taken to be of a format. */
export const ENOUGH = 3;

/** A piece of a line: its text from the offset `from` on. */
export function pieceOf(line: Line, from: number, more: Pick<Piece, 'from'> & Partial<Piece>): Piece {
  const text = line.text.slice(from);
  return { line: line.number, start: line.start + from, end: line.start + line.text.length, text, key: '', ...more };
}

/**
 * Who said a line, in a log whose arrows mean sent and received by the program that wrote it, be it client or server: a reply
 * is known by its code. Only for logs that show no message text.
 */
export function speaker(sent: boolean, text: string): Pick<Piece, 'from' | 'vantage'> {
  const reply = startsWithCode(text);
  return { from: reply ? 'server' : 'client', vantage: sent === reply ? 'server' : 'client' };
}

/** A host's name without the dots a remark puts behind it: `Trying 127.0.0.1...` */
export function withoutDots(host: string): string {
  let end = host.length;
  while (end > 0 && host[end - 1] === '.') end--;
  return host.slice(0, end);
}

/** A packet in one run of text, where a byte that cannot be shown is a dot: the line ends found again. */
export function withEnds(text: string): string {
  let dots = 0;
  while (text[text.length - 1 - dots] === '.') dots++;
  const body = text.slice(0, text.length - dots);
  const ends = dots % 2 === 0 ? '\r\n'.repeat(dots / 2) : dots === 1 ? '.' : '\r\n'.repeat((dots - 3) / 2) + '.\r\n';
  const between = /^[2-5]\d\d[ -]/.test(body)
    ? /\.\.(?=[2-5]\d\d[ -])/g
    : /^(?:MAIL|RCPT|RSET|EHLO|HELO)\b/i.test(body)
      ? /\.\.(?=(?:MAIL|RCPT|DATA|BDAT|RSET|QUIT)\b)/gi
      : /\.\./g;
  return body.replace(between, '\r\n') + ends;
}

/** For a line that is of the format and tells nothing. */
export const NOTHING: readonly Piece[] = [];

/** Counts the lines that match, each worth `points`. */
export function count(lines: readonly string[], pattern: RegExp, points = 1): number {
  let score = 0;
  for (const line of lines) if (pattern.test(line)) score += points;
  return score;
}
