import { t } from '@vscode/l10n';
import type { Rule } from '../../../problem';
import { removeLines } from '../edits';
import type { McCall, McModel } from '../model';
import { valueOf } from '../model';
import { runsOf } from '../steps';

/** Features that are meant to be called more than once. */
const repeatable = new Set(['dnsbl', 'enhdnsbl', 'rhsbl', 'domainmap', 'mtamark']);

/** The same FEATURE again. With other arguments the later one takes its place. */
export const duplicateFeature: Rule<McModel> = {
  id: 'mc/duplicate-feature',
  severity: 'info',
  check(model, report) {
    const first = new Map<string, McCall>();
    for (const call of runsOf(model, 'FEATURE')) {
      const name = valueOf(call, 0);
      const earlier = first.get(name);
      if (!earlier) first.set(name, call);
      if (!earlier || name === '' || repeatable.has(name)) continue;
      const same = call.args.map((a) => a.text).join() === earlier.args.map((a) => a.text).join();
      const fix = same ? removeLines(model, t('Take it away'), call) : undefined;
      report({
        ...call.span,
        severity: same ? 'info' : 'warning',
        message: same
          ? t("FEATURE(`{0}') is on already.", name)
          : t("FEATURE(`{0}') is on already, with other arguments: one of the two is lost.", name),
        related: [{ ...earlier.span, message: t('The first one') }],
        fixes: fix && [fix],
      });
    }
  },
};
