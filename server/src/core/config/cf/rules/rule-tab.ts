import { t } from '@vscode/l10n';
import type { Finding, Rule } from '../../../problem';
import type { CfLineOf, CfModel } from '../model';
import { linesOfKind } from '../model';

/** A rewriting rule whose two sides have no tab between them. */
export const ruleTab: Rule<CfModel> = {
  id: 'cf/rule-tab',
  severity: 'error',
  check(model, report) {
    for (const line of linesOfKind(model, 'rule')) if (!line.right) report(finding(line));
  },
};

function finding(line: CfLineOf<'rule'>): Finding {
  const message =
    line.left.text.length < line.text.split('\n')[0]!.trimEnd().length - 1 && line.text.includes('\t')
      ? t('A rule needs a right side behind the tab; # begins a comment. Without it sendmail will not start.')
      : t('A tab must stand between the two sides of a rule. Without one sendmail will not start.');
  const first = line.text.split('\n')[0]!;
  // The gap that was meant is the first run of two blanks or more that has something on both sides.
  const gap = /\S( {2,})\S/.exec(first);
  const span = { start: line.start, end: line.start + first.trimEnd().length };
  if (!gap) return { ...span, message };
  const start = line.start + gap.index + 1;
  const edits = [{ start, end: start + gap[1]!.length, text: '\t' }];
  return { ...span, message, fixes: [{ title: t('Put a tab for the blanks'), edits, preferred: true }] };
}
