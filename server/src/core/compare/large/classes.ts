/**
 * Which kind a line is of. A log of a million lines has a few thousand kinds: lines that differ in addresses, ids and numbers
 * only. What a kind means is found out once (kinds.ts); its addresses and ids then stand at the same places in every line of it.
 */
import { naturalParts } from '../normalise';
import { wide } from './hash';
import {
  ADDRESS,
  CLIENT,
  createKinds,
  HOST,
  isHost,
  isRemarkable,
  kindless,
  MESSAGE_MARK,
  SERVER,
  TOKEN,
  type LineClass,
} from './kinds';
import { ABSENT, createTable } from './table';
import { AT, DIGIT, DIGITS, DOT, EXACT, inspect, LEAST_TOKEN, LETTER, UNIT, WHOLE } from './units';

/** Lines of the same bytes, and their classes. */
const CACHE_BITS = 14;
const CACHE_TOKENS = 4;
/** Beyond this many kinds a log is not of a few: sessions with others are read in full. */
const MOST_CLASSES = 300_000;

const MOST_NAMES = 1_000_000;

/** What an address or a host's name is: one that patterns look for, or not, or with what looks like an id or a date in it. */
const REMARKABLE = 0;
const DULL = 1;
const NATURAL = 2;

export interface Classes {
  /** The class of the line at `from` to `to` whose own hashes are `h1` and `h2` (seeded with whose line it is). */
  find(bytes: Uint8Array, from: number, to: number, who: number, h1: number, h2: number): LineClass;
  /** The tokens of the line that `find` was asked for last, as many as its class has: names and ids, 32 bits each. */
  readonly tokens: Int32Array;
  /** All classes so far, by id. */
  readonly byId: readonly LineClass[];
}

