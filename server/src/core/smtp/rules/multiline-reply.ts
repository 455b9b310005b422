import { t } from '@vscode/l10n';
import type { Rule } from '../../problem';
import type { Transcript } from '../model';
import { walk } from '../machine';

/** A reply of several lines whose codes differ, or whose lines do not hang together (RFC 5321 4.2.1). */
export const multilineReply: Rule<Transcript> = {
  id: 'smtp/multiline-reply',
  severity: 'warning',
  source: 'RFC 5321 4.2.1',
  check(transcript, report) {
    for (const session of transcript.sessions) {
      const { events } = session;
      const spoken = events.some((event) => event.kind === 'command'); // else the log shows the replies alone
      const { before } = walk(session);
      events.forEach((event, i) => {
        const next = events[i + 1];
        if (event.kind !== 'reply' || next?.kind !== 'reply') return;
        const goesOn = (event.text.split('\n').at(-1) ?? '').charAt(3) === '-';
        if (goesOn)
          report({
            start: next.start,
            end: next.end,
            message: t(
              'This reply began with {0} (line {1}) and goes on with {2}. All its lines must have the same code.',
              event.code,
              event.line + 1,
              next.code,
            ),
          });
        else if (
          spoken &&
          next.answers === undefined &&
          next.code === event.code &&
          next.text !== event.text && // else the program shows a reply twice
          next.enhanced === undefined && // else it answers a command that is not shown
          event.lines.length > 1 &&
          before[i + 1]!.pending === 0
        )
          report({
            start: event.lineSpans.at(-1)!.start,
            end: event.lineSpans.at(-1)!.end,
            message: t(
              'The reply ends here, a space follows its code, and yet another line with {0} comes. A line that is not the last has a hyphen after the code.',
              event.code,
            ),
          });
      });
    }
  },
};
