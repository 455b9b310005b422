/** Has a log scanned (wasm/scan.ts), and gives what was found by lines from 0 and UTF-16 offsets. */
import { lineSpan, type Source } from '../../text';
import { detectFormat } from '../detect';
import { sendmailX } from '../formats/sendmail-x';
import { lineOf, type Line } from '../lines';
import { marksOfScanners } from '../signs';
import { ALONE, type Birth, type Strand } from './forks';
import { factsOf } from './kinds';
import program from './wasm/scan.wasm';

/** What was found. The tables are by line (from 0). */
export interface Scan {
  readonly source: Source;
  /** By their beginnings. */
  readonly strands: readonly Strand[];
  /** The number of its strand, 0 for none. */
  readonly owners: Int32Array;
  /** The next line of its strand, 0 for none. */
  readonly nextLines: Int32Array;
  /** 1 for a line that is more of the same: text behind text, and recipients accepted behind such, with what the server said. */
  readonly repeats: Uint8Array;
  /** The first line that ends in LF alone, and whether some line shows how it ended on the wire. */
  readonly mixedFrom: number;
  readonly keepsEnds: boolean;
}

/** What wasm/scan.ts exports. Places in its memory are bytes. */
interface Scanner {
  readonly memory: WebAssembly.Memory;
  readonly prepare: (length: number) => void;
  readonly roomForPiece: (length: number) => number;
  readonly scan: () => number;
  readonly finish: () => number;
  readonly [found: string]: unknown;
}

/** As in formats/sendmail-x.ts: what a line begins with, and what is no line of the wire. */
export const LINE = /^\s*(\d{1,10}) (<<<|>>>|===)(?: |$)/;
export const LOST = /^\[(?:EOF|TIMEOUT)\]$/;

/** More memory than this is not kept for the next log. In bytes. */
const KEPT = 1 << 26;

/** A piece of a log is so long, and to the end of a line. In UTF-16 units. */
const PIECE = 1 << 16;

/** What stands for a UTF-16 unit above 127. */
const FOREIGN = 255;

const CR = 13;

const encoder = new TextEncoder();
let compiled: WebAssembly.Module | undefined;
let kept: Scanner | undefined;
/** The log that is scanned. */
let text = '';

/** Scans a log. Undefined if it is none of sendmail -X, or one that must be read to be understood. Linear in the text. */
export function scanLog(log: string): Scan | undefined {
  const scanner = (kept = scannerFor(log));
  if (!scanner) return undefined;
  text = log;
  try {
    for (let start = 0; start < log.length;) {
      const feed = log.indexOf('\n', start + PIECE);
      const end = feed < 0 ? log.length : feed + 1;
      put(log.slice(start, end), scanner);
      if (!scanner.scan()) return undefined;
      start = end;
    }
    return scanner.finish() ? read(scanner) : undefined;
  } finally {
    text = '';
    if (scanner.memory.buffer.byteLength > KEPT) kept = undefined;
  }
}

/** A scanner for a log; undefined where WebAssembly is not allowed, or has no room for its lines. */
function scannerFor(log: string): Scanner | undefined {
  try {
    const scanner = kept ?? newScanner();
    scanner.prepare(log.length);
    return scanner;
  } catch {
    return undefined;
  }
}

/** Puts a piece of the log where the scanner wants it, a byte for each UTF-16 unit. */
function put(piece: string, { memory, roomForPiece }: Scanner): void {
  const at = roomForPiece(piece.length);
  const bytes = new Uint8Array(memory.buffer, at, piece.length);
  const { read, written } = encoder.encodeInto(piece, bytes);
  if (read === piece.length && written === piece.length) return;
  for (let i = 0; i < piece.length; i++) {
    const c = piece.charCodeAt(i);
    bytes[i] = c < 128 ? c : FOREIGN;
  }
}

function newScanner(): Scanner {
  compiled ??= new WebAssembly.Module(bytesOf(program));
  const marks = marksOfScanners();
  const stars = /\*/g;
  const outside = {
    factsOf: (from: number, to: number, client: number) => factsOf(text.slice(from, to), client !== 0),
    isLost: (from: number, to: number) => LOST.test(text.slice(from, to)),
    isLine: (from: number, to: number) => LINE.test(text.slice(from, to)),
    isLog: (count: number) => isLog(scanner, count),
    nextStar: (from: number) => placeOf(stars, from),
    nextMark: (from: number) => placeOf(marks.anywhere, from),
    isMark(at: number): boolean {
      marks.start.lastIndex = at;
      return marks.start.test(text);
    },
  };
  const scanner = new WebAssembly.Instance(compiled, { outside }).exports as unknown as Scanner;
  const first = new Uint8Array(scanner.memory.buffer, valueOf(scanner, 'firstOfMarks'), 1 << 16);
  for (const c of marks.first) first[c] = 1;
  return scanner;
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  const characters = atob(base64);
  const bytes = new Uint8Array(characters.length);
  for (let i = 0; i < bytes.length; i++) bytes[i] = characters.charCodeAt(i);
  return bytes;
}

