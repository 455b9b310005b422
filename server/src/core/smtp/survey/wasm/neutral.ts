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

/** What a character can be part of: no word, or as what it stands in a word. */
const OTHER: u32 = 0;
const LETTER: u32 = 1;
const DIGIT: u32 = 2;
const DOT: u32 = 3;
const AT: u32 = 4;
const SIGN: u32 = 5;
const HYPHEN: u32 = 45;
const KINDS = memory.data(256);
for (let c: u32 = 48; c < 58; c++) store<u8>(KINDS + c, DIGIT);
for (let c: u32 = 65; c < 91; c++) {
  store<u8>(KINDS + c, LETTER);
  store<u8>(KINDS + c + 32, LETTER);
}
store<u8>(KINDS + 46, DOT);
store<u8>(KINDS + 64, AT);
store<u8>(KINDS + HYPHEN, SIGN);
store<u8>(KINDS + 95, SIGN);
store<u8>(KINDS + 43, SIGN);

/** What stands in the place of a word that is left out; above all characters. */
const ADDRESS: u64 = 0x10000;
const HOST: u64 = 0x10001;
const NUMBERS: u64 = 0x10002;
const QUEUE_ID: u64 = 0x10003;
const SIZE: u64 = 0x10010;

/** Characters: the longest local part that every server takes, the longest label of a domain, the longest number in SIZE=. */
const LOCAL: i32 = 64;
const LABEL: i32 = 63;
const DIGITS: i32 = 7;

/** FNV-1a. */
const BASIS: u64 = 0xcbf29ce484222325;
const FNV: u64 = 0x100000001b3;

const QUOTE: u32 = 60; // <
const UNQUOTE: u32 = 62;
const BRACKET: u32 = 91;
const UNBRACKET: u32 = 93;
const BLANK: u32 = 32;
const TWO: u32 = 50;

/** A number of 64 bits for the wire text between two addresses, which the client or the server said. */
export function neutralHash(from: usize, to: usize, client: bool): u64 {
  let hash: u64 = client ? BASIS : ~BASIS;
  let i = from;
  while (i < to) {
    let c: u32 = load<u8>(i);
    let kind: u32 = load<u8>(KINDS + c);
    if (kind == OTHER) {
      hash = (hash ^ c) * FNV;
      i++;
      continue;
    }
    // A word: what it is made of, and what stands in its place if it is to be left out.
    const start = i;
    const before = hash;
    let digits = 0;
    let dots = 0; // since the @
    let signs = 0; // since the @
    let ats = 0;
    let local = 0; // length of what is before the @
    let plain = true; // letters and digits only
    let bad = false; // an empty label, or a hyphen at the edge of one
    let label = i; // where the label at hand begins
    let last: u32 = LETTER; // unless something else is in it
    do {
      hash = (hash ^ c) * FNV;
      if (kind == DIGIT) {
        digits++;
        last = DIGIT;
      } else if (kind > DIGIT) {
        plain = false;
        if (kind <= AT) {
          if (i == label || load<u8>(i - 1) == HYPHEN) bad = true;
          dots++;
          if (kind == AT) {
            ats++;
            local = <i32>(i - start);
            dots = signs = 0;
          }
          label = i + 1;
          last = LETTER;
        } else {
          if (c != HYPHEN) signs++;
          else if (i == label) bad = true;
          last = kind;
        }
      }
      if (++i == to) break;
      c = load<u8>(i);
      kind = load<u8>(KINDS + c);
    } while (kind != OTHER);
    const length = <i32>(i - start);
    let stead: u64 = 0;
    if (dots > 0 && ats < 2 && !bad) {
      if (last == LETTER && i - label > 1 && signs == 0 && length - local <= LABEL) {
        if (ats == 0) {
          if (client ? isHello(from, start) : load<u8>(from) == TWO) stead = HOST;
        } else if (local > 0 && local <= LOCAL && isPath(from, to, start, i, client)) stead = ADDRESS;
      } else if (
        !client &&
        dots == 3 &&
        digits + 3 == length &&
        load<u8>(start - 1) == BRACKET &&
        i < to &&
        load<u8>(i) == UNBRACKET
      )
        stead = NUMBERS;
    } else if (plain && digits > 0) {
      if (client) {
        if (digits == length && length <= DIGITS && isWord(start - 6, ' SIZE=')) stead = SIZE + length;
      } else if (start == from + 10 && digits < length && isQueued(from, length)) stead = QUEUE_ID;
    }
    if (stead != 0) hash = (before ^ stead) * FNV;
  }
  return hash;
}

/** True for the name behind `EHLO ` or `HELO `. */
function isHello(from: usize, start: usize): bool {
  return start == from + 5 && (isWord(from, 'EHLO ') || isWord(from, 'HELO '));
}

/** True for an address between angle brackets: in a client's line where MAIL and RCPT have it, with no blank too many. */
function isPath(from: usize, to: usize, start: usize, end: usize, client: bool): bool {
  if (load<u8>(start - 1) != QUOTE || end >= to || load<u8>(end) != UNQUOTE) return false;
  if (!client) return true;
  if (end + 1 < to && load<u8>(end + 1) != BLANK) return false;
  return start == from + 11 ? isWord(from, 'MAIL FROM:') : start == from + 9 && isWord(from, 'RCPT TO:');
}

/** True for a word of this length behind `250 2.0.0 `. */
function isQueued(from: usize, length: i32): bool {
  return length >= 8 && length <= 20 && isWord(from, '250 2.0.0 ');
}

/** True if a word, given in capitals, stands at an address in capitals or small letters. */
function isWord(at: usize, word: string): bool {
  for (let i = 0; i < word.length; i++) {
    const c: u32 = load<u8>(at + i);
    if ((c >= 97 && c <= 122 ? c - 32 : c) != <u32>word.charCodeAt(i)) return false;
  }
  return true;
}
