/** Sorts the pieces of a log into connections and makes a session of each. */
import { readDialogue } from './dialogue';
import { factsOf } from './facts';
import type { Format } from './formats/format';
import type { Piece, Session, SessionEvent } from './model';
import { joinStrands, type Spoken, type Strand } from './strands';
import { isCommandLine, replyOf, verbOf } from './wire';

/** Collects pieces in the order of the log; `sessions` gives the sessions, by their first lines. Linear in the pieces. */
export interface Collector {
  add(piece: Piece, format: Format): void;
  /** A line between others that is not of the log's format: a note if the same connection goes on after it. */
  prose(piece: Piece): void;
  /**
   * `nameOf` tells the format's name as it turned out at the end, for the session with this key; `keepEnds` the formats whose
   * pieces are known to show how lines ended on the wire.
   */
  sessions(nameOf: (format: Format, key: string) => string, keepEnds: ReadonlySet<Format>): Session[];
}

/** Begins to collect. */
export function createCollector(): Collector {
  const strands: Strand[] = [];
  const open = new Map<Format, Map<string, Strand>>();
  const log: Spoken[] = []; // what went over the wire, in order
  let lastStrand: Strand | undefined;
  let heldProse: Piece[] = [];

  function add(piece: Piece, format: Format): void {
    let keys = open.get(format);
    if (!keys) open.set(format, (keys = new Map<string, Strand>()));
    let strand = keys.get(piece.key);
    if (!strand || beginsAnother(strand, piece)) {
      strand = newStrand(format, piece.key);
      strands.push(strand);
      keys.set(piece.key, strand);
    }
    if (heldProse.length > 0) {
      if (strand === lastStrand && strand.spoken) for (const held of heldProse) strand.pieces.push(held);
      heldProse = [];
    }
    strand.pieces.push(piece);
    watch(strand, piece);
    if (piece.from !== 'note' && !piece.continues) {
      strand.order.push(log.length);
      log.push({ strand, piece, text: strand.text });
    }
    lastStrand = strand;
  }

  function prose(piece: Piece): void {
    if (lastStrand?.spoken && piece.text.trim() !== '') heldProse.push(piece);
  }

  function sessions(nameOf: (format: Format, key: string) => string, keepEnds: ReadonlySet<Format>): Session[] {
    joinStrands(strands, log);
    const made: Session[] = [];
    for (const strand of strands) {
      const { format, key } = strand;
      if (strand.joined || !(strand.spoken || (format.remarksOnly && strand.opened))) continue;
      const session = sessionOf(strand.pieces, format, nameOf(format, key), keepEnds.has(format));
      if (format.remarksOnly || session.events.some(isSmtp)) made.push(session);
    }
    return made.sort((a, b) => a.line - b.line || a.start - b.start);
  }

  return { add, prose, sessions };
}

/** Other protocols look alike (a mail program's log holds IMAP, too): a session has a reply, a command or a message. */
function isSmtp(event: SessionEvent): boolean {
  return event.kind === 'reply' || event.kind === 'data' || (event.kind === 'command' && isCommandLine(event.text));
}

function newStrand(format: Format, key: string): Strand {
  const no = {
    upgrades: false,
    spoken: false,
    answered: false,
    more: false,
    opened: false,
    done: false,
    text: false,
    eof: false,
    joined: false,
  };
  return { format, key, pieces: [], order: [], verb: '', ...no };
}

/** True if this piece cannot belong to the connection that had its key so far. */
function beginsAnother(strand: Strand, piece: Piece): boolean {
  if (piece.continues) return false;
  if (piece.mark === 'open') return strand.spoken || strand.opened;
  if (piece.from === 'note') return false;
  if (piece.from === 'client') return strand.done && HELLO.has(verbOf(piece.text));
  const reply = strand.more ? undefined : replyOf(piece.text);
  if (!reply || !strand.answered) return false;
  if (strand.done) return !(reply.code === 421 && strand.eof);
  if (strand.verb === 'NOOP' && reply.text === 'OK') return false; // so FireWall-1 answers it
  return reply.code === 220 && !strand.upgrades && !UPGRADES.has(strand.verb);
}

/** Commands after which a 220 is no greeting: RFC 3207, and Postfix's XCLIENT. */
const UPGRADES = new Set(['STARTTLS', 'XCLIENT', 'XFORWARD']);
const HELLO = new Set(['EHLO', 'HELO', 'LHLO']);

function watch(strand: Strand, piece: Piece): void {
  if (piece.mark === 'open') strand.opened = true;
  if (piece.mark === 'close') strand.done = true;
  if (piece.mark === 'eof') strand.done = strand.eof = true;
  if (piece.from === 'note' || piece.continues) return;
  strand.spoken = true;
  if (piece.from === 'client') {
    strand.text &&= piece.text !== '.';
    strand.verb = verbOf(piece.text);
    if (strand.verb === 'QUIT' && !strand.answered && strand.format.name === 'generic') strand.done = true; // shows no replies
    strand.upgrades ||= UPGRADES.has(strand.verb);
    return;
  }
  const reply = replyOf(piece.text);
  if (!strand.answered) strand.done = false;
  strand.answered = true;
  strand.text = reply?.code === 354 && !reply.more;
  strand.upgrades = false;
  strand.more = reply?.more ?? false;
  if (reply?.code === 220 && UPGRADES.has(strand.verb)) strand.verb = ''; // answered: another 220 is a greeting
  if (strand.verb === 'QUIT' && (reply?.code === 221 || reply?.code === 240)) strand.done = true; // 240 is what IIS logs
}

/**
 * The session that the pieces of one connection make, in the order of the log. `name` is the format's as it turned out, `keepEnds`
 * says that its pieces are known to show how lines ended on the wire.
 */
export function sessionOf(pieces: readonly Piece[], format: Format, name: string, keepEnds: boolean): Session {
  const vantage = pieces.find((p) => p.vantage)?.vantage ?? format.vantage;
  const { events, tls, stopsShort } = readDialogue(pieces, { unstuffed: format.unstuffed, keepEnds });
  const { client, server, started, begins } = factsOf(events, pieces, vantage);
  let [line, endLine, start, end] = [Infinity, 0, Infinity, 0];
  for (const event of events) {
    line = Math.min(line, event.line);
    endLine = Math.max(endLine, event.endLine);
    start = Math.min(start, event.start);
    end = Math.max(end, event.end);
  }
  return {
    line,
    endLine,
    start,
    end,
    format: name,
    vantage,
    ...(client !== undefined && { client }),
    ...(server !== undefined && { server }),
    ...(started !== undefined && { started }),
    tls,
    complete: begins && !stopsShort,
    events,
  };
}
