/**
 * Dumps of bytes: xxd, `hexdump -C`, od with `-c`, `-b` or `-t x1`, the packets of `tcpdump -X` and `-A`, and "Follow TCP Stream" of
 * Wireshark and tshark as hex or text. A line of the wire is where its first byte is.
 */
import type { Line } from '../lines';
import { decodeBase64 } from '../../base64';
import type { Piece } from '../model';
import { isCommandLine, startsWithCode } from '../wire';
import { NOTHING, type Format, type FormatReader } from './format';
import { createStreams } from './streams';

/** Bytes of a row, one character each, and its offset. */
interface Row {
  readonly offset: number;
  readonly bytes: string;
  readonly indent: string;
}

const HEX =
  /^([ \t]*)(?:0x)?([\da-fA-F]{4,8}):? {1,5}((?:[\da-fA-F]{2,8}[ -]{1,2}){0,31}[\da-fA-F]{2,8})(?= {2,}|\t| ?[|>]|\s*$)/;
/** Words of two bytes, as `hexdump`, `od -x` (hexadecimal) and `od` (octal) write them on machines with the low byte first. */
const WORDS = /^([ \t]*)([\da-f]{7}) +((?:[\da-f]{4} +){0,15}[\da-f]{4})\s*$/;
const OCTAL_WORDS = /^([ \t]*)([0-7]{7}) ((?:[01][0-7]{5} ){0,15}[01][0-7]{5})\s*$/;
const OCTAL = /^([ \t]*)([0-7]{7}) ((?: ?[0-3][0-7]{2}){1,32})\s*$/;
const CHARS = /^([ \t]*)([0-7]{6,8}|[\da-f]{6,8})(?= {3}\S(?: |$)| {2}\\\S| [0-7]{3}(?: |$)| {4,7}\S(?: |$))/;
const CELLS: Readonly<Record<string, string>> = {
  '\\r': '\r',
  '\\n': '\n',
  '\\t': '\t',
  '\\0': '\0',
  '\\a': '\x07',
  '\\b': '\b',
  '\\f': '\f',
  '\\v': '\v',
  '\\\\': '\\',
};
const MOST = 300; // a row is no longer

function rowOf(line: string): Row | undefined {
  if (line.length > MOST) return undefined;
  const octal = OCTAL.exec(line);
  if (octal) return { indent: octal[1]!, offset: parseInt(octal[2]!, 8), bytes: decode(octal[3]!.match(/[0-7]{3}/g)!, 8) };
  const words = WORDS.exec(line) ?? OCTAL_WORDS.exec(line);
  if (words) {
    const base = words[3]!.trim().split(' ')[0]!.length === 4 ? 16 : 8;
    const numbers = words[3]!.split(/ +/).map((word) => parseInt(word, base));
    const bytes = numbers.map((n) => String.fromCharCode(n & 255, n >> 8)).join('');
    return { indent: words[1]!, offset: parseInt(words[2]!, 16), bytes };
  }
  const hex = HEX.exec(line);
  if (hex) {
    const digits = hex[3]!.replace(/[ -]/g, '');
    if (digits.length % 2 === 0)
      return { indent: hex[1]!, offset: parseInt(hex[2]!, 16), bytes: decode(digits.match(/../g)!, 16) };
  }
  const chars = CHARS.exec(line);
  if (!chars) return undefined;
  const start = chars[1]!.length + chars[2]!.length;
  const cells = line.slice(start).match(/.{4}/g) ?? [];
  return { indent: chars[1]!, offset: parseInt(chars[2]!, 8), bytes: cells.map(cellOf).join('') };
}

function decode(numbers: readonly string[], base: number): string {
  return String.fromCharCode(...numbers.map((n) => parseInt(n, base) & 255));
}

function cellOf(cell: string): string {
  const text = cell.trim();
  if (text === '') return ' ';
  if (/^[0-7]{3}$/.test(text)) return decode([text], 8);
  return CELLS[text] ?? text.slice(-1);
}

/** What the line before a packet's bytes tells: `time IP host.port > host.port: Flags [P.], …, length 38`. */
interface Head {
  readonly time?: string;
  readonly from: string;
  readonly to: string;
  readonly flags: string;
}

const ENDPOINT = /^[\w:.-]+[.:][\w-]+$/;

function headOf(text: string): Head | undefined {
  const arrow = text.indexOf(' > ');
  if (arrow < 0 || arrow > MOST) return undefined;
  const colon = text.indexOf(': ', arrow);
  const from = text.slice(text.lastIndexOf(' ', arrow - 1) + 1, arrow).trim();
  const to = text.slice(arrow + 3, colon);
  if (colon < 0 || !ENDPOINT.test(from) || !ENDPOINT.test(to)) return undefined;
  const rest = text.slice(colon + 2, colon + 20);
  const flags = /^(?:Flags \[([^\]]*)\]|([SFPRWE.]+) |tcp (?=\d))/.exec(rest);
  if (!flags) return undefined;
  const time = /(?:^|\s)(\d\d:\d\d:\d\d(?:\.\d+)?) /.exec(text.slice(0, arrow))?.[1];
  return { from, to, flags: flags[1] ?? flags[2] ?? '', ...(time && { time }) };
}

