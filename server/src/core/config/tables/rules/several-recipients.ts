import { t } from '@vscode/l10n';
import type { Rule } from '../../../problem';
import { hasComment } from '../../map/rules/comment-in-value';
import { isError } from '../errorValue';
import { localForm } from '../localForm';
import type { TableLines } from '../model';

/** An entry of virtusertable has one recipient: a comma is refused, a blank becomes part of the name. */
export const severalRecipients: Rule<TableLines> = {
  id: 'virtusertable/several-recipients',
  severity: 'error',
  check(model, report) {
    for (const { value } of model.odd) {
      if (!value || !/[ \t,;]/.test(value.text) || isError(value) || localForm(value) || hasComment(value.text)) continue;
      // Commas and blanks in quotes part nothing, and a name may stand before <address>.
      const bare = value.text.replace(/"[^"]*"/g, 'q').replace(/^[^<>,]*(<[^<>]*>)$/, '$1');
      if (!/[,;][ \t]*\S|\S[ \t]+\S/.test(bare)) continue;
      report({
        start: value.start,
        end: value.end,
        message: bare.includes(',')
          ? t(
              'An entry has one recipient: with a comma sendmail refuses each mail with 553. Name an alias here, and the recipients in aliases.',
            )
          : t(
              'An entry has one recipient: the blank becomes a dot and all of it one name. For several recipients name an alias here.',
            ),
      });
    }
  },
};
