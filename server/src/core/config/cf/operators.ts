/** Operators of rules: which one stands at a place, what it is, and which may be written there. */
import { t } from '@vscode/l10n';
import { ruleOperators, type RuleOperatorRow } from '../../knowledge/ruleOperators';
import { code, prose } from '../../markdown';
import type { Span } from '../../text';

/** The operators of the side that `offset` of a rule is on: behind the first tab it is the right one. */
export function operatorsAt(rule: string, offset: number): readonly RuleOperatorRow[] {
  const tab = rule.indexOf('\t');
  const side = tab >= 0 && tab < offset ? 'right' : 'left';
  return ruleOperators.filter((row) => (row.side ?? side) === side);
}

/** The operator that `offset` of a rule is in or at the end of, with its place in the rule. */
export function operatorAt(rule: string, offset: number): (Span & { readonly row: RuleOperatorRow }) | undefined {
  for (const start of [offset, offset - 1, offset - 2]) {
    if (rule[start] !== '$' || rule[start - 1] === '$') continue;
    const name = rule.slice(start, start + 2).replace(/[2-9]/, '1');
    const row = operatorsAt(rule, start + 1).find((r) => r.name === name);
    if (row) return { start, end: start + 2, row };
  }
  return undefined;
}

/** Markdown for an operator. */
export function operatorEntry({ name, text }: RuleOperatorRow): string {
  return `**${code(name)}** ${t('in a rule')}\n\n${prose(t(text))}`;
}
