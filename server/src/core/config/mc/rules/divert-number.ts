import { t } from '@vscode/l10n';
import type { Rule } from '../../../problem';
import type { McModel } from '../model';
import { runsOf } from '../steps';

/** divert with something that is no number: m4 complains and takes it as 0. */
export const divertNumber: Rule<McModel> = {
  id: 'mc/divert-number',
  severity: 'error',
  check(model, report) {
    for (const call of runsOf(model, 'divert')) {
      const argument = call.args[0];
      if (!argument || /^\s*([-+]?\d+)?$/.test(argument.text)) continue;
      report({
        ...call.span,
        message: t(
          'divert takes a number: -1 throws text away, 0 is the start of sendmail.cf. m4 complains and takes {0} as 0.',
          argument.text,
        ),
      });
    }
  },
};
