import { t } from '@vscode/l10n';
import type { Rule } from '../../../problem';
import type { TableLines } from '../model';
import { readRoute } from '../route';

/** A value without a mailer goes in silently, and the entry is ignored. */
export const mailerMissing: Rule<TableLines> = {
  id: 'mailertable/mailer-missing',
  severity: 'error',
  check(model, report) {
    for (const { value } of model.odd) {
      if (!value || readRoute(value)) continue;
      const span = { start: value.start, end: value.end };
      const bracketed = /^\d+(\.\d+){3}$/.test(value.text) ? `[${value.text}]` : value.text;
      report({
        ...span,
        message: t('There is no mailer before the host: sendmail ignores the entry. Write esmtp:{0}.', bracketed),
        fixes: [{ title: t('Write esmtp:{0}', bracketed), edits: [{ ...span, text: `esmtp:${bracketed}` }], preferred: true }],
      });
    }
  },
};
