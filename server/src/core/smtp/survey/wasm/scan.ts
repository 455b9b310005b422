/**
 * Goes through the lines of a sendmail -X log once and finds out whose they are, and what is said of each strand's shape.
 *
 * In AssemblyScript: a log is surveyed in the time that V8 would need to find out that JavaScript for it is worth compiling. All
 * places here are addresses in the piece of the text that is at hand (piece.ts); outside (../scan.ts) they are offsets and lines from 0.
 */
import { COMMAND, DATA, HELLO, Kind, QUIT, RCPT, UPGRADE, kindAt, resetKinds } from './kinds';
import { factsOf, isLine, isLog, isLost, isMark, nextMark, nextStar } from './outside';
import { end, offset, resetPiece, start } from './piece';
import {
  Birth,
  CLIENT,
  CRLF,
  DOT,
  GREETING,
  LF,
  NOTE,
  NO_END,
  Process,
  SERVER,
  Strand,
  TEXT,
  add,
  addSymbol,
  beginsAnother,
} from './strand';
import { Table } from './table';

export { roomForPiece } from './piece';

/** How many lines the reader looks at to find the format, and how many others in a row make it look again. */
const WINDOW = 64;
/** How many lines of the wire a reply may stand behind its command (strands.ts). */
const REACH = 32;
/** Characters. Longer lines may be longer than SMTP allows. */
const LONG_LINE: usize = 300;
const LONG_TEXT: usize = 900;
/** Bytes. Few logs have shorter lines on the average. */
const SHORT = 32;

const TAB: u32 = 9;
const FEED: u32 = 10;
const CR: u32 = 13;
const BLANK: u32 = 32;
const PERIOD: u32 = 46;
const RECEIVED: u32 = 60; // <
const REMARK: u32 = 61; // =
const SENT: u32 = 62; // >
const M: u32 = 77;
const BRACKET: u32 = 91;
const HAT: u32 = 94;
const DEL: u32 = 127;

// What is found. Tables of four bytes a line, but `repeats`, which has one.
export let lineCount: i32 = 0;
/** With the end of the text behind the last. */
export let lineStarts: usize = 0;
/** The number of its strand, 0 for none. */
export let owners: usize = 0;
/** The next line of its strand, 0 for none. */
export let nextLines: usize = 0;
/** 1 for a line that is more of the same: text behind text, and recipients accepted behind such, with what the server said. */
export let repeats: usize = 0;
/** The first line that ends in LF alone, and whether some line shows how it ended on the wire. */
export let mixedFrom: i32 = i32.MAX_VALUE;
export let keepsEnds: bool = false;
/** Addresses of the strands, by their beginnings. */
export let strands: usize = 0;
export let strandCount: i32 = 0;
/** Lines of no process since the last line of one, and at the end. */
export const prose: usize = memory.data(4 * WINDOW);
let proseCount = 0;

let room = 0;
let strandRoom = 0;
let processes = changetype<Table>(0);
/** The last lines of the wire, a server's as ~line, and how many there were. */
const ring = memory.data(4 * REACH);
let spoken = 0;
/** Where what was searched last is, as an offset. */
let mark: i32 = -1;
let star: i32 = -1;
/** Whether the line at hand has bytes above 127. */
let strange = false;
/** True if a reader must read it all. */
let unfit = false;
let births = false;
let wholes = false;
/** Whose the last line was. */
let before: Strand | null = null;
let lastKey: u64 = 0;
let lastProcess: Process | null = null;
/** Two bytes that a mark of scanners begins with which stands at the beginning of a line: 1 for each that are such. */
export const firstOfMarks: usize = memory.data(65536);

/** Forgets the last log for another of so many bytes, which comes in pieces. */
export function prepare(length: i32): void {
  heap.reset();
  resetPiece();
  room = length / SHORT + WINDOW;
  lineStarts = heap.alloc(4 * room);
  owners = heap.alloc(4 * room);
  nextLines = heap.alloc(4 * room);
  repeats = heap.alloc(room);
  strandRoom = 256;
  strands = heap.alloc(4 * strandRoom);
  processes = new Table();
  resetKinds();
  lineCount = strandCount = proseCount = spoken = 0;
  mixedFrom = i32.MAX_VALUE;
  keepsEnds = unfit = births = wholes = false;
  mark = star = -1;
  before = null;
  lastKey = 0;
  lastProcess = null;
  memory.fill(ring, 0xff, 4 * REACH);
}

