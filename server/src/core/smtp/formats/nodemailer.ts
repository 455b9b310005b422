/**
 * nodemailer with `logger: true, debug: true`: `[date] LEVEL [connection] S: text` was received, `C: text` sent. Lines of the
 * message have neither; they stand between the 354 and the count of bytes that follows the dot.
 */
import type { Line } from '../lines';
import type { Mark, Piece } from '../model';
import { count, NOTHING, pieceOf, type Format, type FormatReader } from './format';

const LINE = /^\[(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)\] ([A-Z]+) +(?:\[(#?\w+)\] ?)?/;
const SURE = /^\[[^\]]+\] [A-Z]+ +\[#?\w+\] [SC]: /;

const MARKS: readonly (readonly [RegExp, Mark])[] = [
  [/^Connection established to |^Secure connection established to /, 'open'],
  [/^Connection upgraded with STARTTLS/, 'tls'],
  [/^Closing connection to the server|^Connection closed/, 'close'],
];

export const nodemailer: Format = {
  name: 'nodemailer-debug',
  vantage: 'client',
  detect: (lines) => count(lines, SURE, 3),
  open: () => createReader(),
};

function createReader(): FormatReader {
  const messages = new Set<string>(); // connections between the 354 and the dot

  function read(line: Line): readonly Piece[] | undefined {
    const m = LINE.exec(line.text);
    if (!m) return undefined;
    const [all, date, clock, level, key] = m;
    if (key === undefined) return NOTHING; // about the transport or the pool
    const at = { key, time: `${date}T${clock}` };
    const rest = line.text.slice(all.length);
    if (messages.has(key) && level === 'DEBUG' && !/^S: [2-5]\d\d /.test(rest)) {
      const marked = rest.startsWith('C: ') ? 3 : 0; // smtp-server's, and others that write the same way
      if (rest.slice(marked) === '.') messages.delete(key);
      return [pieceOf(line, all.length + marked, { from: 'client', ...at })];
    }
    if (rest.startsWith('S: ')) {
      if (rest.startsWith('S: 354')) messages.add(key);
      else messages.delete(key);
      return [pieceOf(line, all.length + 3, { from: 'server', ...at })];
    }
    if (rest.startsWith('C: ')) return [pieceOf(line, all.length + 3, { from: 'client', ...at })];
    messages.delete(key);
    return [remark(pieceOf(line, all.length, { from: 'note', ...at }))];
  }

  return { read };
}

function remark(piece: Piece): Piece {
  const mark = MARKS.find(([pattern]) => pattern.test(piece.text))?.[1];
  const peer = /^(?:Secure c|C)onnection established to (\S+?)(?::\d+)?$/.exec(piece.text)?.[1];
  const client = /^(?:SMTP )?Connection from \[?([^\s\]]+)/.exec(piece.text)?.[1]; // its sister smtp-server writes the same way
  if (client !== undefined) return { ...piece, mark: 'open', peer: client, vantage: 'server' };
  return { ...piece, ...(mark && { mark }), ...(peer && { peer }) };
}
