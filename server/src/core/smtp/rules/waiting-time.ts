import { t } from '@vscode/l10n';
import type { Rule } from '../../problem';
import { commandLabel, duration } from '../describe';
import { walk } from '../machine';
import type { ReplyEvent, Session, Transcript } from '../model';
import { secondsBetween } from '../time';
import type { Report } from './visit';

/** Waits that the log's own times show, beside the time-outs that RFC 5321 4.5.3.2 asks for. Facts, not faults. */
export const waitingTime: Rule<Transcript> = {
  id: 'smtp/waiting-time',
  severity: 'info',
  source: 'RFC 5321 4.5.3.2',
  check(transcript, report) {
    for (const session of transcript.sessions) checkSession(session, report);
  },
};

/** Seconds from which a wait is worth knowing. Servers that hold back their greeting do so for some seconds. */
const LONG = 30;
const LONG_GREETING = 5;
/** The least that a server must wait for the client's next command (4.5.3.2.7), in seconds. */
const IDLE = 300;

/** The least that a client must wait, in seconds (4.5.3.2.1 to 4.5.3.2.6). */
const LIMITS: Readonly<Record<string, number>> = { MAIL: 300, RCPT: 300, DATA: 120 };

function checkSession(session: Session, report: Report): void {
  const { events } = session;
  const { replyTo } = walk(session);
  const first = greetingAt(session);
  let opened: string | undefined; // when the connection was made
  let reply: ReplyEvent | undefined; // the last one
  events.forEach((event, i) => {
    if (event.kind === 'note') {
      if (event.mark === 'open') opened = event.time;
      return;
    }
    if (event.kind === 'reply') {
      if (i === first && event.answers === undefined) greeting(event, secondsBetween(opened, event.time));
      reply = event;
      return;
    }
    const idle = reply ? secondsBetween(reply.time, event.time) : undefined;
    if (event.kind === 'command' && idle !== undefined && idle >= IDLE)
      report({
        start: event.start,
        end: event.end,
        message: t(
          'The client was silent for {0} before this. A server may hang up after 5 minutes (RFC 5321 4.5.3.2.7).',
          duration(idle),
        ),
      });
    reply = undefined;
    const at = replyTo.get(i);
    const answer = at === undefined ? undefined : (events[at] as ReplyEvent);
    const waited = answer && secondsBetween(event.time, answer.time);
    if (!answer || waited === undefined || waited < LONG) return;
    const { start, end } = answer.lineSpans[0] ?? answer;
    if (event.kind === 'data') {
      // The time is that of the text's first line: sending it is part of the wait.
      if (waited > 600)
        report({
          start,
          end,
          message: t(
            'From the first line of the message to this reply it took {0}. A client waits at least 10 minutes after the final dot (RFC 5321 4.5.3.2.6); one that gives up sends the message again, and it arrives twice.',
            duration(waited),
          ),
        });
      return;
    }
    const limit = LIMITS[event.verb];
    const message =
      limit !== undefined && waited > limit
        ? t(
            'The server took {0} to answer {1}. A client must wait {2} minutes (RFC 5321 4.5.3.2), then it may give up.',
            duration(waited),
            commandLabel(event),
            limit / 60,
          )
        : t(
            'The server took {0} to answer {1}. Slow name resolution, a policy service or a deliberate delay are common causes.',
            duration(waited),
            commandLabel(event),
          );
    report({ start, end, message });
  });

  function greeting({ start, end }: ReplyEvent, waited: number | undefined): void {
    if (waited === undefined || waited < LONG_GREETING) return;
    const message =
      waited > 300
        ? t(
            'The greeting came after {0}. A client must wait 5 minutes for it (RFC 5321 4.5.3.2.1), then it may give up.',
            duration(waited),
          )
        : t(
            'The greeting came after {0}. Servers hold it back on purpose (sendmail: greet_pause) or while they look up the client’s name.',
            duration(waited),
          );
    report({ start, end, message });
  }
}

/** Index of the first thing that went over the wire. */
function greetingAt({ events }: Session): number {
  return events.findIndex((e) => e.kind !== 'note');
}
