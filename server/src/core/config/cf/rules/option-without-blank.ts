import { t } from '@vscode/l10n';
import { options } from '../../../knowledge/options';
import type { Rule } from '../../../problem';
import type { CfModel } from '../model';
import { linesOfKind } from '../model';

const byName = new Map(options.map((o) => [o.name.toLowerCase(), o.name]));
const byLetter = new Map(options.map((o) => [o.letter, o.name]));

/** `OPrivacyOptions=…`: without a blank behind the O this is the old form with one letter, and sets another option. */
export const optionWithoutBlank: Rule<CfModel> = {
  id: 'cf/option-without-blank',
  severity: 'error',
  check(model, report) {
    for (const line of linesOfKind(model, 'option')) {
      if (!line.letter) continue;
      const word = /^[A-Za-z0-9]{3,}(?=[.=\s]|$)/.exec(line.name.text + line.value.text)?.[0];
      const meant = word === undefined ? undefined : byName.get(word.toLowerCase());
      if (meant === undefined && !(word && /^Timeout$/i.test(word))) continue;
      const set = byLetter.get(line.name.text);
      const at = line.name.start;
      report({
        start: line.start,
        end: at + word!.length,
        message: set
          ? t(
              'Without a blank behind the O this sets {0} to "{1}", and {2} stays as it was.',
              set,
              line.value.text.slice(0, 30),
              meant ?? word!,
            )
          : t('A blank is missing behind the O; sendmail will not start.'),
        fixes: [{ title: t('Put a blank behind the O'), edits: [{ start: at, end: at, text: ' ' }], preferred: true }],
      });
    }
  },
};
