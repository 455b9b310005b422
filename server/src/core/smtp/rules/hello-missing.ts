import { t } from '@vscode/l10n';
import type { Rule } from '../../problem';
import type { Transcript } from '../model';
import { eachCommand } from './visit';

/** A transaction or login before an accepted HELO or EHLO (RFC 5321 4.1.1.1, 4.1.4). */
export const helloMissing: Rule<Transcript> = {
  id: 'smtp/hello-missing',
  severity: 'warning',
  source: 'RFC 5321 4.1.1.1',
  check(transcript, report) {
    const told = new Set<unknown>();
    eachCommand(transcript, ['MAIL', 'AUTH', 'STARTTLS', 'ETRN'], ({ session, index, command, state, reply }) => {
      if (!reply) return;
      // After STARTTLS it is smtp/ehlo-after-starttls that speaks.
      if (state.hello !== 'none' || state.tls !== false || state.pending > 0 || told.has(session)) return;
      told.add(session);
      const tried = session.events.slice(0, index).some((e) => e.kind === 'command' && /^(?:EHLO|HELO|LHLO)$/.test(e.verb));
      report({
        start: command.start,
        end: command.end,
        message: tried
          ? t('{0} although no HELO or EHLO was accepted. The client has to introduce itself before it.', command.verb)
          : t('{0} without HELO or EHLO before it. The client has to introduce itself first.', command.verb),
      });
    });
  },
};
