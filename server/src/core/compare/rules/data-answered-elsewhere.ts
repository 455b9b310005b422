import { t } from '@vscode/l10n';
import type { CompareRule } from '../view';
import { commandPlace, replyOf, replyPlace } from '../places';
import { compareReplies, replySign } from '../view';

/** DATA was answered by something else than the server: in other words, or although the server was never asked. */
export const dataAnsweredElsewhere: CompareRule = {
  id: 'compare/data-answered-elsewhere',
  weight: 'decisive',
  check(view, report) {
    const { client, server, rows } = view;
    for (const row of rows) {
      if (row.client?.verb !== 'DATA' || row.excuse) continue;
      const told = replyOf(client, row.client);
      if (told?.code !== 354) continue;
      const product = (): string | undefined => replySign(view, row, ['strong', 'medium'])?.fingerprint.product;
      if (!row.server) {
        report({
          change: 'timing',
          message: t('DATA was answered although the server was not asked'),
          client: replyPlace(client, row.client),
          product: product(),
        });
        continue;
      }
      if (replyOf(server, row.server)?.code !== 354 || compareReplies(view, row)?.difference !== 'different') continue;
      report({
        change: 'changed',
        message: t('DATA was answered by someone else'),
        client: replyPlace(client, row.client),
        server: replyPlace(server, row.server) ?? commandPlace(server, row.server),
        product: product(),
      });
    }
  },
};
