import { t } from '@vscode/l10n';
import { features } from '../../../knowledge/features';
import type { Rule } from '../../../problem';
import { moveBefore } from '../edits';
import type { McModel } from '../model';
import { stepsOf } from '../steps';

const rows = new Map(features.map((f) => [f.name, f]));

/** A FEATURE behind a MAILER. m4 complains, and some features have no effect then. */
export const featureAfterMailer: Rule<McModel> = {
  id: 'mc/feature-after-mailer',
  severity: 'error',
  check(model, report) {
    const mailers = new Set<string>();
    const seen = new Set<number>();
    let first: (typeof model.run)[number] | undefined;
    for (const step of stepsOf(model)) {
      if (step.macro === 'MAILER') {
        mailers.add(step.name);
        first ??= step.call;
      }
      if (step.macro !== 'FEATURE' || !first || step.call === first || seen.has(step.call.span.start)) continue;
      seen.add(step.call.span.start);
      const lost = rows.get(step.name)?.mustPrecedeMailer?.find((m) => mailers.has(m));
      const name = `${step.call.name}(\`${step.call.args[0]?.text ?? ''}')`;
      const message = step.implied
        ? lost
          ? t("{0} calls FEATURE(`{1}'), which must stand above MAILER(`{2}'): it has no effect here.", name, step.name, lost)
          : t('{0} calls a FEATURE and must stand above MAILER.', name)
        : lost
          ? t("{0} must stand above MAILER(`{1}'): it has no effect here.", name, lost)
          : t('{0} must stand above MAILER. m4 complains about it here.', name);
      const fix = moveBefore(model, t('Move it above the first MAILER'), step.call, first);
      report({
        ...step.call.span,
        message,
        related: [{ ...first.span, message: t('The first MAILER') }],
        fixes: fix && [fix],
      });
    }
  },
};
