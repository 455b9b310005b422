/** Reads a log of any format, or of several after each other, as a stream. */
import { createSource } from '../text';
import { detectFormat, withoutPrefix, type Found } from './detect';
import type { Format, FormatReader } from './formats/format';
import { createSplitter, type Line } from './lines';
import type { LineEnd, Piece, Session, Transcript, Vantage } from './model';
import { createCollector } from './session';

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
  const readers = new Map<Format, FormatReader>();
  let current = known?.format;
  let prefix = ''; // before each line of the current format
  let strange: Line[] = []; // lines in a row that the current format does not know
  const tried: Found[] = []; // what was expected of these lines and did not know them either
  let before: { piece: Piece; format: Format; eol?: LineEnd } | undefined; // the last piece, for what a lone CR cuts off
  const keepEnds = new Set<Format>(known?.keepsEnds ? [known.format] : []); // whose pieces show a CR
  const splitter = createSplitter(read);

  function read(line: Line): void {
    const pieces = current && readerOf(current).read(withoutPrefix(line, prefix));
    if (current && pieces) {
      if (strange.length > 0) passOver();
      tried.length = 0;
      take(pieces, current, line);
    } else if (before?.eol === 'cr' && strange.length === 0) {
      continuePiece(line, before);
    } else {
      strange.push(line);
      if (strange.length >= WINDOW) adopt();
    }
  }

  function isCurrent(found: Found): boolean {
    return found.format === current && found.prefix === prefix;
  }

  function readerOf(format: Format): FormatReader {
    let reader = readers.get(format);
    if (!reader) readers.set(format, (reader = format.open()));
    return reader;
  }

  function take(pieces: readonly Piece[], format: Format, line?: Line): void {
    before = undefined;
    pieces.forEach((made, i) => {
      const cut = line?.eol === 'cr' && i === pieces.length - 1;
      const piece: Piece = cut ? { ...made, eol: 'cr' } : made;
      if (piece.eol === 'crlf') keepEnds.add(format);
      collector.add(piece, format);
      if (piece.from !== 'note') before = { piece, format, eol: line?.eol };
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
    const found = detectFormat(
      lines,
      (one) => isCurrent(one) || tried.some((f) => f.format === one.format && f.prefix === one.prefix),
    );
    strange = [];
    if (!found) return lines.forEach(prose);
    tried.push(found);
    current = found.format;
    prefix = found.prefix;
    before = undefined;
    lines.forEach(read);
  }

  /** The current format goes on after lines it did not know: another log in between, or prose. */
  function passOver(): void {
    const lines = strange;
    strange = [];
    const found = detectFormat(lines, isCurrent);
    for (const line of lines) {
      const pieces = found && readerOf(found.format).read(withoutPrefix(line, found.prefix));
      if (found && pieces) take(pieces, found.format, line);
      else prose(line);
    }
  }

  function prose(line: Line): void {
    const { number, start, text } = line;
    collector.prose({ line: number, start, end: start + text.length, from: 'note', text, key: '' });
  }

  function end(): Transcript {
    splitter.end();
    while (strange.length > 0) adopt();
    for (const [format, reader] of readers) take(reader.end?.() ?? [], format);
    const sessions = collector.sessions((format, key) => readers.get(format)?.name?.(key) ?? format.name, keepEnds);
    return { source: createSource(chunks.join('')), ...mostOf(sessions), sessions };
  }

  return {
    push(chunk) {
      chunks.push(chunk);
      splitter.push(chunk);
    },
    line: read,
    end,
  };
}

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
