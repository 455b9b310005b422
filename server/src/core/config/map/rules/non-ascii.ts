import { t } from '@vscode/l10n';
import type { Rule } from '../../../problem';
import { oddBlank } from '../../oddBlank';
import type { MapLines } from '../model';

export const nonAscii: Rule<MapLines> = {
  id: 'map/non-ascii',
  severity: 'warning',
  check(model, report) {
    for (const { key, value } of model.odd) {
      const inKey = firstNonAscii(key.text);
      if (inKey >= 0) {
        report({
          start: key.start + inKey,
          end: key.end,
          message: t('sendmail compares addresses as ASCII: this key never matches. Write a domain as xn--….'),
          ...oddBlank(key.text, key.start),
        });
      }
      const inValue = value ? firstNonAscii(value.text) : -1;
      if (inValue >= 0) {
        report({
          start: value!.start + inValue,
          end: value!.end,
          message: t(
            'sendmail cuts the eighth bit of each byte: other characters stand here in the end. Write ASCII, and a domain as xn--….',
          ),
          ...oddBlank(value!.text, value!.start),
        });
      }
    }
  },
};

function firstNonAscii(text: string): number {
  return text.search(/[^\x00-\x7f]/);
}
