/** Encoded words of header fields (RFC 2047): `=?UTF-8?B?R3LDvMOfZQ==?=` is `Grüße`. */
import { decodeBase64 } from '../base64';

/**
 * A field's text with its encoded words decoded, undefined if it has none that can be. Blanks between neighbours belong to the
 * encoding (6.2), and neighbours of one charset are joined as bytes: programs cut characters in two. A charset that the
 * platform does not know leaves the word as it is. Linear in the text.
 */
export function decodeWords(text: string): string | undefined {
  if (!text.includes('=?')) return undefined;
  const parts: string[] = [];
  let held: { charset: string; bytes: string; raw: string } | undefined; // neighbours so far
  let from = 0;
  let decoded = false;

  function flush(): void {
    if (!held) return;
    const plain = textOf(held.bytes, held.charset);
    decoded ||= plain !== undefined;
    parts.push(plain ?? held.raw);
    held = undefined;
  }

  for (const m of text.matchAll(WORD)) {
    const between = text.slice(from, m.index);
    from = m.index + m[0].length;
    const charset = m[1]!.toLowerCase();
    const bytes = m[2]!.toUpperCase() === 'B' ? bytesOfB(m[3]!) : bytesOfQ(m[3]!);
    const neighbours = held !== undefined && between.trim() === '';
    if (neighbours && bytes !== undefined && held!.charset === charset) {
      held = { charset, bytes: held!.bytes + bytes, raw: held!.raw + between + m[0] };
      continue;
    }
    flush();
    if (!neighbours || bytes === undefined) parts.push(between);
    if (bytes === undefined) parts.push(m[0]);
    else held = { charset, bytes, raw: m[0] };
  }
  flush();
  parts.push(text.slice(from));
  return decoded ? parts.join('') : undefined;
}

/** Charset, perhaps with a language (RFC 2231 5), encoding, text. Spaces do not belong in it, and are there all the same. */
const WORD = /=\?([A-Za-z0-9_.:-]{1,60})(?:\*[A-Za-z0-9-]{0,40})?\?([BbQq])\?([^?\x00-\x1f]{0,2000})\?=/g;

function bytesOfB(text: string): string | undefined {
  const whole = text.replace(/[ =]/g, '');
  // A character left over is what a careless program cut off.
  const length = whole.length % 4 === 1 ? whole.length - 1 : whole.length;
  if (length === 0) return '';
  return decodeBase64(whole.slice(0, length).padEnd(Math.ceil(length / 4) * 4, '='));
}

function bytesOfQ(text: string): string {
  return text.replace(/_/g, ' ').replace(/=([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
}

/** Node 20 reads windows-1252, and all that is an other name of it, as ISO 8859-1. */
function inWindows1252(c: string): string {
  return '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ'[c.charCodeAt(0) - 0x80]!;
}

function textOf(bytes: string, charset: string): string | undefined {
  try {
    const decoder = new TextDecoder(charset);
    const array = Uint8Array.from(bytes, (c) => c.charCodeAt(0) & 0xff);
    const text = decoder.encoding === 'windows-1252' ? bytes.replace(/[\x80-\x9f]/g, inWindows1252) : decoder.decode(array);
    // What would hide or turn around the text that follows is left out.
    return text.replace(/[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '');
  } catch {
    return undefined;
  }
}
