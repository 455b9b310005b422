/** Which plain entries lead to an end in a few steps, so that nothing need be said of them. */
import { systemAccounts } from '../../knowledge/accounts';

/** What an entry leads to: the local names among its recipients, or `unknown` where they take a closer look. */
export type LeadsTo = readonly string[] | 'unknown';

/** So many aliases in a row are followed here; sendmail follows two more, and beyond that a rule has something to say. */
const MOST_STEPS = 8;

/**
 * Tells of an entry, by its index, whether every local name among its recipients is an alias or an account each system has, and none
 * of them leads back or far. `named`: the index of the entry that is kept for a name. Takes time linear in the number of entries.
 */
export function settledIn(named: ReadonlyMap<string, number>, leadsTo: (index: number) => LeadsTo): (index: number) => boolean {
  const heights = new Map<number, number>();

  /** How many aliases stand in a row from here to the last, at most; Infinity where that is not known, or they go round. */
  function heightOf(index: number, steps: number): number {
    const names = leadsTo(index);
    if (names === 'unknown' || steps > MOST_STEPS) return Infinity;
    if (names.length === 0) return 1;
    const known = heights.get(index);
    if (known !== undefined) return known;
    // Whoever comes back here goes round.
    heights.set(index, Infinity);
    let height = 1;
    for (const name of names) {
      const next = named.get(name);
      if (next !== undefined) height = Math.max(height, 1 + heightOf(next, steps + 1));
    }
    heights.set(index, height);
    return height;
  }

  return (index) => {
    const names = leadsTo(index);
    if (names === 'unknown' || !names.every((name) => named.has(name) || systemAccounts.has(name))) return false;
    return heightOf(index, 1) <= MOST_STEPS;
  };
}
