/** What was found in one pair of sessions, to be said of others of the same kind with their own lines. */
import type { Dialogue } from '../dialogue';
import { compareRules, WEIGHTS } from '../evidence';
import type { Evidence, LogPlace, SessionPair } from '../report';
import { withFolds, withoutFolds, type Folds } from './key';
import type { Live } from './live';

/** Places of a `LogPlace` among a session's lines. */
interface Ref {
  readonly line: number;
  readonly endLine: number;
  readonly lines?: readonly number[];
}

interface Found {
  readonly evidence: Evidence;
  readonly client?: Ref;
  readonly server?: Ref;
}

/** The judgement of a pair. */
export interface Finding {
  readonly pair: SessionPair;
  /** How many of its differences prove nothing. */
  readonly neutral: number;
  /** What to say of others; undefined if names, ids or numbers of this pair are in what was found, or places unknown here. */
  readonly found?: readonly Found[];
  /** For each evidence of the pair, where `eachLine` tells the lines of its places: by number from 0, -1 without such a place. */
  readonly told?: readonly (readonly [client: number, server: number])[];
}

/** A pair that differs from another in its lines alone: so are most of a hundred thousand, and nothing is made of each. */
export interface Lined {
  readonly like: SessionPair;
  /**
   * First and last line of the client's session, the same of the server's, then for each evidence of `like` the lines at which its
   * places begin, the client's first. Void when the next pair is asked for.
   */
  readonly lines: ArrayLike<number>;
}

/** The lines of `Lined` of a pair itself. */
export function linesOf({ client, server, evidence }: SessionPair): number[] {
  const places = evidence.flatMap((e) => [e.client, e.server].flatMap((place) => (place ? [place.line] : [])));
  return [client.line, client.endLine, server.line, server.endLine, ...places];
}

/** Takes what was found in a pair for others; the dialogues and the folds are those of the two sessions. */
export function findingOf(
  pair: SessionPair,
  client: Live,
  server: Live,
  dialogues: readonly [Dialogue, Dialogue],
  folds: Folds,
): Finding {
  const neutral = pair.evidence.reduce((n, e) => n + (e.weight === 'neutral' ? 1 : 0), 0);
  if (pair.verdict === 'none') return { pair, neutral };
  const places = [placesOf(client, folds.client), placesOf(server, folds.server)] as const;
  const own = ownWords(dialogues);
  const found: Found[] = [];
  for (const evidence of pair.evidence) {
    const left = evidence.client && refOf(evidence.client, places[0]);
    const right = evidence.server && refOf(evidence.server, places[1]);
    const unknown = (evidence.client && !left) || (evidence.server && !right);
    if (unknown || wordsOf(evidence.message).some((word) => own.has(word))) return { pair, neutral };
    found.push({ evidence, ...(left && { client: left }), ...(right && { server: right }) });
  }
  const ruleOrder = new Map(compareRules.map((rule, i) => [rule.id, i]));
  found.sort((a, b) => (ruleOrder.get(a.evidence.rule) ?? 0) - (ruleOrder.get(b.evidence.rule) ?? 0));
  let next = 0;
  const told = new Map<Evidence, readonly [number, number]>();
  for (const f of found) {
    const places = [f.client, f.server].map((ref) => {
      const at = ref ? next : -1;
      if (ref) next += 2 + (ref.lines?.length ?? 0);
      return at;
    }) as [number, number];
    told.set(f.evidence, places);
  }
  return { pair, neutral, found, told: pair.evidence.map((e) => told.get(e)!) };
}

/** The lines of the places in what was found, as another pair of sessions has them, in the order in which `sameOf` takes them. */
export function eachLine({ found }: Finding, client: Live, server: Live, folds: Folds, take: (line: number) => void): void {
  for (const f of found!) {
    if (f.client) eachOf(f.client, client, folds.client, take);
    if (f.server) eachOf(f.server, server, folds.server, take);
  }
}

function eachOf({ line, endLine, lines }: Ref, live: Live, folds: readonly number[], take: (line: number) => void): void {
  take(live.lines[withFolds(line, folds)]!);
  take(live.lines[withFolds(endLine, folds)]!);
  if (lines) for (const l of lines) take(live.lines[withFolds(l, folds)]!);
}

/** The same judgement of another pair, whose lines `next` gives one by one: the texts of its places are left out. */
export function sameOf(
  { pair, found }: Finding,
  sessions: Pick<SessionPair, 'clientSession' | 'serverSession' | 'client' | 'server'>,
  next: () => number,
): SessionPair {
  const evidence: Evidence[] = [];
  for (const f of found!) {
    const { rule, weight, change, message, product } = f.evidence;
    const client = f.client && placeOf(f.client, next);
    const server = f.server && placeOf(f.server, next);
    evidence.push({
      rule,
      weight,
      change,
      message,
      ...(client && { client }),
      ...(server && { server }),
      ...(product !== undefined && { product }),
    });
  }
  evidence.sort((a, b) => WEIGHTS.indexOf(a.weight) - WEIGHTS.indexOf(b.weight) || lineOf(a) - lineOf(b));
  const { verdict, product, points, sameConnection } = pair;
  return {
    ...sessions,
    verdict,
    ...(product !== undefined && { product }),
    points,
    sameConnection,
    evidence,
    looked: [],
    rows: [],
  };
}

function placeOf({ lines }: Ref, next: () => number): LogPlace {
  const place = { line: next(), endLine: next(), text: '' };
  return lines ? { ...place, lines: lines.map(next) } : place;
}

function lineOf(evidence: Evidence): number {
  return evidence.client?.line ?? evidence.server?.line ?? 0;
}

/** The lines of a session in the log, but for those folded: their places in it without these. */
function placesOf(live: Live, folds: readonly number[]): ReadonlyMap<number, number> {
  const places = new Map<number, number>();
  for (let i = 0; i < live.count; i++) {
    const place = withoutFolds(i, folds);
    if (place !== undefined && !places.has(live.lines[i]!)) places.set(live.lines[i]!, place);
  }
  return places;
}

function refOf({ line, endLine, lines }: LogPlace, places: ReadonlyMap<number, number>): Ref | undefined {
  const from = places.get(line);
  const to = places.get(endLine);
  if (from === undefined || to === undefined) return undefined;
  if (!lines) return { line: from, endLine: to };
  const all = lines.map((l) => places.get(l));
  return all.every((l) => l !== undefined) ? { line: from, endLine: to, lines: all } : undefined;
}

/**
 * Words that other pairs of the same kind have otherwise: names of hosts, addresses, ids, and the numbers in lines that both logs
 * have.
 */
function ownWords(dialogues: readonly [Dialogue, Dialogue]): ReadonlySet<string> {
  const [client, server] = dialogues.map(({ session }) =>
    session.events.flatMap((e) => (e.kind === 'reply' || e.kind === 'command' || e.kind === 'note' ? e.text.split('\n') : [])),
  ) as [string[], string[]];
  const words = new Set<string>();
  const both = new Set(client);
  const shared = new Set(server.filter((line) => both.has(line)));
  for (const line of [...client, ...server]) {
    const text = line.replace(/^\d{3}(?:[ -](?:[245]\.\d{1,3}\.\d{1,3}(?= |$))?|$)/, '');
    for (const word of wordsOf(text)) {
      const digits = word.replace(/\D/g, '').length;
      if (/[@.]/.test(word) || digits >= 2 || (digits > 0 && shared.has(line))) words.add(word);
    }
  }
  return words;
}

function wordsOf(text: string): readonly string[] {
  return text.match(/[A-Za-z0-9_.@$+-]+/g) ?? [];
}
