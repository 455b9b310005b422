/**
 * What a line means, found out once for each kind of line, by the same functions that read small logs: its verb or code, where its
 * address, id, date and size stand, and what it is like when names are left out.
 */
import { maySign, programOfGreeting } from '../../smtp/signs';
import { isCommandLine, replyOf, verbOf } from '../../smtp/wire';
import { isBlackedOut, isRedacted, naturalParts, queueIdOf, type MaskedPart } from '../normalise';
import { DIGITS, WHOLE } from './units';

/** Whose line it is. A header line of a message is a kind of its own. */
export const CLIENT = 0;
export const SERVER = 1;
export const NOTE = 2;
export const HEADER = 3;

/** What the client says, a bit each, so that a set of them is a number. OTHER is any other verb, NO_VERB a line without one. */
export const OTHER = 1;
export const NO_VERB = 2;
export const MAIL = 4;
export const RCPT = 8;
export const HELLO = 16;
export const DATA = 32;
export const QUIT = 64;
/** STARTTLS, XCLIENT, XFORWARD: the server greets anew. */
export const UPGRADE = 128;
export const AUTH = 256;
/** The dot that ends a message. */
export const FINAL_DOT = 512;
export const ANYTHING = -1;

/** What a client's note says. */
export const OPENS = 1;
export const CLOSES = 2;
/** Something about the session that only the full reader takes. */
export const TELLS = 4;

/** A kind of line. Places are offsets in the wire text; -1 where there is none. */
export interface LineClass {
  readonly id: number;
  readonly from: number;
  /** How long the lines of this kind are, in bytes. */
  readonly size: number;
  /** Of a client's line: what it says, and whether it can only be a command. */
  readonly verb: number;
  readonly command: boolean;
  /** Of a client's line: what a server writes when the client goes away. */
  readonly gone: boolean;
  /** Of a note: a set of OPENS, CLOSES and TELLS. */
  readonly note: number;
  /** Of a server's line: 0 if it has no code. */
  readonly code: number;
  readonly more: boolean;
  /** Of a server's line: the set of what it can answer. */
  readonly answers: number;
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
  /** The program that such a reply names, or none. */
  readonly program: string;
}

const VERBS: ReadonlyMap<string, number> = new Map([
  ['', NO_VERB],
  ['MAIL', MAIL],
  ['RCPT', RCPT],
  ['EHLO', HELLO],
  ['HELO', HELLO],
  ['LHLO', HELLO],
  ['DATA', DATA],
  ['QUIT', QUIT],
  ['STARTTLS', UPGRADE],
  ['XCLIENT', UPGRADE],
  ['XFORWARD', UPGRADE],
  ['AUTH', AUTH],
]);

/** Codes that fit one command alone, as in dialogue.ts. */
const ANSWERS: ReadonlyMap<number, number> = new Map([
  [220, UPGRADE],
  [221, QUIT],
  [235, AUTH | NO_VERB],
  [334, AUTH | NO_VERB],
  [354, DATA],
]);

/** A kind of which this is known. All have the same properties in the same order, which makes them quick to read. */
function kindWith(id: number, from: number, known: Partial<LineClass>): LineClass {
  return {
    id,
    from,
    size: known.size ?? 0,
    verb: known.verb ?? 0,
    command: known.command ?? false,
    gone: known.gone ?? false,
    note: known.note ?? 0,
    code: known.code ?? 0,
    more: known.more ?? false,
    answers: known.answers ?? ANYTHING,
    shape: known.shape ?? 0,
    outline: known.outline ?? 0,
    tokens: known.tokens ?? 0,
    loose: known.loose ?? false,
    at: known.at ?? -1,
    length: known.length ?? 0,
    dateAt: known.dateAt ?? -1,
    dateLength: known.dateLength ?? 0,
    sizeAt: known.sizeAt ?? -1,
    sizeLength: known.sizeLength ?? 0,
    strange: known.strange ?? false,
    greets: known.greets ?? false,
    program: known.program ?? '',
  };
}

/** Stands among a session's lines for a message. */
export const MESSAGE_MARK = kindWith(0, HEADER, {});

/** A line in a log that has too many kinds to keep: its session is read in full. */
export function kindless(id: number, from: number): LineClass {
  return kindWith(id, from, { command: from === CLIENT, verb: from === CLIENT ? OTHER : 0, strange: true });
}

/** The units of a line that are left out in part, four numbers each: start and end in the line, how much (units.ts), profile. */
export interface UnitList {
  readonly units: Int32Array;
  readonly count: number;
  /** How many tokens they are. */
  readonly tokens: number;
}

/** Added to how much of a unit is left out: it is a token. */
export const TOKEN = 4;
/** In the profile of a unit that is left out whole: an address, a host's name; its last bit is set for one with capitals. */
export const ADDRESS = 0x1000;
export const HOST = 0x2000;

