/** Which entries lead to an end in a few steps, so that nothing need be said of them. */
import { systemAccounts } from '../../knowledge/accounts';
import type { Block } from '../blocks/blocks';
import { hashOf, type KeyIndex } from '../blocks/keys';
import type { AliasContent } from './model';

/** So many aliases in a row are followed here; sendmail follows two more, and beyond that a rule has something to say. */
const MOST_STEPS = 8;

/** More than that: too many for sendmail, a circle, or nobody knows. */
const TOO_MANY = MOST_STEPS + 1;

let accounts: ReadonlySet<number> | undefined;

/**
 * The entries that newaliases keeps, by their numbers, except those of which every local name among the recipients is an alias or an
 * account each system has, and none of them leads back or far. Takes time linear in the number of entries.
 */
export function unsettledIn(index: KeyIndex, blocks: readonly Block<AliasContent>[]): number[] {
  const { count, last, hash } = index;
  accounts ??= new Set([...systemAccounts].map((name) => hashOf(name)));
  // How many aliases stand in a row from each entry to the last, at most.
  const heights = new Int8Array(count).fill(1);
  const open = new Set<number>();
  const from: number[] = [];
  const next: number[] = [];
  let base = 0;
  for (const { content } of blocks) {
    const { leads, keys } = content;
    for (const number of leads.closer) heights[base + number] = TOO_MANY;
    for (let i = 0; i < leads.to.length; i++) {
      const entry = base + leads.from[i]!;
      const to = last(leads.to[i]!);
      if (to >= 0) {
        from.push(entry);
        next.push(to);
      } else if (!accounts.has(leads.to[i]!)) open.add(entry);
    }
    base += keys.starts.length;
  }
  while (raise(heights, from, next));
  for (let entry = heights.indexOf(TOO_MANY); entry >= 0; entry = heights.indexOf(TOO_MANY, entry + 1)) open.add(entry);
  return [...open].filter((entry) => last(hash(entry)) === entry).sort((a, b) => a - b);
}

/** Puts every entry above those it leads to; true if one was raised. After so many turns as there are heights none is. */
function raise(heights: Int8Array, from: readonly number[], next: readonly number[]): boolean {
  let raised = false;
  for (let i = 0; i < from.length; i++) {
    const above = Math.min(heights[next[i]!]! + 1, TOO_MANY);
    if (above <= heights[from[i]!]!) continue;
    heights[from[i]!] = above;
    raised = true;
  }
  return raised;
}
