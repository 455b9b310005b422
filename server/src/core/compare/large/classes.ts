/**
 * Kinds of lines. A log of a million lines has a few thousand kinds: lines that differ in addresses, ids and numbers only. What a
 * line means is found out once for each kind, by the same functions that read small logs; its addresses and ids then stand at the
 * same places in every line of the kind.
 */
import { maySign } from '../../smtp/signs';
import { isCommandLine, replyOf, verbOf } from '../../smtp/wire';
import { isBlackedOut, isRedacted, naturalParts, queueIdOf, type MaskedPart } from '../normalise';
import { wide } from './hash';
import { AT, DIGIT, DIGITS, DOT, EXACT, inspect, LEAST_TOKEN, LETTER, UNIT, WHOLE } from './units';

/** Whose line it is. A header line of a message is a kind of its own. */
export const CLIENT = 0;
export const SERVER = 1;
export const NOTE = 2;
export const HEADER = 3;

/** A kind of line. Places are offsets in the wire text; -1 where there is none. */
export interface LineClass {
  readonly id: number;
  readonly from: number;
  /** The first line of this kind. */
  readonly text: string;
  /** Of a client's line: as in `verbOf`, and whether it can only be a command. */
  readonly verb: string;
  readonly command: boolean;
  /** Of a server's line: 0 if it has no code. */
  readonly code: number;
  readonly more: boolean;
  /** Number of what the line is like when dates, names of hosts, addresses and ids are left out. */
  readonly shape: number;
  /** The same without the forms of addresses and ids: enough for a line that both logs have. */
  readonly outline: number;
  /** How many of its units are told from others. */
  readonly tokens: number;
  /** True if it has numbers that a comparison looks at: a line that differs from its partner is then to be taken as it is. */
  readonly loose: boolean;
  /** The address of MAIL and RCPT, the name of HELO, the queue id in a reply. */
  readonly at: number;
  readonly length: number;
  /** The date of a greeting. */
  readonly dateAt: number;
  readonly dateLength: number;
  /** The number in `SIZE=`. */
  readonly sizeAt: number;
  readonly sizeLength: number;
  /** True if its facts cannot be taken from fixed places: its session must be read in full. */
  readonly strange: boolean;
  /** True for a reply that can only be a greeting, in plain text. */
  readonly greets: boolean;
}

/** Lines of the same bytes, and their classes. */
const CACHE_BITS = 14;
const CACHE_TOKENS = 4;
/** Beyond this many kinds a log is not of a few: what else comes is not kept. */
const MOST_CLASSES = 300_000;

/** The last line that was looked up: its class and its tokens, in numbers of 32 bits. */
export interface Classes {
  /** The class of the line at `from` to `to` whose own hashes are `h1` and `h2` (seeded with whose line it is). */
  find(bytes: Uint8Array, from: number, to: number, who: number, h1: number, h2: number): LineClass;
  /** The tokens of the line that `find` was asked for last, as many as its class has. */
  readonly tokens: Int32Array;
}

