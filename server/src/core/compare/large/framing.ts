/**
 * The common ways in which logs mark whose line a line is, read from bytes. What the formats' own adapters
 * (core/smtp/formats) know beyond that is asked of them, once for each kind of line.
 */
import type { Vantage } from '../../smtp/model';
import { CLIENT, NOTE, SERVER } from './kinds';

/** Where the wire text of a line begins and whose it is. One object, filled anew for each line. */
export interface Frame {
  /** CLIENT, SERVER or NOTE; -1 for a line that is not of the format. */
  who: number;
  /** Offset of the wire text. */
  text: number;
  /** Number that names the connection; 0 where the format has none. */
  key: number;
}

export interface Framing {
  /** As in `Format.name`. */
  readonly format: string;
  readonly vantage: Vantage;
  /** True if lines of several connections are mixed, each with its number. */
  readonly keyed: boolean;
  /** True if received lines show how they ended on the wire. */
  readonly keepsEnds: boolean;
  /** True if the log hides message text: its final dot alone is there. */
  readonly hidesText: boolean;
  /** Reads the line that begins at `from`; a line feed ends it, or stands behind the bytes. */
  read(bytes: Uint8Array, from: number, frame: Frame): void;
}

const SPACE = 32;

/** True for what ends a line. */
function isEnd(c: number): boolean {
  return c === 10 || c === 13;
}

/** `<pid> <<< text`: as formats/sendmail-x.ts. */
const sendmailX: Framing = {
  format: 'sendmail-X',
  vantage: 'server',
  keyed: true,
  keepsEnds: true,
  hidesText: false,
  read(bytes, from, frame) {
    let i = from;
    let key = 0;
    let c = bytes[i]!;
    while (c >= 48 && c <= 57) {
      key = key * 10 + c - 48;
      c = bytes[++i]!;
    }
    const marker = bytes[i + 1]!;
    frame.who = -1;
    if (i === from || i - from > 10 || c !== SPACE || bytes[i + 2] !== marker || bytes[i + 3] !== marker) return;
    const next = bytes[i + 4]!;
    if (next !== SPACE && !isEnd(next)) return;
    frame.who = marker === 60 ? CLIENT : marker === 62 ? SERVER : marker === 61 ? NOTE : -1;
    frame.key = key;
    frame.text = next === SPACE ? i + 5 : i + 4;
  },
};

/** Four characters, then the text: as formats/swaks.ts. */
const swaks: Framing = {
  format: 'swaks',
  vantage: 'client',
  keyed: false,
  keepsEnds: false,
  hidesText: false,
  read(bytes, from, frame) {
    frame.who = -1;
    frame.key = 0;
    frame.text = from + 4;
    const a = bytes[from]!;
    const b = bytes[from + 1]!;
    const c = bytes[from + 2]!;
    const d = bytes[from + 3]!;
    const line = b === 45 || b === 126; // - ~
    if (a === SPACE && line && c === 62) {
      if (isEnd(d)) frame.text = from + 3;
      else if (d !== SPACE) return;
      frame.who = CLIENT;
    } else if (d !== SPACE) return;
    else if (a === 60) {
      if (line ? c === SPACE || (b === 126 && c === 42) : b === 42 && c === 42) frame.who = SERVER;
    } else if ((a === 61 || a === 42) && b === a && c === a) frame.who = NOTE;
  },
};

/** `SMTP: 10:31:23 [rx] text`: as formats/outlook.ts. */
const outlook: Framing = {
  format: 'outlook-rx-tx',
  vantage: 'client',
  keyed: false,
  keepsEnds: false,
  hidesText: true,
  read(bytes, from, frame) {
    frame.who = -1;
    frame.key = 0;
    let i = from;
    if (bytes[i] === 83) {
      if (bytes[i + 1] !== 77 || bytes[i + 2] !== 84 || bytes[i + 3] !== 80 || bytes[i + 4] !== 58) return;
      i += bytes[i + 5] === SPACE ? 6 : 5;
    }
    if (bytes[i + 1] === 58) i++;
    else if (bytes[i + 2] === 58) i += 2;
    else return;
    // :mm:ss [rx]
    if (bytes[i + 3] !== 58 || bytes[i + 6] !== SPACE || bytes[i + 7] !== 91 || bytes[i + 10] !== 93) return;
    const next = bytes[i + 11]!;
    if (next !== SPACE && !isEnd(next)) return;
    const a = bytes[i + 8];
    const b = bytes[i + 9];
    if (a === 114 && b === 120) frame.who = SERVER;
    else if (a === 116 && b === 120) frame.who = CLIENT;
    else if (a === 100 && b === 98) frame.who = NOTE;
    frame.text = next === SPACE ? i + 12 : i + 11;
  },
};

/** The framings by the name of their format. */
export const framings: ReadonlyMap<string, Framing> = new Map([sendmailX, swaks, outlook].map((f) => [f.format, f]));
