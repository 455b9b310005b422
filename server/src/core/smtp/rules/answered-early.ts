import { t } from '@vscode/l10n';
import type { Rule } from '../../problem';
import { walk } from '../machine';
import type { ReplyEvent, Session, Transcript } from '../model';
import { isCommandLine } from '../wire';

/** A reply before the server can have seen what it answers (RFC 5321 4.1.1.4, 4.3.1). */
export const answeredEarly: Rule<Transcript> = {
  id: 'smtp/answered-early',
  severity: 'warning',
  source: 'RFC 5321 4.1.1.4',
  check(transcript, report) {
    for (const session of transcript.sessions)
      session.events.forEach((event, i) => {
        if (event.kind === 'data') {
          const reply = replyInsideMessage(session, i);
          if (reply)
            report({
              start: reply.start,
              end: reply.end,
              message: t(
                '{0} before the message was complete: its text and the final dot follow. Something on the way answers for the server.',
                reply.code,
              ),
            });
        } else if (event.kind === 'reply' && event.answers === undefined) {
          const next = session.events.slice(i + 1, i + 3).find((e) => e.kind !== 'note');
          if (event.code === 354 && next?.kind === 'data' && /^DATA\s*$/i.test(next.lines[0] ?? ''))
            report({
              start: event.start,
              end: event.end,
              message: t('354 before the client said DATA. Something on the way answers for the server.'),
            });
        }
      });
  },
};

/** The reply that came in the middle of the message at `index`: its text goes on after it up to the final dot. */
export function replyInsideMessage(session: Session, index: number): ReplyEvent | undefined {
  const data = session.events[index];
  if (data?.kind !== 'data' || data.ended || data.hidden) return undefined;
  const at = walk(session).replyTo.get(index);
  const reply = at === undefined ? undefined : (session.events[at] as ReplyEvent);
  // A server that has enough hangs up with 421.
  if (at === undefined || !reply || reply.code === 421) return undefined;
  for (let i = at + 1; i < session.events.length; i++) {
    const event = session.events[i]!;
    if (event.kind === 'data' || (event.kind === 'command' && isCommandLine(event.text))) return undefined;
    if (event.kind === 'command' && event.text === '.') return reply;
  }
  return undefined;
}
