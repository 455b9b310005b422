/** The rules of alias files. */
import { runRules, type Problem, type Rule, type RuleOptions } from '../../problem';
import { inBlocks } from '../blocks/rules';
import type { AliasLines, AliasModel } from './model';
import { badName } from './rules/bad-name';
import { badRecipient } from './rules/bad-recipient';
import { blankInName } from './rules/blank-in-name';
import { colonInTarget } from './rules/colon-in-target';
import { commentInValue } from './rules/comment-in-value';
import { continuationAfterComment } from './rules/continuation-after-comment';
import { dangerousFile } from './rules/dangerous-file';
import { dangerousProgram, knownProgram } from './rules/dangerous-program';
import { aliasDepth } from './rules/depth';
import { duplicateAlias } from './rules/duplicate';
import { errorInAlias } from './rules/error-in-alias';
import { includeForm } from './rules/include-form';
import { lineTooLong } from './rules/line-too-long';
import { aliasLoop } from './rules/loop';
import { missingColon } from './rules/missing-colon';
import { missingComma } from './rules/missing-comma';
import { missingMailerDaemon } from './rules/missing-mailer-daemon';
import { missingOwner } from './rules/missing-owner';
import { missingPostmaster } from './rules/missing-postmaster';
import { missingValue } from './rules/missing-value';
import { nonAscii } from './rules/non-ascii';
import { nonLocalName } from './rules/non-local-name';
import { orphanContinuation } from './rules/orphan';
import { pseudoAccount } from './rules/pseudo-account';
import { redirect } from './rules/redirect';
import { selfAlias } from './rules/self';
import { strayComma } from './rules/stray-comma';
import { undefinedTarget } from './rules/undefined-target';
import { unquotedProgram } from './rules/unquoted-program';
import { wildcardName } from './rules/wildcard-name';

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
