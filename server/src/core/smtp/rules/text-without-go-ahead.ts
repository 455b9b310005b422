import { t } from '@vscode/l10n';
import { commandOf } from '../entries';
import type { Rule } from '../../problem';
import { walk } from '../machine';
import type { ReplyEvent, Transcript } from '../model';

/** Message text sent although DATA was refused (RFC 5321 3.3, 4.1.1.4). */
export const textWithoutGoAhead: Rule<Transcript> = {
  id: 'smtp/text-without-go-ahead',
  severity: 'warning',
  source: 'RFC 5321 3.3',
  check(transcript, report) {
    for (const session of transcript.sessions) {
      const { replyTo } = walk(session);
      let refusal: ReplyEvent | undefined; // the answer to the command before, where that was DATA
      for (const [index, event] of session.events.entries()) {
        if (event.kind !== 'command') continue;
        const { verb, text, start, end } = event;
        // A field of a header: no command has a colon right behind its verb.
        if (refusal && verb !== '' && text.charAt(verb.length) === ':' && !commandOf(verb)) {
          const message = t(
            'Message text, although DATA was answered {0}. The server reads each line of it as a command; the client has to wait for 354.',
            refusal.code,
          );
          report({ start, end, message, related: [{ start: refusal.start, end: refusal.end, message: t('the refusal') }] });
        }
        const at = verb === 'DATA' ? replyTo.get(index) : undefined;
        const reply = at === undefined ? undefined : (session.events[at] as ReplyEvent);
        refusal = reply && reply.code >= 400 ? reply : undefined;
      }
    }
  },
};
