import { t } from '@vscode/l10n';
import type { Rule } from '../../../problem';
import type { AliasModel } from '../model';

/** A name of `*` is no rule for all others. */
export const wildcardName: Rule<AliasModel> = {
  id: 'aliases/wildcard',
  severity: 'warning',
  check(model, report) {
    const name = model.kept.get('*')?.name;
    if (name) {
      report({
        start: name.start,
        end: name.end,
        message: t(
          "'*' is a name like any other: there is no alias for all unknown users. Use @domain in virtusertable, or LUSER_RELAY.",
        ),
      });
    }
  },
};
