/**
 * A sendmail -X log at a glance: which lines are whose, and which connections are alike, without a piece or an event made.
 *
 * The connections are those that formats/sendmail-x.ts, session.ts and strands.ts find. Their shape is the sequence of their lines,
 * each by its kind (kinds.ts); lines of message text in which nothing is to be found count as one. Who has read one connection
 * of a shape knows what the rules say of the others. What is out of the ordinary (the middle of a session, outgoing connections,
 * logins, BDAT, text that is no command, 8-bit bytes …) makes a connection odd: it is read by itself, as ever. What cannot be
 * surveyed makes the whole log unfit: a lone CR, control characters, another log in between.
 */
import { lineSpan, type Source } from '../../text';
import { detectFormat } from '../detect';
import { sendmailX } from '../formats/sendmail-x';
import { lineOf, type Line } from '../lines';
import type { Piece, Session } from '../model';
import { createReader } from '../reader';
import { sessionOf } from '../session';
import { marksOfScanners } from '../signs';
import { isCommandLine, startsWithCode } from '../wire';
import { addTo, joinForks, shapeOf, type Birth, type Strand } from './forks';
import { createKinds } from './kinds';

/** A connection, or all that a process wrote whose connections cannot be told apart at a glance. */
export interface Connection {
  /** Equal numbers: the rules say the same. Undefined: like no other. */
  readonly shape: number | undefined;
  /** Its lines, from 0, rising. */
  lines(): number[];
  /** Those of them that are no message text; the final dot is among them. */
  linesBesidesText(): number[];
}

/** A log that was surveyed. */
export interface Survey {
  readonly source: Source;
  /** In the order of their beginnings. */
  readonly connections: readonly Connection[];
  /** The sessions of one, read in full. */
  read(connection: Connection): readonly Session[];
  /** The session that some lines (from 0) of one connection with a shape make, read as if the others were not there. */
  readLines(lines: readonly number[]): Session;
  /** What a line (from 0) belongs to. */
  at(line: number): Connection | undefined;
}

/** How many lines the reader looks at to find the format, and how many others in a row make it look again. */
const WINDOW = 64;
/** How many lines of the wire a reply may stand behind its command (strands.ts). */
const REACH = 32;
/** Characters. Longer lines may be longer than SMTP allows. */
const LONG_LINE = 300;
const LONG_TEXT = 900;

/** As in formats/sendmail-x.ts. */
const LINE = /^\s*(\d{1,10}) (<<<|>>>|===)(?: |$)/;
const LOST = /^\[(?:EOF|TIMEOUT)\]$/;
/** What only a reader understands: a lone CR and what is no text at all; and that or a byte above 127. */
const UNFIT = /[\0-\x08\v\f\x0e-\x1f\x7f]|\r(?!\n)/;
const STRANGE = /[^\t\n\r -~]|\r(?!\n)/g;

const UPGRADES = new Set(['STARTTLS', 'XCLIENT', 'XFORWARD']);
const HELLO = new Set(['EHLO', 'HELO', 'LHLO']);

/** How a received line ended: not known, CR LF, LF. */
const [NO_END, CRLF, LF] = [0, 1, 2] as const;
/** Symbols of what has no kind: a greeting; a line of text and the final dot, each by its line end. Kinds come behind them. */
const [GREETING, TEXT, DOT, KINDS] = [0, 1, 4, 8] as const;
const [CLIENT, SERVER, NOTE] = [0, 1, 2] as const;

const [RECEIVED, SENT, REMARK] = ['<', '>', '='].map((c) => c.charCodeAt(0)) as [number, number, number];
const [BLANK, PERIOD, ZERO, CR, HAT, M] = [' ', '.', '0', '\r', '^', 'M'].map((c) => c.charCodeAt(0)) as [
  number,
  number,
  number,
  number,
  number,
  number,
];

interface Process {
  strand: Strand;
  /** False until it is known to be the server's. */
  settled: boolean;
}

