import { t } from '@vscode/l10n';
import type { Rule } from '../../../problem';
import { lineAt } from '../../../text';
import { wholeLines } from '../../map/edits';
import type { TcpRule, TcpRulesModel } from '../model';

/** tcpserver finds the first of two rules for one address. */
export const duplicateAddress: Rule<TcpRulesModel> = {
  id: 'tcprules/duplicate',
  severity: 'warning',
  check(model, report) {
    const seen = new Map<string, TcpRule>();
    for (const rule of model.entries) {
      const first = seen.get(rule.address.text);
      if (!first) {
        seen.set(rule.address.text, rule);
        continue;
      }
      report({
        start: rule.address.start,
        end: rule.end,
        message: t(
          'There is a rule for {0} in line {1}: the first one counts, this one has no effect.',
          rule.address.text || ':',
          lineAt(model.source, first.start) + 1,
        ),
        tag: 'unnecessary',
        related: [{ start: first.start, end: first.end, message: t('This rule counts.') }],
        fixes: [{ title: t('Remove this line'), edits: [{ ...wholeLines(model.source, rule), text: '' }] }],
      });
    }
  },
};
