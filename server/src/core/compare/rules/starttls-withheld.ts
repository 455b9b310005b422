import { t } from '@vscode/l10n';
import { ehloPairs } from '../ehlo';
import type { CompareRule } from '../view';
import { replyPlace } from '../places';
import { lighter } from '../view';

/** The server offered TLS; the client was not told. */
export const starttlsWithheld: CompareRule = {
  id: 'compare/starttls-withheld',
  weight: 'strong',
  check(view, report) {
    for (const pair of ehloPairs(view)) {
      const offer = pair.withheld.find((c) => c.keyword === 'STARTTLS');
      if (!offer) continue;
      report({
        ...(view.sameConnection === 'no' ? { weight: lighter('strong') } : {}),
        change: 'withheld',
        message: t('STARTTLS was withheld: no TLS is possible'),
        client: replyPlace(view.client, pair.row.client),
        server: replyPlace(view.server, pair.row.server, [offer.part]),
      });
    }
  },
};
