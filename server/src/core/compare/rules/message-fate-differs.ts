import { t } from '@vscode/l10n';
import type { CompareRule } from '../view';
import { replyOf, replyPlace } from '../places';
import { lighter, replySign } from '../view';

/** The message was refused and the client told that it was taken, or the other way round; or it never reached the server. */
export const messageFateDiffers: CompareRule = {
  id: 'compare/message-fate-differs',
  weight: 'decisive',
  check(view, report) {
    const { client, server, rows } = view;
    for (const row of rows) {
      if (row.client?.kind !== 'message' || row.excuse) continue;
      const told = replyOf(client, row.client);
      if (!told) continue;
      const productOf = (): string | undefined => replySign(view, row, ['strong', 'medium'])?.fingerprint.product;
      if (!row.server) {
        if (server.shows.messages || serverGotNoData(row.at, view))
          report({
            change: 'withheld',
            message: t('the message never reached the server; the client was told {0}', String(told.code)),
            client: replyPlace(client, row.client),
            product: productOf(),
          });
        continue;
      }
      const said = replyOf(server, row.server);
      if (!said || isPositive(told.code) === isPositive(said.code)) continue;
      const product = productOf();
      // Another attempt may have had another fate.
      if (view.sameConnection === 'no' && !product) continue;
      report({
        ...(view.sameConnection === 'no' ? { weight: lighter('decisive') } : {}),
        change: 'changed',
        message: isPositive(told.code)
          ? t('the server refused the message with {0}; the client was told {1}', String(said.code), String(told.code))
          : t('the server took the message; the client was told {0}', String(told.code)),
        client: replyPlace(client, row.client),
        server: replyPlace(server, row.server),
        product,
      });
    }
  },
};

type View = Parameters<CompareRule['check']>[0];

/** True if the DATA before this message did not reach the server either. */
function serverGotNoData(at: number, view: View): boolean {
  for (let i = at - 1; i >= 0; i--) if (view.rows[i]!.client?.verb === 'DATA') return view.rows[i]!.server === undefined;
  return false;
}

function isPositive(code: number): boolean {
  return code < 400;
}
