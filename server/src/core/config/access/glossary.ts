/** Tags and actions of the access table for `explain`. */
import { t } from '@vscode/l10n';
import { accessTags, accessValues } from '../../knowledge/accessTags';
import type { Glossary } from '../../language';
import { explain } from '../../markdown';
import { tagRow } from './parser';
import { tagMarkdown } from './tags';

/** `Connect`, `Connect:` or `RELAY`; case does not count, as it does not in the table. */
export const accessGlossary: Glossary = {
  entry(word) {
    const row = tagRow(word.replace(/:$/, ''));
    if (row) return tagMarkdown(row);
    const value = accessValues.find((v) => v.name === word.toUpperCase());
    return (
      value && explain({ title: value.name, what: t('in the access table: {0}', t(value.text)), sources: [value.source] }, '')
    );
  },
  *words() {
    for (const row of accessTags) yield row.name;
    for (const row of accessValues) yield row.name;
  },
};
