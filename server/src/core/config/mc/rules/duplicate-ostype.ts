import { t } from '@vscode/l10n';
import type { Rule } from '../../../problem';
import { removeLines } from '../edits';
import type { McModel } from '../model';
import { runsOf, stepsOf } from '../steps';

/** A second OSTYPE: m4 complains, and both leave their settings. */
export const duplicateOstype: Rule<McModel> = {
  id: 'mc/duplicate-ostype',
  severity: 'error',
  check(model, report) {
    const [first, ...more] = stepsOf(model).filter((s) => s.macro === 'OSTYPE');
    const marked = runsOf(model, 'define').find((c) => c.args[0]?.text === '__OSTYPE__');
    for (const { call, name } of marked && first && marked.span.start < first.call.span.start ? [first, ...more] : more) {
      const fix = removeLines(model, t('Take it away'), call);
      const before = marked && first?.call === call ? marked : first?.call;
      report({
        ...call.span,
        message: t("OSTYPE(`{0}') is the second one. m4 complains, and the settings of both are mixed.", name),
        related: before && [{ ...before.span, message: t('The first one') }],
        fixes: fix && [fix],
      });
    }
  },
};
