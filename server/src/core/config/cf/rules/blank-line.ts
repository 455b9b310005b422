import { t } from '@vscode/l10n';
import type { Rule } from '../../../problem';
import type { CfModel } from '../model';
import { linesOfKind } from '../model';

/** Blanks on a line of their own behind an empty line: sendmail takes them for the continuation of the empty line. */
export const blankLine: Rule<CfModel> = {
  id: 'cf/blank-line',
  severity: 'error',
  check(model, report) {
    for (const line of linesOfKind(model, 'unknown')) {
      if (line.text.trim() !== '') continue;
      const start = line.start + Math.max(0, line.text.search(/[ \t]/));
      const end = line.start + line.text.trimEnd().length + line.text.length;
      report({
        start,
        end: Math.min(line.end, end),
        message: t(
          'A line of blanks behind an empty line is no line of sendmail.cf, and sendmail will not start. Take the blanks away.',
        ),
        fixes: [{ title: t('Take the blanks away'), edits: [{ start, end: line.end, text: '' }], preferred: true }],
      });
    }
  },
};
