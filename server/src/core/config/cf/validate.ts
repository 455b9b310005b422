/** The rules of sendmail.cf. Those of `lineRules` look at single lines, so they serve the cf lines of an .mc file as well. */
import type { Problem, Rule, RuleOptions } from '../../problem';
import { runRules } from '../../problem';
import type { CfModel } from './model';
import { abbreviatedOption } from './rules/abbreviated-option';
import { badEquate } from './rules/bad-equate';
import { badMap } from './rules/bad-map';
import { badValue } from './rules/bad-value';
import { blankLine } from './rules/blank-line';
import { classFile } from './rules/class-file';
import { duplicateFilter } from './rules/duplicate-filter';
import { duplicateRuleset } from './rules/duplicate-ruleset';
import { missingLocalMailer } from './rules/missing-local-mailer';
import { missingName } from './rules/missing-name';
import { optionWithoutBlank } from './rules/option-without-blank';
import { ruleWithoutRuleset } from './rules/rule-without-ruleset';
import { ruleSyntax } from './rules/rule-syntax';
import { ruleTab } from './rules/rule-tab';
import { rulesetName } from './rules/ruleset-name';
import { unknownLine } from './rules/unknown-line';
import { unknownOption } from './rules/unknown-option';

/** Rules that need nothing but the line itself. */
export const lineRules: readonly Rule<CfModel>[] = [
  abbreviatedOption,
  badEquate,
  badMap,
  badValue,
  classFile,
  duplicateFilter,
  missingName,
  optionWithoutBlank,
  ruleSyntax,
  ruleTab,
  ruleWithoutRuleset,
  rulesetName,
  unknownOption,
];

/** All rules of sendmail.cf. In an .mc file text that is no line of it has rules of its own. */
export const cfRules: readonly Rule<CfModel>[] = [...lineRules, blankLine, duplicateRuleset, missingLocalMailer, unknownLine];

/** The problems of a sendmail.cf. */
export function validateCf(model: CfModel, options?: RuleOptions): Problem[] {
  return runRules(cfRules, model, options);
}
