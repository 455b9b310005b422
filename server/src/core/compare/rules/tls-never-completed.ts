import { t } from '@vscode/l10n';
import type { CompareRule } from '../view';
import { commandPlace, replyOf } from '../places';

/** Both logs end with TLS agreed on and the client's says that nothing came back: something passed STARTTLS on and not TLS. */
export const tlsNeverCompleted: CompareRule = {
  id: 'compare/tls-never-completed',
  weight: 'strong',
  evenIfSame: true,
  check({ client, server, rows }, report) {
    const row = rows.findLast((r) => r.client?.verb === 'STARTTLS' && r.server?.verb === 'STARTTLS');
    if (!row || replyOf(client, row.client)?.code !== 220 || replyOf(server, row.server)?.code !== 220) return;
    // Nothing follows on either side, and the server heard no bytes of a handshake that it could complain of.
    if (rows.slice(row.at + 1).some((r) => r.client ?? r.server)) return;
    const after = client.session.events.slice(row.client!.reply! + 1);
    if (!after.some((e) => e.kind === 'note' && /\btimed? ?out\b/i.test(e.text))) return;
    const heard = server.session.events.slice(row.server!.reply! + 1);
    if (heard.some((e) => e.kind === 'note' && /\b(?:tls|ssl|handshake)\b/i.test(e.text))) return;
    report({
      change: 'withheld',
      message: t('both agreed on TLS, but the handshake did not get through'),
      client: commandPlace(client, row.client!),
      server: commandPlace(server, row.server!),
    });
  },
};
