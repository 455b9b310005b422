import { t } from '@vscode/l10n';
import type { Rule } from '../../problem';
import type { Transcript } from '../model';
import { eachCommand } from './visit';

/** No EHLO between STARTTLS and what comes next (RFC 3207 4.2). */
export const ehloAfterStarttls: Rule<Transcript> = {
  id: 'smtp/ehlo-after-starttls',
  severity: 'warning',
  source: 'RFC 3207 4.2',
  check(transcript, report) {
    const told = new Set<unknown>();
    eachCommand(transcript, ['MAIL', 'AUTH', 'RCPT'], ({ session, command, state, reply }) => {
      if (!reply || state.hello !== 'none' || state.tls !== true || state.pending > 0 || told.has(session)) return;
      told.add(session);
      report({
        start: command.start,
        end: command.end,
        message: t(
          '{0} without a new EHLO after STARTTLS. What was said before TLS does not count any more: the client has to say EHLO again.',
          command.verb,
        ),
      });
    });
  },
};
