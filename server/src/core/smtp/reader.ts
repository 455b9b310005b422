/** Reads a log of any format, or of several after each other, as a stream. */
import { createSource } from '../text';
import { clean } from './clean';
import { detectFormat, isSame, runIn, type Found } from './detect';
import type { Format, FormatReader } from './formats/format';
import { createSplitter, type Line } from './lines';
import { unpack } from './packed';
import type { LineEnd, Piece, Session, Transcript, Vantage } from './model';
import { createUndoer } from './quotedPrintable';
import { createCollector } from './session';
import { createDecoder } from './utf16';
import { LOGGED, unwrap, type Bare } from './wraps';

/** Takes a log in chunks that may end anywhere; `end` gives the transcript and is called once. */
export interface Reader {
  push(chunk: string): void;
  /** Takes a line in place of chunks: for who cuts the log into lines himself. */
  line(line: Line): void;
  end(): Transcript;
}

/** What is known of a log of which only some lines are read. */
export interface Known {
  readonly format: Format;
  /** True if the log shows how lines ended on the wire. */
  readonly keepsEnds: boolean;
}

/**
 * Reads a whole log. Takes any string: a decoded document, or a file's bytes as latin1 so that nothing is lost. Never throws;
 * a text that is no log gives the format `unknown` and no sessions.
 */
export function readTranscript(text: string): Transcript {
  const reader = createReader();
  reader.push(text);
  return reader.end();
}

/** How many lines that no reader knows are looked at together to find their format. */
const WINDOW = 64;

