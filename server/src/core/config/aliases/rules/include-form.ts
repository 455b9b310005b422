import { t } from '@vscode/l10n';
import type { Rule } from '../../../problem';
import type { AliasLines } from '../model';
import { includePath } from '../include';

/** Lists that sendmail cannot find, or takes for something else. */
export const includeForm: Rule<AliasLines> = {
  id: 'aliases/include-form',
  severity: 'warning',
  check(model, report) {
    for (const { target } of model.odd) {
      const span = { start: target.start, end: target.end };
      if (/^include:/i.test(target.text)) {
        report({
          ...span,
          severity: 'error',
          message: t(
            'A colon must stand before include as well: as it is, the mail is appended to the file. Write :include:/path.',
          ),
          fixes: [
            {
              title: t("Write ':' before include"),
              edits: [{ start: target.start, end: target.start, text: ':' }],
              preferred: true,
            },
          ],
        });
      } else if (target.address.kind === 'include') {
        const path = includePath(target);
        if (path === '')
          report({
            ...span,
            severity: 'error',
            message: t('No file stands after :include: — mail to this alias comes back. Write :include:/path.'),
          });
        else if (!path.startsWith('/')) {
          report({
            ...span,
            message: t(
              '{0} is sought in the folder sendmail happens to run in, the queue. Write the whole path, beginning with /.',
              path,
            ),
          });
        }
      }
    }
  },
};
