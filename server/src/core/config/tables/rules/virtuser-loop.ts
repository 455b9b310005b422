import { t } from '@vscode/l10n';
import type { Rule } from '../../../problem';
import { lineAt } from '../../../text';
import type { TableModel } from '../model';
import { loopingEntries, nextOf } from '../virtual';

/** sendmail looks up the result again: entries that lead back go round 50 times, then the mail is refused. */
export const virtuserLoop: Rule<TableModel> = {
  id: 'virtusertable/loop',
  severity: 'error',
  check(model, report) {
    for (const entry of loopingEntries(model)) {
      const next = nextOf(model, entry)!;
      report({
        start: entry.key.start,
        end: entry.value!.end,
        message:
          next === entry
            ? t(
                'The result is looked up again and meets this entry: sendmail goes round 50 times and gives up. Let it lead to a local user or another domain.',
              )
            : t(
                'The result is looked up again and meets line {0}, which leads back here: sendmail goes round 50 times and gives up.',
                lineAt(model.source, next.start) + 1,
              ),
        related:
          next === entry ? [] : [{ start: next.key.start, end: next.key.end, message: t('The next entry of the circle.') }],
      });
    }
  },
};
