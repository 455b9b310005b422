/**
 * From evidence to a verdict. Each rule counts once for a pair of sessions, at the heaviest weight it was found with: ten
 * replies in other words are one habit.
 *
 *   decisive  12   nothing else explains it: two different answers to one DATA, a mask, a header put in that names its maker
 *   strong     6   a direct connection does not do this; a log that is not what it seems might look like it
 *   moderate   3   unusual, but a program's own ways or an odd log can explain it
 *   weak       1   counts only beside others; all weak signs together count no more than one moderate one
 *   neutral    0   dates, ids, what one log does not show
 *
 *   sum ≥ 12 certain · ≥ 6 likely · ≥ 1 possible · 0 none
 *
 * So one strong sign makes it likely, two different ones or a decisive one certain; two moderate ones make it likely.
 * docs/compare.md says the same for users.
 */
import type { Evidence, Verdict, Weight } from './report';

/** What a weight is worth. */
export const POINTS: Readonly<Record<Weight, number>> = { decisive: 12, strong: 6, moderate: 3, weak: 1, neutral: 0 };

/** The verdicts from nothing to certainty. */
export const VERDICTS: readonly Verdict[] = ['none', 'possible', 'likely', 'certain'];

/** The sum that the evidence for one pair of sessions is worth. */
export function pointsOf(evidence: readonly Evidence[]): number {
  const heaviest = new Map<string, number>();
  for (const { rule, weight } of evidence) heaviest.set(rule, Math.max(heaviest.get(rule) ?? 0, POINTS[weight]));
  let sum = 0;
  let weak = 0;
  for (const points of heaviest.values()) {
    if (points === POINTS.weak) weak += points;
    else sum += points;
  }
  return sum + Math.min(weak, POINTS.moderate);
}

/** The verdict for one pair of sessions. */
export function verdictOf(evidence: readonly Evidence[]): Verdict {
  const points = pointsOf(evidence);
  if (points >= POINTS.decisive) return 'certain';
  if (points >= POINTS.strong) return 'likely';
  return points > 0 ? 'possible' : 'none';
}

/** The heaviest of several verdicts. */
export function heaviest(verdicts: readonly Verdict[]): Verdict {
  return verdicts.reduce<Verdict>((most, v) => (VERDICTS.indexOf(v) > VERDICTS.indexOf(most) ? v : most), 'none');
}

/**
 * The product that most of the evidence speaks for. A name that leaves a choice gives way to the one it may stand for. `times` says
 * how often an evidence counts, if not once.
 */
export function productOf(evidence: readonly Evidence[], times: (evidence: Evidence) => number = () => 1): string | undefined {
  const points = new Map<string, number>();
  for (const e of evidence) {
    const { product, weight } = e;
    if (product !== undefined && weight !== 'neutral')
      points.set(product, (points.get(product) ?? 0) + POINTS[weight] * times(e));
  }
  const names = [...points.keys()].sort((a, b) => points.get(b)! - points.get(a)!);
  const first = names[0];
  return first === undefined ? undefined : (names.find((n) => n !== first && first.split(' or ').includes(n)) ?? first);
}
