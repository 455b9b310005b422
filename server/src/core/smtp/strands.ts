/** The pieces of one connection, as far as its key tells, and the joining of those whose key changed. */
import type { Format } from './formats/format';
import type { Piece } from './model';
import { replyOf } from './wire';

/** What one key names between two beginnings. */
export interface Strand {
  readonly format: Format;
  readonly key: string;
  readonly pieces: Piece[];
  /** Places of its pieces in the log of all that went over the wire, rising. */
  readonly order: number[];
  spoken: boolean; // something went over the wire
  answered: boolean; // the server said something
  more: boolean; // the server's reply goes on
  verb: string; // the client's last command, or the first word of its last line
  upgrades: boolean; // STARTTLS or the like was sent, and no reply since
  opened: boolean; // a remark says that the connection was opened
  done: boolean; // QUIT was answered, or the connection closed
  text: boolean; // a message is under way
  eof: boolean; // the client went away: a 421 may follow, which nobody receives
  joined: boolean; // its pieces went to another strand
}

/** A piece that went over the wire. */
export interface Spoken {
  readonly strand: Strand;
  readonly piece: Piece;
  /** True for a line of a message, which nothing answers before its dot. */
  readonly text: boolean;
}

/** How many lines of the wire a reply may stand behind its command, other connections' lines between. */
const REACH = 32;

/**
 * Puts a strand that begins with a reply nobody under its key asked for behind the command that waits for one. A sendmail that
 * forks for each transaction (AIX) goes on under another process id after MAIL and comes back to the first id afterwards.
 */
export function joinStrands(strands: readonly Strand[], log: readonly Spoken[]): void {
  const taken = new Set<number>(); // commands that have their reply from another strand
  const guests = new Map<Strand, Strand[]>();
  for (const strand of strands) {
    const at = beginsWithReply(strand, log) ? commandBefore(strand, log, taken) : undefined;
    if (at === undefined) continue;
    const home = log[at]!.strand;
    taken.add(at);
    strand.joined = true;
    const joined = guests.get(home);
    if (joined) joined.push(strand);
    else guests.set(home, [strand]);
  }
  for (const [home, joined] of guests) {
    for (const { pieces } of joined) for (const piece of pieces) home.pieces.push(piece);
    home.pieces.sort((a, b) => a.line - b.line || a.start - b.start);
  }
}

function beginsWithReply(strand: Strand, log: readonly Spoken[]): boolean {
  const first = strand.order[0];
  if (first === undefined || strand.opened || strand.key === '') return false;
  const { piece } = log[first]!;
  const code = piece.from === 'server' ? replyOf(piece.text)?.code : undefined;
  return code !== undefined && code !== 220 && code !== 421 && code !== 554;
}

/** Place in the log of the command that waits for this strand, if one does: nothing answers it under its own key. */
function commandBefore(strand: Strand, log: readonly Spoken[], taken: ReadonlySet<number>): number | undefined {
  const first = strand.order[0]!;
  const end = strand.order.at(-1)!;
  for (let at = first - 1; at >= 0 && at >= first - REACH; at--) {
    const { strand: home, piece, text } = log[at]!;
    if (home === strand || home.joined || home.format !== strand.format || piece.from !== 'client' || text || taken.has(at))
      continue;
    const next = following(home.order, at);
    if (next === undefined || (next > end && log[next]!.piece.from === 'client')) return at;
  }
  return undefined;
}

/** The entry of a rising list that follows `value`. */
function following(order: readonly number[], value: number): number | undefined {
  let low = 0;
  let high = order.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (order[middle]! <= value) low = middle + 1;
    else high = middle;
  }
  return order[low];
}
