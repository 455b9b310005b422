import { t } from '@vscode/l10n';
import type { Rule } from '../../../problem';
import type { AliasLines } from '../model';

export const blankInName: Rule<AliasLines> = {
  id: 'aliases/blank-in-name',
  severity: 'warning',
  check(model, report) {
    for (const { name } of model.special) {
      if (name.key === undefined || !name.address.joined) continue;
      report({
        start: name.start,
        end: name.end,
        message: t(
          "The blank becomes a dot: this is the alias '{0}'. For a name with blanks use double quotes.",
          name.address.text,
        ),
        fixes: [
          { title: t('Write {0}', name.address.text), edits: [{ start: name.start, end: name.end, text: name.address.text }] },
          { title: t('Put the name in double quotes'), edits: [{ start: name.start, end: name.end, text: `"${name.text}"` }] },
        ],
      });
    }
  },
};
