import { t } from '@vscode/l10n';
import type { Rule } from '../../../problem';
import { keyFault } from '../keys';
import type { TableLines, TableName } from '../model';

/** Keys of a form that sendmail never asks the table for. */
export function keyForm(table: TableName): Rule<TableLines> {
  return {
    id: `${table}/key-form`,
    severity: 'warning',
    check(model, report) {
      for (const { key, value } of model.odd) {
        const fault = value && keyFault(table, key);
        if (!fault) continue;
        const { better, message } = fault;
        const span = { start: key.start, end: key.end };
        report({
          ...span,
          message,
          fixes: better ? [{ title: t('Write {0}', better), edits: [{ ...span, text: better }], preferred: true }] : [],
        });
      }
    },
  };
}
