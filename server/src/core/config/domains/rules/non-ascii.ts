import { t } from '@vscode/l10n';
import type { Rule } from '../../../problem';
import { oddBlank } from '../../oddBlank';
import type { DomainsModel } from '../model';

export const nonAscii: Rule<DomainsModel> = {
  id: 'domains/non-ascii',
  severity: 'warning',
  check(model, report) {
    for (const { name } of model.entries) {
      if (/^[\x00-\x7f]*$/.test(name.text)) continue;
      report({
        start: name.start,
        end: name.end,
        message: t('sendmail compares names as ASCII: {0} matches nothing. Write a domain as xn--….', name.text),
        ...oddBlank(name.text, name.start),
      });
    }
  },
};
