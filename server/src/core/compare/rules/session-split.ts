import { t } from '@vscode/l10n';
import type { Dialogue } from '../dialogue';
import type { LogPlace } from '../report';
import type { CompareRule } from '../view';

/** What the client sent over one connection reached the server over several, or the other way round. */
export const sessionSplit: CompareRule = {
  id: 'compare/session-split',
  weight: 'strong',
  evenIfSame: true,
  check({ client, server, strays }, report) {
    for (const stray of strays.server)
      report({
        change: 'changed',
        message: t('sent over one connection, received over several'),
        client: placeOf(client),
        server: placeOf(stray),
      });
    for (const stray of strays.client)
      report({
        change: 'changed',
        message: t('sent over several connections, received over one'),
        client: placeOf(stray),
        server: placeOf(server),
      });
  },
};

function placeOf({ session }: Dialogue): LogPlace {
  return { line: session.line, endLine: session.endLine, text: session.client ?? '' };
}
