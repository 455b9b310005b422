import { t } from '@vscode/l10n';
import type { Rule } from '../../../problem';
import type { AliasLines } from '../model';

/** REDIRECT answers with the new address, but only where the feature is on. */
export const redirect: Rule<AliasLines> = {
  id: 'aliases/redirect',
  severity: 'info',
  check(model, report) {
    for (const {
      target: { start, end, address },
    } of model.odd) {
      if (!address.host || !/\.redirect$/i.test(address.host)) continue;
      report({
        start,
        end,
        message: t(
          "With FEATURE(`redirect') senders are told the new address (551); without it the mail goes to a host named REDIRECT.",
        ),
      });
    }
  },
};
