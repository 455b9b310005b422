/** The rules of .mc files, and those of sendmail.cf for the text an .mc file writes into it. */
import type { Problem, Rule, RuleOptions } from '../../problem';
import { runRules } from '../../problem';
import type { CfKind, CfLine, CfModel } from '../cf/model';
import { lineRules } from '../cf/validate';
import { embeddedCf, findingIn } from './embedded';
import type { McModel } from './model';
import { accessTmpf } from './rules/access-tmpf';
import { argumentCount } from './rules/argument-count';
import { authWithoutTls } from './rules/auth-without-tls';
import { dontBlameSendmail } from './rules/dont-blame-sendmail';
import { greetingVersion } from './rules/greeting-version';
import { missingSmrsh } from './rules/missing-smrsh';
import { privacyFlags } from './rules/privacy-flags';
import { weakTls } from './rules/weak-tls';
import { badValue } from './rules/bad-value';
import { blankOutput } from './rules/blank-output';
import { changedQuotes } from './rules/changed-quotes';
import { classNames } from './rules/class-names';
import { curlyQuote } from './rules/curly-quote';
import { definedMacro } from './rules/defined-macro';
import { defineAfterUse } from './rules/define-after-use';
import { deprecatedFeature } from './rules/deprecated-feature';
import { divertNumber } from './rules/divert-number';
import { dnlGlued } from './rules/dnl-glued';
import { duplicateFeature } from './rules/duplicate-feature';
import { duplicateMailFilter } from './rules/duplicate-mail-filter';
import { duplicateMailer } from './rules/duplicate-mailer';
import { duplicateOstype } from './rules/duplicate-ostype';
import { endlessMacro } from './rules/endless-macro';
import { extraParenthesis } from './rules/extra-parenthesis';
import { featureAfterMailer } from './rules/feature-after-mailer';
import { featureOrder } from './rules/feature-order';
import { featureRequires } from './rules/feature-requires';
import { illegalArgument } from './rules/illegal-argument';
import { includeUnread } from './rules/include-unread';
import { lateWarning } from './rules/late-warning';
import { lostLine } from './rules/lost-line';
import { macroInComment } from './rules/macro-in-comment';
import { mangledQuote } from './rules/mangled-quote';
import { mapSpec } from './rules/map-spec';
import { missingArgument } from './rules/missing-argument';
import { missingComma } from './rules/missing-comma';
import { missingDomain } from './rules/missing-domain';
import { missingMailer } from './rules/missing-mailer';
import { missingOstype } from './rules/missing-ostype';
import { notBuilt } from './rules/not-built';
import { obsoleteConf } from './rules/obsolete-conf';
import { oddBlankRule } from './rules/odd-blank';
import { openRelay } from './rules/open-relay';
import { queueGroup } from './rules/queue-group';
import { relayForm } from './rules/relay-form';
import { samePort } from './rules/same-port';
import { sampleFile } from './rules/sample-file';
import { spaceBeforeParenthesis } from './rules/space-before-parenthesis';
import { strayQuote } from './rules/stray-quote';
import { strayText } from './rules/stray-text';
import { takenRuleset } from './rules/taken-ruleset';
import { unbalancedValue } from './rules/unbalanced-value';
import { unclosedCall } from './rules/unclosed-call';
import { unclosedQuote } from './rules/unclosed-quote';
import { unknownConf } from './rules/unknown-conf';
import { unknownDomain } from './rules/unknown-domain';
import { unknownFeature } from './rules/unknown-feature';
import { unknownFilter } from './rules/unknown-filter';
import { unknownHack } from './rules/unknown-hack';
import { unknownMacro } from './rules/unknown-macro';
import { unknownMailer } from './rules/unknown-mailer';
import { unknownOstype } from './rules/unknown-ostype';
import { wrongQuote } from './rules/wrong-quote';
import { strayLines } from './stray';

/** The rules that are about .mc files alone. */
export const mcOwnRules: readonly Rule<McModel>[] = [
  accessTmpf,
  argumentCount,
  badValue,
  blankOutput,
  changedQuotes,
  classNames,
  curlyQuote,
  definedMacro,
  defineAfterUse,
  deprecatedFeature,
  divertNumber,
  dnlGlued,
  duplicateFeature,
  duplicateMailFilter,
  duplicateMailer,
  duplicateOstype,
  endlessMacro,
  extraParenthesis,
  featureAfterMailer,
  featureOrder,
  featureRequires,
  illegalArgument,
  includeUnread,
  lateWarning,
  lostLine,
  macroInComment,
  mangledQuote,
  mapSpec,
  missingArgument,
  missingComma,
  missingDomain,
  missingMailer,
  missingOstype,
  notBuilt,
  obsoleteConf,
  oddBlankRule,
  openRelay,
  queueGroup,
  relayForm,
  samePort,
  sampleFile,
  spaceBeforeParenthesis,
  strayQuote,
  strayText,
  takenRuleset,
  unbalancedValue,
  unclosedCall,
  unclosedQuote,
  unknownConf,
  unknownDomain,
  unknownFeature,
  unknownFilter,
  unknownHack,
  unknownMacro,
  unknownMailer,
  unknownOstype,
  wrongQuote,
  privacyFlags,
  greetingVersion,
  authWithoutTls,
  weakTls,
  missingSmrsh,
  dontBlameSendmail,
];

/** All rules that run over an .mc file. */
export const mcRules: readonly Rule<McModel>[] = [...mcOwnRules, ...lineRules.map(embedded)];

/** Lines that macros start and that count all the same: the options, maps and filters that macros write have rules of their own. */
const classKinds: ReadonlySet<CfKind> = new Set<CfKind>(['class', 'classFile', 'ruleset', 'rule']);

const cfModels = new WeakMap<McModel, CfModel>();

/** The lines that rules of sendmail.cf look at: those the file writes itself, without stray text, which has rules of its own. */
function ownLines(model: McModel): CfModel {
  const known = cfModels.get(model);
  if (known) return known;
  const found = embeddedCf(model);
  const { cf } = found;
  const stray = strayLines(model);
  const mine = (l: CfLine): boolean => found.isOwn({ start: l.start, end: l.start + 1 }) || classKinds.has(l.kind);
  const lines = { ...cf, lines: cf.lines.filter((l) => !stray.has(l.start) && mine(l)) };
  cfModels.set(model, lines);
  return lines;
}

/** A rule of sendmail.cf for the lines an .mc file writes. */
function embedded(rule: Rule<CfModel>): Rule<McModel> {
  return {
    id: rule.id,
    severity: rule.severity,
    check(model, report) {
      rule.check(ownLines(model), (finding) => report(findingIn(embeddedCf(model), finding)));
    },
  };
}

/** The problems of an .mc file. A place that is read more than once (in a macro of the file itself) is reported once. */
export function validateMc(model: McModel, options?: RuleOptions): Problem[] {
  const seen = new Set<string>();
  return runRules(mcRules, model, options).filter((p) => {
    const key = `${p.rule} ${p.start} ${p.end} ${p.message}`;
    return !seen.has(key) && seen.add(key);
  });
}
