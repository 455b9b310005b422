import { t } from '@vscode/l10n';
import { commandReplies, meantFor } from '../../knowledge/commandReplies';
import type { Rule } from '../../problem';
import { commandLabel } from '../describe';
import { walk } from '../machine';
import type { ReplyEvent, Session, SessionEvent, Transcript } from '../model';
import { isCommandLine } from '../wire';

/**
 * A reply of a kind that its command cannot have (RFC 5321 4.3.2). Refusals are let pass, but for codes that mean one thing only:
 * clients go by the first digit (4.2.1). Judged only where each command is followed by its reply, and up to the first reply that the log lacks.
 */
export const replyNotAllowed: Rule<Transcript> = {
  id: 'smtp/reply-not-allowed',
  severity: 'warning',
  source: 'RFC 5321 4.3.2',
  check(transcript, report) {
    for (const session of transcript.sessions) {
      const goesAhead = showsGoAhead(session);
      const greeting = strangeGreeting(session);
      if (greeting)
        report({
          start: greeting.start,
          end: greeting.lineSpans[0]?.end ?? greeting.end,
          // A log may begin later than the connection.
          ...(session.events.some((e) => e.kind === 'note' && e.mark === 'open') ? {} : { severity: 'info' as const }),
          message: t('{0} is no greeting: a server begins with 220, or with 554 or 421 if it will not serve.', greeting.code),
        });
      for (const { asked, reply, at } of surePairs(session)) {
        const row = commandReplies.find((r) => r.command === nameOf(asked));
        const { start, end } = reply.lineSpans[0] ?? reply;
        const only = meantFor[reply.code];
        if (only && row && !only.includes(row.command)) {
          report({
            start,
            end,
            severity: 'info',
            message: t('{0} is unusual here: it belongs to {1}. Clients go by the first digit.', reply.code, only.join(', ')),
          });
          continue;
        }
        if (!row || reply.code >= 400) continue;
        const what = asked.kind === 'data' ? t('the end of the message') : commandLabel(asked);
        const due = [...(row.command === 'DATA' ? [] : row.success), ...(row.intermediate ?? [])];
        if (due.includes(reply.code)) continue;
        // What IIS writes down for QUIT.
        if (reply.code === 240) continue;
        if (reply.code >= 300) {
          if (lacksCommand(session, at)) continue;
          report({
            start,
            end,
            message: t(
              '{0} cannot answer {1}: only {2} or a refusal can. The client cannot know what to do next.',
              reply.code,
              what,
              list(due),
            ),
          });
        } else if (row.command === 'DATA')
          report({
            start,
            end,
            // Some logs leave out the 354 and the message.
            ...(goesAhead ? {} : { severity: 'info' as const }),
            message: t(
              '{0} cannot answer DATA: the server says 354 and waits for the message, or it refuses. Either a server or proxy answered too much, or the log leaves out the 354 and the message.',
              reply.code,
            ),
          });
        else
          report({
            start,
            end,
            severity: 'info',
            message: t('{0} is unusual for {1}; {2} is due. Clients go by the first digit.', reply.code, what, list(due)),
          });
      }
    }
  },
};

/** The server's first words, where the client then introduces itself, so that they were surely meant as the greeting. */
function strangeGreeting({ events, tls }: Session): ReplyEvent | undefined {
  // openssl begins STARTTLS itself, and shows the last line of what was said before.
  if (tls) return undefined;
  const at = events.findIndex((e) => e.kind !== 'note');
  const first = events[at];
  if (first?.kind !== 'reply' || first.code === 220 || first.code >= 400) return undefined;
  const next = events.slice(at + 1, at + 4).find((e) => e.kind !== 'note');
  return next?.kind === 'command' && /^(?:EHLO|HELO|LHLO)$/.test(next.verb) ? first : undefined;
}

function list(codes: readonly number[]): string {
  return codes.join(', ');
}

/** The command as the table has it. What a client sends during a login is answered like AUTH. */
function nameOf(asked: SessionEvent): string {
  if (asked.kind === 'data') return '(end of data)';
  return asked.kind === 'command' ? asked.verb || 'AUTH' : '';
}

function showsGoAhead({ events }: Session): boolean {
  return events.some((e) => e.kind === 'reply' && e.code === 354 && e.answers !== undefined);
}

/** True if the client goes on as the reply asks it to: the log has lost the command that was answered. */
function lacksCommand({ events }: Session, at: number): boolean {
  const next = events.slice(at + 1, at + 3).find((e) => e.kind !== 'note');
  if (next?.kind === 'data') return next.ended;
  return next?.kind === 'command' && next.verb === '' && !isCommandLine(next.text);
}

/** Commands and messages that the very next thing in the log answers, until one that has no reply. */
function surePairs(
  session: Session,
): { asked: Extract<SessionEvent, { kind: 'command' | 'data' }>; reply: ReplyEvent; at: number }[] {
  const pairs: ReturnType<typeof surePairs> = [];
  const { replyTo } = walk(session);
  const spoken = [...session.events.entries()].filter(([, e]) => e.kind !== 'note');
  for (const [i, [index, asked]] of spoken.entries()) {
    if (asked.kind !== 'command' && asked.kind !== 'data') continue;
    // The reply to a chunk answers its command.
    if (asked.kind === 'command' && spoken[i + 1]?.[1].kind === 'data') continue;
    const at = replyTo.get(index);
    if (at === undefined) {
      if (asked.kind === 'data') continue;
      break;
    }
    const reply = session.events[at] as ReplyEvent;
    const before = spoken[i - 1]?.[1].kind;
    if (spoken[i + 1]?.[0] === at && (before === undefined || before === 'reply' || asked.kind === 'data'))
      pairs.push({ asked, reply, at });
  }
  return pairs;
}
