/** Goes through the lines of a sendmail -X log once and finds out whose they are, and what is said of each strand's shape. */
import { lineSpan, type Source } from '../../text';
import { detectFormat } from '../detect';
import { sendmailX } from '../formats/sendmail-x';
import { lineOf, type Line } from '../lines';
import { marksOfScanners, type ScannerMarks } from '../signs';
import { isCommandLine } from '../wire';
import { addTo, newStrand, type Birth, type Strand } from './forks';
import { createKinds, type Kind, type KindOf } from './kinds';

/** What was found. The tables are by line (from 0), and longer than there are lines. */
export interface Scan {
  readonly source: Source & { readonly lineStarts: number[] };
  /** By their beginnings. */
  readonly strands: Strand[];
  /** The number of its strand, 0 for none. */
  owners: Int32Array;
  /** The next line of its strand, 0 for none. */
  nextLines: Int32Array;
  /** 1 for a line that is more of the same: text behind text, and recipients accepted behind such, with what the server said. */
  repeats: Uint8Array;
  /** The first line that ends in LF alone, and whether some line shows how it ended on the wire. */
  mixedFrom: number;
  keepsEnds: boolean;
}

/** A scan under way. */
interface Scanner extends Scan {
  readonly text: string;
  readonly processes: Map<number, Process>;
  readonly kindOf: KindOf;
  readonly marks: ScannerMarks;
  /** What was found last that a reader has to look at, a mark of a scanner, an asterisk: where, Infinity behind the last one. */
  strange: number;
  mark: number;
  star: number;
  /** The last lines of the wire, a server's as ~line, and how many there were. */
  readonly ring: Int32Array;
  spoken: number;
  /** True if a reader must read it all. */
  unfit: boolean;
  births: boolean;
  wholes: boolean;
  /** Whose the last line was, and lines behind it that are nobody's. */
  before: Strand | undefined;
  prose: number[];
  lastKey: number;
  lastProcess: Process | undefined;
}

interface Process {
  strand: Strand;
  /** False until it is known to be the server's. */
  settled: boolean;
}

/** How many lines the reader looks at to find the format, and how many others in a row make it look again. */
const WINDOW = 64;
/** How many lines of the wire a reply may stand behind its command (strands.ts). */
const REACH = 32;
/** Characters. Longer lines may be longer than SMTP allows. */
const LONG_LINE = 300;
const LONG_TEXT = 900;

/** As in formats/sendmail-x.ts: what a line begins with, and what is no line of the wire. */
export const LINE = /^\s*(\d{1,10}) (<<<|>>>|===)(?: |$)/;
export const LOST = /^\[(?:EOF|TIMEOUT)\]$/;
/** What only a reader understands: a lone CR and what is no text at all; and that or a byte above 127. */
const UNFIT = /[\0-\x08\v\f\x0e-\x1f\x7f]|\r(?!\n)/;
const STRANGE = /[^\t\n\r -~]|\r(?!\n)/g;

const UPGRADES = new Set(['STARTTLS', 'XCLIENT', 'XFORWARD']);
const HELLO = new Set(['EHLO', 'HELO', 'LHLO']);

/** How a received line ended: not known, CR LF, LF. */
const NO_END = 0;
const CRLF = 1;
const LF = 2;
/** Symbols of what has no kind: a greeting; a line of text and the final dot, each by its line end. Kinds come behind them. */
const GREETING = 0;
const TEXT = 1;
const DOT = 4;
const KINDS = 8;
/** Who said a line that has a kind. */
const CLIENT = 0;
const SERVER = 1;
const NOTE = 2;

const CR = 13;
const BLANK = 32;
const PERIOD = 46;
const ZERO = 48;
const RECEIVED = 60; // <
const REMARK = 61; // =
const SENT = 62; // >
const BRACKET = 91;
const M = 77;
const HAT = 94;

const STARS = /\*/g;

const SOME = 256;

/** Scans a log. Undefined if it is none of sendmail -X, or one that must be read to be understood. Linear in the text. */
export function scanLog(text: string): Scan | undefined {
  const room = text.length >> 4;
  const scanner: Scanner = {
    text,
    source: { text, lineStarts: [0] },
    strands: [],
    owners: new Int32Array(room),
    nextLines: new Int32Array(room),
    repeats: new Uint8Array(room),
    mixedFrom: Infinity,
    keepsEnds: false,
    processes: new Map(),
    kindOf: createKinds(),
    marks: marksOfScanners(),
    strange: -1,
    mark: -1,
    star: -1,
    ring: new Int32Array(REACH).fill(-1),
    spoken: 0,
    unfit: false,
    births: false,
    wholes: false,
    before: undefined,
    prose: [],
    lastKey: -1,
    lastProcess: undefined,
  };
  for (let start = 0; start < text.length && !scanner.unfit;) start = takeSome(scanner, start);
  const { lineStarts } = scanner.source;
  const count = lineStarts.length - (lineStarts.at(-1) === text.length ? 1 : 0);
  const { unfit, births, wholes, prose } = scanner;
  if (unfit || count < WINDOW || (births && wholes) || (prose.length > 0 && isLog(scanner, prose))) return undefined;
  const { source, strands, owners, nextLines, repeats, mixedFrom, keepsEnds } = scanner;
  return { source, strands, owners, nextLines, repeats, mixedFrom, keepsEnds };
}

