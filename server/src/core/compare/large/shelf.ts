/**
 * Sessions that wait for their partner, as numbers in a row: some hundred bytes each, and nothing for the collector of garbage to
 * look through. Room of sessions that have left is used again when the others have been moved together.
 */
import type { Live } from './live';

export interface Shelf {
  /** Keeps a session; gives its place, a number from 0 that is used again once it has left. */
  put(live: Live): number;
  /** Makes `into`, a cleared one, the session at a place, but for what only the indexer needs. */
  fill(place: number, into: Live): void;
  /** The same without its lines and messages: what pairs it, and where it stands. */
  glance(place: number, into: Live): void;
  /** Forgets a session. */
  remove(place: number): void;
  /** The places of all, in no order of time. */
  places(): number[];
}

/** A record begins with its length and its place. */
const HEAD = 2;
/** Numbers that every record has. */
const FIXED = 25;
/** Numbers of 32 bits in a piece of memory, as a rule. */
const PIECE = 1 << 20;
/** More than any piece has: parts the number of a piece from the place in it. */
const SPAN = 2 ** 32;
const NONE = -1;
const GONE = -1;

/** `size` is that of a piece of memory, in numbers of 32 bits. */
export function createShelf(size = PIECE): Shelf {
  /** Records stand one behind the other, none in two pieces; a long one has a piece for itself. */
  const pieces: Int32Array[] = [];
  let filled: number[] = []; // of each piece, in numbers
  let gone = 0; // numbers of records that have left
  let kept = 0; // numbers of the others
  let where = new Float64Array(256).fill(NONE); // by place: piece * SPAN + offset
  const free: number[] = [];
  let places = 0;

  function room(length: number): number {
    let piece = pieces.length - 1;
    if (piece >= 0 && filled[piece]! + length <= pieces[piece]!.length) return piece;
    if (gone > kept && gone > size) {
      moveTogether();
      piece = pieces.length - 1;
      if (piece >= 0 && filled[piece]! + length <= pieces[piece]!.length) return piece;
    }
    pieces.push(new Int32Array(Math.max(size, length)));
    filled.push(0);
    return pieces.length - 1;
  }

  function moveTogether(): void {
    let to = 0;
    let end = 0;
    const now: number[] = [];
    for (let from = 0; from < pieces.length; from++) {
      const source = pieces[from]!;
      let next = 0;
      while (next < filled[from]!) {
        const i = next;
        const length = source[i]!;
        next += length;
        const place = source[i + 1]!;
        if (place === GONE) continue;
        if (end + length > pieces[to]!.length) {
          now[to] = end;
          to++;
          end = 0;
          // A piece of another size than what is moved: it keeps its place.
          while (pieces[to]!.length < length) now[to++] = 0;
        }
        if (to === from) source.copyWithin(end, i, i + length);
        else pieces[to]!.set(source.subarray(i, i + length), end);
        where[place] = to * SPAN + end;
        end += length;
      }
    }
    now[to] = end;
    pieces.length = to + 1;
    filled = now;
    gone = 0;
  }

  function put(live: Live): number {
    const length = lengthOf(live);
    const piece = room(length);
    const place = free.pop() ?? places++;
    if (place === where.length) {
      const more = new Float64Array(place * 2).fill(NONE);
      more.set(where);
      where = more;
    }
    const offset = filled[piece]!;
    where[place] = piece * SPAN + offset;
    filled[piece] = offset + length;
    kept += length;
    writeRecord(pieces[piece]!, offset, length, place, live);
    return place;
  }

  function pieceOf(place: number): Int32Array {
    return pieces[Math.floor(where[place]! / SPAN)]!;
  }

  function offsetOf(place: number): number {
    return where[place]! % SPAN;
  }

  function remove(place: number): void {
    const ints = pieceOf(place);
    const at = offsetOf(place);
    const length = ints[at]!;
    ints[at + 1] = GONE;
    gone += length;
    kept -= length;
    where[place] = NONE;
    free.push(place);
  }

  return {
    put,
    fill: (place, into) => readRecord(pieceOf(place), offsetOf(place), into, true),
    glance: (place, into) => readRecord(pieceOf(place), offsetOf(place), into, false),
    remove,
    places: () => {
      const all: number[] = [];
      for (let i = 0; i < places; i++) if (where[i] !== NONE) all.push(i);
      return all;
    },
  };
}

// A double is two numbers.
const double = new Float64Array(1);
const halves = new Int32Array(double.buffer);

function write(ints: Int32Array, at: number, value: number): number {
  double[0] = value;
  ints[at] = halves[0]!;
  ints[at + 1] = halves[1]!;
  return at + 2;
}

