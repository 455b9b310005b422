import { t } from '@vscode/l10n';
import type { Rule } from '../../../problem';
import type { AliasLines } from '../model';

export const strayComma: Rule<AliasLines> = {
  id: 'aliases/stray-comma',
  severity: 'hint',
  check(model, report) {
    for (const { strayCommas, targets } of model.special) {
      if (targets.length === 0) continue;
      for (const span of strayCommas) {
        report({
          ...span,
          message: t('A comma with nothing beside it. It is ignored.'),
          tag: 'unnecessary',
          fixes: [{ title: t('Remove the comma'), edits: [{ ...span, text: '' }] }],
        });
      }
    }
  },
};
