/** The rules of each table, after makemap's own. */
import { runRules, type Problem, type Rule, type RuleOptions } from '../../problem';
import { mapRules } from '../map/validate';
import type { TableModel, TableName } from './model';

export const tableRules: Readonly<Record<TableName, readonly Rule<TableModel>[]>> = {
  virtusertable: mapRules,
  mailertable: mapRules,
  domaintable: mapRules,
  genericstable: mapRules,
};

/** The problems of a table. */
export function validateTable(name: TableName, model: TableModel, options?: RuleOptions): Problem[] {
  return runRules(tableRules[name], model, options);
}
