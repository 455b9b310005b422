import { t } from '@vscode/l10n';
import type { Rule } from '../../../problem';
import { lineEndOf } from '../../map/edits';
import type { DomainsModel } from '../model';

/** sendmail reads the first word of a line; what follows is lost without a word. */
export const severalWords: Rule<DomainsModel> = {
  id: 'domains/several-words',
  severity: 'warning',
  check(model, report) {
    for (const { name, rest } of model.entries) {
      if (!rest || rest.text.startsWith('#') || name.text === '#') continue;
      const words = rest.text.split(/[\s,;]+/).filter(Boolean);
      const isAction = /^(RELAY|OK|REJECT)$/i.test(rest.text);
      report({
        start: rest.start,
        end: rest.end,
        message: isAction
          ? t('{0} is for the access table; this list has names alone, and the word is not read.', rest.text)
          : t('The first word of a line is read, the others are lost. Write one name a line.'),
        fixes: [
          isAction
            ? { title: t('Remove {0}', rest.text), edits: [{ start: name.end, end: rest.end, text: '' }], preferred: true }
            : {
                title: t('Write each name on a line of its own'),
                edits: [{ start: name.end, end: rest.end, text: words.map((word) => lineEndOf(model.source) + word).join('') }],
              },
        ],
      });
    }
  },
};
