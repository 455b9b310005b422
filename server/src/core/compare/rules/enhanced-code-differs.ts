import { t } from '@vscode/l10n';
import type { Dialogue } from '../dialogue';
import { isVerbatim } from '../verbatim';
import type { CompareRule, PairView } from '../view';
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
        ...(isSure(view) ? { weight: 'strong' as const } : {}),
        change: 'changed',
        message:
          told.enhanced === undefined
            ? t('the reply lost its enhanced status code {0}', said.enhanced!)
            : t('the reply has another enhanced status code, {0}', told.enhanced),
        client: replyPlace(view.client, row.client),
        server: replyPlace(view.server, row.server),
      });
    }
  },
};

/**
 * True of one connection in logs that both show such codes elsewhere, and of what may be one in logs that write down all as it was
 * said, as a screen does: nothing else explains it then.
 */
function isSure({ client, server, sameConnection }: PairView): boolean {
  const asSaid = (side: Dialogue): boolean => isVerbatim(side) || side.session.format === 'terminal';
  if (sameConnection === 'yes' && hasStatus(client) && hasStatus(server)) return true;
  return sameConnection !== 'no' && asSaid(client) && asSaid(server);
}

/** True if the log shows enhanced status codes at all. */
function hasStatus(side: Dialogue): boolean {
  return side.session.events.some((e) => e.kind === 'reply' && e.enhanced !== undefined);
}