/** Scans the piece, which ends where a line does. False if the log must be read to be understood. Linear in the piece. */
export function scan(): bool {
  let at = start;
  while (at < end && !unfit) {
    const stop = endOfLine(at);
    const number = lineCount++;
    if (lineCount == room) makeRoom();
    store<i32>(lineStarts + ((<usize>number) << 2), offset(at));
    store<i32>(owners + ((<usize>number) << 2), 0);
    store<i32>(nextLines + ((<usize>number) << 2), 0);
    store<u8>(repeats + number, 0);
    take(number, at, stop);
    at = stop + 1;
  }
  store<i32>(lineStarts + ((<usize>lineCount) << 2), offset(end));
  return !unfit;
}

/** Ends the scan. False if it is no log of sendmail -X, or one that must be read to be understood. */
export function finish(): bool {
  return lineCount >= WINDOW && !(births && wholes) && !(proseCount > 0 && isLog(proseCount));
}

/** Makes the tables twice as long. There is always room for one line more than there are. */
function makeRoom(): void {
  lineStarts = grown(lineStarts, 4 * room);
  owners = grown(owners, 4 * room);
  nextLines = grown(nextLines, 4 * room);
  repeats = grown(repeats, room);
  room *= 2;
}

function grown(table: usize, size: usize): usize {
  const more = heap.alloc(2 * size);
  memory.copy(more, table, size);
  return more;
}

/** Where the line feed of a line is, or the end of the text. Sees to what only a reader understands: control characters, a lone CR. */
function endOfLine(start: usize): usize {
  strange = false;
  let i = start;
  while (true) {
    // Eight bytes at once, while none of them is below a blank or above a tilde.
    while (true) {
      const eight = load<u64>(i);
      const found = (((eight - 0x2020202020202020) & ~eight) | (eight + 0x0101010101010101) | eight) & 0x8080808080808080;
      if (found != 0) {
        i += <usize>(ctz(found) >> 3);
        break;
      }
      i += 8;
    }
    const c: u32 = load<u8>(i);
    if (c == FEED) return i;
    if (i >= end) return end;
    if (c > DEL) strange = true;
    else if (c != TAB && !(c == CR && load<u8>(i + 1) == FEED)) unfit = true;
    i++;
  }
}

function take(number: i32, start: usize, stop: usize): void {
  let to = stop;
  let lineEnd = NO_END;
  if (stop < end) {
    if (to > start && load<u8>(to - 1) == CR) {
      to--;
      if (mixedFrom < number) lineEnd = CRLF;
    } else {
      lineEnd = LF;
      if (mixedFrom > number) mixedFrom = number;
    }
  }
  // A CR as pagers show it.
  if (lineEnd != CRLF && to - 2 >= start && load<u8>(to - 1) == M && load<u8>(to - 2) == HAT) {
    to -= 2;
    lineEnd = CRLF;
  }

  let i = start;
  let key: u64 = 0;
  for (; i < to; i++) {
    const digit = <u32>load<u8>(i) - 48;
    if (digit > 9) break;
    key = key * 10 + digit;
  }
  const digits = i - start;
  const marker: u32 = load<u8>(i + 1);
  const isLine =
    digits > 0 &&
    digits <= 10 &&
    i + 4 <= to &&
    load<u8>(i) == BLANK &&
    (marker == RECEIVED || marker == SENT || marker == REMARK) &&
    load<u8>(i + 2) == marker &&
    load<u8>(i + 3) == marker &&
    (i + 4 == to || load<u8>(i + 4) == BLANK);
  if (!isLine) {
    foreign(number, start, to);
    return;
  }

  key = key * 16 + digits;
  if (key != lastKey) {
    lastKey = key;
    lastProcess = changetype<Process | null>(processes.get(key));
  }
  const said = min(i + 5, to);
  const strand =
    marker == REMARK
      ? remark(number, said, to)
      : marker == RECEIVED
        ? received(number, said, to, lineEnd)
        : sent(number, said, to);
  if (strange) strand.odd = 1;
  before = strand;
}

