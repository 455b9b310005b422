import { t } from '@vscode/l10n';
import type { Rule } from '../../../problem';
import { change } from '../edits';
import type { McModel } from '../model';
import { straysOf } from '../stray';

/** `dnlFEATURE(…)`: a word of its own for m4, not dnl. */
export const dnlGlued: Rule<McModel> = {
  id: 'mc/dnl-glued',
  severity: 'error',
  check(model, report) {
    for (const stray of straysOf(model)) {
      if (stray.kind !== 'glued') continue;
      const at = stray.start + 3;
      report({
        start: stray.start,
        end: stray.end,
        message: t(
          'dnl must stand alone: with a word right behind it m4 does not know it and writes the line into sendmail.cf, which sendmail refuses.',
        ),
        fixes: [
          change(t('Start a new line behind dnl'), [{ start: at, end: at, text: '\n' }]),
          change(t('Put a blank behind dnl: the rest is a comment'), [{ start: at, end: at, text: ' ' }], false),
        ],
      });
    }
  },
};
