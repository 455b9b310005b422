/** The rules of each table, after makemap's own. */
import { runRules, type Problem, type Rule, type RuleOptions } from '../../problem';
import { inBlocks } from '../blocks/rules';
import { commentInValue } from '../map/rules/commentInValue';
import { nonAscii } from '../map/rules/nonAscii';
import { mapRules } from '../map/validate';
import type { TableLines, TableModel, TableName } from './model';
import { badRecipient } from './rules/badRecipient';
import { delivery } from './rules/delivery';
import { domainChain } from './rules/domainChain';
import { domainValue } from './rules/domainValue';
import { errorForm } from './rules/errorForm';
import { genericValue } from './rules/genericValue';
import { hostForm } from './rules/hostForm';
import { keyForm } from './rules/keyForm';
import { mailerMissing } from './rules/mailerMissing';
import { percent } from './rules/percent';
import { severalRecipients } from './rules/severalRecipients';
import { unknownMailer } from './rules/unknownMailer';
import { virtuserLoop } from './rules/virtuserLoop';

const rules = (lines: readonly Rule<TableLines>[], file: readonly Rule<TableModel>[] = []): readonly Rule<TableModel>[] => [
  ...mapRules,
  ...[commentInValue, nonAscii, ...lines].map(inBlocks),
  ...file,
];

export const tableRules: Readonly<Record<TableName, readonly Rule<TableModel>[]>> = {
  virtusertable: rules(
    [keyForm('virtusertable'), severalRecipients, delivery, errorForm('virtusertable'), badRecipient, percent],
    [virtuserLoop],
  ),
  mailertable: rules([keyForm('mailertable'), mailerMissing, unknownMailer, hostForm, errorForm('mailertable')]),
  domaintable: rules([keyForm('domaintable'), domainValue], [domainChain]),
  genericstable: rules([keyForm('genericstable'), genericValue]),
};

/** The problems of a table. */
export function validateTable(name: TableName, model: TableModel, options?: RuleOptions): Problem[] {
  return runRules(tableRules[name], model, options);
}