export function createClasses(): Classes {
  const mask = (1 << CACHE_BITS) - 1;
  const cached1 = new Int32Array(1 << CACHE_BITS);
  const cached2 = new Int32Array(1 << CACHE_BITS);
  const cachedTokens = new Int32Array((1 << CACHE_BITS) * CACHE_TOKENS);
  const cachedClass: (LineClass | undefined)[] = new Array<undefined>(1 << CACHE_BITS);
  const byKey = new Map<number, LineClass>();
  const shapes = new Map<string, number>();
  const dull = new Map<number, number>(); // addresses, digits left out: 0 remarkable, 1 not, 2 with what looks like an id or date
  let tokens = new Int32Array(64);
  let count = 0; // of tokens
  let units = new Int32Array(256); // start, end, mode, profile of each unit that is left out in part
  let unitCount = 0;
  const inspected = { profile: 0 };
  const result = { find, tokens };

  function find(bytes: Uint8Array, from: number, to: number, who: number, h1: number, h2: number): LineClass {
    const slot = (h1 ^ (h2 >>> 7)) & mask;
    if (cached1[slot] === h1 && cached2[slot] === h2) {
      const known = cachedClass[slot];
      if (known?.from === who) {
        for (let i = 0; i < known.tokens; i++) tokens[i] = cachedTokens[slot * CACHE_TOKENS + i]!;
        return known;
      }
    }
    const key = normalise(bytes, from, to, who);
    let found = byKey.get(key);
    if (!found) {
      found = classOf(bytes, from, to, who);
      if (byKey.size < MOST_CLASSES) byKey.set(key, found);
    }
    if (count <= CACHE_TOKENS) {
      cached1[slot] = h1;
      cached2[slot] = h2;
      cachedClass[slot] = found;
      for (let i = 0; i < count; i++) cachedTokens[slot * CACHE_TOKENS + i] = tokens[i]!;
    }
    return found;
  }

  /** A number for the kind of the line; notes its units and tokens. */
  function normalise(bytes: Uint8Array, from: number, to: number, who: number): number {
    let a = who + 1;
    let b = to - from;
    let i = from;
    count = 0;
    unitCount = 0;
    if (who === SERVER) {
      for (const kept = keptUpTo(bytes, from, to); i < kept; i++) {
        a = Math.imul(a ^ bytes[i]!, 0x01000193);
        b = (Math.imul(b, 31) + bytes[i]!) | 0;
      }
    }
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
      if (long && (at === 1 || digits >= 2))
        mode = at === 1 ? inspectAddress(bytes, start, i) : inspect(bytes, start, i, inspected);
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
        units[unitCount++] = start;
        units[unitCount++] = i;
        units[unitCount++] = token ? mode | 4 : mode;
        units[unitCount++] = inspected.profile;
      }
    }
    return wide(a, b ^ Math.imul(count + 1, 0x9e3779b1));
  }

  /** An address is left out whole if nothing in it is a word that patterns look for. */
  function inspectAddress(bytes: Uint8Array, from: number, to: number): number {
    let a = 7;
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
    let kind = dull.get(key);
    if (kind === undefined) {
      const text = latin1(bytes, from, to);
      kind = isRemarkable(text) ? 0 : naturalParts(text).length > 0 ? 2 : 1;
      if (dull.size < MOST_CLASSES) dull.set(key, kind);
    }
    if (kind === 0) return EXACT;
    inspected.profile = 0x1000 | (kind << 1) | upper;
    return WHOLE;
  }

  function classOf(bytes: Uint8Array, from: number, to: number, who: number): LineClass {
    const text = latin1(bytes, from, to);
    const reply = who === SERVER ? replyOf(text) : undefined;
    const verb = who === CLIENT ? verbOf(text) : '';
    const command = who === CLIENT && isCommandLine(text);
    const parts = naturalParts(text);
    const { shape, loose } = shapeOf(text, from, parts, who, verb, reply?.code ?? 0);
    const facts = factsOf(text, who, verb, reply, parts);
    const outline = shape.replace(/‹\d+(?: \d)?›/g, '‹›') + (facts.at >= 0 ? '›' : '');
    return {
      id: byKey.size + 1,
      from: who,
      text,
      verb,
      command,
      code: reply?.code ?? 0,
      more: reply?.more ?? false,
      shape: numberOf(shape),
      outline: numberOf(outline),
      tokens: count,
      loose,
      ...facts,
      greets: reply?.code === 220 && !/^\d\.\d\.\d |\bTLS\b|&|[^\x20-\x7e]| {2}|^ | $/.test(reply.text),
    };
  }

  function numberOf(shape: string): number {
    let known = shapes.get(shape);
    if (known === undefined) shapes.set(shape, (known = shapes.size + 1));
    return known;
  }

  /** The line without what names one mail, host or moment, and whether numbers are left that a comparison looks at. */
  function shapeOf(
    text: string,
    base: number,
    parts: readonly MaskedPart[],
    who: number,
    verb: string,
    code: number,
  ): { shape: string; loose: boolean } {
    const remarkable = isRemarkable(text) || (who === CLIENT ? maySign(text) : who === SERVER && maySign(text));
    let out = `${who}${remarkable ? '!' : ''} `;
    let loose = false;
    let done = 0;
    let part = 0;
    const dates = parts.filter((p) => p.natural === 'date');
    if (code === 334 || (verb === 'AUTH' && !remarkable)) {
      // What is said to log in is another thing every time.
      return { shape: out + text.split(' ', 2).join(' ').slice(0, 24) + (text.split(' ').length > 2 ? ' …' : ''), loose: true };
    }
    for (let u = 0; u < unitCount; u += 4) {
      const start = units[u]! - base;
      const end = units[u + 1]! - base;
      const mode = units[u + 2]! & 3;
      const token = units[u + 2]! >= 4;
      const profile = units[u + 3]!;
      while (part < dates.length && dates[part]!.end <= start) {
        out += text.slice(done, dates[part]!.start) + '‹date›';
        done = dates[part]!.end;
        part++;
      }
      if (part < dates.length && dates[part]!.start < end) continue; // within a date
      const unit = text.slice(start, end);
      out += text.slice(done, start);
      done = end;
      if (mode === WHOLE) {
        out += `‹${profile}${(profile & 0x1000) === 0 ? ` ${sizeClass(end - start)}` : ''}›`;
        if ((profile & 0x1001) === 0x1001) loose = true; // addresses in capitals are the same as in small letters
      } else if (token && !remarkable && isHost(unit)) {
        out += '‹host›';
        if (/[A-Z]/.test(unit)) loose = true;
      } else out += mode === DIGITS ? unit.replace(/\d+/g, '#') : unit;
      if (!token && mode === DIGITS && !parts.some((p) => p.start <= start && end <= p.end)) loose = true;
    }
    for (; part < dates.length; part++) {
      out += text.slice(done, dates[part]!.start) + '‹date›';
      done = dates[part]!.end;
    }
    return { shape: out + text.slice(done), loose };
  }

  return result;
}

