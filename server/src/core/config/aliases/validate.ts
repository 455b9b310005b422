/** The rules of alias files. */
import { runRules, type Problem, type Rule, type RuleOptions } from '../../problem';
import type { AliasModel } from './model';
import { badName, nonLocalName } from './rules/aliasName';
import { badRecipient } from './rules/badRecipient';
import { blankInName } from './rules/blankInName';
import { commentInValue } from './rules/commentInValue';
import { continuationAfterComment } from './rules/continuationAfterComment';
import { dangerousFile, dangerousProgram } from './rules/dangerous';
import { duplicateAlias } from './rules/duplicate';
import { includeForm, missingOwner } from './rules/include';
import { lineTooLong } from './rules/lineTooLong';
import { aliasDepth, aliasLoop, selfAlias } from './rules/loop';
import { missingColon } from './rules/missingColon';
import { missingComma } from './rules/missingComma';
import { missingValue } from './rules/missingValue';
import { nonAscii } from './rules/nonAscii';
import { colonInTarget, errorInAlias, redirect, strayComma, wildcardName } from './rules/oddTarget';
import { orphanContinuation } from './rules/orphan';
import { unquotedProgram } from './rules/program';
import { missingMailerDaemon, missingPostmaster } from './rules/required';
import { undefinedTarget } from './rules/undefinedTarget';

export const aliasRules: readonly Rule<AliasModel>[] = [
  missingColon,
  missingValue,
  orphanContinuation,
  continuationAfterComment,
  lineTooLong,
  badName,
  nonLocalName,
  blankInName,
  duplicateAlias,
  wildcardName,
  badRecipient,
  missingComma,
  commentInValue,
  unquotedProgram,
  nonAscii,
  errorInAlias,
  colonInTarget,
  includeForm,
  missingOwner,
  redirect,
  strayComma,
  aliasLoop,
  aliasDepth,
  selfAlias,
  undefinedTarget,
  dangerousProgram,
  dangerousFile,
  missingPostmaster,
  missingMailerDaemon,
];

/** The problems of an alias file. */
export function validateAliases(model: AliasModel, options?: RuleOptions): Problem[] {
  return runRules(aliasRules, model, options);
}
