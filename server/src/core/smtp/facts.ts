/** What a session is called, when it was, and whether the log has its beginning. */
import type { Piece, ReplyEvent, SessionEvent, Vantage } from './model';
import { isoDate } from './time';

/** Names and times of a session, found in its events. */
export interface Facts {
  readonly client?: string;
  readonly server?: string;
  readonly started?: string;
  /** True if the log has the beginning: the greeting, a first HELO or EHLO, or a remark about the connection. */
  readonly begins: boolean;
}

/** Finds them. The other end's address, where a remark tells it, stands in for the name it did not give. */
export function factsOf(events: readonly SessionEvent[], pieces: readonly Piece[], vantage: Vantage): Facts {
  const peer = pieces.find((p) => p.peer)?.peer;
  const first = events.find((e) => e.kind !== 'note');
  const greeting = first?.kind === 'reply' && GREETINGS.has(first.code) ? first : undefined;
  const command = events.find((e) => e.kind === 'command');
  const begins = Boolean(greeting) || isHello(command) || events.some((e) => e.kind === 'note' && e.mark === 'open');
  return {
    client: nameInHello(events) ?? (vantage === 'server' ? peer : undefined),
    server: nameInReply(greeting, 220) ?? nameInReply(helloReply(events), 250) ?? (vantage === 'client' ? peer : undefined),
    started: events.find((e) => e.time !== undefined)?.time ?? (greeting && dateIn(greeting)),
    begins,
  };
}

/** A server greets with 220, or says that it will not serve (RFC 5321 3.1, 4.3.2). */
const GREETINGS = new Set([220, 421, 554]);

function isHello(event: SessionEvent | undefined): boolean {
  return event?.kind === 'command' && (event.verb === 'EHLO' || event.verb === 'HELO' || event.verb === 'LHLO');
}

function nameInHello(events: readonly SessionEvent[]): string | undefined {
  for (const event of events) {
    const name = isHello(event) ? /^\s*\S+\s+(\S+)/.exec(event.text)?.[1] : undefined;
    if (name) return name;
  }
  return undefined;
}

function helloReply(events: readonly SessionEvent[]): ReplyEvent | undefined {
  return events.find(
    (e): e is ReplyEvent => e.kind === 'reply' && e.answers !== undefined && isHello(events[e.answers]) && e.code === 250,
  );
}

/** The host name that begins a greeting or a reply to EHLO; a mask of asterisks is none. */
function nameInReply(reply: ReplyEvent | undefined, code: number): string | undefined {
  if (reply?.code !== code) return undefined;
  return /^\s*(\[?[A-Za-z0-9][\w.:-]*\]?)(?=[\s,;]|$)/.exec(reply.lines[0] ?? '')?.[1];
}

function dateIn(reply: ReplyEvent): string | undefined {
  for (const line of reply.lines) {
    const date = isoDate(line);
    if (date) return date;
  }
  return undefined;
}
