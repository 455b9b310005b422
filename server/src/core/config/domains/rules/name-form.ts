import { t } from '@vscode/l10n';
import type { Rule } from '../../../problem';
import { lineEndOf } from '../../map/edits';
import type { DomainsModel } from '../model';
import { nameFault } from '../names';

export const nameForm: Rule<DomainsModel> = {
  id: 'domains/name-form',
  severity: 'warning',
  check(model, report) {
    for (const { name } of model.entries) {
      const fault = nameFault(name.text);
      if (!fault) continue;
      const { better, message } = fault;
      const span = { start: name.start, end: name.end };
      const one = better?.length === 1;
      report({
        ...span,
        message,
        fixes: better?.length
          ? [
              {
                title: one
                  ? t('Write {0}', better[0]!)
                  : t('Write the {0} networks {1} … {2}', better.length, better[0]!, better.at(-1)!),
                edits: [{ ...span, text: better.join(lineEndOf(model.source)) }],
                preferred: one,
              },
            ]
          : [],
      });
    }
  },
};
