import { t } from '@vscode/l10n';
import { mechanismIn } from '../describe';
import { mechanismOf } from '../entries';
import type { Rule } from '../../problem';
import { isLoopback } from '../loopback';
import type { Transcript } from '../model';
import { redactAll } from './password-in-log';
import { eachCommand } from './visit';

/** A login that gives the password away to whoever reads along (RFC 4954 4, 9). */
export const authInClear: Rule<Transcript> = {
  id: 'smtp/auth-in-clear',
  severity: 'warning',
  source: 'RFC 4954 4',
  check(transcript, report) {
    eachCommand(transcript, ['AUTH'], ({ session, command, state }) => {
      const mechanism = mechanismOf(mechanismIn(command));
      if (!mechanism || mechanism.name === 'EXTERNAL' || state.tls !== false) return;
      // A server that lists STARTTLS is surely not under TLS. One that does not may be: port 465 shows in few logs.
      const offered = state.offers?.has('STARTTLS') === true;
      const { start, end } = command;
      if (!mechanism.clear) {
        if (offered)
          report({
            start,
            end,
            severity: 'info',
            message: t(
              'AUTH {0} before TLS, which the server offers. The password itself stays hidden, yet the mail does not, and who reads along can guess at the password. Have the client say STARTTLS first.',
              mechanism.name,
            ),
          });
        return;
      }
      if (isLoopback(session, transcript))
        return report({
          start,
          end,
          severity: 'info',
          message: t(
            'AUTH {0} without TLS, on a connection inside one machine: nobody on the network can read it.',
            mechanism.name,
          ),
        });
      report({
        start,
        end,
        fixes: [redactAll()],
        ...(offered ? {} : { severity: 'info' as const }),
        message: offered
          ? t(
              'AUTH {0} without TLS: whoever reads along has the password. The server offers STARTTLS; have the client use it.',
              mechanism.name,
            )
          : t(
              'AUTH {0}, and the log shows no TLS. Unless the connection is encrypted from its beginning (port 465), whoever reads along has the password.',
              mechanism.name,
            ),
      });
    });
  },
};
