/**
 * Lines of sendmail's -X log without what no rule can tell apart. Two lines with the same number differ at most in
 *
 *   - the address of MAIL and RCPT and the name after HELO and EHLO, where they are written as they should be. Rules ask whether an
 *     address or a name is well formed; which one it is they ask only of transactions that RSET has ended;
 *   - in replies: addresses in angle brackets, IPv4 addresses in square brackets, and in those that begin with 2 host names and
 *     sendmail's queue id. A server's own log is searched for nothing of the kind;
 *   - the number after SIZE=, up to seven digits, which no limit of eight digits is under.
 *
 * All else is in the number as it is: codes, keywords, parameters, blanks, other digits.
 */
import { wide } from '../../hash';

/** What a character can be part of: no word, or as what it stands in a word. */
const OTHER = 0;
const LETTER = 1;
const DIGIT = 2;
const DOT = 3;
const AT = 4;
const HYPHEN = 5;
const SIGN = 6;
const KIND = new Uint8Array(256);
for (let c = 48; c < 58; c++) KIND[c] = DIGIT;
for (let c = 65; c < 91; c++) KIND[c] = KIND[c + 32] = LETTER;
for (const [char, kind] of [
  ['.', DOT],
  ['@', AT],
  ['-', HYPHEN],
  ['_', SIGN],
  ['+', SIGN],
] as const)
  KIND[char.charCodeAt(0)] = kind;

/** What stands in the place of a word that is left out; above all characters. */
const ADDRESS = 0x10000;
const HOST = 0x10001;
const NUMBERS = 0x10002;
const QUEUE_ID = 0x10003;
const SIZE = 0x10010;

/** Characters: the longest local part that every server takes, the longest label of a domain, the longest number in SIZE=. */
const LOCAL = 64;
const LABEL = 63;
const DIGITS = 7;

const FNV = 0x01000193;

const BLANK = 32;
const TWO = 50;
const LESS = 60;
const GREATER = 62;
const OPEN = 91;
const CLOSE = 93;

const HELLO = [codes('ehlo '), codes('helo ')];
const PATH = [codes('mail from:'), codes('rcpt to:')];
const BEFORE_SIZE = codes(' size=');
const BEFORE_ID = codes('250 2.0.0 ');

/** The characters of a text as bytes; what is none of ASCII is 255. */
export function bytesOf(text: string): Uint8Array {
  const utf8 = new TextEncoder().encode(text);
  if (utf8.length === text.length) return utf8;
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    bytes[i] = c < 128 ? c : 255;
  }
  return bytes;
}

/** A number of 53 bits for the wire text from `from` to `to` in `bytes` (`bytesOf`), which the client or the server said. */
export function neutralHash(bytes: Uint8Array, from: number, to: number, client: boolean): number {
  let a = client ? 0x811c9dc5 | 0 : 0x050c5d1f;
  let b = 0;
  let i = from;
  while (i < to) {
    let c = bytes[i]!;
    let kind = KIND[c]!;
    if (kind === OTHER) {
      a = Math.imul(a ^ c, FNV);
      b = (Math.imul(b, 31) + c) | 0;
      i++;
      continue;
    }
    // A word: what it is made of, and what stands in its place if it is to be left out.
    const start = i;
    const a0 = a;
    const b0 = b;
    let letters = 0;
    let digits = 0;
    let dots = 0; // since the @
    let signs = 0; // since the @
    let ats = 0;
    let local = 0; // length of what is before the @
    let bad = false; // an empty label, or a hyphen at the edge of one
    let label = i; // where the label at hand begins
    let last = 0; // LETTER if that is of letters only
    let before = 0;
    do {
      a = Math.imul(a ^ c, FNV);
      b = (Math.imul(b, 31) + c) | 0;
      if (kind === LETTER) {
        letters++;
        if (i === label) last = LETTER;
      } else if (kind === DIGIT) {
        digits++;
        last = DIGIT;
      } else if (kind === DOT || kind === AT) {
        if (i === label || before === HYPHEN) bad = true;
        dots++;
        if (kind === AT) {
          ats++;
          local = i - start;
          dots = signs = 0;
        }
        label = i + 1;
      } else {
        if (kind === SIGN) signs++;
        else if (i === label) bad = true;
        last = kind;
      }
      before = kind;
      if (++i === to) break;
      c = bytes[i]!;
      kind = KIND[c]!;
    } while (kind !== OTHER);
    if (dots + digits === 0) continue;
    const length = i - start;
    let stead = 0;
    if (dots > 0 && ats < 2 && !bad) {
      if (last === LETTER && i - label > 1 && signs === 0 && length - local <= LABEL) {
        if (ats === 0) stead = (client ? start === from + 5 && isOne(HELLO, bytes, from) : bytes[from] === TWO) ? HOST : 0;
        else if (local > 0 && local <= LOCAL && isPath(bytes, from, to, start, i, client)) stead = ADDRESS;
      } else if (!client && dots === 3 && digits + 3 === length && bytes[start - 1] === OPEN && bytes[i] === CLOSE)
        stead = NUMBERS;
    } else if (dots === 0 && ats === 0 && digits > 0) {
      if (client) stead = digits === length && length <= DIGITS && stands(BEFORE_SIZE, bytes, start - 6) ? SIZE + length : 0;
      else if (start === from + 10 && letters > 0 && digits + letters === length && length >= 8 && length <= 20)
        stead = stands(BEFORE_ID, bytes, from) ? QUEUE_ID : 0;
    }
    if (stead !== 0) {
      a = Math.imul(a0 ^ stead, FNV);
      b = (Math.imul(b0, 31) + stead) | 0;
    }
  }
  return wide(a, b);
}

/** True for an address between angle brackets: in a client's line where MAIL and RCPT have it, with no blank too many. */
function isPath(bytes: Uint8Array, from: number, to: number, start: number, end: number, client: boolean): boolean {
  if (bytes[start - 1] !== LESS || bytes[end] !== GREATER || end >= to) return false;
  if (!client) return true;
  if (end + 1 < to && bytes[end + 1] !== BLANK) return false;
  return PATH.some((command) => command.length === start - 1 - from && stands(command, bytes, from));
}

function isOne(words: readonly Uint8Array[], bytes: Uint8Array, at: number): boolean {
  return words.some((word) => stands(word, bytes, at));
}

/** True if a word, in small letters, stands there in any. */
function stands(word: Uint8Array, bytes: Uint8Array, at: number): boolean {
  for (let i = 0; i < word.length; i++) if ((bytes[at + i]! | 32) !== word[i]) return false;
  return true;
}

function codes(word: string): Uint8Array {
  return new TextEncoder().encode(word);
}
