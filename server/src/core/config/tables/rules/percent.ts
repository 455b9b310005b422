import { t } from '@vscode/l10n';
import type { Rule } from '../../../problem';
import type { TableLines } from '../model';

/** %1 is the user, %2 the detail behind a plus sign, %3 the detail with it; there are no others. */
export const percent: Rule<TableLines> = {
  id: 'virtusertable/percent',
  severity: 'error',
  check(model, report) {
    for (const { key, value } of model.odd) {
      if (!value?.text.includes('%')) continue;
      const hasDetail = key.text.includes('+');
      for (const match of value.text.matchAll(/%(\d)/g)) {
        const span = { start: value.start + match.index, end: value.start + match.index + 2 };
        const digit = Number(match[1]);
        if (digit >= 4) {
          report({
            ...span,
            message: t(
              '{0} is always empty. %1 is the user, %2 the part behind a plus sign, %3 the same with the sign.',
              match[0],
            ),
          });
        } else if (digit === 0 && value.text !== '%0') {
          report({ ...span, message: t('%0 is the whole address that was looked up. The user alone is %1.') });
        } else if (digit === 2 && !hasDetail) {
          report({
            ...span,
            severity: 'warning',
            message: t(
              '%2 is empty unless the address has a part behind a plus sign. The user is %1; to keep a detail write %1%3.',
            ),
          });
        }
      }
    }
  },
};
