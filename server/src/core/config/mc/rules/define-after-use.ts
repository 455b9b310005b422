import { t } from '@vscode/l10n';
import type { ReadRow } from '../../../knowledge/macrofiles';
import { readRows } from '../../../knowledge/macrofiles';
import type { Rule } from '../../../problem';
import { moveBefore } from '../edits';
import type { McModel } from '../model';
import { valueOf } from '../model';
import type { Step } from '../steps';
import { runsOf, stepsOf } from '../steps';

/** A define that comes too late: what reads the name has already been called. */
export const defineAfterUse: Rule<McModel> = {
  id: 'mc/define-after-use',
  severity: 'warning',
  check(model, report) {
    const readers = readersOf(model);
    for (const call of runsOf(model, 'define')) {
      const name = valueOf(call, 0);
      const own = readers.filter(({ row }) =>
        row.name.endsWith('*') ? name.startsWith(row.name.slice(0, -1)) : row.name === name,
      );
      const reader = own.find(({ first }) => first.at < call.order)?.first;
      // With a later reader the define still does something.
      if (!reader || own.some(({ last }) => last > call.order)) continue;
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
    }
  },
};

interface Reader {
  readonly row: ReadRow;
  /** The first step that looks at the name, and the place of the last in the run. */
  readonly first: Step;
  readonly last: number;
}

/** What looks at names in this file: one entry for each row that applies. */
function readersOf(model: McModel): Reader[] {
  const readers = new Map<ReadRow, Reader>();
  for (const step of stepsOf(model)) {
    for (const row of rowsBy.get(`${step.macro} ${step.name}`) ?? []) {
      if (row.unlessArgument !== undefined && !step.implied && valueOf(step.call, row.unlessArgument) !== '') continue;
      readers.set(row, { row, first: readers.get(row)?.first ?? step, last: step.at });
    }
  }
  return [...readers.values()];
}

const rowsBy = new Map(readRows.map((row): [string, ReadRow[]] => [row.by, readRows.filter((r) => r.by === row.by)]));
