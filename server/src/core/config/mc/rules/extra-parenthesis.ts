import { t } from '@vscode/l10n';
import type { Rule } from '../../../problem';
import { replace } from '../edits';
import type { McModel } from '../model';
import { straysOf } from '../stray';

/** One closing parenthesis too many: it is written into sendmail.cf. */
export const extraParenthesis: Rule<McModel> = {
  id: 'mc/extra-parenthesis',
  severity: 'error',
  check(model, report) {
    for (const stray of straysOf(model)) {
      if (stray.kind !== 'parenthesis') continue;
      const end = stray.start + /^\)+/.exec(stray.text)![0].length;
      const span = { start: stray.start, end };
      report({
        ...span,
        message: t('This ) closes nothing. m4 writes it into sendmail.cf, and sendmail will not start with it.'),
        fixes: [replace(t('Take it away'), span, '')],
      });
    }
  },
};
