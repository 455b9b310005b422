import { t } from '@vscode/l10n';
import { ehloPairs } from '../ehlo';
import type { CompareRule } from '../view';
import { replyPlace } from '../places';
import { replySign } from '../view';

/** Keywords of the EHLO reply were overwritten with X's. */
export const capabilityMasked: CompareRule = {
  id: 'compare/capability-masked',
  weight: 'decisive',
  check(view, report) {
    for (const pair of ehloPairs(view)) {
      if (pair.masked.length === 0) continue;
      const gone = pair.withheld.map((c) => c.keyword).join(', ');
      report({
        change: 'changed',
        message: gone === '' ? t('keywords were overwritten with X') : t('overwritten with X: {0}', gone),
        client: replyPlace(
          view.client,
          pair.row.client,
          pair.masked.map((c) => c.part),
        ),
        server: replyPlace(
          view.server,
          pair.row.server,
          pair.withheld.map((c) => c.part),
        ),
        product: replySign(view, pair.row)?.fingerprint.product,
      });
    }
  },
};
