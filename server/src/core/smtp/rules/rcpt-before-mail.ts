import { t } from '@vscode/l10n';
import type { Rule } from '../../problem';
import type { Transcript } from '../model';
import { eachCommand, mayBePipelined } from './visit';

/** RCPT outside a transaction (RFC 5321 4.1.4). */
export const rcptBeforeMail: Rule<Transcript> = {
  id: 'smtp/rcpt-before-mail',
  severity: 'warning',
  source: 'RFC 5321 4.1.4',
  check(transcript, report) {
    eachCommand(transcript, ['RCPT'], (said) => {
      const { command, state } = said;
      // After STARTTLS it is smtp/ehlo-after-starttls that speaks.
      if (state.tls === true && state.hello === 'none') return;
      if (!said.reply || state.open !== false || (state.mailSent && mayBePipelined(said))) return;
      report({
        start: command.start,
        end: command.end,
        // A server that takes it has seen what the log may have lost.
        ...(said.reply.code < 300 ? { severity: 'info' as const } : {}),
        message: state.mailSent
          ? t('RCPT although MAIL was refused. The client has to have a sender accepted first.')
          : t('RCPT without MAIL before it. RSET, HELO and EHLO drop the sender, too: the client has to name it again.'),
      });
    });
  },
};
