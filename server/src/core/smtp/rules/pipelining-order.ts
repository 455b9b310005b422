import { t } from '@vscode/l10n';
import type { Rule } from '../../problem';
import { walk } from '../machine';
import type { CommandEvent, Transcript } from '../model';
import { mayBeSmuggled } from './smuggling';

/** Something sent behind a command that must be the last of its group (RFC 2920 3.1). */
export const pipeliningOrder: Rule<Transcript> = {
  id: 'smtp/pipelining-order',
  severity: 'warning',
  source: 'RFC 2920 3.1',
  check(transcript, report) {
    for (const session of transcript.sessions) {
      // Only the client's own log, or one of the wire, shows the order in which it sent; on a terminal typing runs ahead.
      if (session.vantage === 'server' || session.format === 'terminal') continue;
      const { before, replyTo } = walk(session);
      let last: { command: CommandEvent; index: number } | undefined;
      for (const [index, event] of session.events.entries()) {
        if (event.kind === 'reply' || event.kind === 'note') continue;
        const waits = last !== undefined && (replyTo.get(last.index) ?? -1) > index ? last.command : undefined;
        last = event.kind === 'command' ? { command: event, index } : undefined;
        if (!waits) continue;
        const { start, end } = event.kind === 'data' ? (event.lineSpans[0] ?? event) : event;
        if (event.kind === 'data') {
          if (waits.verb !== 'DATA' || event.hidden) continue;
          const message = t(
            'Message text before the server answered DATA. If the answer is a refusal, the server reads the text as commands. The client must wait for the 354.',
          );
          report({ start, end, message });
          break;
        }
        // Where pipelining is not offered at all, another rule says so.
        if (
          !ENDS_GROUP.has(waits.verb) ||
          (waits.verb === 'AUTH' && event.verb === '') ||
          !before[index]!.offers?.has('PIPELINING')
        )
          continue;
        if (mayBeSmuggled(session)) break;
        report({
          start,
          end,
          ...(waits.verb === 'QUIT' || waits.verb === 'NOOP' ? { severity: 'info' as const } : {}),
          message: t(
            '{0} sent before the reply to {1}. Also with PIPELINING, {1} must be the last of a group: the client must wait for its reply.',
            event.verb || t('Text'),
            waits.verb,
          ),
        });
        break;
      }
    }
  },
};

/** A first EHLO is not judged by it: what is sent before its reply is sent before PIPELINING was offered. AUTH: RFC 4954 4. */
const ENDS_GROUP: ReadonlySet<string> = new Set(['EHLO', 'DATA', 'VRFY', 'EXPN', 'TURN', 'QUIT', 'NOOP', 'AUTH']);
