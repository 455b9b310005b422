import { t } from '@vscode/l10n';
import type { Rule } from '../../problem';
import type { Transcript } from '../model';
import { eachReply } from './visit';

/** A reply whose code SMTP does not know, or with something else than a blank or a hyphen behind it (RFC 5321 4.2, 4.2.1). */
export const replySyntax: Rule<Transcript> = {
  id: 'smtp/reply-syntax',
  severity: 'warning',
  source: 'RFC 5321 4.2',
  check(transcript, report) {
    eachReply(transcript, (_session, reply) => {
      const { start, end } = reply.lineSpans[0] ?? reply;
      if (reply.code < 200 || reply.code > 599)
        return report({
          start,
          end,
          message: t('{0} is no code of SMTP: they begin with 2, 3, 4 or 5. Clients cannot know what it means.', reply.code),
        });
      let part = 0;
      // A line of a reply begins behind a line end, and no regular expression is needed to find its fourth character.
      for (let at = 0; at >= 0; at = reply.text.indexOf('\n', at) + 1 || -1, part++) {
        const separator = reply.text.charAt(at + 3);
        if (separator === ' ' || separator === '-' || separator === '' || separator === '\n') continue;
        const span = reply.lineSpans[part] ?? reply;
        return report({
          start: span.start,
          end: span.end,
          message: t(
            'No blank behind the code {0}. A reply has a blank there, or a hyphen if another line follows; clients may not understand this one.',
            reply.code,
          ),
        });
      }
    });
  },
};
