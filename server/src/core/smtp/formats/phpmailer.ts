/**
 * PHPMailer's SMTPDebug: `SERVER -> CLIENT: text` and `CLIENT -> SERVER: text`, with date and tab in front; in old versions
 * `SMTP -> FROM SERVER:text` and `CLIENT -> SMTP: text`. Further lines of a reply are indented. Whoever printed it may have put
 * words of his own in front, and `<br>` behind.
 */
import type { Line } from '../lines';
import type { Piece } from '../model';
import { startsWithCode } from '../wire';
import { count, NOTHING, pieceOf, type Format, type FormatReader } from './format';

const LINE =
  /^(?:(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)[\t ])?.{0,80}?(?<!\w)(SERVER -> CLIENT|CLIENT -> SERVER|SMTP -> FROM SERVER|CLIENT -> SMTP): ?/;
const REMARK =
  /^(?:(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)[\t ])?(Connection: |SMTP (?:ERROR|NOTICE|Error): |SMTP -> (?:ERROR|NOTICE): ?)/;
const REPEATED = /^(?:\S+ \S+[\t ])?.{0,40}?(?:SMTP INBOUND: |SMTP -> get_lines\(\): )/;
const BREAK = /<br ?\/?>$/;

export const phpmailer: Format = {
  name: 'phpmailer',
  vantage: 'client',
  detect(lines) {
    const sure = count(lines, LINE, 3);
    return sure === 0 ? 0 : sure + count(lines, REPEATED, 2);
  },
  open: () => createReader(),
};

function createReader(): FormatReader {
  let reply: Piece | undefined; // the reply that may go on

  function read(line: Line): readonly Piece[] | undefined {
    if (REPEATED.test(line.text)) return NOTHING;
    const m = LINE.exec(line.text);
    if (m) {
      const [all, date, clock, marker] = m;
      const server = marker === 'SERVER -> CLIENT' || marker === 'SMTP -> FROM SERVER';
      const piece = trimmed(pieceOf(line, all.length, { from: server ? 'server' : 'client', ...timed(date, clock) }));
      reply = server ? piece : undefined;
      return [piece];
    }
    const blanks = line.text.length - line.text.trimStart().length;
    if (reply && startsWithCode(line.text.slice(blanks)))
      return [trimmed(pieceOf(line, blanks, { from: 'server', ...(reply.time && { time: reply.time }) }))];
    reply = undefined;
    return remark(line);
  }

  return { read };
}

function remark(line: Line): readonly Piece[] | undefined {
  const m = REMARK.exec(line.text);
  if (!m) return undefined;
  const piece = trimmed(pieceOf(line, m[0].length - m[3]!.length, { from: 'note', ...timed(m[1], m[2]) }));
  const peer = /^Connection: opening to (?:\w+:\/\/)?([^:,\s]+)/.exec(piece.text)?.[1];
  if (peer !== undefined) return [{ ...piece, mark: 'open', peer }];
  return [/^Connection: closed/.test(piece.text) ? { ...piece, mark: 'close' } : piece];
}

function timed(date: string | undefined, clock: string | undefined): { time?: string } {
  return date === undefined ? {} : { time: `${date}T${clock}` };
}

/** Without what was put behind the line for a browser. Old versions also show the CR LF, as escapes. */
function trimmed(piece: Piece): Piece {
  let text = piece.text.trimEnd().replace(BREAK, '').trimEnd();
  if (text.endsWith('\\r\\n')) text = text.slice(0, -4);
  return { ...piece, text, end: piece.start + text.length };
}
