import { t } from '@vscode/l10n';
import { badEquate } from '../../cf/rules/bad-equate';
import { parseCf } from '../../cf/parser';
import type { Rule } from '../../../problem';
import type { McModel } from '../model';
import { valueOf } from '../model';
import { runsOf } from '../steps';
import { namesUsed, usesMailer } from '../values';
import { shown } from '../../show';

/** The mailer that a name gives its queue group. */
const groupOf = /^([A-Z\d]+)_(?:MAILER|PROG)_QGRP$/;

/** QUEUE_GROUP with a key sendmail does not know, and groups that no QUEUE_GROUP makes. */
export const queueGroup: Rule<McModel> = {
  id: 'mc/queue-group',
  severity: 'error',
  check(model, report) {
    const groups = namesUsed(model, 'QUEUE_GROUP');
    for (const call of runsOf(model, 'define')) {
      const mailer = groupOf.exec(valueOf(call, 0))?.[1];
      const group = valueOf(call, 1).trim();
      if (mailer === undefined || group === '' || group === 'mqueue' || groups.has(group) || model.uncertain) continue;
      if (!usesMailer(model, mailer)) continue;
      const message = t('No QUEUE_GROUP makes the queue group {0}; sendmail will not start.', shown(group));
      report({ ...call.args[1]!.span, message });
    }
    for (const call of runsOf(model, 'QUEUE_GROUP')) {
      const argument = call.args[1];
      const before = `Q${valueOf(call, 0)}, `;
      if (!argument || /^\s*$|[$`]/.test(argument.text)) continue;
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
