/** Where an alias leads in the end. */
import { resolve } from './graph';
import type { AliasEntry, AliasModel, Target } from './model';

/** A recipient that mail to the alias reaches, with the entries it goes through after the first. */
export interface End {
  readonly target: Target;
  readonly through: readonly AliasEntry[];
}

/** At most `most` ends, and whether there are more. What leads back to an entry seen before is left out, as sendmail does. */
export function endsOf(model: AliasModel, start: AliasEntry, most = 20): { ends: End[]; more: boolean } {
  const ends: End[] = [];
  const seen = new Set([start]);
  const waiting = [{ entry: start, through: [] as AliasEntry[] }];
  for (let step = 0; waiting.length > 0; step++) {
    if (step > MOST_STEPS) return { ends, more: true };
    const { entry, through } = waiting.shift()!;
    for (const target of entry.targets) {
      const next = resolve(model, target);
      if (!next || next === entry) {
        if (ends.length === most) return { ends, more: true };
        ends.push({ target, through });
      } else if (!seen.has(next)) {
        seen.add(next);
        waiting.push({ entry: next, through: [...through, next] });
      }
    }
  }
  return { ends, more: false };
}

const MOST_STEPS = 200;
