import { t } from '@vscode/l10n';
import type { Rule } from '../../../problem';
import type { AccessLines } from '../model';

export const skipNeedsArgument: Rule<AccessLines> = {
  id: 'access/skip-needs-argument',
  severity: 'warning',
  check(model, report) {
    for (const { action, value } of model.odd) {
      if (action?.kind !== 'word' || action.word !== 'SKIP' || !value) continue;
      report({
        start: value.start,
        end: value.end,
        message: t(
          "SKIP works only with FEATURE(`access_db', , `skip') in sendmail.mc. Without it sendmail refuses, with the text SKIP.",
        ),
      });
    }
  },
};
