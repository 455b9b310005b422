<<<<<<< HEAD
/** Mail transactions: from MAIL to the reply that ends the message, or to what ended it before (RFC 5321 3.3). */
import type { CommandEvent, ReplyEvent, Session } from './model';

/**
 * How a transaction ended: the server took the message, put it off (4yz) or refused it (5yz), at whatever command; the client
 * gave up (RSET, QUIT); or the log does not say.
 */
export type Outcome = 'accepted' | 'deferred' | 'refused' | 'dropped' | 'unknown';

export interface Recipient {
  /** Without angle brackets; '' where the log lost it. */
  readonly address: string;
  /** Indices in `Session.events`: its RCPT and the reply to it. */
  readonly event: number;
  readonly reply?: number;
  /** What the reply said; undefined where the log has none. */
  readonly accepted?: boolean;
}

export interface Transaction {
  /** Indices in `Session.events` of its MAIL and of the last event that belongs to it. */
  readonly first: number;
  readonly last: number;
  /** Without angle brackets: '' is the null sender of bounces; undefined where the log lost it. */
  readonly sender?: string;
  readonly recipients: readonly Recipient[];
  /** Index of the message text. */
  readonly data?: number;
  readonly outcome: Outcome;
  /** Index of the reply that decided it. */
  readonly decided?: number;
}

const MAIL = new Set(['MAIL', 'SEND', 'SOML', 'SAML']);
/** What ends a transaction before its message (RFC 5321 4.1.4, 4.1.1.5). */
const ENDS = new Set(['RSET', 'QUIT', 'EHLO', 'HELO', 'LHLO', 'STARTTLS']);

interface Draft {
  first: number;
  last: number;
  sender?: string;
  recipients: { address: string; event: number; reply?: number; accepted?: boolean }[];
  data?: number;
  /** Index of the reply to the message. */
  end?: number;
  /** The last refusal of MAIL, RCPT or DATA. */
  refusal?: number;
  dropped: boolean;
}

/** The transactions of a session, in order. Linear in its events. */
export function transactionsOf(session: Session): Transaction[] {
  const { events } = session;
  const drafts: Draft[] = [];
  const byEvent = new Map<number, Draft>(); // which transaction a command or a message belongs to
  let draft: Draft | undefined;

  events.forEach((event, i) => {
    if (event.kind === 'command') {
      if (MAIL.has(event.verb)) {
        draft = { first: i, last: i, sender: addressIn(event), recipients: [], dropped: false };
        drafts.push(draft);
      } else if (draft && ENDS.has(event.verb)) {
        draft.dropped = draft.data === undefined;
        if (event.verb === 'RSET' && draft.dropped) claim(i, draft);
        draft = undefined;
      } else if (draft && event.verb === 'RCPT') draft.recipients.push({ address: addressIn(event) ?? '', event: i });
      if (draft) claim(i, draft);
    } else if (event.kind === 'data' && draft) {
      draft.data ??= i;
      claim(i, draft);
    } else if (event.kind === 'reply' && event.answers !== undefined) reply(event, i);
  });
  return drafts.map((d) => finish(d, session));

  function claim(index: number, owner: Draft): void {
    byEvent.set(index, owner);
    owner.last = index;
  }

  function reply(event: ReplyEvent, i: number): void {
    const owner = byEvent.get(event.answers!);
    if (!owner) return;
    owner.last = i;
    const asked = events[event.answers!]!;
    const recipient = owner.recipients.find((r) => r.event === event.answers);
    if (recipient) Object.assign(recipient, { reply: i, accepted: event.code < 400 });
    const isEnd = asked.kind === 'data' || (asked.kind === 'command' && /^BDAT .*LAST/i.test(asked.text));
    if (isEnd) owner.end = i;
    else if (event.code >= 400 && !(asked.kind === 'command' && asked.verb === 'DATA' && owner.refusal !== undefined))
      owner.refusal = i;
    if (isEnd && owner === draft) draft = undefined;
  }
}

function finish(draft: Draft, { events }: Session): Transaction {
  const { first, last, sender, recipients, data, end, refusal, dropped } = draft;
  const wanted = recipients.some((r) => r.accepted);
  const refusedAtData = refusal !== undefined && !recipients.some((r) => r.reply === refusal);
  const decided = end ?? (data === undefined && (!wanted || refusedAtData) ? refusal : undefined);
  const code = decided === undefined ? undefined : (events[decided] as ReplyEvent).code;
  const outcome: Outcome =
    code === undefined ? (dropped ? 'dropped' : 'unknown') : code < 400 ? 'accepted' : code < 500 ? 'deferred' : 'refused';
  return { first, last, sender, recipients, data, outcome, decided };
}

