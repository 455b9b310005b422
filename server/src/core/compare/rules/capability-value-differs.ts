import { t } from '@vscode/l10n';
import { ehloPairs } from '../ehlo';
import type { CompareRule } from '../view';
import { replyPlace } from '../places';

/** A keyword came with another value: another size limit, other ways to log in. */
export const capabilityValueDiffers: CompareRule = {
  id: 'compare/capability-value-differs',
  weight: 'strong',
  check(view, report) {
    for (const pair of ehloPairs(view)) {
      if (pair.changed.length === 0) continue;
      report({
        // A limit may have been set anew between two attempts.
        ...(view.sameConnection === 'no' ? { weight: 'neutral' } : {}),
        change: 'changed',
        message: t('another value: {0}', pair.changed.map((c) => c.server.keyword).join(', ')),
        client: replyPlace(
          view.client,
          pair.row.client,
          pair.changed.map((c) => c.client.part),
        ),
        server: replyPlace(
          view.server,
          pair.row.server,
          pair.changed.map((c) => c.server.part),
        ),
      });
    }
  },
};
