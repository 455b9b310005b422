/** Makes the ladder of a pair: marks from the evidence, what is equal folded, pauses from the clocks. */
import { t } from '@vscode/l10n';
import type { Session, Side, Transcript } from '../../smtp/model';
import { secretsOf } from '../../smtp/redact/secrets';
import { mailOf } from '../../smtp/summary';
import { secondsBetween } from '../../smtp/time';
import type { Change, Evidence, SessionPair } from '../report';
import { foldSteps } from './fold';
import { heldApart } from './held';
import type { Ladder } from './model';
import { changeOf, stepsOf, type MarkedStep, type RawStep, type Timed } from './steps';

/** Rungs of one ladder that are kept. */
const MOST_RUNGS = 3000;

/**
 * The ladder of a pair of a report. `client` and `server` are the transcripts after the sides were put right. Linear in the
 * sessions; message text that is the same on both sides is left out, secrets are replaced.
 */
export function ladderOf(pair: SessionPair, client: Transcript, server: Transcript): Ladder {
  const [left, right] = [client.sessions[pair.clientSession]!, server.sessions[pair.serverSession]!];
  const hide = hideSecrets([client, left], [server, right]);
  const steps = heldApart(withAnswers(marked(pair, stepsOf(pair, left, right, hide))), pair);
  const counts: Record<Change, number> = { changed: 0, withheld: 0, added: 0, timing: 0 };
  for (const { change } of steps) if (change) counts[change]++;
  const clocks = {
    client: left.events.some((e) => e.time !== undefined),
    server: right.events.some((e) => e.time !== undefined),
  };
  const timed = withTimes(steps, clocks);
  const rungs = foldSteps(timed);
  const differing = new Set(steps.filter((s) => s.change || !s.client || !s.server).map((s) => s.exchange));
  const exchanges = new Set(steps.map((s) => s.exchange)).size;
  return {
    title: mailOf(left),
    ...(left.started !== undefined && { started: left.started }),
    rungs: rungs.slice(0, MOST_RUNGS),
    exchanges,
    identical: exchanges - differing.size,
    counts,
    clocks,
    left: Math.max(0, rungs.length - MOST_RUNGS),
  };
}

type Hide = (text: string) => string;

/** What takes login data out of a text, wherever it is said again. */
function hideSecrets(...logs: readonly (readonly [Transcript, Session])[]): Hide {
  const secrets = logs.flatMap(([transcript, session]) => {
    if (!session.events.some((e) => e.kind === 'command' && /^(?:AUTH|X-EXPS|)$/.test(e.verb))) return [];
    return secretsOf(transcript).flatMap((s) => (s.start >= session.start && s.end <= session.end ? s.secret : []));
  });
  const values = [...new Set(secrets)].filter((s) => s.length > 2).sort((a, b) => b.length - a.length);
  if (values.length === 0) return (text) => text;
  return (text) => values.reduce((rest, secret) => rest.replaceAll(secret, '…'), text);
}

/** Gives each step its mark, its words and its evidence. */
function marked(pair: SessionPair, steps: readonly RawStep[]): MarkedStep[] {
  const evidenceAt = { client: byLine(pair.evidence, 'client'), server: byLine(pair.evidence, 'server') };
  const found = steps.map((step) => evidenceFor(step, pair.evidence, evidenceAt));
  const differing = new Set(
    steps.flatMap((s, i) => (found[i]!.some((e) => pair.evidence[e]!.weight !== 'neutral') ? s.exchange : [])),
  );
  const all = steps.map((step, i): MarkedStep => {
    const evidence = found[i]!;
    const signs = evidence.filter((e) => pair.evidence[e]!.weight !== 'neutral');
    const timing = signs.find((e) => pair.evidence[e]!.change === 'timing');
    const base = { ...step, kind: 'step', evidence } as const;
    if (timing !== undefined && !(step.client && step.server && !step.same))
      return { ...base, same: false, change: 'timing', word: timingWord(pair.evidence[timing]!, step) };
    // Without a sign a difference proves nothing, except the answer that belongs to one.
    const proves = signs.length > 0 || (pair.verdict !== 'none' && !(step.client && step.server)) || differing.has(step.exchange);
    // What one log has alone, the text of a message too, may prove something by its words, though the other need not show it.
    const alone = signs.length > 0 && (!(step.client && step.server) || step.part === 'message');
    if ((step.same && !alone) || !proves || pair.verdict === 'none') return unmarked(base);
    const change = alone && step.same ? pair.evidence[signs[0]!]!.change : changeOf(step);
    return { ...base, change, word: wordOf(change) };
  });
  // What shows nowhere else is marked where it points to: a handshake that did not get through, behind equal words.
  const shown = new Set(all.flatMap((s) => (s.change ? s.evidence : [])));
  const first = new Map<number, number>();
  all.forEach((s, i) => s.evidence.forEach((e) => first.has(e) || s.change || first.set(e, i)));
  pair.evidence.forEach(({ weight, change }, e) => {
    if (weight === 'neutral' || shown.has(e)) return;
    const at = first.get(e);
    if (at !== undefined) all[at] = { ...all[at]!, change, word: wordOf(change) };
  });
  return all;
}

