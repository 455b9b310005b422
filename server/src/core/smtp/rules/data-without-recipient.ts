import { t } from '@vscode/l10n';
import type { Rule } from '../../problem';
import type { Transcript } from '../model';
import { eachCommand, mayBePipelined } from './visit';

/** DATA or BDAT with no recipient accepted (RFC 5321 3.3, 4.1.4). */
export const dataWithoutRecipient: Rule<Transcript> = {
  id: 'smtp/data-without-recipient',
  severity: 'warning',
  source: 'RFC 5321 3.3',
  check(transcript, report) {
    eachCommand(transcript, ['DATA', 'BDAT'], (said) => {
      const { command, state } = said;
      if (!said.reply || state.open === undefined || state.accepted > 0 || state.pending > 0) return;
      // A server that goes on has seen what the log has lost.
      if (!state.mailSent && said.reply.code === 354) return;
      // A group of commands was sent before the refusals came back: that is how pipelining works.
      if ((state.refused > 0 || (state.mailSent && !state.open)) && mayBePipelined(said)) return;
      report({
        start: command.start,
        end: command.end,
        message:
          state.refused > 0
            ? t(
                '{0} although every recipient was refused. The client has to give up this message or name another recipient.',
                command.verb,
              )
            : t('{0} without a recipient. The client has to have at least one RCPT accepted first.', command.verb),
      });
    });
  },
};
