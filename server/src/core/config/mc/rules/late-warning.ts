import { t } from '@vscode/l10n';
import type { Rule } from '../../../problem';
import type { McModel } from '../model';
import { valueOf } from '../model';
import { runsOf } from '../steps';

/** What m4 and sendmail warn about without a line: deferred delivery, LDAP routing without a server, single threads without a place. */
export const lateWarning: Rule<McModel> = {
  id: 'mc/late-warning',
  severity: 'warning',
  check(model, report) {
    const defines = runsOf(model, 'define');
    const mode = defines.findLast((c) => valueOf(c, 0) === 'confDELIVERY_MODE');
    if (mode && valueOf(mode, 1).startsWith('d')) {
      report({
        ...mode.span,
        message: t(
          'With deferred delivery the rules against spam are not available: nothing is looked up when mail arrives. m4 warns.',
        ),
      });
    }
    const single = defines.findLast((c) => valueOf(c, 0) === 'confSINGLE_THREAD_DELIVERY');
    if (
      !model.uncertain &&
      single &&
      /^t/i.test(valueOf(single, 1)) &&
      !defines.some((c) => valueOf(c, 0) === 'confHOST_STATUS_DIRECTORY')
    )
      report({
        ...single.span,
        message: t(
          'confSINGLE_THREAD_DELIVERY needs confHOST_STATUS_DIRECTORY, where deliveries to a host are kept apart; sendmail warns.',
        ),
      });
    if (model.uncertain || defines.some((c) => valueOf(c, 0) === 'confLDAP_DEFAULT_SPEC')) return;
    for (const call of runsOf(model, 'FEATURE')) {
      if (valueOf(call, 0) !== 'ldap_routing' || (valueOf(call, 1) !== '' && valueOf(call, 2) !== '')) continue;
      report({
        ...call.span,
        message: t(
          "FEATURE(`ldap_routing') uses its usual maps, but no confLDAP_DEFAULT_SPEC says which server to ask. m4 warns.",
        ),
      });
    }
  },
};
