import { t } from '@vscode/l10n';
import type { Rule } from '../../../problem';
import type { McModel } from '../model';
import { valueOf } from '../model';
import { isPackaged, misspeltCf } from '../names';
import { runsOf } from '../steps';
import { shown } from '../../show';

/** An include of a file that is nobody's: if it is missing, m4 goes on without it and ends with status 1. */
export const includeUnread: Rule<McModel> = {
  id: 'mc/include-unread',
  severity: 'warning',
  check(model, report) {
    for (const call of runsOf(model, 'include')) {
      const name = valueOf(call, 0);
      const argument = call.args[0];
      if (!argument || name === '' || isPackaged(name)) continue;
      if (misspeltCf(name) || name.includes('\n')) {
        const message = t(
          '{0} is not there: m4 complains and knows none of the macros of sendmail. Did you mean cf.m4?',
          shown(name),
        );
        report({ ...argument.span, severity: 'error', message });
        continue;
      }
      if (name.startsWith('../')) continue;
      report({
        ...argument.span,
        message: t(
          '{0} is not looked into here. If it is missing m4 complains and makes a sendmail.cf without it; sinclude says that it may be missing.',
          shown(name),
        ),
      });
    }
  },
};
