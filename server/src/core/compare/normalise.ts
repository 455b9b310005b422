/**
 * What differs by nature between two records of one dialogue, or between two attempts at it: dates, queue ids, message ids,
 * addresses of peers, counters. Such a difference proves nothing; this file finds it and gives both sides one form.
 */

/** What a part of a text is that may differ by nature. */
export type Natural = 'date' | 'id' | 'address' | 'peer' | 'number' | 'cut';

/** A part of a text that says something else every time. Offsets in the text. */
export interface MaskedPart {
  readonly start: number;
  readonly end: number;
  readonly natural: Natural;
}

/** One text held against another. */
export type TextDifference = 'same' | 'natural' | 'different';

export interface TextComparison {
  readonly difference: TextDifference;
  /** What differs, where the difference is natural. */
  readonly naturals: readonly Natural[];
}

const DAY = '(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)';
const MONTH = '(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)';
const CLOCK = '\\d{1,2}:\\d\\d(?::\\d\\d(?:[.,]\\d{1,9})?)?';
const ZONE = '(?: ?(?:[+-]\\d{4}|Z|UTC|GMT|[A-Z]{3,4}T))?(?: \\([A-Za-z ]{1,32}\\))?';

/*
 * Each alternative is of bounded length or one class of characters up to the next of another, so that the time stays linear.
 * In order: RFC 5322 and ctime dates, ISO dates, a clock alone; the ids that follow a word which announces one; sendmail's,
 * Exim's and long hexadecimal ids; Gmail's session id; the peer in the answer to HELO and EHLO; addresses.
 */
export const NATURAL = new RegExp(
  [
    `(?<date>(?:${DAY},? +)?\\d{1,2} ${MONTH} \\d{2,4}(?:[ ,]+${CLOCK}${ZONE})?` +
      `|${DAY} ${MONTH} [ \\d]?\\d ${CLOCK}(?: [A-Z]{3,4})? \\d{4}` +
      `|\\d{4}-\\d\\d-\\d\\d(?:[T ]${CLOCK}${ZONE})?` +
      `|\\b\\d{1,2}:\\d\\d:\\d\\d(?:[.,]\\d{1,9})?\\b)`,
    '(?<announced>(?<=\\b(?:queued as|message-id|queued mail id|internalid|session-id|trace-id)[ :=]{1,2})[^\\s,;\\])>]+' +
      '|(?<=\\b(?:id|qp|sid|tid)=)[^\\s,;\\])>]+|(?<= qp )\\d+)',
    '(?<id>\\b[0-9A-Za-z]{7,9}\\d{5,7}\\b|\\b[0-9A-Za-z]{6}-[0-9A-Za-z]{6,11}-[0-9A-Za-z]{2,4}\\b|\\b(?=[0-9a-fA-F]*\\d)[0-9a-fA-F]{10,40}\\b' +
      '|\\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\\b|\\b[\\w.-]{6,60}(?= - gsmtp\\b))',
    '(?<peer>(?<=\\bHello )[^\\s,]+(?: \\[[0-9A-Fa-fvx.:*]+\\])?)',
    '(?<address>\\[(?:IPv6:)?[0-9A-Fa-f.:]{3,45}\\]|\\b\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}\\b)',
  ].join('|'),
  'gi',
);

/** The parts of a reply's or command's text that may differ by nature, in order. Time is linear in the text. */
export function naturalParts(text: string): MaskedPart[] {
  const parts: MaskedPart[] = [];
  for (const match of text.matchAll(NATURAL)) {
    const g = match.groups!;
    const natural: Natural =
      g.date !== undefined ? 'date' : g.peer !== undefined ? 'peer' : g.address !== undefined ? 'address' : 'id';
    if (match[0] !== '') parts.push({ start: match.index, end: match.index + match[0].length, natural });
  }
  return parts;
}

/** A text with its natural parts replaced by stable words: `250 2.0.0 ‹id› Message accepted for delivery`. */
export function masked(text: string): string {
  let out = '';
  let from = 0;
  for (const part of naturalParts(text)) {
    out += text.slice(from, part.start) + `‹${part.natural}›`;
    from = part.end;
  }
  return out + text.slice(from);
}

