import { t } from '@vscode/l10n';
import { replyOf, replyPlace } from '../places';
import type { CompareRule } from '../view';

/** The server saw the client under another name than the client gave. NAT and balancers do this, too: it proves nothing. */
export const peerDiffers: CompareRule = {
  id: 'compare/peer-differs',
  weight: 'neutral',
  evenIfSame: true,
  check({ server, rows }, report) {
    const row = rows.find((r) => r.server?.verb === 'EHLO' || r.server?.verb === 'HELO');
    const greeting = replyOf(server, row?.server)?.lines[0];
    const name = server.names[0];
    const seen = greeting === undefined ? undefined : /\bHello ([^\s,]+(?: \[[^\]\s]{1,64}\])?)/i.exec(greeting)?.[1];
    if (!row || seen === undefined || name === undefined || seen.startsWith('[') || seen.toLowerCase().startsWith(name)) return;
    report({
      change: 'changed',
      message: t('the server saw the client as {0}', seen),
      server: replyPlace(server, row.server, [0]),
    });
  },
};
