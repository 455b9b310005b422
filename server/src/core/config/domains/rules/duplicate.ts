import { t } from '@vscode/l10n';
import type { Rule } from '../../../problem';
import { lineAt } from '../../../text';
import { wholeLines } from '../../map/edits';
import type { DomainEntry, DomainsModel } from '../model';

export const duplicateName: Rule<DomainsModel> = {
  id: 'domains/duplicate',
  severity: 'hint',
  check(model, report) {
    const seen = new Map<string, DomainEntry>();
    for (const entry of model.entries) {
      const key = entry.name.text.toLowerCase();
      const first = seen.get(key);
      if (!first) seen.set(key, entry);
      else {
        report({
          start: entry.name.start,
          end: entry.name.end,
          message: t('{0} stands in line {1} already.', entry.name.text, lineAt(model.source, first.start) + 1),
          tag: 'unnecessary',
          fixes: [{ title: t('Remove this line'), edits: [{ ...wholeLines(model.source, entry), text: '' }] }],
        });
      }
    }
  },
};
