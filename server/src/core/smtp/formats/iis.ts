/**
 * The SMTP service of Windows 2000 to 2008 (IIS). One line a command, with the code of its reply, in the W3C form, whose columns
 * `#Fields:` names, IIS's own with commas, or that of NCSA. Of connections it opens itself, each line sent and received has a line of its own
 * (`OutboundConnectionCommand`, `OutboundConnectionResponse`). Blanks within a column are written `+`.
 */
import type { Line } from '../lines';
import type { Piece } from '../model';
import { monthNumber, two } from '../time';
import { count, NOTHING, type Format, type FormatReader } from './format';
import { readCsv, type Field } from './csv';

const USUAL =
  'date time c-ip cs-username s-sitename s-computername s-ip s-port cs-method cs-uri-stem cs-uri-query sc-status sc-win32-status sc-bytes cs-bytes time-taken cs-version cs-host cs(User-Agent) cs(Cookie) cs(Referer)';
const VERB = /^(?:EHLO|HELO|MAIL|RCPT|DATA|BDAT|RSET|QUIT|NOOP|VRFY|AUTH|STARTTLS|ETRN|TURN|HELP)$/;
const SERVICE = /[ ,]SMTPSVC\d+[ ,]/;
const NCSA =
  /^([\d.:a-fA-F]+) \S+ (\S+) \[(\d\d)\/([A-Z][a-z]{2})\/(\d{4}):(\d\d:\d\d:\d\d) ([+-]\d\d)(\d\d)\] "([A-Z]+|-)(?: ([^" ]*))?(?: SMTP)?" (\d{1,3}) /;
const CSV = /^[\d.:a-f]+, [^,]*, \d{1,2}\/\d{1,2}\/\d{2,4}, \d{1,2}:\d\d:\d\d, SMTPSVC\d+, /i;

export const iis: Format = {
  name: 'iis',
  vantage: 'server',
  detect: (lines) =>
    count(lines, SERVICE, 3) + detectRows(lines) + 3 * lines.filter((line) => ncsaRow(line) !== undefined).length,
  open: () => createReader(),
};

/** Rows whose columns are known and whose method is one of SMTP's: web servers write the same form. */
function detectRows(lines: readonly string[]): number {
  let method = -1;
  let score = 0;
  for (const line of lines) {
    if (line.startsWith('#Fields: ')) method = line.slice(9).split(' ').indexOf('cs-method');
    else if (method >= 0 && VERB.test(line.split(' ', method + 1)[method] ?? '')) score += 2;
  }
  return score;
}

interface Row {
  readonly address: string;
  readonly user: string;
  readonly time: string;
  readonly method: Field;
  readonly query: Field;
  readonly status: Field;
}

function createReader(): FormatReader {
  let columns = USUAL.split(' ');
  let date = '';

  function read(line: Line): readonly Piece[] | undefined {
    const { text } = line;
    if (text.startsWith('#')) {
      if (text.startsWith('#Fields: ')) columns = text.slice(9).trim().split(' ');
      date = /^#Date: (\d{4}-\d\d-\d\d)/.exec(text)?.[1] ?? date;
      return NOTHING;
    }
    const row = CSV.test(text) ? commaRow(text) : (ncsaRow(text) ?? w3cRow(text));
    return row && piecesOf(line, row);
  }

  function w3cRow(text: string): Row | undefined {
    const fields = words(text, columns.length + 1);
    if (fields.length < columns.length) return undefined;
    const column = (name: string): Field => fields[columns.indexOf(name)] ?? NONE;
    const user = column('cs-username').text;
    if (!VERB.test(column('cs-method').text) && !user.startsWith('OutboundConnection')) return undefined;
    const day = column('date').text || date;
    const clock = column('time').text;
    return {
      address: column('c-ip').text,
      user,
      time: day && clock ? `${day}T${clock}` : clock,
      method: column('cs-method'),
      query: column('cs-uri-query'),
      status: column('sc-status'),
    };
  }

  return { read };
}

