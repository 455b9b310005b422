import { t } from '@vscode/l10n';
import type { Rule } from '../../problem';
import type { Transcript } from '../model';
import { eachReply } from './visit';

/** An enhanced status code of another class than the reply code (RFC 2034 4). */
export const enhancedClass: Rule<Transcript> = {
  id: 'smtp/enhanced-class',
  severity: 'warning',
  source: 'RFC 2034 4',
  check(transcript, report) {
    eachReply(transcript, (session, reply) => {
      const digit = String(reply.code).charAt(0);
      const { enhanced } = reply;
      if (enhanced === undefined) return;
      if (digit === '3')
        return report({
          start: reply.start,
          end: reply.lineSpans[0]?.end ?? reply.end,
          severity: 'info',
          message: t('{0} with the enhanced code {1}. Replies that begin with 3 have none.', reply.code, enhanced),
        });
      const asked = reply.answers === undefined ? undefined : session.events[reply.answers];
      if (reply.code === 250 && asked?.kind === 'command' && /^(?:EHLO|HELO|LHLO)$/.test(asked.verb)) return;
      if (enhanced.startsWith(digit) || !'245'.includes(digit)) return;
      // Texts that begin with an address or a version look like a code where the server uses none.
      if (digit === '2' && (reply.code === 220 || reply.answers === undefined)) return;
      report({
        start: reply.start,
        end: reply.lineSpans[0]?.end ?? reply.end,
        message: t(
          '{0} and {1} contradict each other: the enhanced code must begin with {2}. Clients go by {0}.',
          reply.code,
          enhanced,
          digit,
        ),
      });
    });
  },
};
