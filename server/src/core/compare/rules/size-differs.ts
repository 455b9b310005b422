import { t } from '@vscode/l10n';
import { envelopeOf } from '../normalise';
import type { CompareRule } from '../view';
import { commandOf, commandPlace, dataOf, messagePlace } from '../places';

/** Where the client's log hides the message: what arrived is much longer than what the client announced in SIZE. */
export const sizeDiffers: CompareRule = {
  id: 'compare/size-differs',
  weight: 'moderate',
  check(view, report) {
    // Another attempt may have been another message.
    if (view.sameConnection === 'no') return;
    let announced: { size: number; row: (typeof view.rows)[number] } | undefined;
    for (const row of view.rows) {
      const mail = commandOf(view.client, row.client);
      if (mail?.verb === 'MAIL') {
        const size = envelopeOf(mail.text)
          .parameters.map((p) => /^SIZE=(\d{1,15})$/i.exec(p)?.[1])
          .find((s) => s !== undefined);
        // A report of sendmail's announces the size of the mail that it is about.
        const isReport = envelopeOf(mail.text).address === '';
        announced = size === undefined || isReport ? undefined : { size: Number(size), row };
      }
      if (!announced || row.client?.kind !== 'message' || row.server?.kind !== 'message') continue;
      const sent = dataOf(view.client, row.client);
      const got = dataOf(view.server, row.server);
      if (!got || got.hidden || !got.ended || (sent && !sent.hidden)) continue;
      const size = got.lines.reduce((n, l) => n + l.length + 2, 0);
      if (!isMuchLonger(size, announced.size)) continue;
      report({
        change: 'changed',
        message: t('the client announced {0} bytes, {1} arrived', announced.size, size),
        client: commandPlace(view.client, announced.row.client!),
        server: messagePlace(got, [0]),
      });
    }
  },
};

/**
 * True if a message of `size` bytes cannot be the one that was announced. The size is an estimate (RFC 1870 6.1), and a client may
 * add trace fields of its own to what it counted.
 */
export function isMuchLonger(size: number, announced: number): boolean {
  return size >= announced * 2 && size >= announced + LEAST;
}

/** What a client's own Received and other fields may add, in bytes. */
const LEAST = 1024;
