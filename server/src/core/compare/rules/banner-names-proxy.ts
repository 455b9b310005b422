import { t } from '@vscode/l10n';
import type { CompareRule } from '../view';
import { replyPlace } from '../places';
import { compareReplies, replySign } from '../view';
import { isMasked } from './banner-masked';

/** The greeting that the client got is one product's own, and the server's log has another or none. */
export const bannerNamesProxy: CompareRule = {
  id: 'compare/banner-names-proxy',
  weight: 'decisive',
  check(view, report) {
    const { client, server, rows } = view;
    const row = rows.find((r) => r.client?.kind === 'greeting');
    if (!row?.client) return;
    // A server's log that lost its beginning may have had the same greeting.
    if (row.server ? compareReplies(view, row)?.difference !== 'different' : server.shows.replyTexts) return;
    if (isMasked(client.greeting?.lines[0] ?? '')) return;
    const sign = replySign(view, row, row.server ? ['strong', 'medium'] : ['strong']);
    if (!sign) return;
    const strong = sign.fingerprint.strength === 'strong';
    report({
      weight: strong ? 'decisive' : 'strong',
      change: 'changed',
      message: strong
        ? t("the greeting is {0}'s own", sign.fingerprint.product)
        : t('the greeting is worded like {0}', sign.fingerprint.product),
      client: replyPlace(client, row.client),
      server: replyPlace(server, row.server),
      product: sign.fingerprint.product,
    });
  },
};
