import { t } from '@vscode/l10n';
import type { Rule } from '../../../problem';
import { isTopLevelDomain } from '../../map/domain';
import type { DomainsModel } from '../model';

/** A top-level domain in relay-domains or rcpthosts opens the relay; in no list has it any business. */
export const openRelay: Rule<DomainsModel> = {
  id: 'domains/open-relay',
  severity: 'error',
  audit: true,
  check(model, report) {
    for (const { name } of model.entries) {
      const span = { start: name.start, end: name.end };
      const domain = name.text.replace(/^\./, '');
      // A list of users may have short names in it.
      const isTop = /^(com|net|org|edu|gov|mil)$/i.test(domain) || (model.listsDomains && isTopLevelDomain(domain));
      if (isTop)
        report({
          ...span,
          message: t(
            'In relay-domains and rcpthosts this opens the relay for everybody with a name in .{0}. List your own domains.',
            domain,
          ),
        });
      const octet = /^(\d{1,3})\.?$/.exec(name.text)?.[1];
      if (octet && Number(octet) < 224 && !['0', '10', '127'].includes(octet)) {
        report({
          ...span,
          severity: 'warning',
          message: t(
            'In relay-domains every client whose address begins with {0} may relay: sixteen million addresses. List your own networks.',
            octet,
          ),
        });
      }
    }
  },
};
