import { t } from '@vscode/l10n';
import { conf } from '../../../knowledge/conf';
import { missingOptions } from '../../../knowledge/options';
import type { Rule } from '../../../problem';
import type { McModel } from '../model';
import { valueOf } from '../model';
import { runsOf } from '../steps';

const missing = new Set(missingOptions);
const rows = new Map(conf.map((c) => [c.name, c]));

/** Options that sendmail has only if built with them: Debian's refuses to start. */
export const notBuilt: Rule<McModel> = {
  id: 'mc/not-built',
  severity: 'error',
  check(model, report) {
    for (const call of runsOf(model, 'define', 'FEATURE')) {
      const name = valueOf(call, 0);
      const option = call.name === 'FEATURE' ? (name === 'bcc' ? 'AddBcc' : undefined) : rows.get(name)?.option;
      if (option === undefined || (call.name === 'define' && !missing.has(option))) continue;
      report({
        ...call.span,
        message: t('This sets the option {0}, which sendmail as Debian builds it does not have: it will not start.', option),
      });
    }
  },
};
