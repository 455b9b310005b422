/** The rules of tcp.smtp. */
import { runRules, type Problem, type Rule, type RuleOptions } from '../../problem';
import type { TcpRulesModel } from './model';
import { addressRule } from './rules/address-form';
import { duplicateAddress } from './rules/duplicate';
import { missingColon } from './rules/no-colon';
import { openRelay } from './rules/open-relay';
import { unreadable } from './rules/unreadable';
import { variableName } from './rules/variable';

export const tcpRulesRules: readonly Rule<TcpRulesModel>[] = [
  unreadable,
  missingColon,
  addressRule,
  variableName,
  openRelay,
  duplicateAddress,
];

/** The problems of a file of rules. */
export function validateTcpRules(model: TcpRulesModel, options?: RuleOptions): Problem[] {
  return runRules(tcpRulesRules, model, options);
}
