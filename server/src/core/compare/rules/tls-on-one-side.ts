import { t } from '@vscode/l10n';
import type { CompareRule } from '../view';
import { commandPlace, replyOf } from '../places';

/** TLS was agreed on with one side only: something in between begins or ends the encryption. */
export const tlsOnOneSide: CompareRule = {
  id: 'compare/tls-on-one-side',
  weight: 'decisive',
  check(view, report) {
    const { client, server, rows } = view;
    for (const row of rows) {
      if (row.excuse || (row.client?.verb ?? row.server?.verb) !== 'STARTTLS') continue;
      if (!row.client && row.server && !client.session.tls && client.greeting && replyOf(server, row.server)?.code === 220)
        report({
          change: 'added',
          message: t('TLS began at the server; the client never asked for it'),
          server: commandPlace(server, row.server),
        });
      if (!row.server && row.client && !server.session.tls && replyOf(client, row.client)?.code === 220)
        report({
          change: 'withheld',
          message: t('the client spoke TLS, the server did not: the encryption ends on the way'),
          client: commandPlace(client, row.client),
        });
    }
  },
};
