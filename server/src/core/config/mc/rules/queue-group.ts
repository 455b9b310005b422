import { badEquate } from '../../cf/rules/bad-equate';
import { parseCf } from '../../cf/parser';
import type { Rule } from '../../../problem';
import type { McModel } from '../model';
import { valueOf } from '../model';
import { runsOf } from '../steps';

/** QUEUE_GROUP with a key sendmail does not know. */
export const queueGroup: Rule<McModel> = {
  id: 'mc/queue-group',
  severity: 'error',
  check(model, report) {
    for (const call of runsOf(model, 'QUEUE_GROUP')) {
      const argument = call.args[1];
      const before = `Q${valueOf(call, 0)}, `;
      if (!argument) continue;
      badEquate.check(parseCf(before + argument.text, true), (finding) => {
        const start = argument.span.start + finding.start - before.length;
        const own = argument.quoted && start >= argument.span.start;
        report({
          ...(own ? { start, end: Math.min(start + finding.end - finding.start, argument.span.end) } : call.span),
          message: finding.message,
          ...(finding.severity && { severity: finding.severity }),
        });
      });
    }
  },
};
