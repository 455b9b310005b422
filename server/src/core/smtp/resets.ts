/** What a RSET is for: its honest uses, and the one that gives a program between client and server away. */
import { walk } from './machine';
import type { CommandEvent, ReplyEvent, Session } from './model';
import { transactionsOf, type Transaction } from './transactions';

/** RSET in place of DATA, and the transaction again. Indices are of `Session.events`. */
export interface Repetition {
  readonly reset: number;
  /** The MAIL that begins it again. */
  readonly again: number;
  /** NOOPs between. */
  readonly noops: number;
}

/**
 * Transactions that were ready for DATA, dropped by RSET, and begun again at once with the same sender and recipients: nothing
 * but NOOP and RSET lies between. Time is linear in the session.
 */
export function repeatedTransactions(session: Session): Repetition[] {
  const all = transactionsOf(session);
  const found: Repetition[] = [];
  all.forEach((first, i) => {
    const second = all[i + 1];
    const reset = resetOf(session, first);
    if (!second || reset === undefined || !isReady(first) || envelopeOf(first) !== envelopeOf(second)) return;
    const between = session.events.slice(reset + 1, second.first).filter((e): e is CommandEvent => e.kind === 'command');
    if (between.some((c) => c.verb !== 'NOOP' && c.verb !== 'RSET')) return;
    found.push({ reset, again: second.first, noops: between.filter((c) => c.verb === 'NOOP').length });
  });
  return found;
}

/** Indices of each RSET that ended a transaction which was ready for DATA and did not come again. */
export function unexplainedResets(session: Session): number[] {
  const repeated = new Set(repeatedTransactions(session).map((r) => r.reset));
  return transactionsOf(session).flatMap((transaction) => {
    const reset = isReady(transaction) ? resetOf(session, transaction) : undefined;
    return reset === undefined || repeated.has(reset) ? [] : [reset];
  });
}

/** The RSET that ended a transaction before its message. */
function resetOf(session: Session, { first, last, outcome }: Transaction): number | undefined {
  if (outcome !== 'dropped') return undefined;
  for (let i = last; i > first; i--) {
    const event = session.events[i]!;
    if (event.kind === 'command') return event.verb === 'RSET' ? i : undefined;
  }
  return undefined;
}

/** True if nothing was missing but DATA. */
function isReady({ sender, recipients, data }: Transaction): boolean {
  return sender !== undefined && data === undefined && recipients.length > 0 && recipients.every((r) => r.accepted === true);
}

function envelopeOf({ sender, recipients }: Transaction): string {
  return [sender, ...recipients.map((r) => r.address)].join('\n').toLowerCase();
}

/** Why a client sends RSET, as far as its session tells. */
export type ResetReason =
  | 'refused recipient'
  | 'refused sender'
  | 'refused message'
  | 'next message'
  | 'first of all'
  | 'in place of DATA'
  | 'unexplained';

/** Finds the reason of the RSET at `index`. */
export function resetReason(session: Session, index: number): ResetReason {
  if (repeatedTransactions(session).some((r) => r.reset === index)) return 'in place of DATA';
  const { events } = session;
  const state = walk(session).before[index];
  const last = events.slice(0, index).findLast((e): e is ReplyEvent => e.kind === 'reply');
  const asked = last?.answers === undefined ? undefined : events[last.answers];
  if (last && last.code >= 400 && asked) {
    const verb = asked.kind === 'command' ? asked.verb : 'DATA';
    if (verb === 'DATA' || verb === 'BDAT') return 'refused message';
    if (verb === 'MAIL') return 'refused sender';
    if (verb === 'RCPT') return 'refused recipient';
  }
  if (state?.open === true && state.refused > 0) return 'refused recipient';
  if (state?.open !== false) return 'unexplained';
  const next = events.slice(index + 1).find((e): e is CommandEvent => e.kind === 'command');
  const had = events.slice(0, index).some((e) => e.kind === 'command' && e.verb === 'MAIL');
  if (!had) return 'first of all';
  return next?.verb === 'MAIL' ? 'next message' : 'unexplained';
}
