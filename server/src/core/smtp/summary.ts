/** A session in a few words, the same in the outline and above the session. */
import { t } from '@vscode/l10n';
import type { ReplyEvent, Session } from './model';
import { transactionsOf, type Outcome, type Transaction } from './transactions';

/** Who spoke to whom: `client.example.org → mail.example.com`. */
export function partiesOf(session: Session): string {
  return t('{0} → {1}', session.client ?? t('unknown client'), session.server ?? t('unknown server'));
}

/** What became of its mail: `bob@example.org → alice@example.com, 250`; of several messages, how many. */
export function mailOf(session: Session, transactions = transactionsOf(session)): string {
  const [only] = transactions;
  if (!only) return hasDialogue(session) ? t('no mail') : t('dialogue not in the log');
  if (transactions.length === 1) return `${envelopeOf(only)}, ${outcomeOf(session, only)}`;
  const counts = ORDER.map((outcome) => [outcome, transactions.filter((x) => x.outcome === outcome).length] as const);
  const parts = counts.filter(([, n]) => n > 0).map(([outcome, n]) => `${n} ${wordOf(outcome)}`);
  return t('{0} transactions: {1}', transactions.length, parts.join(', '));
}

/** False where the program that wrote the log only remarks on connections. */
export function hasDialogue(session: Session): boolean {
  return session.events.some((e) => e.kind === 'command');
}

/** Sender and recipients: `bob@example.org → alice@example.com +2 (1 refused)`. */
export function envelopeOf({ sender, recipients }: Transaction): string {
  const from = sender === undefined ? t('unknown sender') : sender === '' ? '<>' : sender;
  const refused = recipients.filter((r) => r.accepted === false);
  const taken = recipients.filter((r) => r.accepted !== false);
  const [first] = taken.length > 0 ? taken : refused;
  if (!first) return from;
  const others = (taken.length || refused.length) - 1;
  const to = (first.address || t('unknown recipient')) + (others > 0 ? ` +${others}` : '');
  return t('{0} → {1}', from, to) + (taken.length > 0 && refused.length > 0 ? ` (${t('{0} refused', refused.length)})` : '');
}

/** The reply that decided, with the enhanced code, or a word where there is none: `550 5.7.1`, `dropped`. */
export function outcomeOf(session: Session, { decided, outcome }: Transaction): string {
  if (decided === undefined) return wordOf(outcome);
  const { code, enhanced } = session.events[decided] as ReplyEvent;
  return enhanced ? `${code} ${enhanced}` : String(code);
}

const ORDER: readonly Outcome[] = ['accepted', 'deferred', 'refused', 'dropped', 'unknown'];

function wordOf(outcome: Outcome): string {
  switch (outcome) {
    case 'accepted':
      return t('accepted');
    case 'deferred':
      return t('deferred');
    case 'refused':
      return t('refused');
    case 'dropped':
      return t('dropped by the client');
    case 'unknown':
      return t('outcome not in the log');
  }
}