/** A line of no process. Between two lines of one connection it is a remark, elsewhere it is nothing. */
function foreign(number: i32, start: usize, to: usize): void {
  store<i32>(prose + ((<usize>proseCount) << 2), number);
  proseCount++;
  // With blanks in front it is of the format all the same.
  if (number < WINDOW || proseCount >= WINDOW || isLine(offset(start), offset(to))) unfit = true;
}

/** Puts a line at the end of a strand, behind the prose that stood before it. */
function append(strand: Strand, number: i32): Strand {
  if (proseCount > 0) {
    if (isLog(proseCount)) unfit = true;
    const own = strand === before ? proseCount : 0;
    proseCount = 0;
    if (own > 0) strand.odd = 1;
    for (let i = 0; i < own; i++) link(strand, load<i32>(prose + ((<usize>i) << 2)));
  }
  return link(strand, number);
}

function link(strand: Strand, number: i32): Strand {
  if (strand.last >= 0) store<i32>(nextLines + ((<usize>strand.last) << 2), number);
  else strand.first = number;
  strand.last = number;
  store<i32>(owners + ((<usize>number) << 2), strand.number);
  return strand;
}

function remark(number: i32, said: usize, to: usize): Strand {
  const strand = process().strand;
  if (strand.whole) return append(strand, number);
  if (load<u64>(said) == 0x205443454e4e4f43 /* CONNECT and a blank */) return whole(strand, number);
  append(strand, number);
  add(strand, kindAt(strand.kind, said, to, false, strange), NOTE, NO_END);
  return strand;
}

function received(number: i32, said: usize, to: usize, lineEnd: i32): Strand {
  const from = process();
  const strand = from.strand;
  const lost = load<u8>(said) == BRACKET && isLost(offset(said), offset(to));
  if (lineEnd == CRLF && !lost) keepsEnds = true;
  if (strand.whole) return append(strand, number);
  if (!from.settled && !(factsOf(offset(said), offset(to), true) & COMMAND)) return whole(strand, number);
  from.settled = true;
  if (lost) {
    append(strand, number);
    add(strand, kindAt(strand.kind, said, to, false, strange), NOTE, NO_END);
    if (strand.text) strand.odd = 1;
    strand.text = false;
    strand.done = strand.eof = true;
    return strand;
  }
  if (strand.text) {
    textLine(strand, number, said, to, lineEnd);
    return speak(append(strand, number), number, true);
  }
  const kind = kindAt(strand.kind, said, to, true, strange);
  const own = strand.done && kind.verb == HELLO ? begin(from) : strand;
  append(own, number);
  own.again = kind.verb == RCPT && own.accepted === kind && own.acceptedEnd == lineEnd;
  if (own.again) {
    own.againA = own.a;
    own.againB = own.b;
    own.againLength = own.length;
  } else own.accepted = null;
  own.acceptedEnd = lineEnd;
  add(own, kind, CLIENT, lineEnd);
  if (kind.odd || to - said > LONG_LINE) own.odd = 1;
  own.verb = kind.verb;
  if (kind.verb == UPGRADE) own.upgrades = true;
  own.lastText = -1;
  return speak(own, number, true);
}

/** Takes a line of a message. */
function textLine(strand: Strand, number: i32, said: usize, to: usize, lineEnd: i32): void {
  const first = load<u8>(said);
  if (first == PERIOD && to == said + 1) {
    addSymbol(strand, DOT + lineEnd);
    strand.text = false;
    strand.verb = 0;
    strand.lastText = lineEnd;
    return;
  }
  if (strand.lastText != lineEnd) addSymbol(strand, TEXT + lineEnd);
  else store<u8>(repeats + number, 1);
  strand.lastText = lineEnd;
  if (mark < offset(said)) mark = nextMark(offset(said));
  if (to - said > LONG_TEXT || mark < offset(to)) strand.odd = 1;
  if (load<u8>(firstOfMarks + load<u16>(said)) && isMark(offset(said))) strand.odd = 1;
}

