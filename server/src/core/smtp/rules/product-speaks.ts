import { t } from '@vscode/l10n';
import type { Rule } from '../../problem';
import type { Transcript } from '../model';
import { signsOf } from '../signs';

/** Words that only one product between client and server is known to say. */
export const productSpeaks: Rule<Transcript> = {
  id: 'smtp/product-speaks',
  severity: 'info',
  check(transcript, report) {
    for (const session of transcript.sessions) {
      // A server's own log has its own voice, whatever it is.
      if (session.vantage === 'server') continue;
      const told = new Set<number>();
      for (const { fingerprint, event: index, part } of signsOf(session)) {
        // Header fields and texts tell where a message has been before, not who stands between these two.
        if (fingerprint.strength !== 'strong' || /^(?:header|body|command)$/.test(fingerprint.where)) continue;
        const event = session.events[index]!;
        // What a Cisco writes over is smtp/masked's to tell.
        if (event.kind !== 'reply' || told.has(index) || fingerprint.product.startsWith('Cisco PIX')) continue;
        told.add(index);
        const { start, end } = event.lineSpans[part] ?? event;
        report({
          start,
          end,
          message: t(
            '{0} speaks so. If the client meant to talk to another server, this program stands between them: compare this log with that server’s.',
            fingerprint.product,
          ),
        });
      }
    }
  },
};
