import { t } from '@vscode/l10n';
import type { Rule } from '../../../problem';
import type { McModel } from '../model';
import { valueOf } from '../model';
import { definesOf } from '../values';

/** sendmail's checks of file permissions are switched off, one by one or by the dozen. */
export const dontBlameSendmail: Rule<McModel> = {
  id: 'mc/dont-blame-sendmail',
  severity: 'info',
  audit: true,
  check(model, report) {
    const define = definesOf(model, 'confDONT_BLAME_SENDMAIL').at(-1);
    if (!define) return;
    const flags = valueOf(define, 1)
      .split(/[\s,]+/)
      .filter((flag) => flag !== '' && flag.toLowerCase() !== 'safe');
    if (flags.length === 0) return;
    report({
      ...(define.args[1]?.span ?? define.span),
      message: t(
        'With {0} sendmail trusts files and folders that others may write. Mend the permissions instead, and leave this at safe.',
        flags.join(', '),
      ),
    });
  },
};
