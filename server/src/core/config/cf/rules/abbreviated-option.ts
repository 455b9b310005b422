import { t } from '@vscode/l10n';
import type { Rule } from '../../../problem';
import type { CfModel } from '../model';
import { linesOfKind } from '../model';
import { findOption } from '../options';

/** An option name that is shortened: sendmail takes it, with a message at each start. */
export const abbreviatedOption: Rule<CfModel> = {
  id: 'cf/abbreviated-option',
  severity: 'warning',
  check(model, report) {
    for (const line of linesOfKind(model, 'option')) {
      const found = findOption(line);
      if (found.kind !== 'short') continue;
      const dot = line.name.text.indexOf('.');
      const span = { start: line.name.start, end: dot < 0 ? line.name.end : line.name.start + dot };
      report({
        ...span,
        message: t(
          '{0} is short for {1}. sendmail takes it, with a message at each start; write the name in full.',
          line.name.text,
          found.row.name,
        ),
        fixes: [{ title: t('Change to {0}', found.row.name), edits: [{ ...span, text: found.row.name }], preferred: true }],
      });
    }
  },
};
