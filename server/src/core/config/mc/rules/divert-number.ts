import { t } from '@vscode/l10n';
import type { Rule } from '../../../problem';
import { replace } from '../edits';
import type { McModel } from '../model';
import { runsOf } from '../steps';
import { shown } from '../../show';

/** divert with something that is no number: m4 complains, and text goes where it went before. */
export const divertNumber: Rule<McModel> = {
  id: 'mc/divert-number',
  severity: 'error',
  check(model, report) {
    for (const call of runsOf(model, 'divert')) {
      const argument = call.args[0];
      if (!argument || call.open === undefined || /^\s*[-+]?\d+$/.test(argument.text)) continue;
      const empty = argument.text.trim() === '';
      report({
        ...call.span,
        message: empty
          ? t('divert takes a number. m4 complains about the empty one and takes it as 0: write divert(0), or divert alone.')
          : t(
              'divert takes a number: -1 throws text away, 0 is the start of sendmail.cf. m4 complains about {0} and goes on as before.',
              shown(argument.text),
            ),
        fixes: empty ? [replace(t('Change to {0}', 'divert(0)'), call.span, 'divert(0)')] : undefined,
      });
    }
  },
};
