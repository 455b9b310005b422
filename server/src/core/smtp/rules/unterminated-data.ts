import { t } from '@vscode/l10n';
import type { Rule } from '../../problem';
import type { Transcript } from '../model';
import { replyInsideMessage } from './answered-early';

/** Message text without its final dot, though the session goes on or ends after it (RFC 5321 4.1.1.4). */
export const unterminatedData: Rule<Transcript> = {
  id: 'smtp/unterminated-data',
  severity: 'warning',
  source: 'RFC 5321 4.1.1.4',
  check(transcript, report) {
    for (const session of transcript.sessions) {
      const { events } = session;
      // Chunks have no dot, and a log that simply stops says nothing.
      const answered = events.findLastIndex(
        (e) => e.kind === 'reply' || (e.kind === 'note' && (e.mark === 'close' || e.mark === 'eof')),
      );
      let verb = '';
      for (let i = 0; i < answered; i++) {
        const event = events[i]!;
        if (event.kind === 'command') verb = event.verb;
        if (event.kind !== 'data' || event.ended || event.hidden || verb === 'BDAT' || replyInsideMessage(session, i)) continue;
        const next = events[i + 1];
        // The server had enough and hung up: the client did not come to its end.
        if (next?.kind === 'reply' && next.code === 421) continue;
        const { start, end } = event.lineSpans.at(-1) ?? event;
        const message = t('The message has no end: the line with a single dot is missing. The server has not taken it over.');
        report({ start, end, message });
      }
    }
  },
};
