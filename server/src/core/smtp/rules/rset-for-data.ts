import { t } from '@vscode/l10n';
import type { Rule } from '../../problem';
import { repeatedTransactions, unexplainedResets } from '../resets';
import type { Session, Transcript } from '../model';
import type { Report } from './visit';

/** RSET where DATA was due, and the same transaction again afterwards. */
export const rsetForData: Rule<Transcript> = {
  id: 'smtp/rset-for-data',
  severity: 'warning',
  source: 'RFC 5321 4.1.1.5',
  check(transcript, report) {
    for (const session of transcript.sessions) {
      countsOf(session, report);
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

/** Postfix's maillog has no dialogue, but how often each command came: more MAIL than DATA, nothing refused, RSET and NOOP. */
function countsOf({ format, events }: Session, report: Report): void {
  if (format !== 'postfix-maillog') return;
  for (const { kind, text, start, end } of events) {
    if (kind !== 'note' || !text.startsWith('disconnect from ')) continue;
    const count = (name: string): number => Number(text.split(` ${name}=`, 2)[1]?.split(' ', 1)[0] ?? 0);
    const [mail, data, reset, noop] = [count('mail'), count('data'), count('rset'), count('noop')];
    // A refused command is counted as `1/2`, which is no number.
    if (!(mail > data && data > 0 && reset >= mail - data && noop > 0 && count('rcpt') >= mail)) continue;
    report({
      start,
      end,
      severity: 'info',
      message: t(
        'MAIL {0} times, DATA {1}, with RSET and NOOP, and nothing was refused. So counts a session of a program between client and server that takes the message itself before it passes it on: compare with the client’s log.',
        mail,
        data,
      ),
    });
  }
}
