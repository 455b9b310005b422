import { t } from '@vscode/l10n';
import type { Rule } from '../../problem';
import type { CommandEvent, Session, Transcript } from '../model';

/** The client spoke before the server's greeting (RFC 5321 3.1, 4.3.1). */
export const earlyTalker: Rule<Transcript> = {
  id: 'smtp/early-talker',
  severity: 'warning',
  source: 'RFC 5321 4.3.1',
  check(transcript, report) {
    for (const session of transcript.sessions) {
      const early = talksEarly(session);
      if (early)
        report({
          start: early.start,
          end: early.end,
          message: t(
            '{0} before the server’s greeting. The client must wait for the 220; servers that hold it back on purpose (sendmail: greet_pause, Postfix: postscreen) refuse such clients.',
            early.verb || t('Text'),
          ),
        });
    }
  },
};

/** The client's first command, where the greeting follows it. On a terminal typing runs ahead of what is sent. */
export function talksEarly(session: Session): CommandEvent | undefined {
  if (session.format === 'terminal') return undefined;
  let first: CommandEvent | undefined;
  let introduced = false;
  for (const event of session.events) {
    if (event.kind === 'note') continue;
    if (event.kind === 'command') {
      first ??= event;
      // Without HELO among them the 220 may be the answer to a STARTTLS that the log has lost.
      introduced ||= event.verb === 'EHLO' || event.verb === 'HELO';
      if (event.verb === 'STARTTLS' || event.verb === 'XCLIENT') return undefined;
    } else {
      if (event.kind !== 'reply' || event.answers !== undefined || !introduced) return undefined;
      return event.code === 220 ? first : undefined;
    }
  }
  return undefined;
}
