import { t } from '@vscode/l10n';
import type { Rule } from '../../../problem';
import type { TcpRulesModel } from '../model';

export const missingColon: Rule<TcpRulesModel> = {
  id: 'tcprules/missing-colon',
  severity: 'error',
  check(model, report) {
    for (const { start, end, text } of model.noColon) {
      if (/^\s*(#|$)/.test(text)) continue;
      report({
        start,
        end,
        message: t('tcprules passes over a line without a colon and says nothing. A rule reads address:allow or address:deny.'),
      });
    }
  },
};
