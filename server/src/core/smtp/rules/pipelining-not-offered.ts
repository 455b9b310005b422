import { t } from '@vscode/l10n';
import type { Rule } from '../../problem';
import type { Transcript } from '../model';
import { talksEarly } from './early-talker';
import { mayBeSmuggled } from './smuggling';
import { afterStarttls } from './text-after-starttls';
import { eachCommand } from './visit';

/** A command sent before the reply to the one before, where the server does not offer that (RFC 2920 3.1). */
export const pipeliningNotOffered: Rule<Transcript> = {
  id: 'smtp/pipelining-not-offered',
  severity: 'warning',
  source: 'RFC 2920 3.1',
  check(transcript, report) {
    const told = new Set<unknown>();
    eachCommand(transcript, [], ({ session, command, index, state }) => {
      // Only the client's own log, or one of the wire, shows the order in which it sent; on a terminal typing runs ahead.
      if (session.vantage === 'server' || session.format === 'terminal' || told.has(session)) return;
      if (session.format === 'generic' && !session.events.some((e) => e.kind === 'reply' && e.code === 220)) return; // shows but a part
      if (state.pending === 0 || state.offers === undefined || state.offers.has('PIPELINING') || command.verb === '') return;
      told.add(session);
      // Worse than that, and other rules say so.
      if (afterStarttls(session)?.index === index || talksEarly(session) || mayBeSmuggled(session)) return;
      report({
        start: command.start,
        end: command.end,
        message:
          state.hello === 'none'
            ? t(
                '{0} before the server answered. The client must wait for each reply until EHLO has offered PIPELINING.',
                command.verb,
              )
            : t(
                '{0} before the reply to the command before it, and the server does not offer PIPELINING. The client must wait.',
                command.verb,
              ),
      });
    });
  },
};
