/** The rules of alias files. */
import { runRules, type Problem, type Rule, type RuleOptions } from '../../problem';
import { inBlocks } from '../blocks/rules';
import type { AliasLines, AliasModel } from './model';
import { badName } from './rules/badName';
import { badRecipient } from './rules/badRecipient';
import { blankInName } from './rules/blankInName';
import { colonInTarget } from './rules/colonInTarget';
import { commentInValue } from './rules/commentInValue';
import { continuationAfterComment } from './rules/continuationAfterComment';
import { dangerousFile } from './rules/dangerousFile';
import { dangerousProgram, knownProgram } from './rules/dangerousProgram';
import { aliasDepth } from './rules/depth';
import { duplicateAlias } from './rules/duplicate';
import { errorInAlias } from './rules/errorInAlias';
import { includeForm } from './rules/includeForm';
import { lineTooLong } from './rules/lineTooLong';
import { aliasLoop } from './rules/loop';
import { missingColon } from './rules/missingColon';
import { missingComma } from './rules/missingComma';
import { missingMailerDaemon } from './rules/missingMailerDaemon';
import { missingOwner } from './rules/missingOwner';
import { missingPostmaster } from './rules/missingPostmaster';
import { missingValue } from './rules/missingValue';
import { nonAscii } from './rules/nonAscii';
import { nonLocalName } from './rules/nonLocalName';
import { orphanContinuation } from './rules/orphan';
import { pseudoAccount } from './rules/pseudoAccount';
import { redirect } from './rules/redirect';
import { selfAlias } from './rules/self';
import { strayComma } from './rules/strayComma';
import { undefinedTarget } from './rules/undefinedTarget';
import { unquotedProgram } from './rules/unquotedProgram';
import { wildcardName } from './rules/wildcardName';

/** About single entries. */
const lineRules: readonly Rule<AliasLines>[] = [
  missingColon,
  missingValue,
  orphanContinuation,
  continuationAfterComment,
  lineTooLong,
  badName,
  nonLocalName,
  blankInName,
  badRecipient,
  missingComma,
  commentInValue,
  unquotedProgram,
  nonAscii,
  errorInAlias,
  colonInTarget,
  includeForm,
  redirect,
  strayComma,
  dangerousProgram,
  dangerousFile,
];

export const aliasRules: readonly Rule<AliasModel>[] = [
  ...lineRules.map(inBlocks),
  duplicateAlias,
  wildcardName,
  missingOwner,
  aliasLoop,
  aliasDepth,
  selfAlias,
  undefinedTarget,
  knownProgram,
  pseudoAccount,
  missingPostmaster,
  missingMailerDaemon,
];

/** The problems of an alias file. */
export function validateAliases(model: AliasModel, options?: RuleOptions): Problem[] {
  return runRules(aliasRules, model, options);
}
