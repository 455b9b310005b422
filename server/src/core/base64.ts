/** Base64 (RFC 4648 4) on byte strings: one character (U+0000 to U+00FF) for each byte. */

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** More than any login needs; what is longer is no base64 that is asked for here. */
const LONGEST = 20_000;

/** Bytes of a base64 text, one character each; undefined if it is none, or is empty. */
export function decodeBase64(text: string): string | undefined {
  if (text.length === 0 || text.length > LONGEST || text.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(text))
    return undefined;
  let bits = 0;
  let held = 0;
  let bytes = '';
  for (const c of text.replace(/={1,2}$/, '')) {
    bits = (bits << 6) | ALPHABET.indexOf(c);
    held += 6;
    if (held >= 8) {
      held -= 8;
      bytes += String.fromCharCode((bits >> held) & 0xff);
      bits &= (1 << held) - 1;
    }
  }
  return bytes;
}

/** Base64 of bytes, one character each; of a character beyond U+00FF its lowest eight bits count. */
export function encodeBase64(bytes: string): string {
  let text = '';
  for (let i = 0; i < bytes.length; i += 3) {
    const three = (byteAt(bytes, i) << 16) | (byteAt(bytes, i + 1) << 8) | byteAt(bytes, i + 2);
    const left = bytes.length - i;
    text += ALPHABET[three >> 18]! + ALPHABET[(three >> 12) & 63]!;
    text += (left > 1 ? ALPHABET[(three >> 6) & 63]! : '=') + (left > 2 ? ALPHABET[three & 63]! : '=');
  }
  return text;
}

/** The byte at an index, 0 behind the end. */
function byteAt(bytes: string, index: number): number {
  return index < bytes.length ? bytes.charCodeAt(index) & 0xff : 0;
}
