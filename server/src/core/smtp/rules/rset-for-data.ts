import { t } from '@vscode/l10n';
import type { Rule } from '../../problem';
import { repeatedTransactions, unexplainedResets } from '../resets';
import type { Transcript } from '../model';

/** RSET where DATA was due, and the same transaction again afterwards. */
export const rsetForData: Rule<Transcript> = {
  id: 'smtp/rset-for-data',
  severity: 'warning',
  source: 'RFC 5321 4.1.1.5',
  check(transcript, report) {
    for (const session of transcript.sessions) {
      if (!session.events.some((e) => e.kind === 'command' && e.verb === 'RSET')) continue;
      for (const { reset, again, noops } of repeatedTransactions(session)) {
        const event = session.events[reset]!;
        const mail = session.events[again]!;
        const line = mail.line + 1;
        report({
          start: event.start,
          end: event.end,
          message:
            (noops > 0
              ? t('RSET in place of DATA, NOOP while time passes, then the same sender and recipients again (line {0}).', line)
              : t('RSET in place of DATA, then the same sender and recipients again (line {0}).', line)) +
            ' ' +
            t(
              'So does a program between client and server that takes the message itself before it passes it on: compare with the client’s log, and look for a virus scanner on its machine.',
            ),
          related: [{ start: mail.start, end: mail.end, message: t('the transaction again') }],
        });
      }
      for (const index of unexplainedResets(session)) {
        const { start, end } = session.events[index]!;
        report({
          start,
          end,
          severity: 'info',
          message: t(
            'RSET where DATA was due, though nothing was refused. Checks of an address end so; so does a program between client and server that throws a message away.',
          ),
        });
      }
    }
  },
};
