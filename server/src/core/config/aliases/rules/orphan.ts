import { t } from '@vscode/l10n';
import type { Rule } from '../../../problem';
import type { AliasLines } from '../model';

export const orphanContinuation: Rule<AliasLines> = {
  id: 'aliases/orphan-continuation',
  severity: 'error',
  check(model, report) {
    const { text } = model.source;
    for (const span of model.orphans) {
      const indent = /^[ \t]*/.exec(text.slice(span.start, Math.min(span.end, span.start + 1000)))![0].length;
      report({
        ...span,
        message: t(
          'This line is indented but continues nothing: newaliases refuses it. Start an entry in the first column; a continuation follows its entry without an empty line.',
        ),
        fixes: [
          { title: t('Remove the blanks at the start'), edits: [{ start: span.start, end: span.start + indent, text: '' }] },
        ],
      });
    }
  },
};