/** Begins to read a log. Time and memory are linear in the text, and the result is the same whatever the chunks. */
export function createReader(known?: Known): Reader {
  const chunks: string[] = [];
  const collector = createCollector();
  const readers = new Map<Format, Map<string, FormatReader>>(); // by format and what the wrapping names
  let current: Found | undefined = known && { format: known.format, wraps: [] };
  let strange: Line[] = []; // lines in a row that the current format does not know
  const tried: Found[] = []; // what was expected of these lines and did not know them either
  let before: { piece: Piece; format: Format; eol?: LineEnd } | undefined; // the last piece, for what a lone CR cuts off
  const keepEnds = new Set<Format>(known?.keepsEnds ? [known.format] : []); // whose pieces show a CR
  let dirty = false; // there are control characters of a terminal
  const decoder = createDecoder();
  let onScreen = false; // written by `script`
  const undoer = createUndoer((line) => unpack(line).forEach(read));
  const readClean = (line: Line): void => undoer.line(dirty || line.number === 0 ? clean(line) : line);
  const splitter = createSplitter(readClean, false, () => onScreen);

  function read(line: Line): void {
    const bare = current && unwrap(line, current.wraps);
    const pieces = current && bare && (readerOf(current.format, bare.key).read(bare.line) ?? readEntry(line, current));
    if (current && bare && pieces) {
      if (strange.length > 0) passOver();
      tried.length = 0;
      take(pieces, current.format, bare, line.eol);
    } else if (before?.eol === 'cr' && strange.length === 0) {
      continuePiece(line, before);
    } else {
      strange.push(line);
      if (strange.length >= WINDOW) adopt();
    }
  }

  /** The first of several lines that were logged at once has the logger's head before its own. */
  function readEntry(line: Line, { format, wraps }: Found): readonly Piece[] | undefined {
    const head = LOGGED.exec(line.text)?.[0].length ?? 0;
    if (head === 0) return undefined;
    const bare = unwrap({ ...line, start: line.start + head, text: line.text.slice(head) }, wraps);
    return readerOf(format, bare.key).read(bare.line);
  }

  function isCurrent(found: Found): boolean {
    return current !== undefined && isSame(found, current);
  }

  function readerOf(format: Format, name: string): FormatReader {
    let named = readers.get(format);
    if (!named) readers.set(format, (named = new Map<string, FormatReader>()));
    let reader = named.get(name);
    if (!reader) named.set(name, (reader = format.open()));
    return reader;
  }

  function take(pieces: readonly Piece[], format: Format, { key, time }: Partial<Bare> = {}, eol?: LineEnd): void {
    before = undefined;
    pieces.forEach((made, i) => {
      let piece: Piece = eol === 'cr' && i === pieces.length - 1 ? { ...made, eol } : made;
      if (key) piece = { ...piece, key: key + WITHIN + piece.key };
      if (time && !piece.time) piece = { ...piece, time };
      if (piece.eol === 'crlf') keepEnds.add(format);
      collector.add(piece, format);
      if (piece.from !== 'note') before = { piece, format, eol };
    });
  }

  /** A lone CR ends a line of the log, not of the wire: the rest of the wire's line has no marker. */
  function continuePiece(line: Line, last: { piece: Piece; format: Format }): void {
    const { number, start, text } = line;
    const eol = line.eol === 'cr' ? 'cr' : line.wireEol;
    const piece: Piece = { ...last.piece, line: number, start, end: start + text.length, text, eol, continues: true };
    collector.add(piece, last.format);
    before = { piece, format: last.format, eol: line.eol };
  }

  /** Finds the format of the lines nobody knew and goes on with it; if there is none, they are prose. */
  function adopt(): void {
    const lines = strange;
    const except = (one: Found): boolean => isCurrent(one) || tried.some((f) => isSame(f, one));
    const found = detectFormat(lines, except);
    strange = [];
    if (!found) return lines.forEach(prose);
    const run = found.format.open().learn ? runIn(lines, except) : undefined;
    if (run && run.from > 0) {
      strange = lines.slice(0, run.from);
      adopt();
      strange.forEach(prose);
      strange = [];
    }
    const next = run?.found ?? found;
    tried.push(next);
    current = next;
    before = undefined;
    if (!run) teach(next, lines);
    lines.slice(run?.from).forEach(read);
  }

  /** A reader that knows nothing of its format beforehand learns from lines of it. */
  function teach({ format, wraps }: Found, lines: readonly Line[]): void {
    const samples = new Map<string, string[]>();
    for (const line of lines) {
      const bare = unwrap(line, wraps);
      const sample = samples.get(bare.key);
      if (sample) sample.push(bare.line.text);
      else samples.set(bare.key, [bare.line.text]);
    }
    for (const [key, sample] of samples) readerOf(format, key).learn?.(sample);
  }

  /** The current format goes on after lines it did not know: another log in between, or prose. */
  function passOver(): void {
    const lines = strange;
    strange = [];
    const found = detectFormat(lines, (one) => isCurrent(one) && readerOf(one.format, '').learn === undefined);
    if (found) teach(found, lines);
    for (const line of lines) {
      const bare = found && unwrap(line, found.wraps);
      const pieces = found && bare && readerOf(found.format, bare.key).read(bare.line);
      if (found && pieces) take(pieces, found.format, bare);
      else prose(line);
    }
  }

  function prose(line: Line): void {
    const { number, start, text } = line;
    collector.prose({ line: number, start, end: start + text.length, from: 'note', text, key: '' });
  }

  function end(): Transcript {
    feed(decoder.end());
    splitter.end();
    undoer.end();
    while (strange.length > 0) adopt();
    for (const [format, named] of readers) for (const [key, reader] of named) take(reader.end?.() ?? [], format, { key });
    const sessions = collector.sessions(nameOf, keepEnds);
    return { source: createSource(chunks.join('')), ...mostOf(sessions), sessions };
  }

  function nameOf(format: Format, key: string): string {
    const within = key.indexOf(WITHIN);
    const reader = readers.get(format)?.get(key.slice(0, Math.max(0, within)));
    return reader?.name?.(key.slice(within + 1)) ?? format.name;
  }

  function feed(chunk: string): void {
    dirty ||= chunk.includes('\x1b') || chunk.includes('\b');
    if (chunks.length === 0) onScreen = chunk.startsWith('Script started on ');
    chunks.push(chunk);
    splitter.push(chunk);
  }

  return { push: (chunk) => feed(decoder.push(chunk)), line: read, end };
}

/** Parts what the wrapping names from the key a format gives. */
const WITHIN = '\x01';

/** The format and the vantage most of the sessions have. */
function mostOf(sessions: readonly Session[]): { format: string; vantage: Vantage } {
  const counts = new Map<string, number>();
  let most: Session | undefined;
  for (const session of sessions) {
    const key = `${session.format} ${session.vantage}`;
    const n = (counts.get(key) ?? 0) + 1;
    counts.set(key, n);
    if (!most || n > counts.get(`${most.format} ${most.vantage}`)!) most = session;
  }
  return { format: most?.format ?? 'unknown', vantage: most?.vantage ?? 'both' };
}