const VERBOSE = /^(?:\d{4}-\d\d-\d\d )?(\d\d:\d\d:\d\d)(\.\d+)? (?:[\w.-]+ +(?:In|Out) +)?IP6? \(/;
const LENGTH = /\blength (\d+)(?=\D{0,40}$|:)/;
const SEGMENT = /^(\t?)(\d{1,9})$/;
const FOLLOW =
  /^Follow: tcp,(?:ascii|hex|raw)|^ {2}- packet: \d+$|^Node [01]: \S+:\d+$|^Filter: tcp\.stream|^char peer[01]_\d+\[\] = \{/;
const ARRAY = /^(?:0x[\da-f]{2},? ?)+(?:\};)?\s*$/;

export const dump: Format = {
  name: 'dump',
  vantage: 'both',
  detect(lines) {
    const bytes = lines.map((line) => rowOf(line)?.bytes ?? '');
    const rows = bytes.filter((b) => b !== '').length;
    const packets = lines.filter((line) => headOf(line) !== undefined).length;
    const follows = lines.filter((line) => FOLLOW.test(line)).length;
    const text = rows > 0 ? bytes.join('') : '';
    const smtp = /(?:^|[\n\0-\x1f\x80-\xff])(?:220[ -]|250[ -]|EHLO |HELO |MAIL FROM:|RCPT TO:)/i.test(text);
    const shown = lines.filter(
      (line) => startsWithCode(line) || isCommandLine(line) || /[^\w ](?:220 |EHLO |MAIL FROM:)/.test(line),
    ).length;
    if (rows >= 2 && smtp) return 3 * rows;
    if (packets >= 2 && shown > 1) return 3 * (packets + shown);
    return follows >= 2 ? 100 : 0;
  },
  open: () => createReader(),
};

interface Packet {
  readonly place: Line;
  readonly connection: string;
  readonly channel: string;
  readonly time?: string;
  readonly length: number | undefined;
  bytes: string;
  readonly texts: Line[];
  shown: number; // characters of them
}

/** Characters that the heads of IP and TCP can make, and what a line too many may have. */
const HEADS = 120;

function createReader(): FormatReader {
  const streams = createStreams();
  const numbers = new Map<string, number>(); // addresses → how many connections they had
  let packet: Packet | undefined;
  let follow = false;
  let segment: { left: number; channel: string } | undefined;
  let clock: string | undefined; // of the first of two lines about a packet
  const rows: { line: Line; row: Row }[] = []; // without packets
  const indents = new Set<string>(); // each side has its own, if there are two

  function read(line: Line): readonly Piece[] | undefined {
    const { text } = line;
    const verbose = VERBOSE.exec(text);
    const head = headOf(text);
    if (verbose && !head) {
      flush();
      clock = `${verbose[1]}${verbose[2] ?? ''}`;
      return NOTHING;
    }
    if (head) return begin(line, head);
    if (FOLLOW.test(text) || (follow && /^=+$/.test(text))) {
      follow = true;
      const peer = /^char peer(.)_/.exec(text)?.[1]; // "C Arrays"
      segment = peer === undefined ? undefined : { left: 0, channel: peer };
      return NOTHING;
    }
    const row = rowOf(text);
    if (row) return take(line, row);
    if (follow) return following(line);
    if (packet && packet.shown <= (packet.length ?? Infinity) + HEADS) {
      packet.texts.push(line);
      packet.shown += text.length + 1;
      return NOTHING;
    }
    return /^\*$|^[\da-f]{4,8}$/.test(text) ? NOTHING : undefined;
  }

  function begin(line: Line, { time, from, to, flags }: Head): readonly Piece[] {
    flush();
    const addresses = [from, to].sort().join(' ');
    if (flags.startsWith('S') && !flags.includes('.') && !/ ack /.test(line.text))
      numbers.set(addresses, (numbers.get(addresses) ?? 0) + 1);
    const connection = `${addresses} ${numbers.get(addresses) ?? 0}`;
    const when = time ?? clock;
    clock = undefined;
    const length =
      LENGTH.exec(line.text)?.[1] ?? /: tcp (\d+)$/.exec(line.text)?.[1] ?? /\((\d+)\)(?= ack| win|$)/.exec(line.text)?.[1];
    packet = {
      place: line,
      connection,
      channel: from,
      ...(when && { time: when }),
      length: length === undefined ? undefined : Number(length),
      bytes: '',
      texts: [],
      shown: 0,
    };
    return NOTHING;
  }

  /** What a packet carries, without the heads of IP and TCP. */
  function flush(): void {
    if (!packet) return;
    const { place, connection, channel, time, length, bytes, texts } = packet;
    packet = undefined;
    if (bytes !== '') streams.add(payloadOf(bytes), place, connection, channel, time);
    else if (length !== 0)
      for (const { line, text } of shownIn(texts, length)) streams.add(text + '\r\n', line, connection, channel, time);
  }

  function take(line: Line, row: Row): readonly Piece[] {
    if (packet) packet.bytes += row.bytes;
    else {
      indents.add(row.indent);
      rows.push({ line, row });
    }
    return NOTHING;
  }

  function following(line: Line): readonly Piece[] {
    const peer = /^ {4}peer: (\d)$/.exec(line.text)?.[1];
    if (peer) segment = { left: 0, channel: peer };
    const base64 = /^ {6}([\w+/]+=*)$/.exec(line.text)?.[1];
    const raw = /^(\t?)((?:[\da-f]{2}){4,})$/.exec(line.text);
    const array = ARRAY.test(line.text) ? line.text.match(/[\da-f]{2}(?=,| |$)/g)! : undefined;
    const hex = raw?.[2]!.match(/../g) ?? array;
    const bytes = base64 ? decodeBase64(base64) : hex && decode(hex, 16);
    if (bytes !== undefined) {
      streams.add(bytes, line, '', raw ? `raw${raw[1]}` : (segment?.channel ?? ''));
      return NOTHING;
    }
    const head = SEGMENT.exec(line.text);
    if (head && (!segment || segment.left <= 0)) {
      segment = { left: Number(head[2]), channel: head[1] === '' ? 'first' : 'second' };
      return NOTHING;
    }
    if (!segment || segment.left <= 0) return NOTHING;
    segment.left -= line.text.length + 2;
    streams.add(line.text + '\r\n', line, '', segment.channel);
    return NOTHING;
  }

  /** Packets whose heads only their bytes tell (`tshark -x`): each begins at offset 0. */
  function framed(): boolean {
    const frames: { line: Line; bytes: string }[] = [];
    for (const { line, row } of rows)
      if (row.offset === 0) frames.push({ line, bytes: row.bytes });
      else if (frames.length > 0) frames.at(-1)!.bytes += row.bytes;
    const sent = frames.flatMap(({ line, bytes }) => {
      const ends = endpointsOf(bytes);
      return ends ? [{ line, payload: payloadOf(bytes), ...ends }] : [];
    });
    if (sent.length < 3 || sent.length < frames.length / 2) return false;
    for (const { line, payload, from, to, opens } of sent) {
      const addresses = [from, to].sort().join(' ');
      if (opens) numbers.set(addresses, (numbers.get(addresses) ?? 0) + 1);
      streams.add(payload, line, `${addresses} ${numbers.get(addresses) ?? 0}`, from);
    }
    return true;
  }

  return {
    read,
    end() {
      flush();
      if (framed()) return streams.end();
      for (const { line, row } of rows) streams.add(row.bytes, line, '', indents.size === 2 ? `indent${row.indent}` : '');
      return streams.end();
    },
  };
}

/** Who sent a frame of Ethernet with TCP over IPv4, and whether it opens a connection; undefined if it is none. */
function endpointsOf(bytes: string): { from: string; to: string; opens: boolean } | undefined {
  const at = (i: number): number => bytes.charCodeAt(i) || 0;
  const ip = at(12) === 8 && at(13) === 0 ? 14 : 0;
  if (at(ip) >> 4 !== 4 || at(ip + 9) !== 6) return undefined;
  const tcp = ip + (at(ip) & 15) * 4;
  const end = (address: number, port: number): string =>
    `${[0, 1, 2, 3].map((i) => at(address + i)).join('.')}:${at(port) * 256 + at(port + 1)}`;
  return { from: end(ip + 12, tcp), to: end(ip + 16, tcp + 2), opens: (at(tcp + 13) & 0x12) === 2 };
}

function payloadOf(bytes: string): string {
  const at = (i: number): number => bytes.charCodeAt(i) || 0;
  let ip = 0;
  if (at(0) >> 4 !== 4 && at(0) >> 4 !== 6) ip = at(12) === 0x81 ? 18 : 14; // Ethernet's head before it
  const six = at(ip) >> 4 === 6;
  const total = six ? 40 + at(ip + 4) * 256 + at(ip + 5) : at(ip + 2) * 256 + at(ip + 3);
  const tcp = ip + (six ? 40 : (at(ip) & 15) * 4);
  const data = tcp + (at(tcp + 12) >> 4) * 4;
  return bytes.slice(data, total > 0 ? ip + total : undefined);
}

/** The lines of a packet shown as text: its last `length` bytes, of which CR is not shown. */
function shownIn(texts: readonly Line[], length: number | undefined): { line: Line; text: string }[] {
  const found: { line: Line; text: string }[] = [];
  let left = length ?? Infinity;
  for (let i = texts.length - 1; i >= 0 && left > 0; i--) {
    const line = texts[i]!;
    if (i === texts.length - 1 && line.text === '') continue;
    const room = left - 2;
    const text = line.text.length <= room || room < 0 ? line.text : line.text.slice(line.text.length - room);
    const start = length === undefined && i === 0 ? Math.max(0, text.search(/(?:[2-5]\d\d[ -]|[A-Z]{4}(?: |$))/)) : 0;
    found.unshift({ line, text: text.slice(start) });
    left -= line.text.length + 2;
  }
  return found;
}