/** A step whose difference, if it has one, proves nothing. */
function unmarked(step: Omit<MarkedStep, 'change' | 'word'>): MarkedStep {
  if (!step.client) return { ...step, why: t("not in the client's log") };
  if (!step.server) return { ...step, why: t("not in the server's log") };
  return step.same ? step : { ...step, word: t('proves nothing') };
}

/** Where one side alone has a command and its answer, both are one step. */
function withAnswers(steps: readonly MarkedStep[]): MarkedStep[] {
  const merged: MarkedStep[] = [];
  for (const step of steps) {
    const asked = merged.at(-1);
    const side = step.client ? 'client' : 'server';
    const other = step.client ? 'server' : 'client';
    const command = asked?.[side];
    if (
      step.part !== 'reply' ||
      step[other] ||
      !command ||
      asked.part !== 'command' ||
      asked[other] ||
      asked.exchange !== step.exchange ||
      (asked.change === undefined) !== (step.change === undefined)
    ) {
      merged.push(step);
      continue;
    }
    merged[merged.length - 1] = {
      ...asked,
      answer: step[side]!.text,
      [side]: { ...command, endLine: Math.max(command.endLine, step[side]!.endLine) },
      evidence: [...new Set([...asked.evidence, ...step.evidence])],
    };
  }
  return merged;
}

/** The mark in a word. */
export function wordOf(change: Change): string {
  switch (change) {
    case 'changed':
      return t('changed');
    case 'withheld':
      return t('withheld');
    case 'added':
      return t('added');
    case 'timing':
      return t('delayed or early');
  }
}

function timingWord({ rule }: Evidence, step: RawStep): string {
  if (/answered-early/.test(rule)) return step.from === 'server' ? t('answered early') : t('held back');
  return t('at another time');
}

type ByLine = ReadonlyMap<number, readonly number[]>;

/** Which evidence names a line, or a range that begins or ends with it. */
function byLine(all: readonly Evidence[], side: Side): ByLine {
  const map = new Map<number, number[]>();
  all.forEach((evidence, i) => {
    const place = evidence[side];
    if (!place) return;
    for (const line of new Set([...(place.lines ?? []), place.line, place.endLine])) {
      const list = map.get(line);
      if (list) list.push(i);
      else map.set(line, [i]);
    }
  });
  return map;
}

/** The evidence whose places are this step's, on each side where both have one. */
function evidenceFor(step: RawStep, all: readonly Evidence[], at: Readonly<Record<Side, ByLine>>): number[] {
  const found = new Set<number>();
  for (const side of ['client', 'server'] as const) {
    const end = step[side];
    if (end) for (const line of new Set([end.line, end.endLine])) for (const i of at[side].get(line) ?? []) found.add(i);
  }
  return [...found]
    .filter((i) =>
      (['client', 'server'] as const).every((side) => {
        const [end, place] = [step[side], all[i]![side]];
        return (
          !end ||
          !place ||
          (place.lines
            ? place.lines.some((l) => l >= end.line && l <= end.endLine)
            : end.line <= place.endLine && end.endLine >= place.line)
        );
      }),
    )
    .sort((a, b) => a - b);
}

function withTimes(steps: readonly MarkedStep[], clocks: Readonly<Record<Side, boolean>>): Timed[] {
  const side: Side = clocks.server ? 'server' : 'client';
  const last: Partial<Record<Side, string>> = {};
  let shown: string | undefined;
  return steps.map((step) => {
    const waited: Partial<Record<Side, number>> = {};
    for (const who of ['client', 'server'] as const) {
      const time = step.times[who];
      if (time === undefined) continue;
      const seconds = secondsBetween(last[who], time);
      if (seconds !== undefined && seconds >= 1) waited[who] = seconds;
      last[who] = time;
    }
    const clock = /\d\d:\d\d:\d\d/.exec(step.times[side] ?? '')?.[0];
    const changed = clock !== undefined && clock !== shown;
    if (changed) shown = clock;
    const pause = waited.client !== undefined || waited.server !== undefined ? { kind: 'pause' as const, ...waited } : undefined;
    return { step, ...(changed && { clock }), ...(pause && { pause }) };
  });
}
