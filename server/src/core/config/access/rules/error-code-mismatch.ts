import { t } from '@vscode/l10n';
import type { Rule } from '../../../problem';
import type { AccessLines } from '../model';

/** sendmail sends both codes as they are written, and clients go by the reply code. */
export const errorCodeMismatch: Rule<AccessLines> = {
  id: 'access/error-code-mismatch',
  severity: 'warning',
  check(model, report) {
    for (const { action } of model.odd) {
      if (action?.kind !== 'error' || !action.code) continue;
      const { code, status = action.inner } = action;
      if (!status || !/^[45]/.test(code.text) || !/^[45]\./.test(status.text) || status.text[0] === code.text[0]) continue;
      const says = code.text.startsWith('4') ? t('for now') : t('for good');
      report({
        start: Math.min(status.start, code.start),
        end: Math.max(status.end, code.end),
        message: t(
          '{0} and {1} disagree: the client goes by {1} and takes the refusal {2}. Begin both with the same digit.',
          status.text,
          code.text,
          says,
        ),
        fixes: [
          {
            title: t('Write {0}', code.text[0]! + status.text.slice(1)),
            edits: [{ start: status.start, end: status.start + 1, text: code.text[0]! }],
          },
        ],
      });
    }
  },
};
