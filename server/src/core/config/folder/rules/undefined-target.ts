import { t } from '@vscode/l10n';
import { editDistance } from '../../../suggest';
import { lineCount } from '../../../text';
import { aliasKey, readAddress } from '../../mailAddress';
import { isError } from '../../tables/errorValue';
import type { FolderRule } from '../model';

/** Longer files have too many names that are near to each other, and take too long to compare. In lines. */
const LONGEST = 2000;

/** Entries of virtusertable that lead to a name near to an alias, and to none. Which users there are no file tells. */
export const undefinedTarget: FolderRule = {
  id: 'folder/undefined-target',
  severity: 'hint',
  check({ aliases, tables }, report) {
    const table = tables.get('virtusertable');
    if (!aliases || !table || [aliases, table].some((file) => lineCount(file.model.source) > LONGEST)) return;
    const names = aliases.model.entries.flatMap(({ name }) => (name.key !== undefined && name.key.length > 4 ? [name.key] : []));
    for (const { value } of table.model.entries) {
      if (!value || isError(value) || /[@%\d]/.test(value.text)) continue;
      const address = readAddress(value.text);
      const key = aliasKey(address);
      if (!address.plain || key.length < 5 || aliases.model.kept.has(key)) continue;
      const meant = names.find((name) => isSlip(key, name));
      if (meant === undefined) continue;
      const span = { start: value.start, end: value.end };
      report(table, {
        ...span,
        message: t('No alias has the name {0}; if it is no user, {1} may be meant.', value.text, meant),
        fixes: [{ title: t('Write {0}', meant), edits: [{ ...span, text: meant }] }],
      });
    }
  },
};

/** One letter too many, too few or swapped; names that differ in one letter are two names. */
function isSlip(a: string, b: string): boolean {
  return (
    Math.abs(a.length - b.length) <= 1 &&
    editDistance(a, b) === 1 &&
    (a.length !== b.length || [...a].sort().join('') === [...b].sort().join(''))
  );
}
