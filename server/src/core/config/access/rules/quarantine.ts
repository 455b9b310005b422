import { t } from '@vscode/l10n';
import type { Rule } from '../../../problem';
import type { AccessLines } from '../model';

export const quarantineWithoutReason: Rule<AccessLines> = {
  id: 'access/quarantine-without-reason',
  severity: 'error',
  check(model, report) {
    for (const { action, value } of model.odd) {
      if (action?.kind !== 'quarantine' || action.reason || !value) continue;
      report({
        start: value.start,
        end: value.end,
        message: t("QUARANTINE needs a reason, as in QUARANTINE:suspicious. Alone it refuses, with the text '{0}'.", value.text),
        fixes: [
          { title: t('Write QUARANTINE:access'), edits: [{ start: value.start, end: value.end, text: 'QUARANTINE:access' }] },
        ],
      });
    }
  },
};
