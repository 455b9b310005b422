/** A session as a row of exchanges: what the client said and what it was answered, whatever the order of the log's lines. */
import type { CommandEvent, DataEvent, NoteEvent, ReplyEvent, Session, Transcript } from '../smtp/model';
import { secondsAt } from './clocks';
import { commandKey, envelopeOf, naturalParts, plain, queueIdOf } from './normalise';

/**
 * One thing said and its answer.
 * `greeting`: the server speaks first. `message`: message text and the reply to its end. `unasked`: a reply nobody asked for.
 */
export interface Exchange {
  readonly kind: 'greeting' | 'command' | 'message' | 'unasked';
  /** In capitals; '' for anything that is no command, and for the lines of an AUTH exchange. */
  readonly verb: string;
  /** Index in `Session.events` of the command or data. */
  readonly asked?: number;
  /** Index in `Session.events` of the reply. */
  readonly reply?: number;
  /** For aligning: equal keys are the same thing said. */
  readonly key: string;
}

/** A session with its exchanges and what its log lets one see. */
export interface Dialogue {
  readonly transcript: Transcript;
  readonly session: Session;
  readonly index: number;
  readonly exchanges: readonly Exchange[];
  readonly greeting?: ReplyEvent;
  /** Addresses of each MAIL, in order, and of each RCPT. */
  readonly senders: readonly string[];
  readonly recipients: readonly string[];
  /** Names given in HELO, EHLO and LHLO, in small letters. */
  readonly names: readonly string[];
  readonly messageIds: readonly string[];
  readonly queueIds: readonly string[];
  /** The greeting in one line, '' without one, and whether it has a date or another thing of one connection alone. */
  readonly greetingText: string;
  readonly dated: boolean;
  /** When it began by the log's clock, in seconds (clocks.ts); undefined in logs without times. */
  readonly began?: number;
  /**
   * False if replies are left over that answer nothing: the log lost commands, so that nobody can say which reply is whose.
   * A log may begin with the rest of a reply, and may end with the server's 421.
   */
  readonly orderly: boolean;
  /** True if the log shows how the session ended: a QUIT, or a remark about the connection. */
  readonly ended: boolean;
  /** What the log shows at all. */
  readonly shows: {
    readonly replies: boolean;
    readonly replyTexts: boolean;
    readonly commands: boolean;
    readonly messages: boolean;
  };
}

/** Sessions without a partner that carry a message of a pair's other side. */
export interface Strays {
  readonly client: readonly Dialogue[];
  readonly server: readonly Dialogue[];
}

export const NO_STRAYS: Strays = { client: [], server: [] };

/** Reads a session as exchanges. Linear in its events. */
export function dialogueOf(transcript: Transcript, index: number): Dialogue {
  const session = transcript.sessions[index]!;
  const exchanges = exchangesOf(session);
  const senders: string[] = [];
  const recipients: string[] = [];
  const names: string[] = [];
  const messageIds: string[] = [];
  const queueIds: string[] = [];
  const shows = { replies: false, replyTexts: false, commands: false, messages: false };
  for (const exchange of exchanges) {
    const asked = exchange.asked === undefined ? undefined : session.events[exchange.asked];
    const reply = exchange.reply === undefined ? undefined : (session.events[exchange.reply] as ReplyEvent);
    if (asked?.kind === 'command') {
      shows.commands = true;
      note(asked, senders, recipients, names);
    } else if (asked?.kind === 'data' && !asked.hidden) {
      shows.messages ||= asked.lines.length > 0;
      const id = messageIdOf(asked);
      if (id !== undefined) messageIds.push(id);
    }
    if (reply) {
      shows.replies = true;
      shows.replyTexts ||= reply.lines.some((l) => l !== '');
      if (exchange.kind === 'message' || exchange.verb === 'BDAT') {
        const id = queueIdOf(reply.lines[0] ?? '');
        if (id !== undefined && reply.code < 300) queueIds.push(id);
      }
    }
  }
  for (const event of session.events) if (event.kind === 'note') noteIds(event, messageIds, queueIds);
  if (!shows.commands) noteEnvelopes(session, senders, recipients, names);
  const first = exchanges[0];
  const greeting = first?.kind === 'greeting' ? (session.events[first.reply!] as ReplyEvent) : undefined;
  const ended = session.events.some((e) =>
    e.kind === 'note'
      ? e.mark === 'close' || e.mark === 'eof'
      : e.kind === 'command'
        ? e.verb === 'QUIT'
        : e.kind === 'reply' && e.code === 421 && LOST.test(e.text),
  );
  const orderly = isOrderly(session, exchanges);
  return {
    transcript,
    session,
    index,
    exchanges,
    orderly,
    ended,
    greeting,
    greetingText: plain(greeting?.lines.join(' ') ?? ''),
    dated: hasDate(greeting),
    began: secondsAt(session.events.find((e) => e.time !== undefined)?.time),
    senders,
    recipients,
    names,
    messageIds,
    queueIds,
    shows,
  };
}

/** What Exim says to a client that went away. */
const LOST = /\blost input connection\b/;

function hasDate(greeting: ReplyEvent | undefined): boolean {
  const text = greeting?.lines[0] ?? '';
  // A date has digits behind the host's name; most greetings have none at all.
  return /\d/.test(text) && naturalParts(text).some((p) => p.natural === 'date');
}

function isOrderly(session: Session, exchanges: readonly Exchange[]): boolean {
  const first = exchanges.findIndex((e) => e.asked !== undefined);
  if (first < 0) return true;
  return exchanges.every((e, i) => i < first || e.kind !== 'unasked' || STRAY.has((session.events[e.reply!] as ReplyEvent).code));
}

