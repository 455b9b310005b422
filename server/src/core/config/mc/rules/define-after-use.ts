import { t } from '@vscode/l10n';
import { readRows } from '../../../knowledge/macrofiles';
import type { Rule } from '../../../problem';
import { moveBefore } from '../edits';
import type { McModel } from '../model';
import { valueOf } from '../model';
import type { Step } from '../steps';
import { stepsOf } from '../steps';

/** A define that comes too late: what reads the name has already been called. */
export const defineAfterUse: Rule<McModel> = {
  id: 'mc/define-after-use',
  severity: 'warning',
  check(model, report) {
    const steps = stepsOf(model);
    model.run.forEach((call, at) => {
      if (call.name !== 'define') return;
      const name = valueOf(call, 0);
      const reader = steps.find((s) => s.at < at && reads(s, name));
      // With a later reader the define still does something.
      if (!reader || steps.some((s) => s.at > at && reads(s, name))) return;
      const fix = moveBefore(model, t('Move it above'), call, reader.call);
      const by = `${reader.macro}(\`${reader.name}')`;
      report({
        ...call.span,
        message: reader.implied
          ? t(
              "{0} is looked at by {1}, which {2}(`{3}') calls above: this define has no effect.",
              name,
              by,
              reader.call.name,
              valueOf(reader.call, 0),
            )
          : t('{0} is looked at by {1} above: this define has no effect.', name, by),
        related: [{ ...reader.call.span, message: by }],
        fixes: fix && [fix],
      });
    });
  },
};

function reads(step: Step, name: string): boolean {
  return readRows.some(
    (row) =>
      row.by === `${step.macro} ${step.name}` &&
      (row.name.endsWith('*') ? name.startsWith(row.name.slice(0, -1)) : row.name === name) &&
      !(row.unlessArgument !== undefined && !step.implied && valueOf(step.call, row.unlessArgument) !== ''),
  );
}
