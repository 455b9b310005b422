import { t } from '@vscode/l10n';
import type { Rule } from '../../../problem';
import { lineAt } from '../../../text';
import { change } from '../edits';
import type { McModel } from '../model';
import { straysOf } from '../stray';
import { shown } from '../../show';

/** Words outside of macros that are no line of sendmail.cf. */
export const strayText: Rule<McModel> = {
  id: 'mc/stray-text',
  severity: 'error',
  check(model, report) {
    for (const stray of straysOf(model)) {
      if (stray.kind === 'break') {
        const message = t(
          'The value goes on behind a line break: this is a line of its own in sendmail.cf, and sendmail will not start with it.',
        );
        report({ start: stray.start, end: stray.end, message });
      }
      if (stray.kind !== 'text') continue;
      const text = shown(stray.text, 40);
      const { source } = model;
      const start = source.lineStarts[lineAt(source, stray.start)]!;
      const alone = source.text.startsWith(stray.text, stray.start) && source.text.slice(start, stray.start).trim() === '';
      report({
        start: stray.start,
        end: stray.end,
        message: t(
          'm4 writes this text into sendmail.cf, and sendmail will not start with it: {0}. A comment starts with dnl.',
          text,
        ),
        fixes: alone ? [change(t('Make it a comment with dnl'), [{ start, end: start, text: 'dnl ' }])] : undefined,
      });
    }
  },
};
