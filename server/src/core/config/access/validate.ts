/** The rules of access tables, after makemap's own. */
import { runRules, type Problem, type Rule, type RuleOptions } from '../../problem';
import { inBlocks } from '../blocks/rules';
import { mapRules } from '../map/validate';
import type { AccessLines, AccessModel } from './model';
import { blankInKey } from './rules/blank-in-key';
import { commentInValue } from './rules/comment-in-value';
import { continuation } from './rules/continuation';
import { errorCodeMismatch } from './rules/error-code-mismatch';
import { errorSyntax } from './rules/error-syntax';
import { keyRules } from './rules/keys';
import { nonAscii } from '../map/rules/non-ascii';
import { openRelay } from './rules/open-relay';
import { quarantineWithoutReason } from './rules/quarantine';
import { relayWithoutEffect } from './rules/relay-without-effect';
import { replyText } from './rules/reply-text';
import { skipNeedsArgument } from './rules/skip';
import { straySign } from './rules/stray-sign';
import { unknownTag } from './rules/unknown-tag';
import { unknownValue } from './rules/unknown-value';
import { valueOfTag } from './rules/value-of-tag';

/** About single entries. */
const lineRules: readonly Rule<AccessLines>[] = [
  blankInKey,
  ...keyRules,
  commentInValue,
  straySign,
  unknownValue,
  continuation,
  errorSyntax,
  errorCodeMismatch,
  replyText,
  quarantineWithoutReason,
  skipNeedsArgument,
  valueOfTag,
  openRelay,
  relayWithoutEffect,
  nonAscii,
];

export const accessRules: readonly Rule<AccessModel>[] = [...mapRules, unknownTag, ...lineRules.map(inBlocks)];

/** The problems of an access table. */
export function validateAccess(model: AccessModel, options?: RuleOptions): Problem[] {
  return runRules(accessRules, model, options);
}
