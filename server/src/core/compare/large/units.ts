/**
 * What of a line names a mail, a host or a moment: addresses, ids, numbers. Two lines that differ in nothing else are of one
 * kind. A unit is a run of letters, digits and `_ . @ $ + -`.
 */

export const LETTER = 1;
export const DIGIT = 2;
export const DOT = 3;
export const AT = 4;
const SIGN = 5;

/** What each byte is in a unit; 0 for bytes that part units. */
export const UNIT = new Uint8Array(256);
for (let c = 0; c < 128; c++) {
  const char = String.fromCharCode(c);
  if (/[A-Za-z]/.test(char)) UNIT[c] = LETTER;
  else if (/\d/.test(char)) UNIT[c] = DIGIT;
  else if (char === '.') UNIT[c] = DOT;
  else if (char === '@') UNIT[c] = AT;
  else if (/[_$+-]/.test(char)) UNIT[c] = SIGN;
}

/** How much of a unit is left out: nothing, its digits, or all but its profile. */
export const EXACT = 0;
export const DIGITS = 1;
export const WHOLE = 2;

/** A unit this long may be told from others; of shorter ones the equality is chance. */
export const LEAST_TOKEN = 5;

/** A letter run this long is a word and stays; ids have shorter ones. */
const WORD = 6;
/** In what ends like an id (sendmail's `6ANabyx013390`) only longer runs are words; those that stand alone are no part of it. */
const LONG_WORD = 8;
/** Names of programs and mechanisms in capitals, with a number in them, are shorter than ids. */
const LONGEST_NAME = 8;

/** An id of letters of both cases with a digit between them is at least this long; its small letters make no word. */
const MIXED_ID = 8;
const SMALL_WORD = 5;
/** In the profile of a unit: fewer than two digits. */
const FEW_DIGITS = 0x800;

/** What `inspect` found besides what it gives back. */
export interface Inspected {
  /** WHOLE: what the unit is like, as far as patterns for ids can tell. */
  profile: number;
}

/**
 * How a unit with digits and no at sign is to be taken. Its profile says whether it is hexadecimal, in which letters, how many
 * digits it has and how many of them end it, and which signs it has: two ids of one profile and length are the same to whoever
 * looks for ids.
 */
export function inspect(bytes: Uint8Array, from: number, to: number, out: Inspected): number {
  let run = 0;
  let longest = 0;
  let upper = 0;
  let lower = 0;
  let hex = 1;
  let tail = 0;
  let signs = 0;
  let xs = 0;
  let digits = 0;
  let inner = 0; // a digit between letters
  let small = 0; // small letters in a row
  let longestSmall = 0;
  for (let i = from; i < to; i++) {
    const c = bytes[i]!;
    const kind = UNIT[c];
    if (kind === LETTER) {
      if (run === 0 && digits > 0 && i - digits > from && UNIT[bytes[i - 1]!] === DIGIT) inner = 1;
      run++;
      if (run > longest) longest = run;
      tail = 0;
      const low = c | 32;
      if (c === low) {
        lower = 1;
        if (++small > longestSmall) longestSmall = small;
      } else {
        upper = 1;
        small = 0;
      }
      if (low > 102) hex = 0;
      xs = low === 120 ? xs + 1 : 0;
      if (xs >= 3) return DIGITS;
    } else {
      run = 0;
      small = 0;
      xs = 0;
      if (kind === DIGIT) {
        tail++;
        digits++;
      } else {
        tail = 0;
        hex = 0;
        signs |= c === 46 ? 1 : c === 45 ? 2 : 4;
      }
    }
  }
  const mixed = inner && upper && lower && signs === 0 && to - from >= MIXED_ID && longestSmall < SMALL_WORD;
  if (digits < 2 && !mixed) return DIGITS;
  if (!mixed && longest >= (signs === 0 && tail >= 5 ? LONG_WORD : WORD)) return DIGITS;
  if (upper && !lower && to - from <= LONGEST_NAME) return EXACT;
  out.profile = hex | (upper << 1) | (lower << 2) | (Math.min(tail, 7) << 3) | (signs << 6) | (digits < 2 ? FEW_DIGITS : 0);
  return WHOLE;
}
