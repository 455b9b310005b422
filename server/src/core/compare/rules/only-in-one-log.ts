import { t } from '@vscode/l10n';
import type { Excuse } from '../excuse';
import type { CompareRule } from '../view';
import { commandPlace } from '../places';

/** Something that the other log need not show: it proves nothing. */
export const onlyInOneLog: CompareRule = {
  id: 'compare/only-in-one-log',
  weight: 'neutral',
  check({ client, server, rows }, report) {
    for (const row of rows) {
      if (!row.excuse) continue;
      report({
        change: row.client ? 'withheld' : 'added',
        message: reason(row.excuse),
        ...(row.client ? { client: commandPlace(client, row.client) } : { server: commandPlace(server, row.server!) }),
      });
    }
  },
};

function reason(excuse: Excuse): string {
  switch (excuse) {
    case 'head':
      return t('the other log begins later');
    case 'tail':
      return t('the other log ends before');
    case 'unanswered':
      return t('not answered, so perhaps not sent');
    case 'closing':
      return t('only one log shows the end of the connection');
    case 'secret':
      return t('the other log leaves out the login');
    case 'other-attempt':
      return t('the logs tell of two attempts; only one of them has this');
    case 'not-logged':
      return t('the other log does not show this');
  }
}