/** Takes some lines from an offset on and gives the offset behind them: so few that the loop is compiled as any function. */
function takeSome(s: Scanner, from: number): number {
  const { text } = s;
  const { lineStarts } = s.source;
  let start = from;
  for (let left = SOME; left > 0 && start < text.length; left--) {
    const feed = text.indexOf('\n', start);
    const next = feed < 0 ? text.length : feed + 1;
    take(s, lineStarts.length - 1, start, next, feed);
    if (feed >= 0) lineStarts.push(next);
    start = next;
  }
  return start;
}

function take(s: Scanner, number: number, start: number, next: number, feed: number): void {
  const { text } = s;
  if (number === s.owners.length) {
    s.owners = grown(s.owners, new Int32Array(number * 2 + 1));
    s.nextLines = grown(s.nextLines, new Int32Array(number * 2 + 1));
    s.repeats = grown(s.repeats, new Uint8Array(number * 2 + 1));
  }
  let to = feed < 0 ? next : feed;
  let end: number = NO_END;
  if (feed >= 0) {
    if (to > start && text.charCodeAt(to - 1) === CR) {
      to--;
      if (s.mixedFrom < number) end = CRLF;
    } else {
      end = LF;
      if (s.mixedFrom > number) s.mixedFrom = number;
    }
  }
  // A CR as pagers show it.
  if (end !== CRLF && to - 2 >= start && text.charCodeAt(to - 1) === M && text.charCodeAt(to - 2) === HAT) {
    to -= 2;
    end = CRLF;
  }
  if (s.strange < start) s.strange = placeOf(STRANGE, text, start);
  const oddAt = s.strange < next ? s.strange : -1;
  if (oddAt >= 0 && UNFIT.test(text.slice(oddAt, next))) s.unfit = true;

  let i = start;
  let key = 0;
  for (; i < to; i++) {
    const digit = text.charCodeAt(i) - ZERO;
    if (digit < 0 || digit > 9) break;
    key = key * 10 + digit;
  }
  const digits = i - start;
  const marker = text.charCodeAt(i + 1);
  const isLine =
    digits > 0 &&
    digits <= 10 &&
    i + 4 <= to &&
    text.charCodeAt(i) === BLANK &&
    (marker === RECEIVED || marker === SENT || marker === REMARK) &&
    text.charCodeAt(i + 2) === marker &&
    text.charCodeAt(i + 3) === marker &&
    (i + 4 === to || text.charCodeAt(i + 4) === BLANK);
  if (!isLine) return foreign(s, number, start, to);

  key = key * 16 + digits;
  if (key !== s.lastKey) {
    s.lastKey = key;
    s.lastProcess = s.processes.get(key);
  }
  const said = Math.min(i + 5, to);
  const strand =
    marker === REMARK
      ? remark(s, number, said, to)
      : marker === RECEIVED
        ? received(s, number, said, to, end)
        : sent(s, number, said, to);
  if (oddAt >= 0) strand.odd = true;
  s.before = strand;
}

/** A line of no process. Between two lines of one connection it is a remark, elsewhere it is nothing. */
function foreign(s: Scanner, number: number, start: number, to: number): void {
  s.prose.push(number);
  // With blanks in front it is of the format all the same.
  s.unfit ||= number < WINDOW || s.prose.length >= WINDOW || LINE.test(s.text.slice(start, to));
}

/** Puts a line at the end of a strand, behind the prose that stood before it. */
function append(s: Scanner, strand: Strand, number: number): Strand {
  if (s.prose.length > 0) {
    if (isLog(s, s.prose)) s.unfit = true;
    const own = strand === s.before ? s.prose : [];
    s.prose = [];
    if (own.length > 0) strand.odd = true;
    for (const line of own) append(s, strand, line);
  }
  if (strand.last >= 0) s.nextLines[strand.last] = number;
  else strand.first = number;
  strand.last = number;
  s.owners[number] = strand.number;
  return strand;
}

