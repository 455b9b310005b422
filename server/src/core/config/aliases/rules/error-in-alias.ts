import { t } from '@vscode/l10n';
import type { Rule } from '../../../problem';
import type { AliasLines } from '../model';

/** `error:` is a mailer of virtusertable and mailertable; in aliases it is part of a name. */
export const errorInAlias: Rule<AliasLines> = {
  id: 'aliases/error-in-alias',
  severity: 'warning',
  check(model, report) {
    for (const {
      target: { start, end, text },
    } of model.odd) {
      if (!/^"?error:/i.test(text)) continue;
      report({
        start,
        end,
        message: t(
          'error: means nothing in aliases: this is a local name, and the mail comes back as for an unknown user. Use virtusertable or access for a refusal of your own.',
        ),
      });
    }
  },
};
