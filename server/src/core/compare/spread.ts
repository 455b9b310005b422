/** In how many pairs of sessions each sign appears: what only some show has to do with what these have in common. */
import type { CompareReport, Weight } from './report';
import { POINTS } from './verdict';

/** A sign in all pairs that have it. */
export interface SpreadSign {
  readonly rule: string;
  /** The heaviest with which it was found. */
  readonly weight: Weight;
  readonly pairs: number;
  /** What it was in the first of them. */
  readonly message: string;
}

/** How many pairs of sessions a report has, those that are only counted included. */
export function pairsIn({ pairs, silent }: Pick<CompareReport, 'pairs' | 'silent'>): number {
  return pairs.length + (silent?.pairs ?? 0);
}

/** Every sign of a report with the number of pairs that have it, by weight and number; what proves nothing is left out. */
export function spreadOf({ pairs }: Pick<CompareReport, 'pairs'>): SpreadSign[] {
  const signs = new Map<string, SpreadSign>();
  for (const { evidence } of pairs) {
    const counted = new Set<string>();
    for (const { rule, weight, message } of evidence) {
      if (weight === 'neutral') continue;
      const sign = signs.get(rule) ?? { rule, weight, pairs: 0, message };
      const heavier = POINTS[weight] > POINTS[sign.weight];
      signs.set(rule, {
        ...sign,
        ...(heavier && { weight, message }),
        pairs: sign.pairs + (counted.has(rule) ? 0 : 1),
      });
      counted.add(rule);
    }
  }
  return [...signs.values()].sort((a, b) => POINTS[b.weight] - POINTS[a.weight] || b.pairs - a.pairs);
}
