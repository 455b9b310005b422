import type { Rule } from '../../../problem';
import { nameFault } from '../names';
import type { AliasEntry, AliasLines } from '../model';
import { reportedSpan } from '../spans';

/** Names newaliases refuses: they are no local names, or no names at all. */
export const badName: Rule<AliasLines> = {
  id: 'aliases/bad-name',
  severity: 'error',
  check(model, report) {
    for (const entry of model.special) {
      const message = entry.name.address.plain ? undefined : nameFault(entry.name);
      if (message) report({ ...reportedSpan(entry, nameSpan(entry)), message });
    }
  },
};

function nameSpan({ start, name }: AliasEntry): { start: number; end: number } {
  return name.text === '' ? { start, end: start + 1 } : { start: name.start, end: name.end };
}