function sent(number: i32, said: usize, to: usize): Strand {
  const from = process();
  const strand = from.strand;
  if (strand.whole) return append(strand, number);
  const greets = load<u32>(said) == 0x20303232; // 220 and a blank
  let kind: Kind | null = null;
  if (!greets) kind = kindAt(strand.kind, said, to, false, strange);
  const code = kind ? kind.code : 220;
  if (!from.settled && code == 0) return whole(strand, number);
  from.settled = true;
  if (kind && code == 0) {
    append(strand, number);
    add(strand, kind, NOTE, NO_END);
    return strand;
  }
  // Whether the text began with a verb counts here, and it was not looked at.
  if (strand.lastText >= 0 && (code == 220 || (strand.text && (code == 221 || code == 240)))) unfit = true;
  const own = beginsAnother(strand, code, said, to) ? begin(from) : strand;
  if (own.spoken < 0 && code != 220 && code != 421 && code != 554) own.birth = waiting();
  append(own, number);
  if (star < offset(said)) star = nextStar(offset(said));
  if (!kind && own.spoken < 0 && star >= offset(to)) addSymbol(own, GREETING);
  else {
    const exact = kind ? kind : kindAt(own.kind, said, to, false, strange);
    if (!recipient(own, exact, number)) add(own, exact, SERVER, NO_END);
    if (exact.odd) own.odd = 1;
  }
  const more = kind ? kind.more : false;
  if (own.text || to - said > LONG_LINE) own.odd = 1;
  own.text = code == 354 && !more && own.asked && own.verb == DATA;
  own.lastText = -1;
  own.answered = true;
  own.upgrades = false;
  own.more = more;
  if (code == 220 && own.verb == UPGRADE) own.verb = 0;
  if (own.verb == QUIT && (code == 221 || code == 240)) own.done = true;
  return speak(own, number, false);
}

/** Notes a recipient that is accepted; true if the one before was so in the same words, so that nothing is added to the shape. */
function recipient(strand: Strand, reply: Kind, number: i32): bool {
  const again = strand.again;
  strand.again = false;
  if (!strand.asked || strand.verb != RCPT || reply.code != 250 || reply.more) strand.accepted = null;
  else if (again && strand.accepted && strand.acceptedReply === reply) {
    strand.a = strand.againA;
    strand.b = strand.againB;
    strand.length = strand.againLength;
    store<u8>(repeats + strand.spoken, 1);
    store<u8>(repeats + number, 1);
    strand.kind = reply;
    return true;
  } else {
    strand.accepted = strand.kind;
    strand.acceptedReply = reply;
  }
  return false;
}

function speak(strand: Strand, number: i32, client: bool): Strand {
  store<i32>(ring + ((<usize>(spoken++ % REACH)) << 2), client ? number : ~number);
  strand.spoken = number;
  strand.asked = client;
  return strand;
}

/** Lines of clients among the last ones that nothing has answered yet. */
function waiting(): Birth | null {
  births = true;
  let found: Birth | null = null;
  let last: Birth | null = null;
  for (let i = spoken - 1; i >= 0 && i >= spoken - REACH; i--) {
    const line = load<i32>(ring + ((<usize>(i % REACH)) << 2));
    if (line < 0) continue;
    const owner = load<i32>(owners + ((<usize>line) << 2));
    const home = load<Strand>(strands + ((<usize>(owner - 1)) << 2));
    if (home.spoken != line || home.text) continue;
    const birth = new Birth();
    birth.home = owner;
    birth.line = line;
    birth.a = home.a;
    birth.b = home.b;
    birth.length = home.length;
    birth.plain = home.last == line && home.lastText < 0 ? 1 : 0;
    if (last) last.next = birth;
    else found = birth;
    last = birth;
  }
  return found;
}

/** From here on nothing is told apart: what the process has to do with other hosts, the middle of a session. */
function whole(strand: Strand, number: i32): Strand {
  wholes = true;
  strand.whole = strand.odd = 1;
  return append(strand, number);
}

function process(): Process {
  const known = lastProcess;
  if (known) return known;
  const made = new Process(newStrand());
  processes.set(lastKey, changetype<usize>(made));
  lastProcess = made;
  return made;
}

function begin(process: Process): Strand {
  return (process.strand = newStrand());
}

function newStrand(): Strand {
  if (strandCount == strandRoom) {
    strands = grown(strands, 4 * strandRoom);
    strandRoom *= 2;
  }
  const strand = new Strand();
  store<Strand>(strands + ((<usize>strandCount) << 2), strand);
  strand.number = ++strandCount;
  return strand;
}
