import { t } from '@vscode/l10n';
import type { Rule } from '../../../problem';
import { change } from '../edits';
import type { McModel } from '../model';
import { valueOf } from '../model';
import { runsOf } from '../steps';

/** The access map without -T<TMPF>: m4 warns and adds it. */
export const accessTmpf: Rule<McModel> = {
  id: 'mc/access-tmpf',
  severity: 'warning',
  check(model, report) {
    for (const call of runsOf(model, 'FEATURE')) {
      const argument = call.args[1];
      const spec = argument?.text ?? '';
      if (
        valueOf(call, 0) !== 'access_db' ||
        !argument ||
        spec === '' ||
        spec === 'LDAP' ||
        spec.startsWith('sequence ') ||
        spec.includes('<TMPF>')
      )
        continue;
      const blank = spec.indexOf(' ');
      const own = argument.pieces.length === 1 && argument.pieces[0]!.exact && blank > 0;
      const at = argument.span.start + blank;
      report({
        ...argument.span,
        message: t(
          'The access map needs -T<TMPF>, so that mail is put off and not refused while the map cannot be read. m4 warns and adds it.',
        ),
        fixes: own ? [change(t('Add -T<TMPF>'), [{ start: at, end: at, text: ' -T<TMPF>' }])] : undefined,
      });
    }
  },
};
