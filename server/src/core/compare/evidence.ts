/** Holds two dialogues against each other: every rule in turn, its findings as evidence in order of weight. */
import type { Evidence, Weight } from './report';
import type { CompareRule, Finding, PairView } from './view';
import { answeredEarly } from './rules/answered-early';
import { bannerDiffers } from './rules/banner-differs';
import { bannerMasked } from './rules/banner-masked';
import { bannerNamesProxy } from './rules/banner-names-proxy';
import { bodyChanged } from './rules/body-changed';
import { capabilityAdded } from './rules/capability-added';
import { capabilityMasked } from './rules/capability-masked';
import { capabilityReordered } from './rules/capability-reordered';
import { capabilityValueDiffers } from './rules/capability-value-differs';
import { capabilityWithheld } from './rules/capability-withheld';
import { commandInserted } from './rules/command-inserted';
import { commandReordered } from './rules/command-reordered';
import { commandRespelt } from './rules/command-respelt';
import { commandRewritten } from './rules/command-rewritten';
import { commandWithheld } from './rules/command-withheld';
import { countDiffers } from './rules/count-differs';
import { dataAnsweredElsewhere } from './rules/data-answered-elsewhere';
import { dotsChanged } from './rules/dots-changed';
import { echoMismatch } from './rules/echo-mismatch';
import { ehloGreetingDiffers } from './rules/ehlo-greeting-differs';
import { eightBitChanged } from './rules/eight-bit-changed';
import { enhancedCodeDiffers } from './rules/enhanced-code-differs';
import { finalReplyDiffers } from './rules/final-reply-differs';
import { footerAdded } from './rules/footer-added';
import { headerAdded } from './rules/header-added';
import { headerChanged } from './rules/header-changed';
import { headerRemoved } from './rules/header-removed';
import { heldOnTheWay } from './rules/held-on-the-way';
import { keepAliveNoop } from './rules/keep-alive-noop';
import { lineEndsChanged } from './rules/line-ends-changed';
import { messageFateDiffers } from './rules/message-fate-differs';
import { naturalDifference } from './rules/natural-difference';
import { onlyInOneLog } from './rules/only-in-one-log';
import { parametersChanged } from './rules/parameters-changed';
import { peerDiffers } from './rules/peer-differs';
import { productVoice } from './rules/product-voice';
import { refusalUnheard } from './rules/refusal-unheard';
import { replyCodeDiffers } from './rules/reply-code-differs';
import { replyTextDiffers } from './rules/reply-text-differs';
import { rsetInPlaceOfData } from './rules/rset-in-place-of-data';
import { scannerHeader } from './rules/scanner-header';
import { sessionSplit } from './rules/session-split';
import { sizeDiffers } from './rules/size-differs';
import { starttlsRefused } from './rules/starttls-refused';
import { starttlsWithheld } from './rules/starttls-withheld';
import { tlsNeverCompleted } from './rules/tls-never-completed';
import { tlsOnOneSide } from './rules/tls-on-one-side';
import { transactionRepeated } from './rules/transaction-repeated';
import { voiceMismatch } from './rules/voice-mismatch';

/** Every rule, in the order of a session. */
export const compareRules: readonly CompareRule[] = [
  bannerMasked,
  bannerNamesProxy,
  bannerDiffers,
  ehloGreetingDiffers,
  starttlsWithheld,
  capabilityMasked,
  capabilityWithheld,
  capabilityAdded,
  capabilityReordered,
  capabilityValueDiffers,
  starttlsRefused,
  tlsOnOneSide,
  tlsNeverCompleted,
  commandRewritten,
  parametersChanged,
  commandRespelt,
  commandWithheld,
  rsetInPlaceOfData,
  transactionRepeated,
  keepAliveNoop,
  commandInserted,
  commandReordered,
  sessionSplit,
  replyCodeDiffers,
  replyTextDiffers,
  enhancedCodeDiffers,
  echoMismatch,
  dataAnsweredElsewhere,
  messageFateDiffers,
  finalReplyDiffers,
  answeredEarly,
  heldOnTheWay,
  headerAdded,
  headerChanged,
  headerRemoved,
  bodyChanged,
  footerAdded,
  eightBitChanged,
  lineEndsChanged,
  dotsChanged,
  sizeDiffers,
  scannerHeader,
  countDiffers,
  refusalUnheard,
  voiceMismatch,
  productVoice,
  peerDiffers,
  naturalDifference,
  onlyInOneLog,
];

const alone = compareRules.filter((rule) => rule.evenIfSame);

/** Weights from what proves most to what proves nothing. */
export const WEIGHTS: readonly Weight[] = ['decisive', 'strong', 'moderate', 'weak', 'neutral'];

/** What the rules find in two dialogues, in order of weight, then of place. `onBrokenRule` is told of a rule that threw. */
export function findEvidence(view: PairView, onBrokenRule?: (rule: string, error: unknown) => void): Evidence[] {
  const found: Evidence[] = [];
  // Where nobody can say which reply is whose, nothing can be held against it.
  if (!view.client.orderly || !view.server.orderly) return found;
  const rules = view.identical ? alone : compareRules;
  for (const rule of rules) {
    try {
      rule.check(view, (finding) => found.push(evidenceOf(rule, finding)));
    } catch (error) {
      onBrokenRule?.(rule.id, error);
    }
  }
  return found.sort((a, b) => WEIGHTS.indexOf(a.weight) - WEIGHTS.indexOf(b.weight) || lineOf(a) - lineOf(b));
}

function evidenceOf(rule: CompareRule, finding: Finding): Evidence {
  const { change, message, client, server, product } = finding;
  return {
    rule: rule.id,
    weight: finding.weight ?? rule.weight,
    change,
    message,
    ...(client && { client }),
    ...(server && { server }),
    ...(product !== undefined && { product }),
  };
}

function lineOf(evidence: Evidence): number {
  return evidence.client?.line ?? evidence.server?.line ?? 0;
}
