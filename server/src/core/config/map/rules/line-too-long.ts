import { t } from '@vscode/l10n';
import type { Rule } from '../../../problem';
import type { MapLines } from '../model';
import { MAX_LINE_BYTES } from '../scanner';

export const lineTooLong: Rule<MapLines> = {
  id: 'map/line-too-long',
  severity: 'error',
  check(model, report) {
    const { text } = model.source;
    for (const line of model.tooLong) {
      report({
        ...line,
        message: text.slice(line.start, line.end).includes('\0')
          ? t('There is a NUL character in this line: makemap cannot read it. Remove the character.')
          : t(
              'makemap takes lines of at most {0} bytes. It drops this one and reads the rest of it as another line.',
              MAX_LINE_BYTES,
            ),
      });
    }
  },
};
