import { t } from '@vscode/l10n';
import type { Rule } from '../../../problem';
import type { CfModel } from '../model';
import { rulesetFlaw } from './ruleset-name';

/** A rule before the first S line, or behind one that sendmail does not take: there is no ruleset to put it into. */
export const ruleWithoutRuleset: Rule<CfModel> = {
  id: 'cf/rule-without-ruleset',
  severity: 'error',
  check(model, report) {
    let has = false;
    for (const line of model.lines) {
      if (line.kind === 'ruleset') has = rulesetFlaw(line) === undefined;
      if (line.kind !== 'rule' || !line.right || has) continue;
      const end = line.start + line.text.split('\n')[0]!.trimEnd().length;
      report({
        start: line.start,
        end,
        message: t('A rule needs an S line above it that says which ruleset it belongs to; sendmail will not start.'),
      });
    }
  },
};
