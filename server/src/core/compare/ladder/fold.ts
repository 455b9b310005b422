/** Folds what is equal, and what repeats the same difference, into one row each. */
import { t } from '@vscode/l10n';
import type { End, Fold, Rung, Step } from './model';
import type { MarkedStep, Timed } from './steps';

/** Steps that a fold keeps. */
const MOST_INSIDE = 200;
/** So many exchanges with the same difference are a habit and no news. */
const LEAST_RUN = 3;

/** The rungs of the ladder, in order. Linear in the steps. */
export function foldSteps(timed: readonly Timed[]): Rung[] {
  const rungs: Rung[] = [];
  const differing = new Set(timed.filter((x) => x.step.change).map((x) => x.step.exchange));
  let run: Timed[] = [];
  let kind = '';
  const flush = (): void => {
    if (run.length > 0)
      rungs.push(
        foldOf(
          run.map((x) => x.step),
          run.find((x) => x.clock)?.clock,
        ),
      );
    run = [];
  };
  const repeats = repeatsOf(timed);
  for (let i = 0; i < timed.length; i++) {
    const { step, clock, pause } = timed[i]!;
    const repeat = repeats.get(i);
    const next = repeat ? 'repeat' : foldable(step, differing) ? kindOf(step) : '';
    if (pause || next === '' || next === 'repeat' || next !== kind) flush();
    kind = next;
    if (pause) rungs.push(pause);
    if (repeat) {
      rungs.push(
        repeatFold(
          timed.slice(i, i + repeat.length).map((x) => x.step),
          repeat.period,
        ),
      );
      i += repeat.length - 1;
    } else if (next !== '') run.push(timed[i]!);
    else rungs.push({ ...stepOf(step), ...(clock !== undefined && { clock }) });
  }
  flush();
  return rungs;
}

/** What is equal folds, except what stands with a difference in the same exchange, and the reply with the queue id. */
function foldable(step: MarkedStep, differing: ReadonlySet<number>): boolean {
  if (step.change || step.word !== undefined || !step.client || !step.server) return false;
  const kind = kindOf(step);
  return kind !== 'exchange' || (!step.queueId && !differing.has(step.exchange));
}

function kindOf(step: MarkedStep): string {
  if (step.part === 'reply-line' || step.part === 'header') return step.part;
  return step.part === 'message' && !step.client?.text && !step.server?.text ? 'text' : 'exchange';
}

function foldOf(steps: readonly MarkedStep[], clock: string | undefined): Rung {
  const [first] = steps;
  const kind = kindOf(first!);
  const lines = steps.reduce((n, s) => n + s.lines, 0);
  const exchanges = new Set(steps.map((s) => s.exchange)).size;
  // Of an exchange the command names it.
  const named = kind === 'exchange' ? steps.filter((s, i) => s.exchange !== steps[i - 1]?.exchange) : steps;
  const words = [...new Set(named.map((s) => (s.part === 'reply' && s.exchange === 0 ? t('greeting') : s.name)))];
  // Message text that is the same is not kept.
  const inside = kind === 'header' || kind === 'text' ? [] : steps;
  return {
    kind: 'fold',
    title: titleOf(kind, kind === 'exchange' ? exchanges : lines),
    words: words.slice(0, 8).join(', ') + (words.length > 8 ? ', …' : ''),
    ...rangeOf(steps),
    steps: inside.slice(0, MOST_INSIDE).map(stepOf),
    more: Math.max(0, inside.length - MOST_INSIDE),
    evidence: [...new Set(steps.flatMap((s) => s.evidence))],
    ...(clock !== undefined && { clock }),
  };
}

function titleOf(kind: string, count: number): string {
  switch (kind) {
    case 'reply-line':
      return count === 1 ? t('1 identical reply line') : t('{0} identical reply lines', count);
    case 'header':
      return count === 1 ? t('1 identical header line') : t('{0} identical header lines', count);
    case 'text':
      return count === 1 ? t('1 identical message line') : t('{0} identical message lines', count);
    default:
      return count === 1 ? t('1 identical exchange') : t('{0} identical exchanges', count);
  }
}

/** Runs of exchanges that repeat one difference: where each begins, how many steps it has, and how many of them one time takes. */
function repeatsOf(timed: readonly Timed[]): Map<number, { length: number; period: number }> {
  const runs = new Map<number, { length: number; period: number }>();
  const key = (i: number): string => {
    const step = timed[i]?.step;
    return step?.change
      ? `${step.change} ${step.from} ${step.client?.text ?? ''}\n${step.server?.text ?? ''}\n${step.answer ?? ''}`
      : '';
  };
  for (let i = 0; i < timed.length; i++) {
    for (const period of [2, 1]) {
      if (key(i) === '' || (period === 2 && (key(i + 1) === '' || key(i) === key(i + 1)))) continue;
      let end = i + period;
      while (end < timed.length && key(end) !== '' && key(end) === key(end - period)) end++;
      const length = end - i - ((end - i) % period);
      if (length < LEAST_RUN * period) continue;
      runs.set(i, { length, period });
      i += length - 1;
      break;
    }
  }
  return runs;
}

function repeatFold(steps: readonly MarkedStep[], period: number): Fold {
  const [first, second] = steps;
  const text = (s: MarkedStep): string => (s.server ?? s.client)!.text;
  return {
    kind: 'fold',
    title: t('{0} × {1}', steps.length / period, text(first!)),
    words:
      period === 2
        ? t('each answered {0}', text(second!))
        : first!.answer === undefined
          ? ''
          : t('each answered {0}', first!.answer),
    ...(first!.change && { change: first!.change }),
    ...(first!.word !== undefined && { word: first!.word }),
    ...rangeOf(steps),
    steps: steps.slice(0, MOST_INSIDE).map(stepOf),
    more: Math.max(0, steps.length - MOST_INSIDE),
    evidence: [...new Set(steps.flatMap((s) => s.evidence))],
  };
}

function rangeOf(steps: readonly MarkedStep[]): Pick<Fold, 'client' | 'server'> {
  const range = (ends: readonly End[]): Omit<End, 'text'> | undefined =>
    ends.length === 0
      ? undefined
      : {
          line: ends.reduce((n, e) => Math.min(n, e.line), Infinity),
          endLine: ends.reduce((n, e) => Math.max(n, e.endLine), 0),
        };
  const client = range(steps.flatMap((s) => s.client ?? []));
  const server = range(steps.flatMap((s) => s.server ?? []));
  return { ...(client && { client }), ...(server && { server }) };
}

/** A step without what only folding needs. */
function stepOf({ from, change, word, client, server, answer, why, common, evidence }: MarkedStep): Step {
  return {
    kind: 'step',
    from,
    ...(change && { change }),
    ...(word !== undefined && { word }),
    ...(client && { client }),
    ...(server && { server }),
    ...(answer !== undefined && { answer }),
    ...(why !== undefined && { why }),
    common,
    evidence,
  };
}
