import { t } from '@vscode/l10n';
import { queueIdOf } from '../normalise';
import type { CompareRule } from '../view';
import { replyOf, replyPlace } from '../places';
import { compareReplies, replySign } from '../view';

/** The client was told of the message's fate in other words than the server's. Other codes have a rule of their own. */
export const finalReplyDiffers: CompareRule = {
  id: 'compare/final-reply-differs',
  weight: 'strong',
  check(view, report) {
    for (const row of view.rows) {
      if (row.client?.kind !== 'message' || row.server?.kind !== 'message') continue;
      const told = replyOf(view.client, row.client);
      const said = replyOf(view.server, row.server);
      if (!told || told.code !== said?.code || compareReplies(view, row)?.difference !== 'different') continue;
      const lostId = queueIdOf(said.lines[0] ?? '') !== undefined && queueIdOf(told.lines[0] ?? '') === undefined;
      const sign = replySign(view, row, ['strong', 'medium']);
      report({
        ...(sign?.fingerprint.strength === 'strong' ? { weight: 'decisive' as const } : {}),
        change: 'changed',
        message: lostId
          ? t("the reply to the message is not the server's: no queue id")
          : t("the reply to the message is not the server's"),
        client: replyPlace(view.client, row.client),
        server: replyPlace(view.server, row.server),
        product: sign?.fingerprint.product,
      });
    }
  },
};
