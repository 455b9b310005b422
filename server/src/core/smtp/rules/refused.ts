import { t } from '@vscode/l10n';
import type { Rule } from '../../problem';
import { askedLabel } from '../describe';
import { replyAdvice, replyInBrief, replySource } from '../entries';
import type { Transcript } from '../model';
import { readReply } from '../wording';
import { eachReply } from './visit';

/** What a refusal means. It is no fault of the session: mail is refused every day (RFC 5321 4.2.1). */
export const refused: Rule<Transcript> = {
  id: 'smtp/refused',
  severity: 'info',
  aboutReplies: true,
  check(transcript, report) {
    eachReply(transcript, (session, reply) => {
      if (reply.code < 400) return;
      const title = reply.enhanced ? `${reply.code} ${reply.enhanced}` : String(reply.code);
      const reading = readReply(session, reply);
      const todo = reading?.todo ?? replyAdvice(reply.code, reply.enhanced);
      const brief = replyInBrief(reply.code, reply.enhanced);
      const head = t('{0} to {1}: {2}.', title, askedLabel(session, reply), brief);
      const message = [head, reading?.text, todo].filter(Boolean).join(' ');
      report({ start: reply.start, end: reply.end, message, source: replySource(reply.code, reply.enhanced) });
    });
  },
};
