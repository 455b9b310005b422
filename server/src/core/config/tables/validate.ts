/** The rules of each table, after makemap's own. */
import { runRules, type Problem, type Rule, type RuleOptions } from '../../problem';
import { inBlocks } from '../blocks/rules';
import { commentInValue } from '../map/rules/comment-in-value';
import { nonAscii } from '../map/rules/non-ascii';
import { mapRules } from '../map/validate';
import type { TableLines, TableModel, TableName } from './model';
import { badRecipient } from './rules/bad-recipient';
import { delivery } from './rules/delivery';
import { domainChain } from './rules/domain-chain';
import { domainValue } from './rules/domain-value';
import { errorForm } from './rules/error-form';
import { genericValue } from './rules/generic-value';
import { hostForm } from './rules/host-form';
import { keyForm } from './rules/key-form';
import { mailerMissing } from './rules/mailer-missing';
import { percent } from './rules/percent';
import { severalRecipients } from './rules/several-recipients';
import { unknownMailer } from './rules/unknown-mailer';
import { virtuserLoop } from './rules/virtuser-loop';

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
