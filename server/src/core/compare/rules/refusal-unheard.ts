import { t } from '@vscode/l10n';
import { isRefusalRemark } from '../dialogue';
import { compareTexts } from '../normalise';
import type { CompareRule } from '../view';
import { replyOf, replyPlace } from '../places';

/** The server's log, without dialogue, remarks a refusal that the client was never told. */
export const refusalUnheard: CompareRule = {
  id: 'compare/refusal-unheard',
  weight: 'strong',
  check({ client, server, sameConnection }, report) {
    if (server.shows.commands || sameConnection === 'no' || !client.greeting || !client.ended) return;
    const heard = client.exchanges.flatMap((e) => replyOf(client, e) ?? []);
    for (const exchange of server.exchanges) {
      const said = replyOf(server, exchange);
      if (exchange.kind !== 'unasked' || !said || said.code < 400) continue;
      const remark = server.session.events[exchange.reply! - 1];
      if (remark?.kind !== 'note' || !isRefusalRemark(remark)) continue;
      if (
        heard.some(
          (h) => h.code === said.code && compareTexts(h.lines.join(' '), said.lines.join(' ')).difference !== 'different',
        )
      )
        continue;
      report({
        change: 'withheld',
        message: t('the server refused with {0}; the client was never told', String(said.code)),
        server: replyPlace(server, exchange),
      });
    }
  },
};
