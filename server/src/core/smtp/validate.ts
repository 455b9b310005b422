/** The rules of SMTP transcripts. */
import { hasIgnored, runRulesInSteps, type Problem, type Rule, type RuleOptions } from '../problem';
import type { Transcript } from './model';
import { eightBitWithoutMime } from './rules/8bit-without-8bitmime';
import { addressTooLong } from './rules/address-too-long';
import { answeredEarly } from './rules/answered-early';
import { authInClear } from './rules/auth-in-clear';
import { bareLineEnd } from './rules/bare-line-end';
import { bdat } from './rules/bdat';
import { commandArgument } from './rules/command-argument';
import { commandNotOffered } from './rules/command-not-offered';
import { dataWithoutRecipient } from './rules/data-without-recipient';
import { earlyTalker } from './rules/early-talker';
import { echoMismatch } from './rules/echo-mismatch';
import { ehloAfterStarttls } from './rules/ehlo-after-starttls';
import { ehloKeyword } from './rules/ehlo-keyword';
import { enhancedClass } from './rules/enhanced-class';
import { helloMissing } from './rules/hello-missing';
import { helloName } from './rules/hello-name';
import { helloWithoutName } from './rules/hello-without-name';
import { lineTooLong } from './rules/line-too-long';
import { masked } from './rules/masked';
import { multilineReply } from './rules/multiline-reply';
import { nestedMail } from './rules/nested-mail';
import { noQuit } from './rules/no-quit';
import { noopInTransaction } from './rules/noop-in-transaction';
import { outOfPlace } from './rules/out-of-place';
import { parameterNotOffered } from './rules/parameter-not-offered';
import { parameterValue } from './rules/parameter-value';
import { passwordInLog } from './rules/password-in-log';
import { pathSyntax } from './rules/path-syntax';
import { pipeliningNotOffered } from './rules/pipelining-not-offered';
import { pipeliningOrder } from './rules/pipelining-order';
import { productSpeaks } from './rules/product-speaks';
import { rcptBeforeMail } from './rules/rcpt-before-mail';
import { refused } from './rules/refused';
import { replyNotAllowed } from './rules/reply-not-allowed';
import { replySyntax } from './rules/reply-syntax';
import { rsetForData } from './rules/rset-for-data';
import { scannerHeader } from './rules/scanner-header';
import { smuggling } from './rules/smuggling';
import { strangeVoice } from './rules/strange-voice';
import { textAfterStarttls } from './rules/text-after-starttls';
import { textWithoutGoAhead } from './rules/text-without-go-ahead';
import { unterminatedData } from './rules/unterminated-data';
import { waitingTime } from './rules/waiting-time';
import { judgeShapes } from './survey/judge';

export const rules: readonly Rule<Transcript>[] = [
  refused,
  helloMissing,
  helloWithoutName,
  rcptBeforeMail,
  nestedMail,
  dataWithoutRecipient,
  outOfPlace,
  unterminatedData,
  multilineReply,
  enhancedClass,
  authInClear,
  passwordInLog,
  ehloAfterStarttls,
  pipeliningNotOffered,
  pipeliningOrder,
  textAfterStarttls,
  bdat,
  pathSyntax,
  parameterNotOffered,
  noQuit,
  eightBitWithoutMime,
  lineTooLong,
  bareLineEnd,
  smuggling,
  answeredEarly,
  replyNotAllowed,
  waitingTime,
  masked,
  productSpeaks,
  strangeVoice,
  rsetForData,
  noopInTransaction,
  addressTooLong,
  commandArgument,
  commandNotOffered,
  earlyTalker,
  echoMismatch,
  ehloKeyword,
  helloName,
  parameterValue,
  replySyntax,
  scannerHeader,
  textWithoutGoAhead,
];

/** Judges a transcript. What its log does not show is not judged. */
export function validate(transcript: Transcript, options?: RuleOptions): Problem[] {
  const steps = validateInSteps(transcript, options);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** The same, one rule or some sessions a step. */
export function* validateInSteps(transcript: Transcript, options?: RuleOptions): Generator<void, Problem[]> {
  const { survey, source } = transcript;
  // A comment that silences a rule may be anywhere.
  if (survey && !hasIgnored(source)) return (yield* judgeShapes(survey, rules, options)).problems;
  return yield* runRulesInSteps(rules, transcript, options);
}
