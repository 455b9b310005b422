import { t } from '@vscode/l10n';
import type { Rule } from '../../../problem';
import type { CfModel } from '../model';

/** A ruleset that gets rules in two places: sendmail warns, and the later rules come behind the earlier ones. */
export const duplicateRuleset: Rule<CfModel> = {
  id: 'cf/duplicate-ruleset',
  severity: 'warning',
  check(model, report) {
    const filled = new Map<string, { start: number; end: number }>();
    const byNumber = new Map<string, string>();
    let current: { key: string; place: { start: number; end: number }; told: boolean } | undefined;
    for (const line of model.lines) {
      if (line.kind === 'ruleset') {
        const [word = ''] = line.name.text.split(/[\s,]/);
        const [name = '', number] = word.split('=');
        if (number !== undefined) byNumber.set(String(Number(number)), name);
        const key = /^\d+$/.test(name) ? (byNumber.get(String(Number(name))) ?? name) : name;
        current = { key, place: { start: line.start, end: Math.max(line.name.end, line.start + 1) }, told: false };
      } else if (line.kind === 'rule' && line.right && current) {
        const first = filled.get(current.key);
        if (!first) filled.set(current.key, current.place);
        else if (first !== current.place && !current.told) {
          current.told = true;
          report({
            ...current.place,
            message: t(
              'The ruleset {0} has rules further up: sendmail warns and puts these behind them. Join the two, or name this one otherwise.',
              current.key,
            ),
            related: [{ ...first, message: t('The first one') }],
          });
        }
      }
    }
  },
};
