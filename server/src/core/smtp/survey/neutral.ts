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
const KIND = new Uint8Array(128);
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

/** A number of 53 bits for the wire text from `from` to `to` (UTF-16 offsets in `text`), which the client or the server said. */
export function neutralHash(text: string, from: number, to: number, client: boolean): number {
  let a = client ? 0x811c9dc5 | 0 : 0x050c5d1f;
  let b = 0;
  let i = from;
  while (i < to) {
    let c = text.charCodeAt(i);
    let kind = c < 128 ? KIND[c]! : OTHER;
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
      c = text.charCodeAt(i);
      kind = c < 128 ? KIND[c]! : OTHER;
    } while (kind !== OTHER);
    const length = i - start;
    let stead = 0;
    if (dots > 0 && ats < 2 && !bad) {
      if (last === LETTER && i - label > 1 && signs === 0 && length - local <= LABEL) {
        if (ats === 0) stead = (client ? isHello(text, from, start) : text[from] === '2') ? HOST : 0;
        else if (local > 0 && local <= LOCAL && isPath(text, from, to, start, i, client)) stead = ADDRESS;
      } else if (!client && dots === 3 && digits + 3 === length && text[start - 1] === '[' && text[i] === ']') stead = NUMBERS;
    } else if (dots === 0 && ats === 0 && digits > 0) {
      if (client) stead = digits === length && length <= DIGITS && isSize(text, start) ? SIZE + length : 0;
      else if (start === from + 10 && letters > 0 && digits + letters === length)
        stead = isQueued(text, from, length) ? QUEUE_ID : 0;
    }
    if (stead !== 0) {
      a = Math.imul(a0 ^ stead, FNV);
      b = (Math.imul(b0, 31) + stead) | 0;
    }
  }
  return wide(a, b);
}

/** True for the name behind `EHLO ` or `HELO `. */
function isHello(text: string, from: number, start: number): boolean {
  if (start !== from + 5) return false;
  const before = text.slice(from, start).toUpperCase();
  return before === 'EHLO ' || before === 'HELO ';
}

/** True for an address between angle brackets: in a client's line where MAIL and RCPT have it, with no blank too many. */
function isPath(text: string, from: number, to: number, start: number, end: number, client: boolean): boolean {
  if (text[start - 1] !== '<' || text[end] !== '>' || end >= to) return false;
  if (!client) return true;
  if (end + 1 < to && text[end + 1] !== ' ') return false;
  const before = text.slice(from, start - 1).toUpperCase();
  return before === 'MAIL FROM:' || before === 'RCPT TO:';
}

/** True for the number behind ` SIZE=`. */
function isSize(text: string, start: number): boolean {
  return text.slice(start - 6, start).toUpperCase() === ' SIZE=';
}

/** True for a word of this length behind `250 2.0.0 `. */
function isQueued(text: string, from: number, length: number): boolean {
  return length >= 8 && length <= 20 && text.startsWith('250 2.0.0 ', from);
}