/** Makes kinds of lines. */
export function createKinds(): (id: number, text: string, from: number, units: UnitList) => LineClass {
  const shapes = new Map<string, number>();

  function numberOf(shape: string): number {
    let known = shapes.get(shape);
    if (known === undefined) shapes.set(shape, (known = shapes.size + 1));
    return known;
  }

  return (id, text, from, units) => {
    const reply = from === SERVER ? replyOf(text) : undefined;
    const verb = from === CLIENT ? verbOf(text) : '';
    const parts = naturalParts(text);
    const facts = factsOf(text, from, verb, reply, parts);
    const { shape, loose } = shapeOf(text, units, parts, from, verb, reply?.code ?? 0, facts);
    const outline = shape.replace(/‹\d+(?: \d)?›/g, '‹›') + (facts.at !== undefined ? '›' : '');
    const greets = reply?.code === 220 && !/^\d\.\d\.\d |\bTLS\b|&|[^\x20-\x7e]| {2}|^ | $/.test(reply.text);
    return kindWith(id, from, {
      size: text.length,
      verb: from === CLIENT ? (VERBS.get(verb) ?? OTHER) : 0,
      command: from === CLIENT && isCommandLine(text),
      gone: from === CLIENT && verb === '' && isGone(text),
      note: from === NOTE ? noteOf(text) : 0,
      code: reply?.code ?? 0,
      more: reply?.more ?? false,
      answers: ANSWERS.get(reply?.code ?? 0) ?? ANYTHING,
      shape: numberOf(shape),
      outline: numberOf(outline),
      tokens: units.tokens,
      loose,
      ...facts,
      greets,
      program: (greets && programOfGreeting(text)?.program) || '',
    });
  };
}

/** What a server writes in place of a line when the client has gone away. */
export function isGone(text: string): boolean {
  return text === '[EOF]' || text === '[TIMEOUT]';
}

function noteOf(text: string): number {
  return (
    (text.startsWith('Trying ') ? OPENS : 0) |
    (text.startsWith('Connection closed') ? CLOSES : 0) |
    (/message-id=|: (?:client|from)=/.test(text) ? TELLS : 0)
  );
}

/** The line without what names one mail, host or moment, and whether numbers are left that a comparison looks at. */
function shapeOf(
  text: string,
  { units, count }: UnitList,
  parts: readonly MaskedPart[],
  who: number,
  verb: string,
  code: number,
  { at, length }: Facts,
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
  for (let u = 0; u < count; u += 4) {
    const start = units[u]!;
    const end = units[u + 1]!;
    const mode = units[u + 2]! & 3;
    const token = units[u + 2]! >= TOKEN;
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
      const name = profile >= ADDRESS;
      // What is taken for a queue id is the same to all rules however it looks, if it is masked as one or not at all.
      const over = parts.filter((p) => p.start < end && start < p.end);
      const isId = who === SERVER && !remarkable && at === start && length === end - start;
      if (isId && over.every((p) => p.start === start && p.end === end)) out += over.length > 0 ? '‹id›' : '‹queue›';
      else out += profile >= HOST ? '‹host›' : `‹${profile}${name ? '' : ` ${sizeClass(end - start)}`}›`;
      if (name && (profile & 1) === 1) loose = true; // in capitals the same as in small letters
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

/** A host's name: labels of letters, digits and hyphens. */
export function isHost(unit: string): boolean {
  return /^[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+$/.test(unit);
}

type Facts = { -readonly [K in 'at' | 'length' | 'dateAt' | 'dateLength' | 'sizeAt' | 'sizeLength' | 'strange']?: LineClass[K] };

const STRANGE: Facts = { strange: true };

function factsOf(
  text: string,
  who: number,
  verb: string,
  reply: { readonly code: number; readonly text: string } | undefined,
  parts: readonly MaskedPart[],
): Facts {
  const facts: Facts = {};
  if (who === CLIENT) {
    if (verb === 'MAIL' || verb === 'RCPT') {
      const found = /^(?:MAIL FROM|RCPT TO): ?<([^<>]*)>/i.exec(text);
      const address = found?.[1] ?? '';
      if (!found || /[^\x20-\x7e]/.test(address) || isRedacted(address)) return STRANGE;
      facts.at = found[0].length - 1 - address.length;
      facts.length = address.length;
      const size = /\bSIZE=(\d{1,15})(?= |$)/i.exec(text);
      if (size) {
        facts.sizeAt = size.index + 5;
        facts.sizeLength = size[1]!.length;
      }
    } else if (verb === 'EHLO' || verb === 'HELO' || verb === 'LHLO') {
      const name = text.slice(4).trim();
      if (/[^\x21-\x7e]/.test(name) || !/^\S/.test(text)) return STRANGE;
      if (name !== '') facts.at = text.indexOf(name, 4);
      facts.length = name.length;
    } else if (verb === 'BDAT') return STRANGE;
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
export function isRemarkable(text: string): boolean {
  return isRedacted(text) || isBlackedOut(text);
}

/** Forms of ids know lengths: sendmail's, Postfix's, long ones. */
function sizeClass(length: number): number {
  return length < 6 ? 0 : length < 8 ? 1 : length <= 20 ? 2 : length <= 40 ? 3 : 4;
}
