import { t } from '@vscode/l10n';
import type { CompareRule } from '../view';
import { replyOf, replyPlace } from '../places';
import { compareReplies, lighter, replySign } from '../view';

/** The client was told something else than the server said, with the same code. */
export const replyTextDiffers: CompareRule = {
  id: 'compare/reply-text-differs',
  weight: 'strong',
  check(view, report) {
    for (const row of view.rows) {
      if (row.client?.kind !== 'command' || row.server?.kind !== 'command') continue;
      if (SPOKEN_FOR.has(row.client.verb)) continue;
      // Of two attempts only answers to the same words can be compared.
      if (view.sameConnection === 'no' && row.client.key !== row.server.key) continue;
      const told = replyOf(view.client, row.client);
      const said = replyOf(view.server, row.server);
      if (!told || told.code !== said?.code || compareReplies(view, row)?.difference !== 'different') continue;
      if (withoutStatus(told.lines) === withoutStatus(said.lines)) continue;
      const sign = replySign(view, row, ['strong', 'medium']);
      const strong = sign?.fingerprint.strength === 'strong';
      report({
        ...(strong ? { weight: 'decisive' as const } : view.sameConnection === 'no' ? { weight: lighter('strong') } : {}),
        change: 'changed',
        message: t("the reply to {0} is not the server's", row.client.verb || row.server.verb),
        client: replyPlace(view.client, row.client),
        server: replyPlace(view.server, row.server),
        product: sign?.fingerprint.product,
      });
    }
  },
};

/** Replies that other rules hold against each other; what HELP says is long and cut by many logs. */
const SPOKEN_FOR = new Set(['EHLO', 'HELO', 'LHLO', 'DATA', 'HELP', 'AUTH', '']);

/** A reply's text without enhanced status codes. */
export function withoutStatus(lines: readonly string[]): string {
  return lines.map((l) => l.replace(/^[245]\.\d{1,3}\.\d{1,3}(?: |$)/, '')).join(' ');
}
