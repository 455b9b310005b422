import { t } from '@vscode/l10n';
import type { Rule } from '../../../problem';
import { lineAt } from '../../../text';
import { wholeLines } from '../edits';
import type { MapModel } from '../model';

/** makemap reports a key it has already and keeps the first entry (newaliases keeps the last). */
export const duplicateKey: Rule<MapModel> = {
  id: 'map/duplicate-key',
  severity: 'error',
  check(model, report) {
    for (const { start, kept } of model.again) {
      const entry = model.at(start);
      const first = model.at(kept);
      if (!entry?.value || entry.folded !== first?.folded) continue;
      const same = first.value?.text === entry.value.text;
      const line = lineAt(model.source, first.start) + 1;
      report({
        ...entry.key,
        message: same
          ? t(
              '{0} stands in line {1} already, with the same value. Remove this line: makemap reports it as an error.',
              entry.key.text,
              line,
            )
          : t(
              '{0} stands in line {1} already: makemap keeps that one and drops this line. Remove one of them.',
              entry.key.text,
              line,
            ),
        related: [{ ...first.key, message: t('This entry stays.') }],
        fixes: [{ title: t('Remove this line'), edits: [{ ...wholeLines(model.source, entry), text: '' }], preferred: same }],
        tag: 'unnecessary',
      });
    }
  },
};
