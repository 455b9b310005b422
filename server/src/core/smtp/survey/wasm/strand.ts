/** Strands, and the numbers for the sequences of their lines. */
import { Kind, NOOP, UPGRADE } from './kinds';

/** How a received line ended: not known, CR LF, LF. */
export const NO_END = 0;
export const CRLF = 1;
export const LF = 2;
/** Symbols of what has no kind: a greeting; a line of text and the final dot, each by its line end. Kinds come behind them. */
export const GREETING = 0;
export const TEXT = 1;
export const DOT = 4;
const KINDS = 8;
/** Who said a line that has a kind. */
export const CLIENT = 0;
export const SERVER = 1;
export const NOTE = 2;

/** What one process id wrote between two beginnings: a strand of strands.ts. The first fields are read outside. */
@unmanaged
export class Strand {
  number: i32 = 0;
  /** Lines of the log, from 0: the first, the last, and the last that went over the wire (-1: none). */
  first: i32 = -1;
  last: i32 = -1;
  spoken: i32 = -1;
  /** The sequence of its symbols (forks.ts). */
  a: i32 = 0;
  b: i32 = 0;
  length: i32 = 0;
  /** 1 if it must be read to know what is in it. */
  odd: i32 = 0;
  /** 1 if whatever its process wrote from its first line on belongs to it. */
  whole: i32 = 0;
  /** Where it begins with a reply that nobody under its id asked for: the commands that had no answer then, nearest first. */
  birth: Birth | null = null;

  /** Of the last line that has one. */
  kind: Kind | null = null;
  /** The command and the reply by which the last recipient was accepted, how the command ended, and the sum before another. */
  accepted: Kind | null = null;
  acceptedReply: Kind | null = null;
  acceptedEnd: i32 = 0;
  again: bool = false;
  againA: i32 = 0;
  againB: i32 = 0;
  againLength: i32 = 0;
  /** As in strands.ts. */
  done: bool = false;
  eof: bool = false;
  answered: bool = false;
  more: bool = false;
  upgrades: bool = false;
  verb: i32 = 0;
  /** True between the 354 and the dot, and what the last line of text was like: equal ones in a row count once. */
  text: bool = false;
  lastText: i32 = -1;
  /** True if the client said the last line of the wire. */
  asked: bool = false;
}

/** A line of a client that had no answer when another strand began with one. Read outside. */
@unmanaged
export class Birth {
  next: Birth | null = null;
  home: i32 = 0;
  line: i32 = 0;
  /** What its strand was up to there. */
  a: i32 = 0;
  b: i32 = 0;
  length: i32 = 0;
  /** 1 if the line is a command, not text, and nothing was remarked behind it. */
  plain: i32 = 0;
}

/** A process id, and the strand that it writes now. */
@unmanaged
export class Process {
  constructor(public strand: Strand) {}
  /** False until it is known to be the server's. */
  settled: bool = false;
}

/** As in session.ts. */
export function beginsAnother(strand: Strand, code: i32, said: usize, to: usize): bool {
  if (strand.more || !strand.answered) return false;
  if (strand.done) return !(code == 421 && strand.eof);
  if (code != 220 || strand.upgrades || strand.verb == UPGRADE) return false;
  return !(strand.verb == NOOP && to == said + 6 && load<u16>(said + 4) == 0x4b4f /* OK */);
}

/** Puts a line of a kind at the end of a strand's sequence. */
export function add(strand: Strand, kind: Kind, who: i32, lineEnd: i32): void {
  strand.kind = kind;
  addSymbol(strand, KINDS + (kind.id * 3 + who) * 3 + lineEnd);
}

/** Puts a symbol (from 0) at the end of a strand's sequence, as forks.ts takes it. */
export function addSymbol(strand: Strand, symbol: i32): void {
  const spread = (symbol + 1) * 0x27d4eb2f;
  strand.a = strand.a * 0x9e3779b1 + (spread ^ (spread >>> 15));
  strand.b = strand.b * 0x85ebca77 + spread;
  strand.length++;
}
