import { t } from '@vscode/l10n';
import type { Rule } from '../../../problem';
import type { AccessLines } from '../model';

/** A backslash at the end of a refusal's text goes to the client; the next line is not joined. */
export const continuation: Rule<AccessLines> = {
  id: 'access/continuation',
  severity: 'warning',
  check(model, report) {
    for (const { value } of model.odd) {
      if (!value?.text.endsWith('\\')) continue;
      const kept = value.text.replace(/(?<![ \t])[ \t]*\\$/, '').length;
      report({
        start: value.end - 1,
        end: value.end,
        message: t(
          'A table has no continuation lines: the backslash stays in the value and the next line stands alone. Put all on one line.',
        ),
        fixes: [{ title: t('Remove the backslash'), edits: [{ start: value.start + kept, end: value.end, text: '' }] }],
      });
    }
  },
};
