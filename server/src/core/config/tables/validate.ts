/** The rules of each table, after makemap's own. */
import { runRules, type Problem, type Rule, type RuleOptions } from '../../problem';
import { commentInValue } from '../map/rules/commentInValue';
import { nonAscii } from '../map/rules/nonAscii';
import { mapRules } from '../map/validate';
import type { TableModel, TableName } from './model';
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

const common: readonly Rule<TableModel>[] = [...mapRules, commentInValue, nonAscii];

export const tableRules: Readonly<Record<TableName, readonly Rule<TableModel>[]>> = {
  virtusertable: [
    ...common,
    keyForm('virtusertable'),
    severalRecipients,
    delivery,
    errorForm('virtusertable'),
    badRecipient,
    percent,
    virtuserLoop,
  ],
  mailertable: [...common, keyForm('mailertable'), mailerMissing, unknownMailer, hostForm, errorForm('mailertable')],
  domaintable: [...common, keyForm('domaintable'), domainValue, domainChain],
  genericstable: [...common, keyForm('genericstable'), genericValue],
};

/** The problems of a table. */
export function validateTable(name: TableName, model: TableModel, options?: RuleOptions): Problem[] {
  return runRules(tableRules[name], model, options);
}