/** Client, user, date, time, service, computer, server, milliseconds, bytes in, bytes out, status, Windows status, request, target, parameters. */
function commaRow(text: string): Row {
  const fields = readCsv(text).map(trimmed);
  const field = (at: number): Field => fields[at] ?? NONE;
  const [month = '', day = '', year = ''] = field(2).text.split('/');
  const date = `${year.length === 2 ? '20' : ''}${year}-${two(month)}-${two(day)}`;
  const [method, query] = [field(12), field(14)];
  const verb = { ...method, text: method.text.split(' ')[0]!, end: method.start + method.text.split(' ')[0]!.length };
  const [address, user] = [field(0).text, field(1).text];
  return { address, user, time: `${date}T${field(3).text.padStart(8, '0')}`, method: verb, query, status: field(10) };
}

/** Address, -, user, `[date]`, `"request target?parameters SMTP"`, status, bytes. */
function ncsaRow(text: string): Row | undefined {
  const m = NCSA.exec(text);
  if (!m || !(VERB.test(m[9]!) || m[2]!.startsWith('OutboundConnection'))) return undefined;
  const place = (said: string, from: number): Field => ({ text: said, start: from, end: from + said.length });
  const quote = text.indexOf('"') + 1;
  const target = m[10] ?? '';
  const at = target.indexOf('?');
  const query = target.slice(at + 1).replace(/^\+/, '');
  const from = quote + m[9]!.length + 1 + target.length - query.length;
  const status = place(m[11]!, text.indexOf('" ', quote) + 2);
  const time = `${m[5]}-${monthNumber(m[4]!) ?? '01'}-${m[3]}T${m[6]}${m[7]}:${m[8]}`;
  return { address: m[1]!, user: m[2]!, time, method: place(m[9]!, quote), query: at < 0 ? NONE : place(query, from), status };
}

function piecesOf(line: Line, row: Row): Piece[] {
  const { method, query, status, user } = row;
  const outbound = user.startsWith('OutboundConnection');
  const base = { line: line.number, time: row.time, peer: row.address, key: row.address + (outbound ? '>' : '') };
  const place = (a: Field, b: Field): { start: number; end: number } => ({
    start: line.start + a.start,
    end: line.start + b.end,
  });
  const said = query.text === '-' ? '' : query.text.replaceAll('+', ' ').trim();
  if (outbound) {
    const vantage = 'client' as const;
    if (user.endsWith('Response')) return [{ ...base, ...place(query, query), from: 'server', text: said, vantage }];
    const [a, b] = [method, said === '' ? method : query].sort((x, y) => x.start - y.start) as [Field, Field];
    return [{ ...base, ...place(a, b), from: 'client', text: `${method.text} ${said}`.trim(), vantage }];
  }
  const takes = said !== '' && !/^(?:DATA|QUIT|RSET|NOOP)$/.test(method.text);
  const command: Piece = {
    ...base,
    ...place(method, takes ? query : method),
    from: 'client',
    text: takes ? `${method.text} ${said}` : method.text,
  };
  const message: Piece = { ...base, start: command.end, end: command.end, from: 'client', text: '.', hidden: true };
  const code = /^[2-5]\d\d$/.test(status.text) ? status.text : undefined;
  const reply: Piece = { ...base, ...place(status, status), from: 'server', text: status.text };
  return [command, ...(method.text === 'DATA' && code?.startsWith('2') ? [message] : []), ...(code ? [reply] : [])];
}

const NONE: Field = { text: '', start: 0, end: 0 };

function trimmed(field: Field): Field {
  const text = field.text.trim();
  const start = field.start + (field.text.length - field.text.trimStart().length);
  return { text, start, end: start + text.length };
}

/** At most `most` words of a line, with their places. */
function words(text: string, most: number): Field[] {
  const found: Field[] = [];
  for (let at = 0; at < text.length && found.length < most;) {
    const space = text.indexOf(' ', at);
    const end = space < 0 ? text.length : space;
    if (end > at) found.push({ text: text.slice(at, end), start: at, end });
    at = end + 1;
  }
  return found;
}
