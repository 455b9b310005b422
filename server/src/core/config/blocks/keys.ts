/**
 * The keys of a table as numbers. Large tables have a key in nearly every line: a number takes no object, and all of them are
 * sorted out anew after each edit faster than a map of strings could be mended.
 */
import type { Block } from './blocks';

/** The keys of a block in order: what they are, and where their lines begin. */
export interface Keys {
  readonly hashes: Float64Array;
  readonly starts: Int32Array;
}

/** Entries by their keys. An entry is called by its number in the file, from 0, among those that have a key. */
export interface KeyIndex {
  /** How many entries there are. */
  readonly count: number;
  /** How many keys they have. */
  readonly size: number;
  /** All entries of a key that stands more than once, in order. */
  readonly doubles: ReadonlyMap<number, readonly number[]>;
  /** The first entry of a key, or -1. */
  readonly first: (hash: number) => number;
  /** The last entry of a key, or -1. */
  readonly last: (hash: number) => number;
  /** The key of an entry. */
  readonly hash: (entry: number) => number;
  /** Where an entry begins in the file. */
  readonly start: (entry: number) => number;
}

/** The entries of a block as they are found: where they begin and end, and the keys that are not simply read there. */
export interface FoundKeys {
  count: number;
  readonly starts: Int32Array;
  /** Where the plain ones end; what was read ends where it starts. */
  readonly ends: Int32Array;
  /** 0 where the key begins with the entry. */
  readonly hashes: Float64Array;
}

/** The room that the last block had. It is used again: there are many blocks, and each is read before the next. */
let lastRoom = newRoom(0);

function newRoom(most: number): FoundKeys {
  return { count: 0, starts: new Int32Array(most), ends: new Int32Array(most), hashes: new Float64Array(most) };
}

/** Room for the keys of a block, until the next is asked for. Every entry takes `shortest` characters at least. */
export function roomForKeys(text: string, shortest: number): FoundKeys {
  const most = Math.ceil((text.length + 1) / shortest);
  if (most > lastRoom.starts.length) lastRoom = newRoom(most);
  lastRoom.hashes.fill(0, 0, lastRoom.count);
  lastRoom.count = 0;
  return lastRoom;
}

/** Adds the key of an entry that was read; gives the number of the entry in the block. */
export function addKey(keys: FoundKeys, start: number, key: string): number {
  keys.starts[keys.count] = start;
  keys.ends[keys.count] = start;
  keys.hashes[keys.count] = hashOf(key);
  return keys.count++;
}

/**
 * The entries that `plain` matches from `start` on, as many as follow one another: counts them and gives where the next line begins.
 * `plain` is sticky and takes an entry with its line end; a match longer than `longest` counts as none. (Small, because it is all
 * that most lines need: what is small is made fast soon.)
 */
export function skipPlain(text: string, start: number, plain: RegExp, longest: number, keys: FoundKeys): number {
  const { starts, ends } = keys;
  let { count } = keys;
  let at = start;
  plain.lastIndex = at;
  while (at < text.length && plain.test(text) && plain.lastIndex - at <= longest) {
    starts[count] = at;
    at = ends[count++] = plain.lastIndex;
  }
  keys.count = count;
  return at;
}

/** The keys that were found. Those that are simply read end at a blank or at a character `stop`. */
export function keysOf(text: string, { count, hashes, starts }: FoundKeys, stop = BLANK): Keys {
  for (let entry = 0; entry < count; entry++) if (hashes[entry] === 0) hashes[entry] = hashAt(text, starts[entry]!, stop);
  return { hashes: hashes.slice(0, count), starts: starts.slice(0, count) };
}

const BLANK = 32;
const NOTHING = -1;

/**
 * A key as a number of 53 bits, ASCII letters in lower case. It ends where `text` does or at a character `stop`, and at any blank
 * unless that is NOTHING. In a file of a hundred thousand keys two of them have the same number with a chance of one in a million:
 * whoever speaks of two entries with one key compares the keys themselves.
 */
export function hashAt(text: string, start: number, stop: number): number {
  let a = -2128831035;
  let b = 0;
  for (let i = start; i < text.length; i++) {
    let c = text.charCodeAt(i);
    if (c === stop || (c <= BLANK && stop !== NOTHING)) break;
    if (c >= 65 && c <= 90) c |= 32;
    a = Math.imul(a ^ c, 16777619);
    b = (Math.imul(b, 31) + c) | 0;
  }
  return (a >>> 0) * 0x200000 + (Math.imul(b, -1640531535) >>> 11);
}

/** The same of a whole string. */
export function hashOf(key: string): number {
  return hashAt(key, 0, NOTHING);
}

/** Sorts out the keys of all blocks, in time linear in their number. */
export function indexKeys(blocks: readonly Block<{ readonly keys: Keys }>[]): KeyIndex {
  const before: number[] = [];
  let count = 0;
  for (const { content } of blocks) {
    before.push(count);
    count += content.keys.starts.length;
  }
  const hashes = new Float64Array(count);
  blocks.forEach(({ content }, i) => hashes.set(content.keys.hashes, before[i]));
  let places = 16;
  while (places * 3 < 4 * count) places *= 2;
  // The first entry of each key plus one, at the place of its key or behind it.
  const table = new Int32Array(places);
  const doubles = new Map<number, number[]>();
  for (const entry of fill(table, hashes)) {
    const hash = hashes[entry]!;
    const all = doubles.get(hash);
    if (all) all.push(entry);
    else doubles.set(hash, [find(table, hashes, hash), entry]);
  }
  let size = count;
  for (const all of doubles.values()) size -= all.length - 1;
  return {
    count,
    size,
    doubles,
    first: (hash) => find(table, hashes, hash),
    last: (hash) => (doubles.size > 0 && doubles.get(hash)?.at(-1)) || find(table, hashes, hash),
    hash: (entry) => hashes[entry]!,
    start(entry) {
      const i = lastUpTo(before, entry);
      return blocks[i]!.start + blocks[i]!.content.keys.starts[entry - before[i]!]!;
    },
  };
}

/** Puts the first entry of each key into the table; gives the others. */
function fill(table: Int32Array, hashes: Float64Array): number[] {
  const again: number[] = [];
  const mask = table.length - 1;
  for (let entry = 0; entry < hashes.length; entry++) {
    const hash = hashes[entry]!;
    let at = hash & mask;
    while (table[at] !== 0 && hashes[table[at]! - 1] !== hash) at = (at + 1) & mask;
    if (table[at] === 0) table[at] = entry + 1;
    else again.push(entry);
  }
  return again;
}

/** The first entry of a key, or -1. */
function find(table: Int32Array, hashes: Float64Array, hash: number): number {
  const mask = table.length - 1;
  let at = hash & mask;
  while (table[at] !== 0 && hashes[table[at]! - 1] !== hash) at = (at + 1) & mask;
  return table[at]! - 1;
}

/** The index of the last of the sorted `numbers` that is not greater than `most`. */
function lastUpTo(numbers: readonly number[], most: number): number {
  let low = 0;
  let high = numbers.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (numbers[middle]! <= most) low = middle;
    else high = middle - 1;
  }
  return low;
}