export function createClasses(): Classes {
  const mask = (1 << CACHE_BITS) - 1;
  const cached1 = new Int32Array(1 << CACHE_BITS);
  const cached2 = new Int32Array(1 << CACHE_BITS);
  const cachedTokens = new Int32Array((1 << CACHE_BITS) * CACHE_TOKENS);
  const cachedClass: LineClass[] = new Array<LineClass>(1 << CACHE_BITS).fill(MESSAGE_MARK);
  const kindOf = createKinds();
  const byId: LineClass[] = [MESSAGE_MARK];
  const byKey = createTable(12);
  const overflow: LineClass[] = []; // by whose line it is
  const names = createTable(10); // addresses and hosts, digits left out: what they are
  let tokens = new Int32Array(64);
  let count = 0; // of tokens
  let units = new Int32Array(256); // start, end, mode, profile of each unit that is left out in part
  let unitCount = 0;
  const inspected = { profile: 0 };
  const result = { find, tokens, byId };

  function find(bytes: Uint8Array, from: number, to: number, who: number, h1: number, h2: number): LineClass {
    const slot = (h1 ^ (h2 >>> 7)) & mask;
    if (cached1[slot] === h1 && cached2[slot] === h2) {
      const known = cachedClass[slot]!;
      if (known.from === who) {
        for (let i = 0; i < known.tokens; i++) tokens[i] = cachedTokens[slot * CACHE_TOKENS + i]!;
        return known;
      }
    }
    const key = normalise(bytes, from, to, who);
    const id = byKey.get(key);
    const found = id === ABSENT ? another(key, latin1(bytes, from, to), who) : byId[id]!;
    if (count <= CACHE_TOKENS) {
      cached1[slot] = h1;
      cached2[slot] = h2;
      cachedClass[slot] = found;
      for (let i = 0; i < count; i++) cachedTokens[slot * CACHE_TOKENS + i] = tokens[i]!;
    }
    return found;
  }

  /** A kind not seen before. */
  function another(key: number, text: string, who: number): LineClass {
    const id = byId.length;
    if (id >= MOST_CLASSES) {
      if (!overflow[who]) byId.push((overflow[who] = kindless(id, who)));
      return overflow[who];
    }
    const kind = kindOf(id, text, who, { units, count: unitCount, tokens: count });
    byId.push(kind);
    byKey.set(key, id);
    return kind;
  }

  /** A number for the kind of the line; notes its units and tokens. */
  function normalise(bytes: Uint8Array, from: number, to: number, who: number): number {
    let a = who + 1;
    let b = to - from;
    let i = from;
    count = 0;
    unitCount = 0;
    let hosts = from; // where names of hosts are left out from: all that a client gives, and what a reply of 25x repeats
    if (who === SERVER) {
      const kept = keptUpTo(bytes, from, to);
      for (; i < kept; i++) {
        a = Math.imul(a ^ bytes[i]!, 0x01000193);
        b = (Math.imul(b, 31) + bytes[i]!) | 0;
      }
      hosts = bytes[from] === 50 && bytes[from + 1] === 53 ? kept + 1 : to;
    } else if (who !== CLIENT) hosts = to;
    while (i < to) {
      let c = bytes[i]!;
      let kind = UNIT[c]!;
      if (kind === 0) {
        a = Math.imul(a ^ c, 0x01000193);
        b = (Math.imul(b, 31) + c) | 0;
        i++;
        continue;
      }
      const start = i;
      let digits = 0;
      let at = 0;
      let dots = 0;
      let before = 0;
      let hash = 0x811c9dc5 | 0;
      do {
        hash = Math.imul(hash ^ c, 0x01000193);
        if (kind === DIGIT) digits++;
        else if (kind === AT) at = 1;
        else if (kind === LETTER && before === DOT) dots = 1;
        before = kind;
        if (++i === to) break;
        c = bytes[i]!;
        kind = UNIT[c]!;
      } while (kind !== 0);
      const long = i - start >= LEAST_TOKEN;
      let mode = digits > 0 ? DIGITS : EXACT;
      if (long) {
        if (at === 1) mode = inspectName(bytes, start, i, ADDRESS);
        else if (dots === 1 && start >= hosts) mode = inspectName(bytes, start, i, HOST);
        else if (digits > 0) mode = inspect(bytes, start, i, inspected);
      }
      if (mode === WHOLE) {
        a = Math.imul(a ^ (0x100 + inspected.profile), 0x01000193);
        b = (Math.imul(b, 31) + 0x100 + (i - start)) | 0;
      } else {
        for (let j = start; j < i; j++) {
          const d = mode === DIGITS && UNIT[bytes[j]!] === DIGIT ? 35 : bytes[j]!;
          a = Math.imul(a ^ d, 0x01000193);
          b = (Math.imul(b, 31) + d) | 0;
        }
      }
      const token = long && (mode === WHOLE || dots === 1 || digits >= 2 || at === 1);
      if (token) {
        if (count === tokens.length) result.tokens = tokens = doubled(tokens);
        tokens[count++] = hash;
      }
      if (token || mode !== EXACT) {
        if (unitCount + 4 > units.length) units = doubled(units);
        units[unitCount++] = start - from;
        units[unitCount++] = i - from;
        units[unitCount++] = token ? mode | TOKEN : mode;
        units[unitCount++] = inspected.profile;
      }
    }
    return wide(a, b ^ Math.imul(count + 1, 0x9e3779b1));
  }

  /** An address or a host's name is left out whole if nothing in it is a word that patterns look for. */
  function inspectName(bytes: Uint8Array, from: number, to: number, what: number): number {
    let a = what;
    let b = 0;
    let upper = 0;
    for (let i = from; i < to; i++) {
      const c = bytes[i]!;
      if (c >= 65 && c <= 90) upper = 1;
      const d = UNIT[c] === DIGIT ? 35 : c;
      a = Math.imul(a ^ d, 0x01000193);
      b = (Math.imul(b, 31) + d) | 0;
    }
    const key = wide(a, b);
    let kind = names.get(key);
    if (kind === ABSENT) {
      const text = latin1(bytes, from, to);
      if (isRemarkable(text) || (what === HOST && !isHost(text))) kind = REMARKABLE;
      else kind = what === ADDRESS && naturalParts(text).length > 0 ? NATURAL : DULL;
      if (names.size() < MOST_NAMES) names.set(key, kind);
    }
    if (kind === REMARKABLE) return what === HOST && hasDigit(bytes, from, to) ? DIGITS : EXACT;
    inspected.profile = what | (kind << 1) | upper;
    return WHOLE;
  }

  return result;
}

function hasDigit(bytes: Uint8Array, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (UNIT[bytes[i]!] === DIGIT) return true;
  return false;
}

/** Code, separator and enhanced code of a reply, which stay as they are. */
function keptUpTo(bytes: Uint8Array, from: number, to: number): number {
  let i = Math.min(from + 4, to);
  const c = bytes[i];
  if (i + 4 < to && (c === 50 || c === 52 || c === 53) && bytes[i + 1] === 46) {
    let j = i + 2;
    while (j < to && (UNIT[bytes[j]!] === DIGIT || bytes[j] === 46)) j++;
    if (j - i <= 9 && (j === to || bytes[j] === 32)) i = j;
  }
  return i;
}

/** The bytes as a text of as many characters. */
export function latin1(bytes: Uint8Array, from: number, to: number): string {
  let text = '';
  for (let i = from; i < to; i += 4096)
    text += String.fromCharCode.apply(null, bytes.subarray(i, Math.min(to, i + 4096)) as unknown as number[]);
  return text;
}

function doubled(array: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(array.length * 2);
  larger.set(array);
  return larger;
}
