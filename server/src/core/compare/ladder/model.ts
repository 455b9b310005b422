/**
 * A pair of sessions as a picture: client left, server right, and between them something where the logs show that something
 * answered or spoke for itself. Plain data, from which the page (html.ts) and the drawing (svg.ts) are made.
 */
import type { Change } from '../report';
import type { Side } from '../../smtp/model';

/** What one side's log has of a step. Lines from 0. */
export interface End {
  readonly line: number;
  readonly endLine: number;
  /** What was said, cut to what a reader takes in; secrets are left out. */
  readonly text: string;
}

/** One thing said: by the client or by the server, to the other or to what stands between. */
export interface Step {
  readonly kind: 'step';
  readonly from: Side;
  /** How the sides differ; none where they agree, or where what differs proves nothing. */
  readonly change?: Change;
  /** A few words beside the mark: "changed", "held back". Of an unmarked step: why one side has nothing, or none. */
  readonly word?: string;
  readonly client?: End;
  readonly server?: End;
  /** What was answered, where a command and its answer are on one side only and share the row. */
  readonly answer?: string;
  /** Why the empty half is empty: "not passed on". */
  readonly why?: string;
  /** How many characters both texts have in common at their beginning. */
  readonly common: number;
  /** Indices into the pair's evidence. */
  readonly evidence: readonly number[];
}

/** Several steps shown as one row until somebody wants to see them. */
export interface Fold {
  readonly kind: 'fold';
  /** "2 identical exchanges", "214 × NOOP". */
  readonly title: string;
  /** What they are: "MAIL, RCPT". */
  readonly words: string;
  /** Set where the same difference repeats. */
  readonly change?: Change;
  readonly word?: string;
  readonly client?: Omit<End, 'text'>;
  readonly server?: Omit<End, 'text'>;
  /** At most `MOST_INSIDE`. Of message text nothing is kept that is the same on both sides. */
  readonly steps: readonly Step[];
  /** How many more there are than `steps` has. */
  readonly more: number;
  readonly evidence: readonly number[];
}

/** Time in which nothing was said, of at least a second, as the logs with a clock tell. Seconds. */
export interface Pause {
  readonly kind: 'pause';
  readonly client?: number;
  readonly server?: number;
}

export type Rung = (Step | Fold | Pause) & {
  /** Time of day of the clock column, where it changes. */
  readonly clock?: string;
};

export interface Ladder {
  /** What was sent and what became of it: `bob@example.org → alice@example.com, 250`. */
  readonly title: string;
  /** When, as in `Session.started` of the client's log. */
  readonly started?: string;
  readonly rungs: readonly Rung[];
  /** How many exchanges the sides have together, and how many of them are the same. */
  readonly exchanges: number;
  readonly identical: number;
  readonly counts: Readonly<Record<Change, number>>;
  /** Which logs tell the time. */
  readonly clocks: Readonly<Record<Side, boolean>>;
  /** Rungs that were left out at the end, of a session of enormous length. */
  readonly left: number;
}

/** `5`, or `5–15`. */
export function rangeText({ line, endLine }: Omit<End, 'text'>): string {
  return endLine > line ? `${line + 1}–${endLine + 1}` : String(line + 1);
}
