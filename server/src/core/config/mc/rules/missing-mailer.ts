import { t } from '@vscode/l10n';
import type { Rule } from '../../../problem';
import { change, linesOf } from '../edits';
import type { McModel } from '../model';
import { runsOf, stepsOf } from '../steps';

/** No MAILER that carries mail to other hosts: every remote address ends in an error. */
export const missingMailer: Rule<McModel> = {
  id: 'mc/missing-mailer',
  severity: 'warning',
  check(model, report) {
    if (model.uncertain || runsOf(model, 'OSTYPE').length === 0) return;
    const mailers = stepsOf(model).filter((s) => s.macro === 'MAILER');
    if (mailers.some((s) => s.name !== 'local' && s.name !== 'prog')) return;
    const last =
      mailers.at(-1)?.call ?? model.run.findLast((c) => c.name !== 'dnl' && c.name !== 'divert' && c.context === 'live');
    if (!last) return;
    const { end } = linesOf(model, last);
    const newline = end === model.source.text.length && !model.source.text.endsWith('\n') ? '\n' : '';
    const text = mailers.length === 0 ? "MAILER(`local')dnl\nMAILER(`smtp')dnl\n" : "MAILER(`smtp')dnl\n";
    report({
      ...last.span,
      message:
        mailers.length === 0
          ? t('The file has no MAILER. m4 adds the local one, and every address on another host ends in an error.')
          : t(
              "The file has MAILER(`local') only: every address on another host ends in an error. MAILER(`smtp') brings mail out.",
            ),
      fixes: [change(t("Add MAILER(`smtp')"), [{ start: end, end, text: newline + text }])],
    });
  },
};