function read(ints: Int32Array, at: number): number {
  halves[0] = ints[at]!;
  halves[1] = ints[at + 1]!;
  return double[0]!;
}

function lengthOf(live: Live): number {
  return HEAD + FIXED + live.keys.length * 2 + live.count * 3 + live.tokenCount + live.factCount * 3 + live.messageCount;
}

function writeRecord(ints: Int32Array, offset: number, length: number, place: number, live: Live): void {
  const { lines, hashes, kinds, tokens, facts, factKinds, messages, count, tokenCount, factCount, messageCount } = live;
  let at = offset;
  ints[at++] = length;
  ints[at++] = place;
  at = write(ints, at, live.order);
  at = write(ints, at, live.start);
  at = write(ints, at, live.end);
  at = write(ints, at, live.hasGreeting ? live.greeting : 0);
  at = write(ints, at, live.hasGreeting && live.dated ? live.date : 0);
  at = write(ints, at, live.began);
  ints[at++] = live.line;
  ints[at++] = live.endLine;
  ints[at++] = live.firstEnd;
  ints[at++] = live.helloStart;
  ints[at++] = live.helloEnd;
  ints[at++] = live.part;
  ints[at++] = live.sum;
  ints[at++] =
    (live.odd ? 1 : 0) |
    (live.shared ? 2 : 0) |
    (live.hasHello ? 4 : 0) |
    (live.hasGreeting ? 8 : 0) |
    (live.dated ? 16 : 0) |
    (live.commands ? 32 : 0);
  ints[at++] = live.keys.length;
  ints[at++] = count;
  ints[at++] = tokenCount;
  ints[at++] = factCount;
  ints[at++] = messageCount;
  for (const key of live.keys) at = write(ints, at, key);
  for (let i = 0; i < count; i++) {
    ints[at] = lines[i]!;
    ints[at + 1] = hashes[i]!;
    ints[at + 2] = kinds[i]!;
    at += 3;
  }
  for (let i = 0; i < tokenCount; i++) ints[at++] = tokens[i]!;
  for (let i = 0; i < factCount; i++) {
    ints[at] = factKinds[i]!;
    at = write(ints, at + 1, facts[i]!);
  }
  for (let i = 0; i < messageCount; i++) ints[at++] = messages[i]!;
}

function readRecord(ints: Int32Array, offset: number, live: Live, whole: boolean): void {
  let at = offset + HEAD;
  live.order = read(ints, at);
  live.start = read(ints, at + 2);
  live.end = read(ints, at + 4);
  live.greeting = read(ints, at + 6);
  live.date = read(ints, at + 8);
  live.began = read(ints, at + 10);
  at += 12;
  live.line = ints[at++]!;
  live.endLine = ints[at++]!;
  live.firstEnd = ints[at++]!;
  live.helloStart = ints[at++]!;
  live.helloEnd = ints[at++]!;
  live.part = ints[at++]!;
  live.sum = ints[at++]!;
  const flags = ints[at++]!;
  live.odd = (flags & 1) !== 0;
  live.shared = (flags & 2) !== 0;
  live.hasHello = (flags & 4) !== 0;
  live.hasGreeting = (flags & 8) !== 0;
  live.dated = (flags & 16) !== 0;
  live.commands = (flags & 32) !== 0;
  const keys = ints[at++]!;
  const count = (live.count = ints[at++]!);
  const tokenCount = (live.tokenCount = ints[at++]!);
  const factCount = (live.factCount = ints[at++]!);
  const messageCount = (live.messageCount = ints[at++]!);
  if (whole) live.reserve(count, tokenCount);
  live.reserveFacts(factCount);
  live.keys.length = keys;
  for (let i = 0; i < keys; i++, at += 2) live.keys[i] = read(ints, at);
  const { lines, hashes, kinds, tokens, facts, factKinds, messages } = live;
  if (whole) {
    for (let i = 0; i < count; i++) {
      lines[i] = ints[at + 3 * i]!;
      hashes[i] = ints[at + 3 * i + 1]!;
      kinds[i] = ints[at + 3 * i + 2]!;
    }
    for (let i = 0; i < tokenCount; i++) tokens[i] = ints[at + 3 * count + i]!;
  }
  at += 3 * count + tokenCount;
  for (let i = 0; i < factCount; i++) {
    factKinds[i] = ints[at]!;
    facts[i] = read(ints, at + 1);
    at += 3;
  }
  if (whole) for (let i = 0; i < messageCount; i++) messages[i] = ints[at++]!;
}
