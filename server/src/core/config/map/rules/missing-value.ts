import { t } from '@vscode/l10n';
import type { Rule } from '../../../problem';
import type { MapLines } from '../model';

export const missingValue: Rule<MapLines> = {
  id: 'map/missing-value',
  severity: 'error',
  check(model, report) {
    for (const { key, value } of model.odd) {
      if (value) continue;
      const sign = /^[^=;,]+([=;,]+)[^=;,]+$/.exec(key.text)?.[1];
      const at = sign ? key.start + key.text.indexOf(sign) : key.start;
      report({
        ...key,
        message: t('Nothing stands after {0}: makemap refuses the line. Key and value are parted by blanks or tabs.', key.text),
        fixes: sign
          ? [{ title: t("Write a tab in place of '{0}'", sign), edits: [{ start: at, end: at + sign.length, text: '\t' }] }]
          : [],
      });
    }
  },
};