/** Where the first match of a global expression from an offset on is; behind any text if there is none. */
function placeOf(pattern: RegExp, from: number): number {
  pattern.lastIndex = from;
  return pattern.exec(text)?.index ?? 0x7fffffff;
}

/** True if lines that are not of this format, so many of `prose`, are of another. */
function isLog(scanner: Scanner, count: number): boolean {
  const lineStarts = tableOf(scanner, 'lineStarts', valueOf(scanner, 'lineCount'));
  const lines = Array.from(tableOf(scanner, 'prose', count), (number) => {
    const source = { text, lineStarts: [lineStarts[number]!, lineStarts[number + 1] ?? text.length] };
    return numbered(source, 0, number, valueOf(scanner, 'mixedFrom'));
  });
  const isSendmailX: Parameters<typeof detectFormat>[1] = (one) => one.format === sendmailX && one.wraps.length === 0;
  return detectFormat(lines, isSendmailX) !== undefined;
}

/** Takes what a scan has found out of its memory. */
function read(scanner: Scanner): Scan {
  const count = valueOf(scanner, 'lineCount');
  const lineStarts = tableOf(scanner, 'lineStarts', count + (text.endsWith('\n') ? 1 : 0)).slice();
  const words = new Int32Array(scanner.memory.buffer);
  return {
    source: { text, lineStarts },
    strands: Array.from(tableOf(scanner, 'strands', valueOf(scanner, 'strandCount')), (at) => strandAt(words, at >> 2)),
    owners: tableOf(scanner, 'owners', count).slice(),
    nextLines: tableOf(scanner, 'nextLines', count).slice(),
    repeats: new Uint8Array(scanner.memory.buffer, valueOf(scanner, 'repeats'), count).slice(),
    mixedFrom: valueOf(scanner, 'mixedFrom'),
    keepsEnds: valueOf(scanner, 'keepsEnds') !== 0,
  };
}

/** A strand as it lies in memory, field by field. */
function strandAt(words: Int32Array, at: number): Strand {
  const births = words[at + 9]! >> 2;
  return {
    number: words[at]!,
    first: words[at + 1]!,
    last: words[at + 2]!,
    spoken: words[at + 3]!,
    a: words[at + 4]!,
    b: words[at + 5]!,
    length: words[at + 6]!,
    odd: words[at + 7] === 1,
    whole: words[at + 8] === 1,
    birth: births === 0 ? ALONE.birth : birthAt(words, births),
    guests: ALONE.guests,
    home: undefined,
    shape: undefined,
  };
}

function birthAt(words: Int32Array, births: number): Birth {
  const birth: Birth[number][] = [];
  for (let at = births; at !== 0; at = words[at]! >> 2)
    birth.push({
      home: words[at + 1]!,
      line: words[at + 2]!,
      at: { a: words[at + 3]!, b: words[at + 4]!, length: words[at + 5]! },
      plain: words[at + 6] === 1,
    });
  return birth;
}

/** A number that the scanner has found. */
function valueOf(scanner: Scanner, name: string): number {
  return Number((scanner[name] as WebAssembly.Global).value);
}

/** A table of the scanner in its memory. */
function tableOf(scanner: Scanner, name: string, length: number): Int32Array {
  return new Int32Array(scanner.memory.buffer, valueOf(scanner, name), length);
}

/** A line as a reader takes it. */
export function lineAt({ source, mixedFrom }: Scan, number: number): Line {
  return numbered(source, number, number, mixedFrom);
}

function numbered(source: Source, index: number, number: number, mixedFrom: number): Line {
  const { start, end } = lineSpan(source, index);
  const eol = end === source.text.length ? undefined : source.text.charCodeAt(end) === CR ? 'crlf' : 'lf';
  return lineOf(number, start, source.text.slice(start, end), eol, mixedFrom <= number);
}

/**
 * The lines of a strand and of those joined to it, rising. `more` false leaves out what is more of the same. `enough` says how many
 * need not be more.
 */
export function linesOf(scan: Scan, strand: Strand, more: boolean, enough = Infinity): number[] {
  const lines: number[] = [];
  const take = ({ first, last }: Strand, most: number): void => {
    for (let line = first; line >= 0 && lines.length < most; line = line === last ? -1 : scan.nextLines[line]!)
      if (more || scan.repeats[line] === 0) lines.push(line);
  };
  if (strand.guests.length === 0) {
    take(strand, enough);
    return lines;
  }
  for (const one of [strand, ...strand.guests.map((guest) => guest.strand)]) take(one, Infinity);
  return lines.sort((a, b) => a - b);
}
