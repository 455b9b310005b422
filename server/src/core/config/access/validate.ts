/** The rules of access tables, after makemap's own. */
import { runRules, type Problem, type Rule, type RuleOptions } from '../../problem';
import { inBlocks } from '../blocks/rules';
import { mapRules } from '../map/validate';
import type { AccessLines, AccessModel } from './model';
import { blankInKey } from './rules/blankInKey';
import { commentInValue } from './rules/commentInValue';
import { continuation } from './rules/continuation';
import { errorCodeMismatch } from './rules/errorCodeMismatch';
import { errorSyntax } from './rules/errorSyntax';
import { keyRules } from './rules/keys';
import { nonAscii } from '../map/rules/nonAscii';
import { openRelay } from './rules/openRelay';
import { quarantineWithoutReason } from './rules/quarantine';
import { relayWithoutEffect } from './rules/relayWithoutEffect';
import { replyText } from './rules/replyText';
import { skipNeedsArgument } from './rules/skip';
import { straySign } from './rules/straySign';
import { unknownTag } from './rules/unknownTag';
import { unknownValue } from './rules/unknownValue';
import { valueOfTag } from './rules/valueOfTag';

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
