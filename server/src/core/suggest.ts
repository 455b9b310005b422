/** Did-you-mean: the nearest known name to a misspelt one. */

/**
 * The names nearest to `word`, best first, at most `most`. Case does not count. A name is near if a third of its letters or
 * less must change (swapped neighbours count as one change); short words need to be nearer than long ones.
 */
export function nearest(word: string, names: Iterable<string>, most = 1): string[] {
  const wanted = word.toLowerCase();
  if (wanted.length === 0 || wanted.length > MAX_LENGTH) return [];
  const limit = Math.max(1, Math.floor(wanted.length / 3));
  const found: { name: string; distance: number }[] = [];
  for (const name of names) {
    if (Math.abs(name.length - wanted.length) > limit) continue;
    const distance = editDistance(wanted, name.toLowerCase());
    if (distance <= limit) found.push({ name, distance });
  }
  found.sort((a, b) => a.distance - b.distance || a.name.localeCompare(b.name));
  return found.slice(0, most).map((f) => f.name);
}

const MAX_LENGTH = 64;

/** Insertions, deletions, substitutions and swaps of neighbours (Damerau's distance, optimal string alignment). */
export function editDistance(a: string, b: string): number {
  // Three rows take turns: there may be a whole file of names to compare with.
  let beforeLast: number[] = [];
  let last: number[] = [];
  let row: number[] = [];
  for (let j = 0; j <= b.length; j++) last.push(j);
  for (let i = 1; i <= a.length; i++) {
    const c = a.charCodeAt(i - 1);
    const before = i > 1 ? a.charCodeAt(i - 2) : -1;
    row[0] = i;
    for (let j = 1; j <= b.length; j++) {
      const d = b.charCodeAt(j - 1);
      let cost = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + (c === d ? 0 : 1));
      if (j > 1 && d === before && c === b.charCodeAt(j - 2)) cost = Math.min(cost, beforeLast[j - 2]! + 1);
      row[j] = cost;
    }
    [beforeLast, last, row] = [last, row, beforeLast];
  }
  return last[b.length]!;
}
