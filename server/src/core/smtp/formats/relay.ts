/**
 * Programs that stand in the stream and write before each piece of it which way it went: `curl --trace` and `--trace-ascii`,
 * `socat -v` and `-x`, `ngrep`, `tcpflow -c`. Below such a head stands what was carried, as text or as a dump.
 */
import type { Line } from '../lines';
import type { Piece } from '../model';
import { NOTHING, withEnds, type Format, type FormatReader } from './format';
import { createStreams } from './streams';

/** What a head tells of the bytes below it. */
interface Head {
  readonly program: 'curl-trace' | 'socat' | 'ngrep' | 'tcpflow';
  readonly from: string;
  readonly to: string;
  readonly time?: string;
  /** Bytes below it, where it counts them. */
  readonly length?: number;
  /** True if it is message text as curl read it: line ends and dots become those of SMTP on the way. */
  readonly raw?: boolean;
  /** True if it is the first of its side (socat). */
  readonly first?: boolean;
  /** Offset on its line at which the text begins already (tcpflow, `ngrep -W single`). */
  readonly rest?: number;
}

const CURL =
  /^(?:(\d\d:\d\d:\d\d\.\d{1,6}) )?(?:\[[\d-]{1,12}\] )?(<=|=>) (?:Recv|Send) (header|data|SSL data), (\d{1,9}) bytes \(0x[\da-f]+\)$/;
