import type { Finding, Rule, Severity } from '../../../problem';
import { hasComment } from '../../map/rules/comment-in-value';
import type { Token } from '../../map/scanner';
import type { TableLines } from '../model';

/** A rule that says at most one thing of a value. Values with a comment behind them are another rule's matter. */
export function aboutValues(
  id: string,
  severity: Severity,
  findingOf: (value: Token, key: Token) => Finding | undefined,
): Rule<TableLines> {
  return {
    id,
    severity,
    check(model, report) {
      for (const { key, value } of model.odd) {
        const finding = value && !hasComment(value.text) ? findingOf(value, key) : undefined;
        if (finding) report(finding);
      }
    },
  };
}
