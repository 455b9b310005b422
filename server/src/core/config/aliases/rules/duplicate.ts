import { t } from '@vscode/l10n';
import type { Rule } from '../../../problem';
import { lineAt } from '../../../text';
import { wholeLines } from '../../map/edits';
import type { AliasModel } from '../model';
import { reportedSpan } from '../spans';

/** newaliases warns of a name it has already, and the last entry stays (makemap keeps the first). */
export const duplicateAlias: Rule<AliasModel> = {
  id: 'aliases/duplicate-alias',
  severity: 'warning',
  check(model, report) {
    for (const { entry, before } of model.again) {
      if (entry.name.key !== before.name.key) continue;
      const line = lineAt(model.source, before.start) + 1;
      report({
        ...reportedSpan(entry, entry.name),
        message: t(
          '{0} stands in line {1} already. The last entry counts: line {1} has no effect. Join them or remove one.',
          entry.name.text,
          line,
        ),
        related: [{ start: before.name.start, end: before.name.end, message: t('This entry has no effect.') }],
        fixes: [
          { title: t('Remove the entry in line {0}', line), edits: [{ ...wholeLines(model.source, before), text: '' }] },
          {
            title: t('Join both entries here'),
            edits: [
              { ...wholeLines(model.source, before), text: '' },
              {
                start: entry.targets[0]!.start,
                end: entry.targets[0]!.start,
                text: before.targets.map((x) => `${x.text}, `).join(''),
              },
            ],
          },
        ],
      });
    }
  },
};