/** A host's name: labels of letters, digits and hyphens. */
function isHost(unit: string): boolean {
  return /^[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+$/.test(unit);
}

type Facts = Pick<LineClass, 'at' | 'length' | 'dateAt' | 'dateLength' | 'sizeAt' | 'sizeLength' | 'strange'>;

function factsOf(
  text: string,
  who: number,
  verb: string,
  reply: { readonly code: number; readonly text: string } | undefined,
  parts: readonly MaskedPart[],
): Facts {
  const facts = { at: -1, length: 0, dateAt: -1, dateLength: 0, sizeAt: -1, sizeLength: 0, strange: false };
  if (who === CLIENT) {
    if (verb === 'MAIL' || verb === 'RCPT') {
      const found = /^(?:MAIL FROM|RCPT TO): ?<([^<>]*)>/i.exec(text);
      const address = found?.[1] ?? '';
      if (!found || /[^\x20-\x7e]/.test(address) || isRedacted(address)) return { ...facts, strange: true };
      facts.at = found[0].length - 1 - address.length;
      facts.length = address.length;
      const size = /\bSIZE=(\d{1,15})(?= |$)/i.exec(text);
      if (size) {
        facts.sizeAt = size.index + 5;
        facts.sizeLength = size[1]!.length;
      }
    } else if (verb === 'EHLO' || verb === 'HELO' || verb === 'LHLO') {
      const name = text.slice(4).trim();
      if (/[^\x21-\x7e]/.test(name) || !/^\S/.test(text)) return { ...facts, strange: true };
      facts.at = name === '' ? -1 : text.indexOf(name, 4);
      facts.length = name.length;
    } else if (verb === 'BDAT') return { ...facts, strange: true };
  } else if (reply) {
    const id = reply.code < 300 ? queueIdOf(reply.text) : undefined;
    if (id !== undefined) {
      facts.at = text.indexOf(id, 4);
      facts.length = id.length;
      if (text.lastIndexOf(id) !== facts.at) return { ...facts, strange: true };
    }
    const date = parts.find((p) => p.natural === 'date' && p.start >= 4);
    if (date) {
      facts.dateAt = date.start;
      facts.dateLength = date.end - date.start;
    }
  }
  return facts;
}

/** True for text in which a fingerprint, a mask or a word for what was taken out may be. */
function isRemarkable(text: string): boolean {
  return isRedacted(text) || isBlackedOut(text);
}

/** Forms of ids know lengths: sendmail's, Postfix's, long ones. */
function sizeClass(length: number): number {
  return length < 6 ? 0 : length < 8 ? 1 : length <= 20 ? 2 : length <= 40 ? 3 : 4;
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
