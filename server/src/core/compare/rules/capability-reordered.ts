import { t } from '@vscode/l10n';
import { ehloPairs } from '../ehlo';
import type { CompareRule } from '../view';
import { replyPlace } from '../places';
import { lighter } from '../view';

/** The keywords of the EHLO reply came in another order: something read the list and wrote one of its own. */
export const capabilityReordered: CompareRule = {
  id: 'compare/capability-reordered',
  weight: 'strong',
  check(view, report) {
    // What collects logs may put lines of one moment into any order.
    const doubtful = view.sameConnection === 'no' || [view.client, view.server].some((s) => s.session.format === 'generic');
    for (const { row, moved } of ehloPairs(view)) {
      if (moved.length === 0) continue;
      report({
        ...(doubtful ? { weight: lighter('strong') } : {}),
        change: 'changed',
        message: t('in another order than the server sent them: {0}', moved.map((c) => c.client.keyword).join(', ')),
        client: replyPlace(
          view.client,
          row.client,
          moved.map((c) => c.client.part).sort((a, b) => a - b),
        ),
        server: replyPlace(
          view.server,
          row.server,
          moved.map((c) => c.server.part).sort((a, b) => a - b),
        ),
      });
    }
  },
};
