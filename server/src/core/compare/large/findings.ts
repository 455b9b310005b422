/** What was found in one pair of sessions, to be said of others of the same kind with their own lines. */
import type { Dialogue } from '../dialogue';
import { compareRules, WEIGHTS } from '../evidence';
import type { Evidence, LogPlace, SessionPair, SessionPlace } from '../report';
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
}

/** Takes what was found in a pair for others; the dialogues are those of the two sessions. */
export function findingOf(pair: SessionPair, client: Live, server: Live, dialogues: readonly [Dialogue, Dialogue]): Finding {
  const neutral = pair.evidence.reduce((n, e) => n + (e.weight === 'neutral' ? 1 : 0), 0);
  if (pair.verdict === 'none') return { pair, neutral };
  const places = [placesOf(client), placesOf(server)] as const;
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
  return { pair, neutral, found };
}

/** The same judgement of another pair: the texts of its places are left out. */
export function sameOf(
  { pair, found }: Finding,
  client: Live,
  server: Live,
  places: readonly [SessionPlace, SessionPlace],
): SessionPair {
  const evidence = found!.map((f): Evidence => {
    const { rule, weight, change, message, product } = f.evidence;
    return {
      rule,
      weight,
      change,
      message,
      ...(f.client && { client: placeOf(f.client, client) }),
      ...(f.server && { server: placeOf(f.server, server) }),
      ...(product !== undefined && { product }),
    };
  });
  evidence.sort((a, b) => WEIGHTS.indexOf(a.weight) - WEIGHTS.indexOf(b.weight) || lineOf(a) - lineOf(b));
  const { verdict, product, points, sameConnection } = pair;
  return {
    clientSession: client.order,
    serverSession: server.order,
    client: places[0],
    server: places[1],
    verdict,
    ...(product !== undefined && { product }),
    points,
    sameConnection,
    evidence,
    looked: [],
    rows: [],
  };
}

function lineOf(evidence: Evidence): number {
  return evidence.client?.line ?? evidence.server?.line ?? 0;
}

function placesOf(live: Live): ReadonlyMap<number, number> {
  const places = new Map<number, number>();
  for (let i = 0; i < live.count; i++) if (!places.has(live.lines[i]!)) places.set(live.lines[i]!, i);
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

function placeOf({ line, endLine, lines }: Ref, live: Live): LogPlace {
  return {
    line: live.lines[line]!,
    endLine: live.lines[endLine]!,
    text: '',
    ...(lines && { lines: lines.map((l) => live.lines[l]!) }),
  };
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
