/**
 * The outcome of a comparison: one plain object which the editor shows, the command line prints and the tests compare.
 */
import type { Side } from '../smtp/model';

export type Verdict = 'none' | 'possible' | 'likely' | 'certain';

/** How much a difference proves. `neutral` proves nothing: a date, a queue id. */
export type Weight = 'decisive' | 'strong' | 'moderate' | 'weak' | 'neutral';

/** How a difference looks: said otherwise, kept from the other side, put in, or at the wrong time. */
export type Change = 'changed' | 'withheld' | 'added' | 'timing';

/** A place in one of the two logs; lines from 0. */
export interface LogPlace {
  readonly line: number;
  readonly endLine: number;
  /** What stands there, without the log's own markers; secrets are left out. */
  readonly text: string;
  /** Where several single lines are meant, each of them; `line` and `endLine` are the outermost. */
  readonly lines?: readonly number[];
}

/** One thing that was found, with the place on each side that has one. */
export interface Evidence {
  /** `compare/reply-text-differs` */
  readonly rule: string;
  readonly weight: Weight;
  readonly change: Change;
  /** A few words, in the user's language: "the greeting is ClamSMTP's own". */
  readonly message: string;
  readonly client?: LogPlace;
  readonly server?: LogPlace;
  /** The product whose habit this is, if it is one's. */
  readonly product?: string;
}

/**
 * Where a session stands in its log; lines from 0. Where other sessions run at the same time, only the unbroken lines around its
 * HELO or EHLO: so no line is named for two sessions, and whoever looks there sees this one.
 */
export interface SessionPlace {
  readonly line: number;
  readonly endLine: number;
  /** True if the session has more lines, with other sessions' lines between. */
  readonly part?: true;
}

/** Two sessions held against each other. */
export interface SessionPair {
  /** Index into the transcript's `sessions`. */
  readonly clientSession: number;
  readonly serverSession: number;
  readonly client: SessionPlace;
  readonly server: SessionPlace;
  readonly verdict: Verdict;
  readonly product?: string;
  /** What the evidence is worth together; verdict.ts says how. */
  readonly points: number;
  /** Whether both logs tell of one connection, and how one knows. `no`: two attempts, of which only what is always said counts. */
  readonly sameConnection: 'yes' | 'no' | 'unknown';
  readonly sameBy?: { readonly what: 'queue-id' | 'greeting-date'; readonly client: string; readonly server: string };
  /** The sides whose log has only a part of the session, as logs that were cut do. */
  readonly partial?: readonly Side[];
  /** In order of weight, then of place. */
  readonly evidence: readonly Evidence[];
  readonly looked: readonly Looked[];
  /** Both sessions lined up, for diff view and ladder. */
  readonly rows: readonly AlignedRow[];
}

/** One row of the two sessions lined up. Each side an index into its session's `events`, or none. */
export interface AlignedRow {
  readonly client?: number;
  readonly server?: number;
  /** True if both sides say the same after what differs by nature (dates, ids) is taken out. */
  readonly same: boolean;
  /** True if a side has nothing here because its log need not show it: the row proves nothing. */
  readonly neutral?: boolean;
}

/** A part of the session that was looked at. */
export interface Looked {
  readonly part: 'greeting' | 'hello' | 'commands' | 'replies' | 'message' | 'queue-id' | 'tls';
  /** In the user's language: "Greeting". */
  readonly what: string;
  readonly result: 'equal' | 'different' | 'not-in-logs';
  readonly client?: LogPlace;
  readonly server?: LogPlace;
}

export interface Unpaired {
  readonly session: number;
  readonly line: number;
  readonly endLine: number;
  /** Why it has no partner, in a few words. */
  readonly reason: string;
}

export interface CompareReport {
  readonly verdict: Verdict;
  readonly product?: string;
  /** The verdict as a sentence in the user's language. */
  readonly summary: string;
  /** What it means for the mail, and what to try next; sentences. Where nothing was found: what that does not prove, and how to be surer. */
  readonly meaning: readonly string[];
  readonly next: readonly string[];
  readonly pairs: readonly SessionPair[];
  /** What many sessions show together, though no pair does by itself; left out where there is nothing. */
  readonly together?: readonly Evidence[];
  /**
   * Pairs without a sign, and how many differences they have that prove nothing, where they are counted and not in `pairs`: of logs
   * with too many sessions to keep. Pairs with a sign that have no `rows` there lack `looked` and the texts of their places, too.
   */
  readonly silent?: { readonly pairs: number; readonly neutral: number };
  readonly unpaired: { readonly client: readonly Unpaired[]; readonly server: readonly Unpaired[] };
  /** True if the first log is the server's: the sides were put right. */
  readonly swapped: boolean;
}
