import { t } from '@vscode/l10n';
import type { CompareRule } from '../view';
import { messagePlace } from '../places';

/** Lines arrived without CR LF at their end, which nothing that speaks SMTP may send (RFC 5321 2.3.8), or with it though sent without. */
export const lineEndsChanged: CompareRule = {
  id: 'compare/line-ends-changed',
  weight: 'moderate',
  evenIfSame: true,
  check(view, report) {
    if (view.sameConnection === 'no') return;
    for (const message of view.messages) {
      const { bareLf } = message;
      if (message.lfMended)
        report({
          weight: 'strong',
          change: 'changed',
          message: t('lines that the client ended in LF alone reached the server with CR LF'),
          client: messagePlace(message.client, []),
          server: messagePlace(message.server, []),
        });
      if (bareLf.length === 0) continue;
      const added = new Set([...message.bodyAdded, ...message.headersAdded.map((h) => h.line)]);
      const own = bareLf.every((i) => added.has(i));
      report({
        ...(message.clientShowsLineEnds && !own ? { weight: 'strong' as const } : {}),
        change: 'changed',
        message: own
          ? t('the line that was added ends in LF alone; some servers refuse such a message')
          : t('lines reached the server with LF alone at their end; some servers refuse such a message'),
        server: messagePlace(message.server, bareLf),
      });
    }
  },
};
