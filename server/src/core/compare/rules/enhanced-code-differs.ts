import { t } from '@vscode/l10n';
import type { Dialogue } from '../dialogue';
import type { CompareRule } from '../view';
import { replyOf, replyPlace } from '../places';
import { withoutStatus } from './reply-text-differs';

/** The same reply with another enhanced status code, or without it. */
export const enhancedCodeDiffers: CompareRule = {
  id: 'compare/enhanced-code-differs',
  weight: 'moderate',
  check(view, report) {
    for (const row of view.rows) {
      if (!row.client || !row.server || row.client.verb === 'EHLO') continue;
      const told = replyOf(view.client, row.client);
      const said = replyOf(view.server, row.server);
      if (!told || !said || told.code !== said.code || told.enhanced === said.enhanced) continue;
      const text = withoutStatus(told.lines);
      // Some logs have codes only.
      if (text === '' || text !== withoutStatus(said.lines)) continue;
      report({
        // Of one connection, in logs that both show such codes elsewhere, nothing else explains it.
        ...(view.sameConnection === 'yes' && hasStatus(view.client) && hasStatus(view.server)
          ? { weight: 'strong' as const }
          : {}),
        change: 'changed',
        message:
          told.enhanced === undefined
            ? t('the reply lost its status code {0}', said.enhanced!)
            : t('the reply has another status code, {0}', told.enhanced),
        client: replyPlace(view.client, row.client),
        server: replyPlace(view.server, row.server),
      });
    }
  },
};

/** True if the log shows enhanced status codes at all. */
function hasStatus(side: Dialogue): boolean {
  return side.session.events.some((e) => e.kind === 'reply' && e.enhanced !== undefined);
}
