/** Text made unreadable in its own length, so that line lengths, chunks, MIME parts and dots stay what they are. */
import { lettersOf } from './pseudonyms';

/*
 * In order: words; bytes beyond ASCII as a string literal and as quoted-printable write them (RFC 2045 6.7), other characters
 * encoded so, other escapes, and characters beyond ASCII.
 */
const UNIT =
  /[A-Za-z0-9]+|(?:\\x[89a-f][\da-f])+|(?:=[89A-F][\dA-F])+|=[2-7][\dA-F]|\\(?:u[\da-f]{4}|x[0-7][\da-f]|[nrt\\'"bfv])|[^\x00-\x7f]+/g;

/**
 * A text of the same length with other letters and digits. The same seed gives the same letters; white space, punctuation, escapes
 * and what encodes a character stay.
 */
export function maskText(text: string, seed: string): string {
  const letters = lettersOf(seed);
  return text.replace(UNIT, (unit) => {
    const c = unit.charCodeAt(0);
    if (c > 0x7f) return maskHigh(unit);
    if (c === EQUALS) return maskQuoted(unit);
    if (c !== BACKSLASH) return letters.instead(unit);
    if (unit[1] === 'u') return parseInt(unit.slice(2), 16) > 0x7f ? '\\u00e9' : unit;
    return unit[1] === 'x' && unit[2]! > '7' ? encode(maskHigh(decode(unit, 4)), '\\x', (n) => n.toString(16)) : unit;
  });
}

const EQUALS = 61;
const BACKSLASH = 92;

/** A character in quoted-printable: what is white space or punctuation stays. */
function maskQuoted(unit: string): string {
  const bytes = decode(unit, 3);
  if (bytes.charCodeAt(0) > 0x7f) return encode(maskHigh(bytes), '=', (n) => n.toString(16).toUpperCase());
  return /[A-Za-z0-9]/.test(bytes) ? '=58' : unit;
}

/** Characters beyond ASCII: UTF-8 in bytes stays valid, of the same length; a decoded text keeps its number of UTF-16 units. */
function maskHigh(text: string): string {
  if (/[^\x00-\xff]/.test(text)) return 'é'.repeat(text.length);
  return text.replace(/[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}|[^]/g, (c) => HIGH[c.length]!);
}

/** é, €, and an envelope in UTF-8; é in ISO 8859-1. */
const HIGH = ['', '\xe9', '\xc3\xa9', '\xe2\x82\xac', '\xf0\x9f\x93\xa7'];

function decode(text: string, width: number): string {
  let bytes = '';
  for (let i = 0; i < text.length; i += width) bytes += String.fromCharCode(parseInt(text.slice(i + width - 2, i + width), 16));
  return bytes;
}

function encode(bytes: string, mark: string, hex: (n: number) => string): string {
  return [...bytes].map((c) => mark + hex(c.charCodeAt(0))).join('');
}
