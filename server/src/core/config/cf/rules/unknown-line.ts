import { t } from '@vscode/l10n';
import type { Rule } from '../../../problem';
import type { CfModel } from '../model';
import { linesOfKind } from '../model';
import { shown } from '../../show';

/** A line that starts with no letter sendmail knows. */
export const unknownLine: Rule<CfModel> = {
  id: 'cf/unknown-line',
  severity: 'error',
  check(model, report) {
    for (const line of linesOfKind(model, 'unknown')) {
      if (line.text.trim() === '') continue; // cf/blank-line
      const start = line.start + line.text.length - line.text.trimStart().length;
      const text = line.text.trim().split(/[\r\n]/)[0]!;
      report({
        start,
        end: start + text.length,
        message: t('This is no line of sendmail.cf, and sendmail will not start: {0}', shown(text, 40)),
      });
    }
  },
};