const CURL_INFO = /^(?:\d\d:\d\d:\d\d\.\d{1,6} )?(?:\[[\d-]{1,12}\] )?== Info: /;
const SOCAT = /^([<>]) (\d{4})\/(\d\d)\/(\d\d) (\d\d:\d\d:\d\d)\.\d{1,9} {1,2}length=(\d{1,9}) from=(\d{1,12}) to=\d{1,12}$/;
const NGREP =
  /^T (?:(\d{4})\/(\d\d)\/(\d\d) (\d\d:\d\d:\d\d)\.\d{1,6} )?([\w.:-]{1,60}:\d{1,5}) -> ([\w.:-]{1,60}:\d{1,5})(?: \[[A-Z]{0,6}\])?(?: #\d+)?(?:$| (?=\S))/;
/** A row of `ngrep -x`: its bytes in two columns. */
const NGREP_HEX = /^ {2}([\da-f]{2}[\da-f ]{48}) {4}/;
const TCPFLOW = /^((?:\d{3}\.){4}\d{5})-((?:\d{3}\.){4}\d{5}): /;

function headOf(text: string): Head | undefined {
  let m = CURL.exec(text);
  if (m) {
    const [from, to] = m[3] === 'SSL data' ? ['', ''] : m[2] === '=>' ? ['client', 'server'] : ['server', 'client'];
    const raw = m[3] === 'data' && from === 'client';
    return { program: 'curl-trace', from, to, length: Number(m[4]), raw, ...(m[1] && { time: m[1] }) };
  }
  if ((m = SOCAT.exec(text))) {
    const time = `${m[2]}-${m[3]}-${m[4]}T${m[5]}`;
    return { program: 'socat', from: m[1]!, to: m[1] === '<' ? '>' : '<', time, length: Number(m[6]), first: m[7] === '0' };
  }
  if ((m = NGREP.exec(text)))
    return {
      program: 'ngrep',
      from: m[5]!,
      to: m[6]!,
      ...(m[1] && { time: `${m[1]}-${m[2]}-${m[3]}T${m[4]}` }),
      ...(m[0].length < text.length && { rest: m[0].length }),
    };
  m = TCPFLOW.exec(text);
  return m ? { program: 'tcpflow', from: m[1]!, to: m[2]!, rest: m[0].length } : undefined;
}

export const relay: Format = {
  name: 'relay',
  vantage: 'both',
  detect(lines) {
    let heads = 0;
    let smtp = false;
    let below = false;
    for (const line of lines) {
      const head = headOf(line);
      if (head) heads++;
      const text = head ? line.slice(head.rest ?? line.length) : below ? line : '';
      smtp ||= SMTP.test(text);
      below = head !== undefined && head.rest === undefined;
    }
    return heads > 1 && smtp ? 8 * heads : 0;
  },
  open: () => createReader(),
};

/** How the first line below a head begins where it is SMTP, as text or in hexadecimal. */
const SMTP =
  /^(?:0{4}: | {2})?(?:[2-5]\d\d[ -]|(?:EHLO|HELO|MAIL FROM:|RCPT TO:|DATA|QUIT)\b| ?3[2-5] 3[0-5] 3\d (?:20|2d) | ?(?:45|65) (?:48|68) (?:4c|6c) (?:4f|6f) )/i;

const TRACED = /^([\da-f]{4,8}): /;
const HEX = /^ ?((?:[\da-f]{2} ){0,15}[\da-f]{2})(?= |$)/;
const SHORT_HEX = /^ ((?:[\da-f]{2} ){0,15}[\da-f]{2}) {2,}/;
const LONG_HEX = /^(?: [\da-f]{2})+$/;

function createReader(): FormatReader {
  const streams = createStreams();
  const names = new Map<string, Head['program']>();
  let head: Head | undefined;
  let connection = '';
  let count = 0; // connections, of programs that do not name them
  let spoke = new Set<string>(); // sides that spoke in this one
  let pos = 0; // bytes seen below the head
  let rows: Line[] = []; // below the head, of programs that do not count
  let row: Line | undefined; // the last one below the head
  let message = ''; // the last bytes of a message that curl sends, as far as they are needed to know its end

  function read(line: Line): readonly Piece[] | undefined {
    const { text } = line;
    const next = headOf(text);
    if (next) {
      finish();
      begin(next, line);
      return NOTHING;
    }
    if (CURL_INFO.test(text)) {
      finish();
      info(line, text);
      return NOTHING;
    }
    if (!head) return /^#+$/.test(text) ? NOTHING : undefined;
    if (head.from === '') return TRACED.test(text) ? NOTHING : undefined;
    if (head.program === 'curl-trace') return traced(line, head);
    if (head.program === 'socat') return carried(line, head);
    // Both write an empty line behind each piece; one of the wire's has a CR, which ngrep shows as a dot.
    if (text === '' && (head.program === 'ngrep' || (line.eol === 'lf' && rows.at(-1)?.eol === 'crlf'))) finish();
    else rows.push(line);
    return NOTHING;
  }

  function begin(next: Head, line: Line): void {
    head = next;
    const pair = [next.from, next.to].sort().join(' ');
    if (next.first && spoke.has(next.from)) another();
    spoke.add(next.from);
    const name = next.program === 'curl-trace' || next.program === 'socat' ? `${next.program} ${count}` : pair;
    if (next.from !== '') connection = name;
    names.set(connection, next.program);
    if (next.from === 'server' && message !== '' && row) endMessage(row);
    pos = 0;
    if (next.rest !== undefined) rows.push({ ...line, start: line.start + next.rest, text: line.text.slice(next.rest) });
  }

  /** curl adds the dot after what it read, and does not show it. */
  function endMessage(line: Line): void {
    if (!message.endsWith('\n')) add('\r\n', line, 'client');
    if (!message.endsWith('\n.\r\n')) add('.\r\n', line, 'client');
    message = '';
  }

  function another(): void {
    count++;
    spoke = new Set();
  }

  /** curl's remarks: a connection begins, TLS does. */
  function info(line: Line, text: string): void {
    if (/Info: +Trying /.test(text)) {
      if (spoke.size > 0) another();
      connection = `curl-trace ${count}`;
      streams.note(line, connection, 'open');
    } else if (text.includes('SSL connection using')) streams.note(line, connection, 'tls');
  }

  function add(bytes: string, line: Line, channel = head!.from): void {
    pos += bytes.length;
    row = line;
    let sent = bytes;
    if (head!.raw && channel === head!.from) {
      if (message === '' || message.endsWith('\n')) sent = sent.replace(/^\./, '..');
      sent = sent.replace(/\r?\n\./g, '\r\n..').replace(/(?<!\r)\n/g, '\r\n');
      message = (message + sent).slice(-8);
    }
    streams.add(sent, line, connection, channel, head?.time);
  }

  /** A row of curl's: 16 bytes and their text, or text up to a line's end, which only the offset of the next row shows. */
  function traced(line: Line, { length = 0 }: Head): readonly Piece[] | undefined {
    const offset = TRACED.exec(line.text);
    if (!offset) return undefined;
    const at = parseInt(offset[1]!, 16);
    if (at === pos + 2) add('\r\n', line);
    const rest = line.text.slice(offset[0].length);
    const hex = HEX.exec(rest)?.[1];
    const due = Math.min(16, length - at);
    const isHex = hex !== undefined && hex.length === 3 * due - 1;
    add(isHex ? decode(hex) : rest.slice(0, Math.max(0, length - pos)), line);
    return NOTHING;
  }

  /** What socat shows: text with escapes, or bytes. */
  function carried(line: Line, { length = 0 }: Head): readonly Piece[] | undefined {
    if (pos >= length) return line.text === '--' ? NOTHING : undefined;
    if (LONG_HEX.test(line.text)) add(decode(line.text.slice(1)), line);
    else {
      const hex = SHORT_HEX.exec(line.text)?.[1];
      if (hex !== undefined && line.text.length <= 50 + (hex.length + 1) / 3) add(decode(hex), line);
      else add(line.text.replace(/\\([rt\\])/g, (_, c: string) => (c === 'r' ? '\r' : c === 't' ? '\t' : c)) + '\n', line);
    }
    return NOTHING;
  }

  /** The bytes below a head are all there. */
  function finish(): void {
    const below = rows;
    rows = [];
    if (!head) return;
    if (head.program === 'curl-trace' && head.from !== '') {
      if (head.length === pos + 2 && row) add('\r\n', row);
      head = undefined;
      return;
    }
    if (head.program === 'tcpflow') {
      if (below.at(-1)?.text === '') below.pop();
      for (const line of below) add(line.text + '\r\n', line);
    } else if (head.program === 'ngrep') {
      const shown = below.filter(({ text }) => !/^#*(?:exit)?$/.test(text));
      const hex = shown.map((line) => NGREP_HEX.exec(line.text)?.[1]);
      if (hex.length > 0 && !hex.includes(undefined)) shown.forEach((line, i) => add(decode(hex[i]!.replace(/ +/g, ' ')), line));
      else if (shown[0] && (head.rest !== undefined || shown[0].text.startsWith('  '))) {
        const text = shown
          .map((line) => line.text.replace(/^ {2}/, ''))
          .join('')
          .trimEnd();
        add(withEnds(text), shown[0]);
      } else for (const line of shown) add(line.text.endsWith('.') ? line.text.slice(0, -1) + '\r\n' : line.text + '\n', line);
    }
    head = undefined;
  }

  function end(): Piece[] {
    finish();
    return streams
      .end()
      .map((piece) => (names.get(piece.key) === 'curl-trace' ? { ...piece, vantage: 'client' as const } : piece));
  }

  return { read, end, name: (key) => names.get(key) ?? 'relay' };
}

function decode(hex: string): string {
  return hex.replace(/([\da-f]{2}) ?/g, (_, byte: string) => String.fromCharCode(parseInt(byte, 16)));
}
