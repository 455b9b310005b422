/** Python's string and bytes literals, in which smtplib and aiosmtpd print what went over the wire. */
import type { LineEnd } from '../model';

/** A line of the wire inside a literal; offsets in the text that holds the literal. */
export interface LiteralLine {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly eol?: LineEnd;
}

/** True if a literal starts at this offset. */
export function isLiteral(text: string, at: number): boolean {
  const quote = text[text[at] === 'b' || text[at] === 'u' ? at + 1 : at];
  return quote === "'" || quote === '"';
}

/**
 * The lines of the wire in the literal that starts at `at`, escapes undone; `\xe2` of a bytes literal becomes the character of
 * that number, as in a file read byte by byte. A literal without its closing quote ends with the text.
 */
export function readLiteral(text: string, at: number): LiteralLine[] {
  let i = text[at] === 'b' || text[at] === 'u' ? at + 1 : at;
  const quote = text[i++];
  const lines: LiteralLine[] = [];
  let parts: string[] = [];
  let start = i;
  let run = i; // start of the characters not yet in `parts`
  let cr = -1; // offset of an escaped CR that may belong to the line end

  const flush = (to: number): void => {
    if (to > run) parts.push(text.slice(run, to));
  };
  while (i < text.length && text[i] !== quote) {
    if (text[i] !== '\\') {
      cr = -1;
      i++;
      continue;
    }
    flush(i);
    const [char, length] = readEscape(text, i);
    if (char === '\n') {
      const end = cr >= 0 ? cr : i;
      if (cr >= 0) parts.pop();
      lines.push({ text: parts.join(''), start, end, eol: cr >= 0 ? 'crlf' : 'lf' });
      parts = [];
      start = i + length;
    } else parts.push(char);
    cr = char === '\r' ? i : -1;
    i += length;
    run = i;
  }
  flush(i);
  if (parts.length > 0) lines.push({ text: parts.join(''), start, end: i });
  return lines;
}

const SIMPLE: Readonly<Record<string, string>> = {
  n: '\n',
  r: '\r',
  t: '\t',
  '\\': '\\',
  "'": "'",
  '"': '"',
  a: '\x07',
  b: '\b',
  f: '\f',
  v: '\v',
};

const HEX_DIGITS: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };

/** The character an escape stands for and the escape's length; an unknown one stands for itself. */
function readEscape(text: string, at: number): [string, number] {
  const kind = text[at + 1] ?? '';
  const simple = SIMPLE[kind];
  if (simple !== undefined) return [simple, 2];
  const octal = /^[0-3][0-7]{2}/.exec(text.slice(at + 1, at + 4))?.[0];
  if (octal !== undefined) return [String.fromCharCode(parseInt(octal, 8)), 4];
  const digits = HEX_DIGITS[kind];
  if (digits !== undefined) {
    const hex = text.slice(at + 2, at + 2 + digits);
    const code = /^[\da-fA-F]+$/.test(hex) && hex.length === digits ? parseInt(hex, 16) : Infinity;
    if (code <= 0x10ffff) return [String.fromCodePoint(code), 2 + digits];
  }
  return ['\\' + kind, Math.min(2, text.length - at)];
}