/** The server's farewell, and answers to a login whose lines a log leaves out. */
const STRAY = new Set([421, 334, 235, 535]);

function note(command: CommandEvent, senders: string[], recipients: string[], names: string[]): void {
  switch (command.verb) {
    case 'MAIL':
    case 'RCPT': {
      const { address } = envelopeOf(command.text);
      if (address !== undefined) (command.verb === 'MAIL' ? senders : recipients).push(address.toLowerCase());
      break;
    }
    case 'HELO':
    case 'EHLO':
    case 'LHLO': {
      const name = command.text.slice(4).trim().toLowerCase();
      if (name !== '') names.push(name);
    }
  }
}

/** Ids that a program's remarks give: Postfix's cleanup logs the Message-ID, smtpd the queue id. */
function noteIds(event: NoteEvent, messageIds: string[], queueIds: string[]): void {
  const message = /\bmessage-id=<([^<>\s]{3,})>/i.exec(event.text)?.[1];
  if (message !== undefined && !messageIds.includes(message)) messageIds.push(message);
  const queue = /\b([0-9A-Za-z]{6,20}): (?:client|from|message-id)=/.exec(event.text)?.[1];
  if (queue !== undefined && !queueIds.includes(queue)) queueIds.push(queue);
}

/** What a log without dialogue tells of the envelope: `from=<…>` of Postfix's qmgr, and all of it where mail was refused. */
function noteEnvelopes(session: Session, senders: string[], recipients: string[], names: string[]): void {
  for (const event of session.events) {
    if (event.kind !== 'note') continue;
    for (const [, what, value] of event.text.matchAll(/\b(from|to|helo)=<([^<>\s]{0,320})>/g)) {
      const list = what === 'from' ? senders : what === 'to' ? recipients : names;
      const name = value!.toLowerCase();
      if ((name !== '' || what === 'from') && !list.includes(name)) list.push(name);
    }
  }
}

/** The Message-ID of a message, without brackets. */
export function messageIdOf(data: DataEvent): string | undefined {
  for (let i = 0; i < data.lines.length; i++) {
    const line = data.lines[i]!;
    if (line === '') return undefined;
    if (line.length >= 11 && line.charCodeAt(10) === COLON && /^message-id:/i.test(line)) {
      // The value may stand on a continuation line.
      const value = line.slice(11).trim() || (data.lines[i + 1] ?? '').trim();
      const id = /<([^<>\s]+)>/.exec(value)?.[1] ?? value;
      return id === '' ? undefined : id;
    }
  }
  return undefined;
}

const COLON = 58;

/** The exchanges of a session in the order in which the client spoke. */
export function exchangesOf(session: Session): Exchange[] {
  const { events } = session;
  const replies = new Map<number, number>();
  events.forEach((event, i) => {
    if (event.kind === 'reply' && event.answers !== undefined && !replies.has(event.answers)) replies.set(event.answers, i);
  });
  const exchanges: Exchange[] = [];
  let spoken = false;
  let awaitsMessage = false;
  events.forEach((event, i) => {
    if (event.kind === 'note') return;
    if (event.kind === 'command') {
      spoken = true;
      exchanges.push({
        kind: 'command',
        verb: event.verb,
        asked: i,
        ...at(replies.get(i)),
        key: commandKey(event.verb, event.text),
      });
    } else if (event.kind === 'data') {
      spoken = true;
      awaitsMessage = false;
      exchanges.push({ kind: 'message', verb: '', asked: i, ...at(replies.get(i)), key: MESSAGE });
    } else if (event.answers === undefined) {
      if (!spoken && exchanges.length === 0 && isGreeting(session, i))
        exchanges.push({ kind: 'greeting', verb: '', reply: i, key: GREETING });
      // A log that hides the message shows the reply to its end straight after the 354.
      else if (awaitsMessage) exchanges.push({ kind: 'message', verb: '', reply: i, key: MESSAGE });
      else exchanges.push({ kind: 'unasked', verb: '', reply: i, key: `unasked ${event.code}` });
      awaitsMessage = false;
    } else if (event.code === 354) awaitsMessage = true;
  });
  return exchanges;
}

/** Keys of exchanges that are no commands. */
export const GREETING = 'greeting';
export const MESSAGE = 'message';

/**
 * RFC 5321 4.3.2: 220 or 554, in practice also 421 and a few more. Anything else that a log begins with answered a command
 * that the log lost or does not show: then an address is named, a remark tells of the refusal, or a transaction goes on.
 */
function isGreeting(session: Session, at: number): boolean {
  const reply = session.events[at] as ReplyEvent;
  const text = reply.lines[0] ?? '';
  // The answer to a STARTTLS: `220 2.0.0 Ready to start TLS`, `220 TLS go ahead`.
  if (reply.code === 220) return !/^\d\.\d\.\d |\bTLS\b/.test(text);
  if (!REFUSING.has(reply.code) || text.includes('<')) return false;
  const before = session.events[at - 1];
  if (before?.kind === 'note' && isRefusalRemark(before)) return false;
  const next = session.events.find((e) => e.kind === 'command');
  return next === undefined || next.verb === 'QUIT' || next.verb === 'EHLO' || next.verb === 'HELO';
}

const REFUSING = new Set([421, 450, 451, 521, 550, 554]);

/** A remark about a refusal, as Postfix makes it: `NOQUEUE: reject: RCPT from …`. */
export function isRefusalRemark(note: NoteEvent): boolean {
  return /\breject: /.test(note.text);
}

function at(reply: number | undefined): { reply?: number } {
  return reply === undefined ? {} : { reply };
}
