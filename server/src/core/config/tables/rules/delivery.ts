import { t } from '@vscode/l10n';
import type { Rule } from '../../../problem';
import { localForm } from '../localForm';
import type { TableLines } from '../model';

/** Programs, files and lists are for aliases; in virtusertable they are refused at delivery. */
export const delivery: Rule<TableLines> = {
  id: 'virtusertable/delivery',
  severity: 'error',
  check(model, report) {
    for (const { value } of model.odd) {
      const form = value && localForm(value);
      if (!form) continue;
      const message =
        form === 'program'
          ? t('A program cannot stand here: sendmail refuses each delivery. Name an alias, and the program in aliases.')
          : form === 'file'
            ? t('A file cannot stand here: sendmail refuses each delivery. Name an alias, and the file in aliases.')
            : t('A list cannot stand here: sendmail refuses each delivery. Name an alias, and the list in aliases.');
      report({ start: value.start, end: value.end, message });
    }
  },
};
