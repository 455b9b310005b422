import { t } from '@vscode/l10n';
import { ehloPairs } from '../ehlo';
import type { CompareRule } from '../view';
import { replyPlace } from '../places';
import { lighter } from '../view';

/** The client was told of keywords that the server did not send. */
export const capabilityAdded: CompareRule = {
  id: 'compare/capability-added',
  weight: 'strong',
  check(view, report) {
    for (const pair of ehloPairs(view)) {
      if (pair.added.length === 0) continue;
      report({
        ...(view.sameConnection === 'no' ? { weight: lighter('strong') } : {}),
        change: 'added',
        message: t('offered to the client, not by the server: {0}', pair.added.map((c) => c.keyword).join(', ')),
        client: replyPlace(
          view.client,
          pair.row.client,
          pair.added.map((c) => c.part),
        ),
        server: replyPlace(view.server, pair.row.server),
      });
    }
  },
};
