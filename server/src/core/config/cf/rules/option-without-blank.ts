import { t } from '@vscode/l10n';
import type { Rule } from '../../../problem';
import { shown } from '../../show';
import type { CfModel } from '../model';
import { linesOfKind } from '../model';
import { gluedName, options } from '../options';

const byLetter = new Map(options.map((o) => [o.letter, o.name]));

/** `OPrivacyOptions=…`: without a blank behind the O this is the old form with one letter, and sets another option. */
export const optionWithoutBlank: Rule<CfModel> = {
  id: 'cf/option-without-blank',
  severity: 'error',
  check(model, report) {
    for (const line of linesOfKind(model, 'option')) {
      const meant = gluedName(line);
      if (meant === undefined) continue;
      const set = byLetter.get(line.name.text);
      const at = line.name.start;
      report({
        start: line.start,
        end: Math.min(at + meant.length, line.end),
        message:
          set === undefined
            ? t('A blank is missing behind the O: this does not set {0}.', meant)
            : t(
                'Without a blank behind the O this sets {0} to "{1}", and {2} stays as it was.',
                set,
                shown(line.value.text, 30),
                meant,
              ),
        fixes: [{ title: t('Put a blank behind the O'), edits: [{ start: at, end: at, text: ' ' }], preferred: true }],
      });
    }
  },
};
