import { t } from '@vscode/l10n';
import type { Rule } from '../../problem';
import { walk } from '../machine';
import type { CommandEvent, Transcript } from '../model';

/** Bytes above 127 in a message that was not announced so (RFC 6152 3, RFC 5321 4.5.2). */
export const eightBitWithoutMime: Rule<Transcript> = {
  id: 'smtp/8bit-without-8bitmime',
  severity: 'warning',
  source: 'RFC 6152 3',
  check(transcript, report) {
    for (const session of transcript.sessions) {
      const { before } = walk(session);
      let mail: CommandEvent | undefined;
      session.events.forEach((event, i) => {
        if (event.kind === 'command' && event.verb === 'MAIL') mail = event;
        if (event.kind !== 'data' || !mail || /\bBODY=(?:8BITMIME|BINARYMIME)\b|\bSMTPUTF8\b/i.test(mail.text)) return;
        const at = event.lines.findIndex((line) => /[\x80-\uffff]/.test(line));
        const { offers, hello } = before[i]!;
        const span = event.lineSpans[at];
        if (!span || !offers) return;
        report({
          start: span.start,
          end: span.end,
          severity: offers.has('8BITMIME') ? 'hint' : hello === 'EHLO' ? 'warning' : 'info',
          message: offers.has('8BITMIME')
            ? t(
                '8-bit text, but MAIL does not say BODY=8BITMIME. A server that passes it on cannot know that it may have to convert it.',
              )
            : t(
                '8-bit text, and the server does not offer 8BITMIME. It may be refused or lose its eighth bit; the client has to encode it.',
              ),
          related: [{ start: mail.start, end: mail.end, message: t('the MAIL of this message') }],
        });
      });
    }
  },
};
