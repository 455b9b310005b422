import { t } from '@vscode/l10n';
import { freeMailDomains } from '../../../knowledge/domains';
import type { Rule } from '../../../problem';
import type { DomainsModel } from '../model';

export const notYours: Rule<DomainsModel> = {
  id: 'domains/not-yours',
  severity: 'warning',
  audit: true,
  check(model, report) {
    for (const { name } of model.entries) {
      if (!freeMailDomains.has(name.text.toLowerCase())) continue;
      report({
        start: name.start,
        end: name.end,
        message: t(
          '{0} is a mail provider for everybody. In local-host-names mail to it stays here; in relay-domains anybody may send to it through this server.',
          name.text,
        ),
      });
    }
  },
};
