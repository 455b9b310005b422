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
  const byRcpt = new Map<number, Draft['recipients'][number]>();
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
      } else if (draft && event.verb === 'RCPT') {
        const recipient = { address: addressIn(event) ?? '', event: i };
        draft.recipients.push(recipient);
        byRcpt.set(i, recipient);
      }
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
    const recipient = byRcpt.get(event.answers!);
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
}
