/**
 * More than two logs of one way: client, relay, server. They are put in the order of the way and compared pair by pair, so that the
 * report says on which stretch something was altered.
 */
import { t } from '@vscode/l10n';
import type { Session, Side, Transcript, Vantage } from '../smtp/model';
import { compare, type CompareOptions } from './compare';
import type { CompareReport, Verdict } from './report';
import { VERDICTS } from './verdict';

/** Two neighbouring logs held against each other. Indices into the logs as they were given. */
export interface HopReport {
  readonly client: number;
  readonly server: number;
  readonly report: CompareReport;
  /** The parts of the two logs that were compared; the report's indices and lines are theirs. */
  readonly transcripts: readonly [Transcript, Transcript];
}

export interface ChainReport {
  /** The heaviest of the hops. */
  readonly verdict: Verdict;
  readonly product?: string;
  readonly summary: string;
  readonly meaning: readonly string[];
  readonly next: readonly string[];
  /** Indices of the logs in the order of the way. */
  readonly order: readonly number[];
  readonly hops: readonly HopReport[];
}

/**
 * Compares the logs of one way. `names` are for the summary. Two logs of one machine, one of what came in and one of what went
 * out, are neighbours without a hop between them: a relay may add and change.
 */
export function compareChain(logs: readonly Transcript[], names: readonly string[], options: CompareOptions = {}): ChainReport {
  const order = orderOf(logs);
  const hops: HopReport[] = [];
  for (let i = 0; i + 1 < order.length; i++) {
    const [client, server] = [order[i]!, order[i + 1]!];
    const from = partOf(logs[client]!, 'client');
    const to = partOf(logs[server]!, 'server');
    if (!from || !to) continue;
    hops.push({ client, server, report: compare(from, to, options), transcripts: [from, to] });
  }
  const worst = [...hops].sort((a, b) => rank(b) - rank(a))[0];
  const altered = hops.filter((h) => h.report.verdict === 'likely' || h.report.verdict === 'certain');
  const { verdict = 'none', product, meaning = [], next = [] } = worst?.report ?? {};
  return {
    verdict,
    ...(product !== undefined && { product }),
    summary: summaryOf(hops, altered, names),
    meaning,
    next,
    order,
    hops,
  };
}

function rank({ report }: HopReport): number {
  return VERDICTS.indexOf(report.verdict) * 1000 + Math.max(0, ...report.pairs.map((p) => p.points));
}

function summaryOf(hops: readonly HopReport[], altered: readonly HopReport[], names: readonly string[]): string {
  if (hops.length === 0) return t('No two of these logs are the two ends of one connection.');
  const hop = ({ client, server }: HopReport): string => t('{0} and {1}', names[client]!, names[server]!);
  if (altered.length === 1 && hops.length > 1) return t('Between {0}: {1}', hop(altered[0]!), altered[0]!.report.summary);
  if (altered.length > 0) return t('Something takes part in the dialogue between {0}.', altered.map(hop).join(', '));
  const possible = hops.find((h) => h.report.verdict === 'possible');
  if (possible) return t('Between {0}: {1}', hop(possible), possible.report.summary);
  // Of one hop, or where nothing could be compared, its own words say it best.
  const compared = hops.filter((h) => h.report.pairs.length > 0).length;
  if (hops.length === 1 || compared === 0) return hops[0]!.report.summary;
  return t('No sign of anything between these logs, on {0} hops.', compared);
}

/** The sessions of a log that are one end of a hop; all where the log does not tell whose they are. Undefined if it has none. */
function partOf(log: Transcript, side: Side): Transcript | undefined {
  const sessions = log.sessions.filter((s) => s.vantage === side || s.vantage === 'both');
  if (sessions.length === log.sessions.length) return log;
  return sessions.length === 0 ? undefined : { ...log, vantage: side, sessions };
}

/**
 * The logs in the order of the way, as indices: by the number of Received fields their messages carry, which grows on the way, and
 * at one stretch the client's before the server's. Where a log shows no message: as they were given if that can be a way, else
 * clients' logs first, logs of both kinds next, servers' last, each kind by time.
 */
export function orderOf(logs: readonly Transcript[]): number[] {
  const given = logs.map((_, i) => i);
  const kinds = logs.map(kindOf);
  const received = logs.map((log) => Math.min(...log.sessions.map(receivedIn)));
  const side = (i: number): number => RANKS[kinds[i]!];
  if (received.every(Number.isFinite)) return given.sort((a, b) => received[a]! - received[b]! || side(a) - side(b) || a - b);
  const fits = (a: number, b: number): boolean => (kinds[a] === 'server') === (kinds[b] === 'client');
  if (given.every((i) => i === 0 || fits(i - 1, i))) return given;
  const started = (i: number): string => logs[i]!.sessions.find((s) => s.started !== undefined)?.started ?? '';
  return given.sort((a, b) => side(a) - side(b) || (started(a) < started(b) ? -1 : started(a) > started(b) ? 1 : a - b));
}

const RANKS: Readonly<Record<Vantage, number>> = { client: 0, both: 1, server: 2 };

/** Who wrote a log; `both` for that of a relay, which holds what came in and what went out. */
function kindOf({ sessions }: Transcript): Vantage {
  const found = new Set(sessions.map((s) => s.vantage));
  const [only] = found;
  return found.size === 1 ? only! : 'both';
}

/** How many Received fields the first message has that the session shows; infinite without one. */
function receivedIn({ events }: Session): number {
  const data = events.find((e) => e.kind === 'data' && !e.hidden && e.lines.length > 0);
  if (data?.kind !== 'data') return Infinity;
  let count = 0;
  for (const line of data.lines) {
    if (line === '') break;
    if (/^received:/i.test(line)) count++;
  }
  return count;
}
