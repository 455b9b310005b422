import { t } from '@vscode/l10n';
import type { Rule } from '../../problem';
import type { Transcript } from '../model';

/** A connection closed by the client without QUIT (RFC 5321 4.1.1.10). */
export const noQuit: Rule<Transcript> = {
  id: 'smtp/no-quit',
  severity: 'hint',
  source: 'RFC 5321 4.1.1.10',
  check(transcript, report) {
    for (const session of transcript.sessions) {
      const { events } = session;
      // Clients do not write down all they send on leaving; a server does.
      if (session.vantage === 'client') continue;
      const at = events.findIndex((e) => e.kind === 'note' && (e.mark === 'close' || e.mark === 'eof'));
      const before = events.slice(0, Math.max(at, 0));
      if (!before.some((e) => e.kind === 'command') || events.some((e) => e.kind === 'command' && e.verb === 'QUIT')) continue;
      // The server hung up first: not the client's doing. What it says to a client that has gone counts for nothing.
      if (before.some((e) => e.kind === 'reply' && (e.code === 421 || e.code === 221 || e.code === 521))) continue;
      const closed = events[at]!;
      report({
        start: closed.start,
        end: closed.end,
        message: t(
          'The connection was closed without QUIT. A message that was accepted stays accepted; one that was not is sent again.',
        ),
      });
    }
  },
};
