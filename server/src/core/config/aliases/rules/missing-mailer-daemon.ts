import { t } from '@vscode/l10n';
import type { Rule } from '../../../problem';
import type { AliasModel } from '../model';
import { addEntry, firstName } from '../required';

/** Bounces come from MAILER-DAEMON, and people answer them. */
export const missingMailerDaemon: Rule<AliasModel> = {
  id: 'aliases/missing-mailer-daemon',
  severity: 'info',
  check(model, report) {
    if (model.kept.size === 0 || model.kept.has('mailer-daemon')) return;
    report({
      ...firstName(model),
      message: t('There is no alias MAILER-DAEMON. Bounces carry it as their sender, so answers to them come back.'),
      fixes: [addEntry(model, 'MAILER-DAEMON', 'postmaster')],
    });
  },
};