/** The address after FROM: or TO:, without its angle brackets; undefined if none is there. */
export function addressIn(command: CommandEvent): string | undefined {
  const m = /^\s*\S+\s+(?:FROM|TO)\s*:\s*(?:<([^<>]*)>?|([^\s=]+)(?=\s|$))/i.exec(command.text);
  return m?.[1] ?? m?.[2];
=======
/** The mail transactions of a session, and what a RSET in one of them is for. */
import { addressIn, walk } from './machine';
import type { CommandEvent, ReplyEvent, Session } from './model';

/** One transaction: from MAIL on until something ends it. Indices are of `Session.events`. */
interface Transaction {
  readonly mail: number;
  readonly sender: string;
  /** Accepted recipients, in order. */
  readonly recipients: string[];
  refused: number;
  /** What ended it: RSET, the message, a new greeting; undefined if the log ends first. */
  end?: { readonly index: number; readonly by: 'RSET' | 'message' | 'other' };
}

/** RSET in place of DATA with the transaction repeated. */
export interface Repetition {
  /** Index of the RSET. */
  readonly reset: number;
  /** Index of the MAIL that begins it again. */
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
  for (let i = 0; i + 1 < all.length; i++) {
    const [first, second] = [all[i]!, all[i + 1]!];
    if (first.end?.by !== 'RSET' || first.refused > 0 || first.recipients.length === 0) continue;
    if (second.sender !== first.sender || second.recipients.join('\n') !== first.recipients.join('\n')) continue;
    const between = session.events.slice(first.end.index + 1, second.mail).filter((e): e is CommandEvent => e.kind === 'command');
    if (between.some((c) => c.verb !== 'NOOP' && c.verb !== 'RSET')) continue;
    found.push({ reset: first.end.index, again: second.mail, noops: between.filter((c) => c.verb === 'NOOP').length });
  }
  return found;
}

function transactionsOf(session: Session): Transaction[] {
  const { replyTo } = walk(session);
  const done = (i: number): boolean => {
    const at = replyTo.get(i);
    const code = at === undefined ? 0 : (session.events[at] as ReplyEvent).code;
    return code >= 200 && code < 300;
  };
  const all: Transaction[] = [];
  let open: Transaction | undefined;
  const close = (index: number, by: 'RSET' | 'message' | 'other'): void => {
    if (open) open.end = { index, by };
    open = undefined;
  };
  session.events.forEach((event, i) => {
    if (event.kind === 'data') return close(i, 'message');
    if (event.kind !== 'command') return;
    switch (event.verb) {
      case 'MAIL':
        if (!done(i)) return;
        close(i, 'other');
        all.push((open = { mail: i, sender: addressIn(event.text), recipients: [], refused: 0 }));
        return;
      case 'RCPT':
        if (!open) return;
        if (done(i)) open.recipients.push(addressIn(event.text));
        else open.refused++;
        return;
      case 'RSET':
        return close(i, 'RSET');
      case 'EHLO':
      case 'HELO':
      case 'LHLO':
      case 'STARTTLS':
        return close(i, 'other');
      case 'DATA':
      case 'BDAT':
        return close(i, 'message');
    }
  });
  return all;
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
  const before = session.events.slice(0, index).filter((e) => e.kind === 'command' || e.kind === 'reply');
  const state = walk(session).before[index];
  const last = before.findLast((e): e is ReplyEvent => e.kind === 'reply');
  const asked = last?.answers === undefined ? undefined : session.events[last.answers];
  if (last && last.code >= 400) {
    if (asked?.kind === 'data') return 'refused message';
    if (asked?.kind === 'command' && asked.verb === 'DATA') return 'refused message';
    if (asked?.kind === 'command' && asked.verb === 'MAIL') return 'refused sender';
    if (asked?.kind === 'command' && asked.verb === 'RCPT') return 'refused recipient';
  }
  if (state?.open === true && state.refused > 0) return 'refused recipient';
  if (state?.open === false) {
    const next = session.events.slice(index + 1).find((e): e is CommandEvent => e.kind === 'command');
    const had = before.some((e) => e.kind === 'command' && e.verb === 'MAIL');
    if (next?.verb === 'MAIL' && had) return 'next message';
    if (!had) return 'first of all';
  }
  return 'unexplained';
>>>>>>> 7f27dc1 (Judge SMTP sessions: refusals explained, order, clear-text logins, signs of a program in between)
}