/** Line ends, runs of white space, the encoding of what is not ASCII and HTML's entities are the log's, not the wire's. */
export function plain(text: string): string {
  if (!/[^!"$%'-[\]-~]/.test(text)) return text;
  return evenLetters(text).replace(/\s+/g, ' ').trim();
}

/** As `plain`, with white space as it is. Some programs show what is not ASCII as `M-C`, `\303`, `#303`, `\xc3`, `<C3>`. */
export function evenLetters(text: string): string {
  return text
    .replace(/&(lt|gt|amp|quot);/g, (_, name: string) => ENTITIES[name]!)
    .replace(/(?:[^\x00-\x7f]|M-\^?[ -~]|[\\#][23][0-7]{2}|\\x[89a-f][0-9a-f]|<[89A-F][0-9A-F]>)+/gi, '¤');
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"' };

/**
 * Holds two texts of the same place in a dialogue against each other. `natural` means that they differ only in what says
 * something else every time. A log may cut long lines: a beginning of at least `CUT` characters counts as the same text.
 */
export function compareTexts(a: string, b: string): TextComparison {
  if (a === b) return SAME;
  const left = plain(a);
  const right = plain(b);
  if (left === right) return SAME;
  if (left.length > LONGEST || right.length > LONGEST) return isCut(left, right) || isCut(right, left) ? CUT_SHORT : DIFFERENT;
  if (isCut(left, right) || isCut(right, left)) return CUT_SHORT;
  if (masked(left) === masked(right)) {
    const before = naturalParts(left);
    const after = naturalParts(right);
    const naturals = before.filter((p, i) => left.slice(p.start, p.end) !== right.slice(after[i]!.start, after[i]!.end));
    return { difference: 'natural', naturals: [...new Set(naturals.map((p) => p.natural))] };
  }
  if (isEaten(left, right) || isEaten(right, left)) return CUT_SHORT;
  return opaqueOnly(masked(left), masked(right)) ? { difference: 'natural', naturals: ['id'] } : DIFFERENT;
}

/** True if `damaged` is `whole` without what stands in angle brackets, as a web page eats it. */
function isEaten(damaged: string, whole: string): boolean {
  if (damaged.includes('<') || !whole.includes('<')) return false;
  const squeeze = (text: string): string => text.replace(/<[^<>]*>/g, '').replace(/ /g, '');
  return squeeze(damaged) === squeeze(whole);
}

const SAME: TextComparison = { difference: 'same', naturals: [] };
const DIFFERENT: TextComparison = { difference: 'different', naturals: [] };
const CUT_SHORT: TextComparison = { difference: 'natural', naturals: ['cut'] };

/** Replies and commands are shorter (RFC 5321 4.5.3.1); what is longer is compared as it is. */
const LONGEST = 4096;

/** Shorter cuts than this are not made by any log known here. */
const CUT = 200;

function isCut(short: string, long: string): boolean {
  const body = short.replace(/(?:\.\.\.|…)$/, '');
  if (body.length >= long.length) return false;
  return body.length >= (body.length < short.length ? LEAST_BEFORE_DOTS : CUT) && long.startsWith(body);
}

/** Dots at the end of a shorter line may be its own. */
const LEAST_BEFORE_DOTS = 20;

/** True if the texts differ only in words that look like ids of the same kind: same length within two, digits in both. */
function opaqueOnly(a: string, b: string): boolean {
  const left = a.split(' ');
  const right = b.split(' ');
  if (left.length !== right.length) return false;
  return left.every((word, i) => {
    const other = right[i]!;
    return word === other || (isOpaque(word) && isOpaque(other)) || isBlackedOut(word) || isBlackedOut(other);
  });
}

/** A word that someone made unreadable before showing the log: `mail.xxx.com`, `<redacted>`, `x.x.x.x`. */
export function isBlackedOut(word: string): boolean {
  return /xxx|redacted|\bremoved\b|(?:\bx\.){3}x\b|[\w@.]\*{3}|\*{3}[\w@.]/i.test(word);
}

/** True if the texts differ in words alone that one of them has made unreadable. */
export function isBlackedOutOnly(a: string, b: string): boolean {
  const [left, right] = [plain(a).split(' '), plain(b).split(' ')];
  return left.length === right.length && left.every((w, i) => w === right[i] || isBlackedOut(w) || isBlackedOut(right[i]!));
}

/** An id without a known form: letters and digits mixed, no name of a host, no keyword, no number alone. */
function isOpaque(word: string): boolean {
  const core = word.replace(/^[<([]+|(?<![>)\],;.])[>)\],;.]+$/g, '');
  if (core.length < 6 || core.length > 120) return false;
  if (/^[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,}$/.test(core)) return false;
  const digits = core.replace(/\D/g, '').length;
  return digits >= 2 && /^[\w.+/=@:!$-]+$/.test(core) && !/^\d\.\d\.\d$/.test(core);
}

/** A queue id that a final reply gives, in the forms of sendmail, Postfix, Exim, Exchange, qmail, Gmail and OpenSMTPD. */
export function queueIdOf(text: string): string | undefined {
  for (const form of QUEUE_IDS) {
    const id = form.exec(text)?.[1];
    if (id !== undefined) return id;
  }
  return undefined;
}

const QUEUE_IDS = [
  /\bqueued as ([0-9A-Za-z]{6,20})\b/i,
  /\bid=([0-9A-Za-z]{6}-[0-9A-Za-z]{6,11}-[0-9A-Za-z]{2,4})\b/,
  /^(?:\d\.\d\.\d )?([0-9A-Za-z]{8,20}) Message accepted for delivery/i,
  /\[InternalId=(\d+)/i,
  /\bok (\d{9,10} qp \d+)\b/i,
  /\b([\w.-]{6,60}) - gsmtp\b/,
] as const;

/** A command brought to one form for aligning: verb in capitals, white space and letter case of keywords made even. */
export function commandKey(verb: string, text: string): string {
  switch (verb) {
    case '':
      return '';
    case 'AUTH':
      // Clients hide what follows, each in its own way.
      return 'AUTH';
    case 'MAIL':
    case 'RCPT': {
      const { address } = envelopeOf(text);
      return `${verb} ${address === undefined ? '' : address.toLowerCase()}`;
    }
    case 'HELO':
    case 'EHLO':
    case 'LHLO':
      return `${verb} ${plain(text.slice(verb.length)).toLowerCase()}`;
    default:
      return plain(text).toUpperCase();
  }
}

export interface Envelope {
  /** Without angle brackets; '' for the null sender, undefined if the log lost or hides it. */
  readonly address?: string;
  /** `SIZE=529`, as written, in order. */
  readonly parameters: readonly string[];
}

/** Address and parameters of a MAIL or RCPT command, however it is spaced. Linear in the text. */
export function envelopeOf(text: string): Envelope {
  const colon = text.indexOf(':');
  if (colon < 0) return { parameters: [] };
  let rest = text.slice(colon + 1).trim();
  let address: string | undefined;
  if (rest.startsWith('<')) {
    const close = rest.indexOf('>');
    address = close < 0 ? rest.slice(1) : rest.slice(1, close);
    rest = close < 0 ? '' : rest.slice(close + 1);
  } else {
    const space = rest.search(/\s/);
    const first = space < 0 ? rest : rest.slice(0, space);
    if (first !== '' && !/^[A-Za-z][A-Za-z0-9-]*=/.test(first)) {
      address = first;
      rest = space < 0 ? '' : rest.slice(space);
    }
  }
  const parameters = rest.trim() === '' ? [] : rest.trim().split(/\s+/);
  return address === undefined || isRedacted(address) ? { parameters } : { address, parameters };
}

/** True for what a person or a log writes in place of something secret: stars, x's in a row, "redacted", "suppressed". */
export function isRedacted(text: string): boolean {
  return isHidden(text) || /\bx{3,}\b/i.test(text);
}

/** As `isRedacted`, without x's in a row, which firewalls write over commands. */
export function isHidden(text: string): boolean {
  return /\*{3,}|redacted|suppressed|\/\* secret \*\/|\bhidden\b|<authentication|\bremoved\b/i.test(text);
}

/** A line of a message for comparing: dot-stuffing, trailing white space and the encoding of 8-bit text made even. */
export function messageLine(line: string): string {
  return plain(undotted(line));
}

/** A line with one dot at its start in place of several. */
export function undotted(line: string): string {
  return line.charCodeAt(0) === DOT ? line.replace(/^\.+/, '.') : line;
}

const DOT = 46;
