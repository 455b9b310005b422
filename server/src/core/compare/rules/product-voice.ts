import { t } from '@vscode/l10n';
import type { CompareRule } from '../view';
import { replyOf, replyPlace } from '../places';
import { signOf } from '../view';

/** Where the server's log shows no reply: the client was told one product's own words. */
export const productVoice: CompareRule = {
  id: 'compare/product-voice',
  weight: 'strong',
  check({ client, server, rows }, report) {
    if (server.shows.replyTexts) return;
    for (const row of rows) {
      if (!row.client || row.client.kind === 'greeting' || !replyOf(client, row.client)) continue;
      const sign = signOf(client, row.client.reply);
      if (!sign) continue;
      report({
        change: 'changed',
        message: t("the reply is {0}'s own", sign.fingerprint.product),
        client: replyPlace(client, row.client),
        product: sign.fingerprint.product,
      });
    }
  },
};
