import { t } from '@vscode/l10n';
import type { Rule } from '../../../problem';
import { portEquates } from '../../ports';
import { change, linesOf } from '../edits';
import type { McModel } from '../model';
import { innerValue } from '../model';
import { hasFeature, runsOf } from '../steps';

const numbers: Readonly<Record<string, string>> = {
  smtp: '25',
  mail: '25',
  submission: '587',
  smtps: '465',
  submissions: '465',
  urd: '465',
};

/** Two listeners on one port: the second cannot be opened, and the daemon ends. The one on 587 comes from m4 (m4/proto.m4). */
export const samePort: Rule<McModel> = {
  id: 'mc/same-port',
  severity: 'warning',
  check(model, report) {
    if (model.uncertain) return;
    const calls = runsOf(model, 'DAEMON_OPTIONS');
    const own = !hasFeature(model, 'no_default_msa') && !hasFeature(model, 'msp') && !hasFeature(model, 'nullclient');
    const taken = new Map<string, string>(own ? [['587  inet', '']] : []);
    for (const call of calls) {
      const value = innerValue(call, 0).text;
      const equates = portEquates(value);
      const of = (letter: RegExp): string => (equates.find((e) => letter.test(e.key))?.value ?? '').toLowerCase();
      const family = of(/^f/i) || 'inet';
      if (/[$`\s]/.test(of(/^p/i)) || !family.startsWith('inet') || of(/^m/i).includes('o')) continue;
      const port = numbers[of(/^p/i) || 'smtp'] ?? of(/^p/i);
      const address = of(/^a/i) === '0.0.0.0' ? '' : of(/^a/i);
      const before = [`${port} ${address} ${family}`, `${port}  ${family}`].find((key) => taken.has(key));
      const at = linesOf(model, calls[0]!).start;
      if (before !== undefined)
        report({
          ...call.span,
          // The listener nobody wrote is only spoken of: many a configuration lives with its complaint.
          severity: taken.get(before) === '' ? 'info' : 'warning',
          message:
            taken.get(before) === ''
              ? t(
                  "m4 adds a listener on port 587 of its own, and two cannot share it: the daemon ends. Put FEATURE(`no_default_msa') above.",
                )
              : t('Port {0} has a listener already, and two cannot share it: the daemon ends.', port),
          fixes:
            taken.get(before) === ''
              ? [
                  change(t("Put FEATURE(`no_default_msa') above"), [
                    { start: at, end: at, text: "FEATURE(`no_default_msa')dnl\n" },
                  ]),
                ]
              : undefined,
        });
      taken.set(`${port} ${address} ${family}`, value);
    }
  },
};
