import { t } from '@vscode/l10n';
import type { Rule } from '../../../problem';
import { MAX_DEPTH, reachOf } from '../graph';
import type { AliasModel } from '../model';

/** Chains longer than sendmail follows. */
export const aliasDepth: Rule<AliasModel> = {
  id: 'aliases/depth',
  severity: 'error',
  check(model, report) {
    for (const [entry, { depth }] of reachOf(model)) {
      if (depth <= MAX_DEPTH) continue;
      report({
        start: entry.name.start,
        end: entry.name.end,
        message: t(
          '{0} leads through {1} aliases; sendmail gives up after {2} and the mail comes back. Let it point nearer to the end.',
          entry.name.text,
          depth,
          MAX_DEPTH,
        ),
      });
    }
  },
};
