/**
 * A sendmail -X log at a glance: which lines are whose, and which connections are alike, without a piece or an event made.
 *
 * The connections are those that formats/sendmail-x.ts, session.ts and strands.ts find. Their shape is the sequence of their lines,
 * each by its kind (kinds.ts); lines of message text in which nothing is to be found count as one. Who has read one connection
 * of a shape knows what the rules say of the others. What is out of the ordinary (the middle of a session, outgoing connections,
 * logins, BDAT, text that is no command, 8-bit bytes …) makes a connection odd: it is read by itself, as ever. What cannot be
 * surveyed makes the whole log unfit: a lone CR, control characters, another log in between.
 */
import type { Source } from '../../text';
import { sendmailX } from '../formats/sendmail-x';
import type { Piece, Session } from '../model';
import { createReader } from '../reader';
import { sessionOf } from '../session';
import { startsWithCode } from '../wire';
import { joinForks, shapeOf, type Strand } from './forks';
import { LINE, lineAt, linesOf, LOST, scanLog, type Scan } from './scan';

/** A connection, or all that a process wrote whose connections cannot be told apart at a glance: a strand with what was joined to it. */
export type Connection = Readonly<Strand>;

/** A log that was surveyed. */
export interface Survey {
  readonly source: Source;
  /** In the order of their beginnings. */
  readonly connections: readonly Connection[];
  /** What a line (from 0) belongs to. */
  at(line: number): Connection | undefined;
  /**
   * Lines of a connection with a shape, from 0, rising, that make a session of that shape: it without what is more of the same.
   * Who needs but the first of them says how many are enough.
   */
  outline(connection: Connection, enough?: number): number[];
  /** The sessions of a connection, read in full. */
  read(connection: Connection): readonly Session[];
  /** The session that some lines of one connection with a shape make, read as if it had no others. */
  readLines(lines: readonly number[]): Session;
}

/** Surveys a log. Undefined if it is none of sendmail -X, or one that must be read to be understood. Linear in the text. */
export function surveyLog(text: string): Survey | undefined {
  const scan = scanLog(text);
  if (!scan) return undefined;
  joinForks(scan.strands, (line) => nextSpoken(scan, line));
  const connections = scan.strands.filter(isConnection);
  for (const connection of connections) if (!connection.odd) connection.shape = shapeOf(connection);
  const readLines = (lines: readonly number[]): Session =>
    sessionOf(
      lines.map((line) => pieceAt(scan, line)),
      sendmailX,
      sendmailX.name,
      scan.keepsEnds,
    );
  return {
    source: scan.source,
    connections,
    at(line) {
      const strand = scan.strands[scan.owners[line]! - 1];
      const connection = strand?.home ?? strand;
      return connection && isConnection(connection) ? connection : undefined;
    },
    outline: (connection, enough) => linesOf(scan, connection, false, enough),
    read(connection) {
      const lines = linesOf(scan, connection, true);
      if (!connection.odd) return [readLines(lines)];
      const reader = createReader({ format: sendmailX, keepsEnds: scan.keepsEnds });
      for (const line of lines) reader.line(lineAt(scan, line));
      return reader.end().sessions;
    },
    readLines,
  };
}

/** True for what is not joined to another, and has something to say. */
function isConnection({ home, spoken, whole }: Strand): boolean {
  return !home && (spoken >= 0 || whole);
}

/** The line of the wire that follows one in its strand, and whether the client said it. */
function nextSpoken(scan: Scan, line: number): { line: number; client: boolean } | undefined {
  for (let next = scan.nextLines[line]!; next > 0; next = scan.nextLines[next]!) {
    const { text } = lineAt(scan, next);
    const m = LINE.exec(text);
    const wire = m ? text.slice(m[0].length) : '';
    if (m?.[2] === '<<<' && !LOST.test(wire)) return { line: next, client: true };
    if (m?.[2] === '>>>' && startsWithCode(wire)) return { line: next, client: false };
  }
  return undefined;
}

/** What formats/sendmail-x.ts makes of a line in a connection with a shape. */
function pieceAt(scan: Scan, line: number): Piece {
  const { start, text, wireEol: eol } = lineAt(scan, line);
  const marker = text.indexOf(' ') + 1;
  const at = Math.min(marker + 4, text.length);
  const wire = text.slice(at);
  const place = { line, start: start + at, end: start + text.length, text: wire, key: '' };
  if (text[marker] === '<') return LOST.test(wire) ? { ...place, from: 'note', mark: 'eof' } : { ...place, from: 'client', eol };
  return { ...place, from: text[marker] === '>' && startsWithCode(wire) ? 'server' : 'note' };
}
