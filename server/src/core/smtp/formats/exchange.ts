/**
 * Microsoft Exchange. Since 2007: CSV whose columns `#Fields:` names; `+` connected, `-` disconnected, `>` sent by this
 * Exchange, `<` received, `*` a remark; the EHLO reply is one line, message text is left out. Exchange 5.5's Internet Mail
 * Service: `4/2/01 11:44:31 AM : <<< text`, each received line twice.
 */
import type { Line } from '../lines';
import type { Mark, Piece } from '../model';
import { two } from '../time';
import { count, NOTHING, pieceOf, speaker, type Format, type FormatReader } from './format';
import { readCsv, type Field } from './csv';

const COLUMNS = 'date-time,connector-id,session-id,sequence-number,local-endpoint,remote-endpoint,event,data,context';
const ROW = /^\d{4}-\d\d-\d\dT[\d:.]+Z,[^,]*,[\dA-F]{8,32},\d+,[^,]*,[^,]*,[-+*<>],/;
const HEAD = /^#Log-type: SMTP (?:Receive|Send) Protocol Log/;

export const exchange: Format = {
  name: 'exchange',
  vantage: 'server',
  detect: (lines) => count(lines, ROW, 3) + count(lines, HEAD, 3),
  open: () => createReader(),
};

function createReader(): FormatReader {
  let columns = COLUMNS.split(',');
  let fallback: 'server' | 'client' = 'server';

  function read(line: Line): readonly Piece[] | undefined {
    if (line.text.startsWith('#')) {
      if (line.text.startsWith('#Fields: ')) columns = line.text.slice(9).split(',');
      if (HEAD.test(line.text)) fallback = line.text.includes('Send') ? 'client' : 'server';
      return NOTHING;
    }
    if (!ROW.test(line.text)) return undefined;
    const fields = readCsv(line.text);
    const column = (name: string): Field => fields[columns.indexOf(name)] ?? { text: '', start: 0, end: 0 };
    const data = column('data');
    const piece: Piece = {
      line: line.number,
      start: line.start + data.start,
      end: line.start + data.end,
      from: 'note',
      text: data.text,
      key: column('session-id').text,
      time: column('date-time').text,
      peer: column('remote-endpoint').text.replace(/:\d+$/, ''),
    };
    const event = column('event').text;
    if (event === '<' || event === '>') return [{ ...piece, ...speaker(event === '>', piece.text) }];
    const remark = data.text === '' ? column('context') : data;
    const place = { start: line.start + remark.start, end: line.start + remark.end, text: remark.text };
    const mark = markOf(event, remark.text);
    return [{ ...piece, ...place, ...(mark === 'open' && { vantage: fallback }), ...(mark && { mark }) }];
  }

  return { read };
}

function markOf(event: string, remark: string): Mark | undefined {
  if (event === '+') return 'open';
  if (event === '-') return 'close';
  return /TLS protocol .{0,80} negotiation succeeded/.test(remark) ? 'tls' : undefined;
}

const OLD = /^(\d{1,2})\/(\d{1,2})\/(\d{2}|\d{4}) (\d{1,2}):(\d\d):(\d\d)(?: (AM|PM))? : (<<<|>>>) /;

export const exchange55: Format = {
  name: 'exchange-5.5',
  vantage: 'server',
  detect: (lines) => count(lines, OLD, 3),
  open: () => ({
    read(line) {
      const m = OLD.exec(line.text);
      if (!m) return undefined;
      const piece = pieceOf(line, m[0].length, { from: 'note', time: oldTime(m) });
      return piece.text.startsWith('IO: |') ? NOTHING : [{ ...piece, ...speaker(m[8] === '>>>', piece.text) }];
    },
  }),
};

function oldTime([, month, day, year, hour, minute, second, half]: readonly (string | undefined)[]): string {
  const century = year!.length === 4 ? '' : Number(year) < 70 ? '20' : '19';
  const hours = half === undefined ? Number(hour) : (Number(hour) % 12) + (half === 'PM' ? 12 : 0);
  return `${century}${year}-${two(month!)}-${two(day!)}T${two(hours)}:${minute}:${second}`;
}
