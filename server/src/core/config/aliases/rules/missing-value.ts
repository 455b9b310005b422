import { t } from '@vscode/l10n';
import type { Rule } from '../../../problem';
import type { AliasLines } from '../model';

export const missingValue: Rule<AliasLines> = {
  id: 'aliases/missing-value',
  severity: 'error',
  check(model, report) {
    for (const { start, end, name, targets, strayCommas } of model.special) {
      if (targets.length > 0 || name.key === undefined) continue;
      report({
        start,
        end,
        message:
          strayCommas.length > 0
            ? t(
                'Nothing but commas stands after {0}: mail to it comes back as a broken loop. Name a recipient, or /dev/null to drop the mail.',
                name.text,
              )
            : t(
                'Nothing stands after {0}: newaliases refuses the line. Name a recipient, or /dev/null to drop the mail.',
                name.text,
              ),
      });
    }
  },
};