/** Surveys a log. Undefined if it is none of sendmail -X, or one that must be read to be understood. Linear in the text. */
export function surveyLog(text: string): Survey | undefined {
  const lineStarts: number[] = [0];
  const source: Source = { text, lineStarts };
  // By line: the number of its strand (0: none), the next line of that (0: none), and whether it is message text.
  let owners = new Int32Array(text.length >> 4);
  let nextLines = new Int32Array(text.length >> 4);
  let texts = new Uint8Array(text.length >> 4);
  const strands: Strand[] = [];
  const processes = new Map<number, Process>();
  const kindOf = createKinds();
  const marks = marksOfScanners();
  const strange = finder(text, STRANGE);
  const scanned = finder(text, marks.anywhere);
  const stars = finder(text, /\*/g);
  const ring = new Array<number>(REACH).fill(-1); // the last lines of the wire, a server's as ~line
  let spoken = 0; // how many there were
  let mixedFrom = Infinity; // the first line that ends in LF alone
  let keepsEnds = false;
  let unfit = false;
  let [births, wholes] = [false, false];
  let before: Strand | undefined; // whose the last line was
  let prose: number[] = []; // lines behind it that are nobody's
  let [lastKey, lastProcess] = [-1, undefined as Process | undefined];

  let count = 0; // of lines
  for (let start = 0; start < text.length && !unfit; count++) {
    const feed = text.indexOf('\n', start);
    const next = feed < 0 ? text.length : feed + 1;
    take(count, start, next, feed);
    if (feed >= 0) lineStarts.push(next);
    start = next;
  }
  unfit ||= count < WINDOW || (births && wholes) || (prose.length > 0 && isLog(prose));
  if (unfit) return undefined;
  joinForks(strands, nextSpoken);
  return surveyed();

  function take(number: number, start: number, next: number, feed: number): void {
    if (number === owners.length) {
      owners = doubled(owners, new Int32Array(number * 2 + 1));
      nextLines = doubled(nextLines, new Int32Array(number * 2 + 1));
      texts = doubled(texts, new Uint8Array(number * 2 + 1));
    }
    let to = feed < 0 ? next : feed;
    let end: number = NO_END;
    if (feed >= 0) {
      if (to > start && text.charCodeAt(to - 1) === CR) {
        to--;
        if (mixedFrom < number) end = CRLF;
      } else {
        end = LF;
        if (mixedFrom > number) mixedFrom = number;
      }
    }
    // A CR as pagers show it.
    if (end !== CRLF && to - 2 >= start && text.charCodeAt(to - 1) === M && text.charCodeAt(to - 2) === HAT) {
      to -= 2;
      end = CRLF;
    }
    const oddAt = strange(start, next);
    if (oddAt >= 0 && UNFIT.test(text.slice(oddAt, next))) unfit = true;

    let [i, key] = [start, 0];
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
    if (!isLine) return foreign(number, start, to);

    key = key * 16 + digits;
    if (key !== lastKey) [lastKey, lastProcess] = [key, processes.get(key)];
    const said = Math.min(i + 5, to);
    const strand =
      marker === REMARK
        ? remark(number, said, to)
        : marker === RECEIVED
          ? received(number, said, to, end)
          : sent(number, said, to);
    if (oddAt >= 0) strand.odd = true;
    before = strand;
  }

  /** A line of no process. Between two lines of one connection it is a remark, elsewhere it is nothing. */
  function foreign(number: number, start: number, to: number): void {
    prose.push(number);
    // With blanks in front it is of the format all the same.
    unfit ||= number < WINDOW || prose.length >= WINDOW || LINE.test(text.slice(start, to));
  }

  /** Puts a line at the end of a strand, behind the prose that stood before it. */
  function append(strand: Strand, number: number): Strand {
    if (prose.length > 0) {
      if (isLog(prose)) unfit = true;
      const own = strand === before ? prose : [];
      prose = [];
      if (own.length > 0) strand.odd = true;
      for (const line of own) append(strand, line);
    }
    if (strand.last >= 0) nextLines[strand.last] = number;
    else strand.first = number;
    strand.last = number;
    owners[number] = strand.number;
    return strand;
  }

  /** True if lines that are not of this format are of another. */
  function isLog(numbers: readonly number[]): boolean {
    const current = { format: sendmailX, wraps: [] };
    return detectFormat(numbers.map(lineAt), (one) => one.format === current.format && one.wraps.length === 0) !== undefined;
  }

  function remark(number: number, said: number, to: number): Strand {
    const { strand } = processOf();
    if (strand.whole) return append(strand, number);
    if (text.startsWith('CONNECT ', said)) return whole(strand, number);
    append(strand, number);
    add(strand, kindOf(text, said, to, false).id, NOTE, NO_END);
    return strand;
  }

  function received(number: number, said: number, to: number, end: number): Strand {
    const process = processOf();
    const { strand } = process;
    const lost = text[said] === '[' && LOST.test(text.slice(said, to));
    if (end === CRLF && !lost) keepsEnds = true;
    if (strand.whole) return append(strand, number);
    if (!process.settled && !isCommandLine(text.slice(said, to))) return whole(strand, number);
    process.settled = true;
    if (lost) {
      append(strand, number);
      add(strand, kindOf(text, said, to, false).id, NOTE, NO_END);
      strand.odd ||= strand.text;
      strand.text = false;
      strand.done = strand.eof = true;
      return strand;
    }
    if (strand.text) {
      texts[number] = textLine(strand, said, to, end) ? 1 : 0;
      return speak(append(strand, number), number, true);
    }
    const kind = kindOf(text, said, to, true);
    const own = strand.done && HELLO.has(kind.verb) ? begin(process) : strand;
    append(own, number);
    add(own, kind.id, CLIENT, end);
    own.odd ||= kind.odd || to - said > LONG_LINE;
    own.verb = kind.verb;
    own.upgrades ||= UPGRADES.has(kind.verb);
    own.lastText = -1;
    return speak(own, number, true);
  }

  /** Takes a line of a message; false if it is the final dot. */
  function textLine(strand: Strand, said: number, to: number, end: number): boolean {
    const first = text.charCodeAt(said);
    if (first === PERIOD && to === said + 1) {
      addTo(strand.sum, DOT + end);
      strand.text = false;
      strand.verb = '';
      strand.lastText = end;
      return false;
    }
    if (strand.lastText !== end) addTo(strand.sum, TEXT + end);
    strand.lastText = end;
    if (to - said > LONG_TEXT || scanned(said, to) >= 0) strand.odd = true;
    if (marks.first.has(first)) {
      marks.start.lastIndex = said;
      if (marks.start.test(text)) strand.odd = true;
    }
    return true;
  }

  function sent(number: number, said: number, to: number): Strand {
    const process = processOf();
    const { strand } = process;
    if (strand.whole) return append(strand, number);
    const greets = text.startsWith('220 ', said);
    const kind = greets ? undefined : kindOf(text, said, to, false);
    const code = kind ? kind.code : 220;
    if (!process.settled && code === 0) return whole(strand, number);
    process.settled = true;
    if (code === 0) {
      append(strand, number);
      add(strand, kind!.id, NOTE, NO_END);
      return strand;
    }
    // Whether the text began with a verb counts here, and it was not looked at.
    if (strand.lastText >= 0 && (code === 220 || (strand.text && (code === 221 || code === 240)))) unfit = true;
    const own = beginsAnother(strand, code, said, to) ? begin(process) : strand;
    if (own.spoken < 0 && code !== 220 && code !== 421 && code !== 554) own.birth = waiting();
    append(own, number);
    if (greets && own.spoken < 0 && stars(said, to) < 0) addTo(own.sum, GREETING);
    else {
      const exact = kind ?? kindOf(text, said, to, false);
      add(own, exact.id, SERVER, NO_END);
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
    return speak(own, number, false);
  }

  /** As in session.ts. */
  function beginsAnother(strand: Strand, code: number, said: number, to: number): boolean {
    if (strand.more || !strand.answered) return false;
    if (strand.done) return !(code === 421 && strand.eof);
    if (code !== 220 || strand.upgrades || UPGRADES.has(strand.verb)) return false;
    return !(strand.verb === 'NOOP' && text.slice(said + 4, to) === 'OK');
  }

  function speak(strand: Strand, number: number, client: boolean): Strand {
    ring[spoken++ % REACH] = client ? number : ~number;
    strand.spoken = number;
    strand.asked = client;
    return strand;
  }

  /** The commands among the last lines that nothing has answered yet. */
  function waiting(): Birth {
    births = true;
    const found: Birth[number][] = [];
    for (let i = spoken - 1; i >= 0 && i >= spoken - REACH; i--) {
      const line = ring[i % REACH]!;
      const home = line < 0 ? undefined : strands[owners[line]! - 1];
      if (home?.spoken === line) found.push({ home, line, at: { ...home.sum }, plain: home.last === line && home.lastText < 0 });
    }
    return found;
  }

  /** From here on nothing is told apart: what the process has to do with other hosts, the middle of a session. */
  function whole(strand: Strand, number: number): Strand {
    wholes = strand.whole = strand.odd = true;
    return append(strand, number);
  }

  function processOf(): Process {
    if (!lastProcess) {
      strands.push(newStrand(strands.length + 1));
      lastProcess = { strand: strands.at(-1)!, settled: false };
      processes.set(lastKey, lastProcess);
    }
    return lastProcess;
  }

  function begin(process: Process): Strand {
    process.strand = newStrand(strands.length + 1);
    strands.push(process.strand);
    return process.strand;
  }

  function add({ sum }: Strand, kind: number, who: number, end: number): void {
    addTo(sum, KINDS + (kind * 3 + who) * 3 + end);
  }

  function nextSpoken(line: number): { line: number; client: boolean } | undefined {
    for (let next = nextLines[line]!; next > 0; next = nextLines[next]!) {
      const { text: log } = lineAt(next);
      const m = LINE.exec(log);
      const wire = m ? log.slice(m[0].length) : '';
      if (m?.[2] === '<<<' && !LOST.test(wire)) return { line: next, client: true };
      if (m?.[2] === '>>>' && startsWithCode(wire)) return { line: next, client: false };
    }
    return undefined;
  }

  function lineAt(number: number): Line {
    const { start, end } = lineSpan(source, number);
    const eol = end === text.length ? undefined : text.charCodeAt(end) === CR ? 'crlf' : 'lf';
    return lineOf(number, start, text.slice(start, end), eol, mixedFrom <= number);
  }

  /** What formats/sendmail-x.ts makes of a line in a connection with a shape. */
  function pieceAt(number: number): Piece {
    const { start, text: log, wireEol: eol } = lineAt(number);
    const marker = log.indexOf(' ') + 1;
    const at = Math.min(marker + 4, log.length);
    const wire = log.slice(at);
    const place = { line: number, start: start + at, end: start + log.length, text: wire, key: '' };
    if (log[marker] === '<') return LOST.test(wire) ? { ...place, from: 'note', mark: 'eof' } : { ...place, from: 'client', eol };
    return { ...place, from: log[marker] === '>' && startsWithCode(wire) ? 'server' : 'note' };
  }

  function surveyed(): Survey {
    const connections: Connection[] = [];
    const connectionOf = new Map<Strand, Connection>();
    for (const strand of strands) {
      if (strand.joined || (strand.spoken < 0 && !strand.whole)) continue;
      const own = [strand, ...strand.guests.map((g) => g.strand)];
      const connection = {
        shape: strand.odd ? undefined : shapeOf(strand),
        lines: () => linesOf(own),
        linesBesidesText: () => linesOf(own).filter((line) => texts[line] === 0),
      };
      connections.push(connection);
      for (const one of own) connectionOf.set(one, connection);
    }
    return {
      source,
      connections,
      read(connection) {
        if (connection.shape !== undefined) return [readLines(connection.lines())];
        const reader = createReader({ format: sendmailX, keepsEnds });
        for (const line of connection.lines()) reader.line(lineAt(line));
        return reader.end().sessions;
      },
      readLines,
      at: (line) => connectionOf.get(strands[owners[line]! - 1]!),
    };
  }

  function readLines(lines: readonly number[]): Session {
    return sessionOf(lines.map(pieceAt), sendmailX, sendmailX.name, keepsEnds);
  }

  function linesOf(own: readonly Strand[]): number[] {
    const lines: number[] = [];
    for (const { first, last } of own)
      for (let line = first; line >= 0; line = line === last ? -1 : nextLines[line]!) lines.push(line);
    return own.length > 1 ? lines.sort((a, b) => a - b) : lines;
  }
}

function doubled<T extends Int32Array | Uint8Array>(from: T, to: T): T {
  to.set(from);
  return to;
}

function newStrand(number: number): Strand {
  const state = { odd: false, done: false, eof: false, answered: false, more: false, upgrades: false, text: false, asked: false };
  const sum = { a: 0, b: 0, length: 0 };
  return {
    number,
    first: -1,
    last: -1,
    spoken: -1,
    sum,
    ...state,
    verb: '',
    lastText: -1,
    whole: false,
    birth: [],
    guests: [],
    joined: false,
  };
}

/** Tells where the first match of a global expression within a stretch is, -1 if there is none; asked for stretches in order. Linear in the text together. */
function finder(text: string, pattern: RegExp): (from: number, to: number) => number {
  let at = -2;
  return (from, to) => {
    if (at !== -1 && at < from) {
      pattern.lastIndex = from;
      at = pattern.exec(text)?.index ?? -1;
    }
    return at >= from && at < to ? at : -1;
  };
}