/** True if lines that are not of this format are of another. */
function isLog(s: Scanner, numbers: readonly number[]): boolean {
  const current = { format: sendmailX, wraps: [] };
  return (
    detectFormat(
      numbers.map((number) => lineAt(s, number)),
      (one) => one.format === current.format && one.wraps.length === 0,
    ) !== undefined
  );
}

function remark(s: Scanner, number: number, said: number, to: number): Strand {
  const { strand } = processOf(s);
  if (strand.whole) return append(s, strand, number);
  if (s.text.startsWith('CONNECT ', said)) return whole(s, strand, number);
  append(s, strand, number);
  add(strand, kindAt(s, strand, said, to, false), NOTE, NO_END);
  return strand;
}

function received(s: Scanner, number: number, said: number, to: number, end: number): Strand {
  const process = processOf(s);
  const { strand } = process;
  const lost = s.text.charCodeAt(said) === BRACKET && LOST.test(s.text.slice(said, to));
  if (end === CRLF && !lost) s.keepsEnds = true;
  if (strand.whole) return append(s, strand, number);
  if (!process.settled && !isCommandLine(s.text.slice(said, to))) return whole(s, strand, number);
  process.settled = true;
  if (lost) {
    append(s, strand, number);
    add(strand, kindAt(s, strand, said, to, false), NOTE, NO_END);
    strand.odd ||= strand.text;
    strand.text = false;
    strand.done = strand.eof = true;
    return strand;
  }
  if (strand.text) {
    textLine(s, strand, number, said, to, end);
    return speak(s, append(s, strand, number), number, true);
  }
  const kind = kindAt(s, strand, said, to, true);
  const own = strand.done && HELLO.has(kind.verb) ? begin(s, process) : strand;
  append(s, own, number);
  own.again = kind.verb === 'RCPT' && own.accepted === kind && own.acceptedEnd === end ? { ...own.sum } : undefined;
  if (!own.again) own.accepted = undefined;
  own.acceptedEnd = end;
  add(own, kind, CLIENT, end);
  own.odd ||= kind.odd || to - said > LONG_LINE;
  own.verb = kind.verb;
  own.upgrades ||= UPGRADES.has(kind.verb);
  own.lastText = -1;
  return speak(s, own, number, true);
}

/** Takes a line of a message. */
function textLine(s: Scanner, strand: Strand, number: number, said: number, to: number, end: number): void {
  const first = s.text.charCodeAt(said);
  if (first === PERIOD && to === said + 1) {
    addTo(strand.sum, DOT + end);
    strand.text = false;
    strand.verb = '';
    strand.lastText = end;
    return;
  }
  if (strand.lastText !== end) addTo(strand.sum, TEXT + end);
  else s.repeats[number] = 1;
  strand.lastText = end;
  if (s.mark < said) s.mark = placeOf(s.marks.anywhere, s.text, said);
  if (to - said > LONG_TEXT || s.mark < to) strand.odd = true;
  if (s.marks.first.has(first)) {
    s.marks.start.lastIndex = said;
    if (s.marks.start.test(s.text)) strand.odd = true;
  }
}

function sent(s: Scanner, number: number, said: number, to: number): Strand {
  const process = processOf(s);
  const { strand } = process;
  if (strand.whole) return append(s, strand, number);
  const greets = s.text.startsWith('220 ', said);
  const kind = greets ? undefined : kindAt(s, strand, said, to, false);
  const code = kind ? kind.code : 220;
  if (!process.settled && code === 0) return whole(s, strand, number);
  process.settled = true;
  if (code === 0) {
    append(s, strand, number);
    add(strand, kind!, NOTE, NO_END);
    return strand;
  }
  // Whether the text began with a verb counts here, and it was not looked at.
  if (strand.lastText >= 0 && (code === 220 || (strand.text && (code === 221 || code === 240)))) s.unfit = true;
  const own = beginsAnother(s, strand, code, said, to) ? begin(s, process) : strand;
  if (own.spoken < 0 && code !== 220 && code !== 421 && code !== 554) own.birth = waiting(s);
  append(s, own, number);
  if (s.star < said) s.star = placeOf(STARS, s.text, said);
  if (greets && own.spoken < 0 && s.star >= to) addTo(own.sum, GREETING);
  else {
    const exact = kind ?? kindAt(s, own, said, to, false);
    if (!recipient(s, own, exact, number)) add(own, exact, SERVER, NO_END);
    own.odd ||= exact.odd;
  }
  own.odd ||= own.text || to - said > LONG_LINE;
  own.text = code === 354 && kind?.more === false && own.asked && own.verb === 'DATA';
  own.lastText = -1;
  own.answered = true;
  own.upgrades = false;
  own.more = kind?.more ?? false;
  if (code === 220 && UPGRADES.has(own.verb)) own.verb = '';
  if (own.verb === 'QUIT' && (code === 221 || code === 240)) own.done = true;
  return speak(s, own, number, false);
}

