import { t } from '@vscode/l10n';
import { accessTags, tagSynonyms } from '../../../knowledge/accessTags';
import type { Rule } from '../../../problem';
import { nearest } from '../../../suggest';
import { inBlocks } from '../../blocks/rules';
import { foldKey } from '../../map/scanner';
import type { AccessLines, AccessModel } from '../model';

const inLines: Rule<AccessLines> = {
  id: 'access/unknown-tag',
  severity: 'warning',
  check(model, report) {
    const names = accessTags.map((row) => row.name);
    for (const { tag, row, value } of model.odd) {
      if (!tag || row || !value) continue;
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

/** makemap takes any tag; sendmail looks up its own only, and those that the file itself gives a meaning. */
export const unknownTag: Rule<AccessModel> = {
  ...inLines,
  check(model, report) {
    const own = ownTags(model);
    inBlocks(inLines).check(model, (finding) => {
      if (!own.has(foldKey(model.source.text.slice(finding.start, finding.end)))) report(finding);
    });
  },
};

/** `CITag:X` in a TLS requirement makes sendmail look up `X:` and the certificate's issuer in this table. */
function ownTags({ blocks }: AccessModel): Set<string> {
  const found = new Set<string>();
  for (const { content } of blocks) {
    for (const { row, value } of content.lines?.odd ?? []) {
      if (row?.valueKind !== 'tls' || !value) continue;
      for (const [, name] of value.text.matchAll(/\bCITag:(\w+)/gi)) found.add(foldKey(name!));
    }
  }
  return found;
}
