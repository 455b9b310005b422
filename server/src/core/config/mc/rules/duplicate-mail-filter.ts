import { t } from '@vscode/l10n';
import type { Rule } from '../../../problem';
import { removeLines } from '../edits';
import type { McModel } from '../model';
import { valueOf } from '../model';
import { runsOf } from '../steps';

/** Two mail filters of one name: sendmail complains of the second and does not start. */
export const duplicateMailFilter: Rule<McModel> = {
  id: 'mc/duplicate-mail-filter',
  severity: 'error',
  check(model, report) {
    const before = new Map<string, ReturnType<typeof runsOf>[number]>();
    for (const call of runsOf(model, 'INPUT_MAIL_FILTER', 'MAIL_FILTER')) {
      const name = valueOf(call, 0);
      const first = before.get(name);
      if (!first) before.set(name, call);
      else if (name !== '') {
        const fix = removeLines(model, t('Take it away'), call);
        report({
          ...call.span,
          message: t(
            'The filter {0} is defined already; sendmail will not start. Take one of them away, or name it otherwise.',
            name,
          ),
          related: [{ ...first.span, message: t('The first one') }],
          fixes: fix && [fix],
        });
      }
    }
  },
};
