import { t } from '@vscode/l10n';
import type { Rule } from '../../../problem';
import type { AliasLines } from '../model';
import { MAX_ENTRY_BYTES } from '../scanner';

export const lineTooLong: Rule<AliasLines> = {
  id: 'aliases/line-too-long',
  severity: 'error',
  check(model, report) {
    for (const span of model.tooLong) {
      report({
        start: span.start,
        end: span.end,
        message: model.source.text.slice(span.start, span.end).includes('\0')
          ? t('There is a NUL character in this entry: newaliases cannot read it. Remove the character.')
          : t(
              'newaliases takes at most {0} bytes with all continuation lines and drops this entry. Put the recipients into a file and use :include:.',
              MAX_ENTRY_BYTES,
            ),
      });
    }
  },
};
