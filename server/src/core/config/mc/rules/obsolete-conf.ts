import { t } from '@vscode/l10n';
import { conf } from '../../../knowledge/conf';
import type { Rule } from '../../../problem';
import type { McModel } from '../model';
import { valueOf } from '../model';
import { runsOf } from '../steps';

const rows = new Map(conf.filter((c) => c.obsolete).map((c) => [c.name, c]));

/** A conf name of an older sendmail. m4 complains at the end of its run, without a line. */
export const obsoleteConf: Rule<McModel> = {
  id: 'mc/obsolete-conf',
  severity: 'warning',
  check(model, report) {
    for (const call of runsOf(model, 'define')) {
      const name = valueOf(call, 0);
      const row = rows.get(name);
      const tag = 'deprecated' as const;
      if (name === 'confMESSAGE_TIMEOUT') {
        report({
          ...call.span,
          tag,
          severity: 'hint',
          message: t('confMESSAGE_TIMEOUT is of old. m4 still turns it into confTO_QUEUERETURN and confTO_QUEUEWARN.'),
        });
      } else if (name === 'confMIN_FREE_BLOCKS' && valueOf(call, 1).includes('/')) {
        report({
          ...call.span,
          tag,
          message: t('confMIN_FREE_BLOCKS takes one number. The second part is confMAX_MESSAGE_SIZE now; m4 complains.'),
        });
      } else if (name === 'confDAEMON_OPTIONS' || name === 'confCLIENT_OPTIONS') {
        report({ ...call.span, tag, message: t('{0} is no longer valid; m4 complains. Use {1}(…).', name, name.slice(4)) });
      } else if (row && name !== 'confMIN_FREE_BLOCKS') {
        report({
          ...call.span,
          tag,
          message: row.replacement
            ? t('{0} is no longer valid; m4 complains. Use {1}.', name, row.replacement)
            : t('{0} is no longer valid and has no effect; m4 complains.', name),
        });
      }
    }
  },
};
