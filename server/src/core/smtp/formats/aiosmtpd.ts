/**
 * Python's aiosmtpd with `-d` or `-dd`: `LEVEL:mail.log:('ip', port) << b'text'` was sent by the server, `>>` came from the
 * client. A program of one's own may put time, level and logger before it in any order (Python's logging, `format`). Message lines (`DATA readline:`) name no peer: they belong to the one who was told 354 last.
 */
import type { Line } from '../lines';
import type { Mark, Piece } from '../model';
import { count, NOTHING, type Format, type FormatReader } from './format';
import { isLiteral, readLiteral } from './literal';

const LINE =
  /^\[?(?:(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d:\d\d)(?:[.,](\d{1,6}))?)?[^\w(]{0,4}(?:[A-Z]{4,8}[^\w(]{1,8}mail\.(?:log|debug|error)|mail\.(?:log|debug|error)[^\w(]{1,4}[A-Z]{4,8})[^\w(]{1,4}/;
const PEER = /^(?:Peer: )?(\('([^']*)', \d+(?:, \d+, \d+)?\))(?: (<<|>>) | (.*)|$)/;
const MESSAGE = 'DATA readline: ';

export const aiosmtpd: Format = {
  name: 'aiosmtpd-debug',
  vantage: 'server',
  detect: (lines) => count(lines, LINE, 3),
  open: () => createReader(),
};

function createReader(): FormatReader {
  const receiving: string[] = []; // who may send a message: its lines do not tell, and the 354 said last is followed first

  function read(line: Line): readonly Piece[] | undefined {
    const found = LINE.exec(line.text);
    if (!found) return undefined;
    const [{ length: prefix }, date, clock, part] = found;
    const time = date === undefined ? {} : { time: `${date}T${clock}${part === undefined ? '' : `.${part}`}` };
    const rest = line.text.slice(prefix);
    if (rest.startsWith(MESSAGE)) {
      const pieces = literal(line, prefix + MESSAGE.length, 'client', receiving.at(-1) ?? '', time);
      if (pieces.at(-1)?.text === '.') receiving.pop();
      return pieces;
    }
    const m = PEER.exec(rest);
    if (!m) return NOTHING;
    const [all, key = '', peer = '', marker] = m;
    if (marker) {
      const pieces = literal(line, prefix + all.length, marker === '<<' ? 'server' : 'client', key, time);
      const at = receiving.indexOf(key);
      if (at >= 0) receiving.splice(at, 1);
      if (marker === '<<' && pieces[0]?.text.startsWith('354')) receiving.push(key);
      return pieces;
    }
    const mark = markOf(rest, m[4] ?? '');
    const note = { line: line.number, start: line.start + prefix, end: line.start + line.text.length, text: rest, key, ...time };
    return [{ ...note, from: 'note', ...(mark && { mark }), peer }];
  }

  return { read };
}

function markOf(rest: string, remark: string): Mark | undefined {
  if (rest.startsWith('Peer: ')) return 'open';
  if (/^connection lost|^EOF received/i.test(remark)) return 'close';
  return undefined;
}

function literal(line: Line, from: number, side: 'client' | 'server', key: string, time: { time?: string }): Piece[] {
  if (!isLiteral(line.text, from)) return [];
  const base = { line: line.number, from: side, key, ...time };
  return readLiteral(line.text, from).map((l) => ({ ...l, ...base, start: line.start + l.start, end: line.start + l.end }));
}
