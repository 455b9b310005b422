import { t } from '@vscode/l10n';
import type { Rule } from '../../../problem';
import { removeLines } from '../edits';
import type { McModel } from '../model';
import { valueOf } from '../model';
import { stepsOf } from '../steps';

/** The same MAILER again, or one that a FEATURE has brought already. */
export const duplicateMailer: Rule<McModel> = {
  id: 'mc/duplicate-mailer',
  severity: 'error',
  check(model, report) {
    const before = new Map<string, { call: (typeof model.run)[number]; implied: boolean }>();
    for (const step of stepsOf(model)) {
      if (step.macro !== 'MAILER' || step.name === '') continue;
      const name = (!step.implied && valueOf(step.call, 1)) || step.name;
      const earlier = before.get(name);
      if (!earlier) {
        before.set(name, step);
        continue;
      }
      const fix = step.implied ? undefined : removeLines(model, t('Take it away'), step.call);
      const message = step.implied
        ? t(
            "{0}(`{1}') brings MAILER(`{2}') itself; m4 complains about the one above.",
            step.call.name,
            valueOf(step.call, 0),
            name,
          )
        : earlier.implied
          ? t("{0}(`{1}') brings MAILER(`{2}') already; m4 complains.", earlier.call.name, valueOf(earlier.call, 0), name)
          : t("MAILER(`{0}') is there already; m4 complains.", name);
      report({
        ...step.call.span,
        message,
        related: [{ ...earlier.call.span, message: t('The first one') }],
        fixes: fix && [fix],
      });
    }
  },
};
