import { t } from '@vscode/l10n';
import type { Rule } from '../../../problem';
import type { AccessLines } from '../model';

export const relayWithoutEffect: Rule<AccessLines> = {
  id: 'access/relay-without-effect',
  severity: 'info',
  check(model, report) {
    for (const { row, action, value } of model.odd) {
      if (row?.name !== 'From' || action?.kind !== 'word' || action.word !== 'RELAY') continue;
      report({
        start: value!.start,
        end: value!.end,
        message: t(
          "A sender address opens no relay (only FEATURE(`relay_mail_from') would, and should not): this entry does what OK does. Use Connect: for clients, To: for destinations.",
        ),
        fixes: [{ title: t('Write OK'), edits: [{ start: value!.start, end: value!.end, text: 'OK' }] }],
      });
    }
  },
};
