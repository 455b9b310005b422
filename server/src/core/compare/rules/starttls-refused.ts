import { t } from '@vscode/l10n';
import type { CompareRule } from '../view';
import { commandPlace, replyOf, replyPlace } from '../places';
import { replySign } from '../view';

/** STARTTLS was refused to the client by someone else than the server. */
export const starttlsRefused: CompareRule = {
  id: 'compare/starttls-refused',
  weight: 'decisive',
  check(view, report) {
    const { client, server, rows } = view;
    for (const row of rows) {
      if (row.client?.verb !== 'STARTTLS' || row.excuse) continue;
      const told = replyOf(client, row.client);
      const said = replyOf(server, row.server);
      if (!told || told.code === 220 || (row.server && (said === undefined || said.code !== 220))) continue;
      report({
        change: row.server ? 'changed' : 'withheld',
        message: row.server
          ? t('the server was ready for TLS; the client was told {0}', String(told.code))
          : t('STARTTLS never reached the server; the client was told {0}', String(told.code)),
        client: replyPlace(client, row.client),
        server: row.server ? commandPlace(server, row.server) : undefined,
        product: replySign(view, row, ['strong', 'medium'])?.fingerprint.product,
      });
    }
  },
};
