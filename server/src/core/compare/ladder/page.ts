/** What a page shows of a comparison: plain data, so that it outlives the logs it was made from. */
import { readableAll } from '../../bytes';
import type { Side, Transcript } from '../../smtp/model';
import type { ChainReport } from '../chain';
import type { CompareReport, SessionPair, Verdict } from '../report';
import { VERDICTS } from '../verdict';
import { ladderOf } from './ladder';
import type { Ladder } from './model';

/** Two neighbouring logs on the way of the mail, held against each other. */
export interface Hop {
  /** Indices into `Page.names`, in the order in which they were compared. */
  readonly logs: readonly [number, number];
  readonly report: CompareReport;
  /** By index of the pair, those that differ most first; of thousands of sessions not all have one. */
  readonly ladders: ReadonlyMap<number, Ladder>;
}

export interface Page {
  /** The logs' names and formats. */
  readonly names: readonly string[];
  readonly formats: readonly string[];
  readonly verdict: Verdict;
  readonly summary: string;
  readonly meaning: readonly string[];
  readonly next: readonly string[];
  readonly hops: readonly Hop[];
}

/** Pairs that get a ladder. */
export const MOST_LADDERS = 50;

/** The pairs of a report that differ most, by index, the differing ones on top. */
export function worstPairs(pairs: readonly SessionPair[], most = MOST_LADDERS): number[] {
  return pairs
    .map((_, i) => i)
    .sort(
      (a, b) => VERDICTS.indexOf(pairs[b]!.verdict) - VERDICTS.indexOf(pairs[a]!.verdict) || pairs[b]!.points - pairs[a]!.points,
    )
    .slice(0, most);
}

/** A hop with its ladders. `first` and `second` are the transcripts as they were given to `compare`. */
export function hopOf(logs: readonly [number, number], report: CompareReport, first: Transcript, second: Transcript): Hop {
  const [client, server] = report.swapped ? [second, first] : [first, second];
  const ladders = new Map(
    worstPairs(report.pairs).map((i) => [i, readableAll(ladderOf(report.pairs[i]!, client, server))] as const),
  );
  return { logs, report: readableAll(report), ladders };
}

/** The page of a comparison of two logs, named as the reader knows them. */
export function pageOf(report: CompareReport, first: Transcript, second: Transcript, names: readonly [string, string]): Page {
  const hop = hopOf([0, 1], report, first, second);
  const { verdict, summary, meaning, next } = hop.report;
  return { names, formats: [first.format, second.format], verdict, summary, meaning, next, hops: [hop] };
}

/** What the two sides of a hop are called, after the sides were put right. */
export function sidesOf(
  page: Page,
  { logs, report }: Hop,
): { logs: Record<Side, number>; names: Record<Side, string>; formats: Record<Side, string> } {
  const [client, server] = report.swapped ? [logs[1], logs[0]] : logs;
  const of = (list: readonly string[]): Record<Side, string> => ({ client: list[client] ?? '', server: list[server] ?? '' });
  return { logs: { client, server }, names: of(page.names), formats: of(page.formats) };
}

/** The page of a comparison of more than two logs. `names` and `formats` are of the logs as they were given. */
export function chainPage(chain: ChainReport, names: readonly string[], formats: readonly string[]): Page {
  const { verdict, summary, meaning, next, hops } = chain;
  return {
    ...readableAll({ verdict, summary, meaning, next }),
    names,
    formats,
    hops: hops.map((h) => hopOf([h.client, h.server], h.report, ...h.transcripts)),
  };
}
