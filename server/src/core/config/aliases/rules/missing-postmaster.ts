import { t } from '@vscode/l10n';
import type { Rule } from '../../../problem';
import type { AliasModel } from '../model';
import { addEntry, firstName } from '../required';

/** RFC 5321 4.5.1 asks each host that takes mail to take it for postmaster. */
export const missingPostmaster: Rule<AliasModel> = {
  id: 'aliases/missing-postmaster',
  severity: 'warning',
  check(model, report) {
    if (model.kept.size === 0 || model.kept.has('postmaster')) return;
    report({
      ...firstName(model),
      message: t(
        'There is no alias postmaster. Every mail server must take mail for postmaster (RFC 5321 4.5.1): add one that somebody reads.',
      ),
      fixes: [addEntry(model, 'postmaster', model.kept.has('root') || !model.kept.has('admin') ? 'root' : 'admin')],
    });
  },
};