/** Notes a recipient that is accepted; true if the one before was so in the same words, so that nothing is added to the shape. */
function recipient(s: Scanner, strand: Strand, reply: Kind, number: number): boolean {
  const { again, accepted, acceptedReply } = strand;
  strand.again = undefined;
  if (!strand.asked || strand.verb !== 'RCPT' || reply.code !== 250 || reply.more) strand.accepted = undefined;
  else if (again && accepted && acceptedReply === reply) {
    Object.assign(strand.sum, again);
    s.repeats[strand.spoken] = s.repeats[number] = 1;
    strand.kind = reply;
    return true;
  } else {
    strand.accepted = strand.kind;
    strand.acceptedReply = reply;
  }
  return false;
}

/** As in session.ts. */
function beginsAnother(s: Scanner, strand: Strand, code: number, said: number, to: number): boolean {
  if (strand.more || !strand.answered) return false;
  if (strand.done) return !(code === 421 && strand.eof);
  if (code !== 220 || strand.upgrades || UPGRADES.has(strand.verb)) return false;
  return !(strand.verb === 'NOOP' && s.text.slice(said + 4, to) === 'OK');
}

function speak(s: Scanner, strand: Strand, number: number, client: boolean): Strand {
  s.ring[s.spoken++ % REACH] = client ? number : ~number;
  strand.spoken = number;
  strand.asked = client;
  return strand;
}

/** Lines of clients among the last ones that nothing has answered yet. */
function waiting(s: Scanner): Birth {
  s.births = true;
  const found: Birth[number][] = [];
  for (let i = s.spoken - 1; i >= 0 && i >= s.spoken - REACH; i--) {
    const line = s.ring[i % REACH]!;
    const home = line < 0 ? undefined : s.strands[s.owners[line]! - 1];
    if (home?.spoken === line && !home.text)
      found.push({ home, line, at: { ...home.sum }, plain: home.last === line && home.lastText < 0 });
  }
  return found;
}

/** From here on nothing is told apart: what the process has to do with other hosts, the middle of a session. */
function whole(s: Scanner, strand: Strand, number: number): Strand {
  s.wholes = strand.whole = strand.odd = true;
  return append(s, strand, number);
}

function processOf(s: Scanner): Process {
  if (!s.lastProcess) {
    s.strands.push(newStrand(s.strands.length + 1));
    s.lastProcess = { strand: s.strands.at(-1)!, settled: false };
    s.processes.set(s.lastKey, s.lastProcess);
  }
  return s.lastProcess;
}

function begin(s: Scanner, process: Process): Strand {
  process.strand = newStrand(s.strands.length + 1);
  s.strands.push(process.strand);
  return process.strand;
}

/** The kind of a line. Mostly it is word for word what followed a line like the last one before. */
function kindAt(s: Scanner, strand: Strand, said: number, to: number, client: boolean): Kind {
  const guess = strand.kind?.next;
  if (guess?.client === client && guess.text.length === to - said && s.text.startsWith(guess.text, said)) return guess;
  const kind = s.kindOf(s.text, said, to, client);
  if (strand.kind) strand.kind.next = kind;
  return kind;
}

function add(strand: Strand, kind: Kind, who: number, end: number): void {
  strand.kind = kind;
  addTo(strand.sum, KINDS + (kind.id * 3 + who) * 3 + end);
}

/** Where the first match of a global expression from an offset on is; Infinity if there is none. */
function placeOf(pattern: RegExp, text: string, from: number): number {
  pattern.lastIndex = from;
  return pattern.exec(text)?.index ?? Infinity;
}

function grown<T extends Int32Array | Uint8Array>(from: T, to: T): T {
  to.set(from);
  return to;
}

/** A line as a reader takes it. */
export function lineAt({ source, mixedFrom }: Scan, number: number): Line {
  const { start, end } = lineSpan(source, number);
  const eol = end === source.text.length ? undefined : source.text.charCodeAt(end) === CR ? 'crlf' : 'lf';
  return lineOf(number, start, source.text.slice(start, end), eol, mixedFrom <= number);
}

/** The lines of some strands, rising. */
export function linesOf(scan: Scan, strands: readonly Strand[]): number[] {
  const lines: number[] = [];
  for (const { first, last } of strands)
    for (let line = first; line >= 0; line = line === last ? -1 : scan.nextLines[line]!) lines.push(line);
  return strands.length > 1 ? lines.sort((a, b) => a - b) : lines;
}
