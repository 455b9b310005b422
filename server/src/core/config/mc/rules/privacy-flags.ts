import { t } from '@vscode/l10n';
import type { Finding, Rule } from '../../../problem';
import { change, linesOf } from '../edits';
import type { McModel } from '../model';
import { innerValue } from '../model';
import { hasFeature, runsOf } from '../steps';
import { definesOf } from '../values';

/** What a server that faces strangers should have; `goaway` brings the first two (Operations Guide 5.6, PrivacyOptions). */
const wanted = ['noexpn', 'novrfy', 'authwarnings', 'restrictmailq', 'restrictqrun'];
const goaway = new Set(['noexpn', 'novrfy', 'authwarnings']);

/** Privacy flags that are missing: strangers may ask who is here, and every user may look into the queue. */
export const privacyFlags: Rule<McModel> = {
  id: 'mc/privacy-flags',
  severity: 'info',
  audit: true,
  check(model, report) {
    const mailer = runsOf(model, 'MAILER')[0];
    // submit.mc serves this host alone, and a fragment serves nothing.
    if (!mailer || model.uncertain || hasFeature(model, 'msp')) return;
    const define = definesOf(model, 'confPRIVACY_FLAGS').at(-1);
    const value = define ? innerValue(define, 1).text : 'authwarnings';
    const flags = value
      .toLowerCase()
      .split(/[\s,]+/)
      .filter(Boolean);
    const has = (flag: string): boolean => flags.some((f) => f === flag || (f === 'goaway' && goaway.has(flag)));
    const missing = wanted.filter((flag) => !has(flag));
    if (missing.length === 0) return;
    const all = [...flags.filter((f) => f !== 'public'), ...missing].join(',');
    const at = define?.args[1]?.span ?? define?.span ?? mailer.span;
    const [, argument] = define?.args ?? [];
    // Without quotes around all of it the commas would part it.
    const edit = argument?.quoted
      ? { ...spanOf(argument.span), text: all }
      : argument && { start: argument.rawSpan.start, end: define!.args.at(-1)!.rawSpan.end, text: ` \`${all}'` };
    const fix = edit && change(t('Add {0}', missing.join(', ')), [edit]);
    const before = linesOf(model, mailer).start;
    const added = change(t('Set confPRIVACY_FLAGS'), [
      { start: before, end: before, text: `define(\`confPRIVACY_FLAGS', \`${all}')dnl\n` },
    ]);
    const finding: Finding = {
      ...spanOf(at),
      message: t(
        'Without {0} in confPRIVACY_FLAGS this server tells more than it needs: noexpn and novrfy keep names from strangers, restrictmailq and restrictqrun keep users out of the queue.',
        missing.join(', '),
      ),
      fixes: [fix ?? added],
    };
    report(finding);
  },
};

function spanOf({ start, end }: { start: number; end: number }): { start: number; end: number } {
  return { start, end };
}
