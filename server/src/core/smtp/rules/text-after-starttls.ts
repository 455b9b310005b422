import { t } from '@vscode/l10n';
import type { Rule } from '../../problem';
import { walk } from '../machine';
import type { CommandEvent, ReplyEvent, Session, Transcript } from '../model';

/** A command in clear text between STARTTLS and the server's answer (RFC 3207 4; CVE-2011-0411). */
export const textAfterStarttls: Rule<Transcript> = {
  id: 'smtp/text-after-starttls',
  severity: 'warning',
  source: 'RFC 3207 4',
  check(transcript, report) {
    for (const session of transcript.sessions) {
      const found = afterStarttls(session);
      if (!found) continue;
      const { start, end, verb } = found.command;
      report({
        start,
        end,
        // Without TLS afterwards there is nothing that the command could be smuggled into.
        ...(found.reply.code < 300 ? {} : { severity: 'info' as const }),
        message: t(
          '{0} after STARTTLS, before the server answered. A server that keeps this text takes it for part of the encrypted session; whoever sits between can put commands in that way. The client must wait for the 220.',
          verb || t('Text'),
        ),
      });
    }
  },
};

/** The first command that the log has between STARTTLS and the reply to it, with that reply. */
export function afterStarttls(session: Session): { command: CommandEvent; index: number; reply: ReplyEvent } | undefined {
  // On a terminal typing runs ahead of what is sent.
  if (session.format === 'terminal') return undefined;
  const { events } = session;
  const { replyTo } = walk(session);
  let answer = -1; // index of the reply to the last STARTTLS
  for (const [index, event] of events.entries()) {
    if (event.kind !== 'command') continue;
    if (index < answer) return { command: event, index, reply: events[answer] as ReplyEvent };
    if (event.verb === 'STARTTLS') answer = replyTo.get(index) ?? -1;
  }
  return undefined;
}
