import { t } from '@vscode/l10n';
import type { Rule } from '../../../problem';
import { change, linesOf } from '../edits';
import type { McModel } from '../model';
import { valueOf } from '../model';
import { runsOf } from '../steps';
import { definesOf } from '../values';

/** Mechanisms that send the password itself. */
const OPEN = /\b(PLAIN|LOGIN)\b/i;

/** PLAIN or LOGIN is taken, and nothing says that it must be under TLS: passwords then travel for everybody to read. */
export const authWithoutTls: Rule<McModel> = {
  id: 'mc/auth-without-tls',
  severity: 'info',
  audit: true,
  check(model, report) {
    const mechanisms = definesOf(model, 'confAUTH_MECHANISMS').at(-1);
    const trusted = runsOf(model, 'TRUST_AUTH_MECH').find((c) => OPEN.test(valueOf(c, 0)));
    const offered = mechanisms && OPEN.test(valueOf(mechanisms, 1)) ? mechanisms : undefined;
    // Without confAUTH_MECHANISMS sendmail offers none of the two.
    const at = offered ?? (mechanisms ? undefined : trusted);
    if (!at || model.uncertain) return;
    const options = definesOf(model, 'confAUTH_OPTIONS').at(-1);
    if (/p/.test(options ? valueOf(options, 1) : '')) return;
    const argument = options?.args[1];
    const before = linesOf(model, at).start;
    report({
      ...at.span,
      message: t(
        'PLAIN and LOGIN send the password as it is, and without p in confAUTH_OPTIONS sendmail takes them without TLS too. Add p: they are then offered after STARTTLS only.',
      ),
      fixes: [
        argument
          ? change(t('Add {0}', 'p'), [
              { start: argument.span.start, end: argument.span.end, text: `${argument.text.trim()} p`.trim() },
            ])
          : change(t('Set confAUTH_OPTIONS'), [{ start: before, end: before, text: "define(`confAUTH_OPTIONS', `A p')dnl\n" }]),
      ],
    });
  },
};
