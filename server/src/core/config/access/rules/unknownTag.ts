import { t } from '@vscode/l10n';
import { accessTags, tagSynonyms } from '../../../knowledge/accessTags';
import type { Rule } from '../../../problem';
import { nearest } from '../../../suggest';
import { foldKey } from '../../map/scanner';
import type { AccessModel } from '../model';

/** makemap takes any tag; sendmail looks up its own only. */
export const unknownTag: Rule<AccessModel> = {
  id: 'access/unknown-tag',
  severity: 'warning',
  check(model, report) {
    const names = accessTags.map((row) => row.name);
    for (const { tag, row, value } of model.odd) {
      if (!tag || row || !value || model.ownTags.has(foldKey(tag.text))) continue;
      const near = tagSynonyms[tag.text.toLowerCase()] ?? nearest(tag.text, names)[0];
      report({
        start: tag.start,
        end: tag.end,
        message: near
          ? t('sendmail never looks up the tag {0}:. Did you mean {1}:?', tag.text, near)
          : t('sendmail never looks up the tag {0}:. Most entries begin with Connect:, From: or To:.', tag.text),
        fixes: near
          ? [{ title: t('Write {0}:', near), edits: [{ start: tag.start, end: tag.end, text: near }], preferred: true }]
          : [],
      });
    }
  },
};
