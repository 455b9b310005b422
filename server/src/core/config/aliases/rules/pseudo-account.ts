import { t } from '@vscode/l10n';
import { pseudoAccounts } from '../../../knowledge/accounts';
import type { Rule } from '../../../problem';
import type { AliasModel } from '../model';

/** Names that came with old systems: mail to them is spam, or somebody who tries doors. */
export const pseudoAccount: Rule<AliasModel> = {
  id: 'aliases/pseudo-account',
  severity: 'hint',
  audit: true,
  check(model, report) {
    for (const name of pseudoAccounts) {
      const entry = model.kept.get(name);
      // What is thrown away does no harm, and one line can be commented out without a second thought.
      if (!entry || entry.targets.every((x) => x.address.text === '/dev/null')) continue;
      report({
        start: entry.name.start,
        end: entry.name.end,
        message: t('Nobody expects mail for {0} any more: what comes is spam. Take the alias out unless it is used.', name),
        fixes:
          entry.line.lines.length === 1
            ? [{ title: t('Comment the line out'), edits: [{ start: entry.start, end: entry.start, text: '#' }] }]
            : [],
      });
    }
  },
};
