/** Texts that make a backtracking pattern slow, made of the pattern's own words. */

/** Long repetitions of what a pattern is likely to retry on, each ending in something that it cannot match. */
export function hostileTexts(source: string, length = 50_000): string[] {
  const words = source.match(/[A-Za-z0-9 .,:;'"<>@-]{2,}/g) ?? [];
  const units = [' ', 'a', '0', '*', '_', 'X', '<', '[', '(', 'a ', '0 ', '.', 'a.', ', ', ...words, words.join(' ')];
  const starts = ['', '220 ', '250 ', '354 ', '421 ', '550 ', '220 a ', 'X-Antivirus: '];
  const fill = (unit: string): string => unit.repeat(Math.ceil(length / unit.length)).slice(0, length);
  return units
    .filter(Boolean)
    .flatMap((unit, i) => starts.filter((_, j) => j < 2 || (i + j) % 3 === 0).map((s) => s + fill(unit) + '\n'));
}

/** The longest time in milliseconds that one of the texts takes. */
export function worstTime(regexp: RegExp, texts: readonly string[]): number {
  let worst = 0;
  for (const text of texts) {
    const start = performance.now();
    regexp.test(text);
    worst = Math.max(worst, performance.now() - start);
  }
  return worst;
}
