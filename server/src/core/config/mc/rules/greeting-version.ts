import { t } from '@vscode/l10n';
import type { Rule } from '../../../problem';
import { change, linesOf } from '../edits';
import type { McModel } from '../model';
import { valueOf } from '../model';
import { hasFeature, runsOf } from '../steps';
import { definesOf } from '../values';

const QUIET = '$j mail service ready; $b';

/** The greeting tells which sendmail it is ($v), or which configuration ($Z): by default it does. */
export const greetingVersion: Rule<McModel> = {
  id: 'mc/greeting-version',
  severity: 'info',
  audit: true,
  check(model, report) {
    const mailer = runsOf(model, 'MAILER')[0];
    if (!mailer || model.uncertain || hasFeature(model, 'msp')) return;
    const define = definesOf(model, 'confSMTP_LOGIN_MSG').at(-1);
    const argument = define?.args[1];
    if (define && !/\$[vZ]|\$\{[vZ]\}/.test(valueOf(define, 1))) return;
    const before = linesOf(model, mailer).start;
    const message = t(
      'The greeting tells every client which version of sendmail this is. Set confSMTP_LOGIN_MSG without $v and $Z; it must begin with $j.',
    );
    if (argument) {
      const { start, end } = argument.span;
      report({ start, end, message, fixes: [change(t('Write {0}', QUIET), [{ start, end, text: QUIET }])] });
      return;
    }
    const text = `define(\`confSMTP_LOGIN_MSG', \`${QUIET}')dnl\n`;
    report({ ...mailer.span, message, fixes: [change(t('Set confSMTP_LOGIN_MSG'), [{ start: before, end: before, text }])] });
  },
};
