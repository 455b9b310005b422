/**
 * The protocol's state through a session, from pairs of command and reply (RFC 5321 4.1.4): what the client says changes
 * nothing before the server agrees.
 *
 * Logs have gaps: they begin late, hide text, lose replies. What cannot be known is `undefined` in the state until a reply
 * settles it again (an accepted EHLO, RSET or MAIL does), and rules do not judge by it.
 */
import type { CommandEvent, ReplyEvent, Session } from './model';
import { placeOfReply } from './signs';

/** What holds before an event. `undefined`: not known. */
export interface State {
  /** How the client has introduced itself, `none` if not yet. */
  readonly hello: 'none' | 'HELO' | 'EHLO' | undefined;
  /** What the last EHLO reply offers: keywords in capitals, each with what follows it. Empty after HELO. */
  readonly offers: ReadonlyMap<string, string> | undefined;
  readonly tls: boolean | undefined;
  /** True once a login was accepted. */
  readonly login: boolean | undefined;
  /** True from an accepted MAIL until the message, RSET or a new greeting ends the transaction. */
  readonly open: boolean | undefined;
  /** Of this transaction: recipients accepted, recipients refused, and whether MAIL was sent at all, accepted or not. */
  readonly accepted: number;
  readonly refused: number;
  readonly mailSent: boolean;
  /** Commands whose replies the log shows further down: the client has not seen them yet. */
  readonly pending: number;
}

/** A session walked through. */
export interface Walk {
  /** The state before each event of `Session.events`. */
  readonly before: readonly State[];
  /** Index of the reply to the command or message at an index. */
  readonly replyTo: ReadonlyMap<number, number>;
}

const walks = new WeakMap<Session, Walk>();

/** Walks through a session; time linear in its events. The same session gives the same object. */
export function walk(session: Session): Walk {
  let walked = walks.get(session);
  if (!walked) walks.set(session, (walked = walkThrough(session)));
  return walked;
}

const NONE = { accepted: 0, refused: 0, mailSent: false } as const;

function walkThrough(session: Session): Walk {
  const replyTo = new Map<number, number>();
  session.events.forEach((event, i) => {
    // LMTP answers a message once for each recipient: the first reply is the one that the client waited for.
    if (event.kind === 'reply' && event.answers !== undefined && !replyTo.has(event.answers)) replyTo.set(event.answers, i);
  });
  let state: State = beginsAtStart(session)
    ? { hello: 'none', offers: new Map(), tls: false, login: false, open: false, ...NONE, pending: 0 }
    : { hello: undefined, offers: undefined, tls: undefined, login: undefined, open: undefined, ...NONE, pending: 0 };
  const before = session.events.map((event, i) => {
    const now = state;
    if (event.kind === 'command') {
      state = afterCommand(state, event);
      state = replyTo.has(i) ? { ...state, pending: state.pending + 1 } : afterGap(state, event);
    } else if (event.kind === 'data') {
      if (replyTo.has(i)) state = { ...state, pending: state.pending + 1 };
    } else if (event.kind === 'reply') {
      if (event.answers === undefined || replyTo.get(event.answers) === i) state = afterReply(session, state, i);
    } else if (event.mark === 'tls' && !(state.tls === true && state.hello === 'none'))
      state = { ...state, tls: true, ...(state.tls === true ? {} : { hello: undefined, offers: undefined }) };
    return now;
  });
  return { before, replyTo };
}

/** True if the log has the session from its first word on: a greeting, or the client's first introduction. */
function beginsAtStart(session: Session): boolean {
  const i = session.events.findIndex((e) => e.kind !== 'note');
  const first = session.events[i];
  if (first?.kind === 'reply') return first.code === 220 && placeOfReply(session, i) === 'banner';
  return first?.kind === 'command' && HELLO.has(first.verb);
}

const HELLO: ReadonlySet<string> = new Set(['EHLO', 'HELO', 'LHLO']);

function afterCommand(state: State, command: CommandEvent): State {
  return command.verb === 'MAIL' ? { ...state, mailSent: true } : state;
}

/** A command whose reply the log does not have: what it would have settled is not known any more. */
function afterGap(state: State, command: CommandEvent): State {
  switch (command.verb) {
    case 'EHLO':
    case 'HELO':
    case 'LHLO':
      return { ...state, hello: undefined, offers: undefined, open: undefined };
    case 'STARTTLS':
    case 'XCLIENT':
      return { ...state, hello: undefined, offers: undefined, tls: undefined, open: undefined };
    case 'MAIL':
    case 'RCPT':
    case 'DATA':
    case 'BDAT':
    case 'RSET':
      return { ...state, open: undefined };
    case 'AUTH':
    case '':
      return { ...state, login: undefined };
    default:
      return state;
  }
}

function afterReply(session: Session, state: State, index: number): State {
  const reply = session.events[index] as ReplyEvent;
  if (reply.answers === undefined) return afterUnasked(session, state, index);
  const asked = session.events[reply.answers];
  const next = { ...state, pending: Math.max(0, state.pending - 1) };
  if (asked?.kind === 'data') return { ...next, open: false, ...NONE };
  return asked?.kind === 'command' ? afterAnswer(next, asked, reply) : next;
}

/** A reply to nothing: the log has lost a command, or a reply came in pieces. Greetings and a farewell are none. */
function afterUnasked(session: Session, state: State, index: number): State {
  const { code } = session.events[index] as ReplyEvent;
  if (code === 421 || code === 220 || placeOfReply(session, index) === 'banner') return state;
  return { ...state, hello: undefined, offers: undefined, login: undefined, open: undefined };
}

function afterAnswer(state: State, command: CommandEvent, reply: ReplyEvent): State {
  const done = reply.code >= 200 && reply.code < 300;
  switch (command.verb) {
    case 'EHLO':
    case 'LHLO':
      return done ? { ...state, hello: 'EHLO', offers: offersOf(reply), open: false, ...NONE } : state;
    case 'HELO':
      return done ? { ...state, hello: 'HELO', offers: new Map(), open: false, ...NONE } : state;
    case 'STARTTLS':
      return done ? { ...state, tls: true, hello: 'none', offers: undefined, login: false, open: false, ...NONE } : state;
    case 'XCLIENT':
      return done ? { ...state, hello: 'none', offers: undefined, login: undefined, open: false, ...NONE } : state;
    case 'AUTH':
    case '':
      return reply.code === 235 ? { ...state, login: true } : state;
    case 'MAIL':
      return done ? { ...state, open: true, accepted: 0, refused: 0, mailSent: true } : state;
    case 'RCPT':
      if (done) return { ...state, open: true, accepted: state.accepted + 1 };
      return reply.code >= 400 ? { ...state, refused: state.refused + 1 } : state;
    case 'RSET':
      return done ? { ...state, open: false, ...NONE } : state;
    case 'BDAT':
      return /\bLAST\s*$/i.test(command.text) || !done ? { ...state, open: done ? false : undefined, ...NONE } : state;
    default:
      return state;
  }
}

/**
 * The keywords of an EHLO reply, in capitals, each with what follows it; a keyword that is there twice keeps its first value.
 * Logs that put the whole reply on one line lose nothing: its words are taken where they are all there is.
 */
export function offersOf(reply: ReplyEvent): ReadonlyMap<string, string> | undefined {
  const offers = new Map<string, string>();
  for (const line of reply.lines.slice(1)) {
    const [keyword = '', ...rest] = line.trim().split(/[ \t]+/);
    // The form AUTH=LOGIN of old servers means the same as AUTH LOGIN.
    const equals = keyword.indexOf('=');
    const name = (equals < 0 ? keyword : keyword.slice(0, equals)).toUpperCase();
    if (equals > 0) rest.unshift(keyword.slice(equals + 1));
    const known = offers.get(name);
    if (name === 'AUTH') offers.set(name, [known, ...rest].filter(Boolean).join(' ').toUpperCase());
    else if (name !== '' && known === undefined) offers.set(name, rest.join(' '));
  }
  if (reply.lines.length > 1) return reply.text.charAt(reply.text.lastIndexOf('\n') + 4) === '-' ? undefined : offers;
  // The line says that others follow, or nothing at all: the log has left them out.
  if (reply.text.charAt(3) === '-' || (reply.lines[0] ?? '').trim() === '') return undefined;
  if (JOINED.test(reply.lines[0] ?? '')) return undefined;
  if (KEYWORD.test(reply.lines[0] ?? '')) return undefined;
  // A single line with many words is a log that joined them: no telling where a keyword ends.
  return (reply.lines[0] ?? '').trim().split(/\s+/).length > 8 ? undefined : offers;
}

/** Keywords behind the server's name: the log has joined the lines. */
const JOINED = /\s(?:SIZE|PIPELINING|STARTTLS|8BITMIME|AUTH|DSN|CHUNKING|ENHANCEDSTATUSCODES|SMTPUTF8)(?:\s|$)/;

/** A keyword where the server's name should stand: the log shows the last line alone. */
const KEYWORD = /^(?:SIZE|PIPELINING|STARTTLS|8BITMIME|AUTH|DSN|CHUNKING|ENHANCEDSTATUSCODES|SMTPUTF8|HELP)(?:\s|$)/;

/** True if a keyword of an EHLO reply was written over by something on the way, as in `XXXXXXXA`. */
export function isMasked(keyword: string): boolean {
  return /^X{2,}[A-Z]?$/.test(keyword) && keyword.length >= 4;
}

/** The parameters of a MAIL or RCPT command, each with its place in the command's text. */
export function parametersIn(command: string): { name: string; value?: string; at: number; length: number }[] {
  const close = command.indexOf('>');
  const from = close >= 0 ? close + 1 : (/^[^:]{0,20}:[ \t]*\S*/.exec(command)?.[0].length ?? command.length);
  const found: { name: string; value?: string; at: number; length: number }[] = [];
  for (const m of command.slice(from).matchAll(/[^\s]+/g)) {
    const equals = m[0].indexOf('=');
    const name = (equals < 0 ? m[0] : m[0].slice(0, equals)).toUpperCase();
    if (!/^[A-Z0-9][A-Z0-9-]*$/.test(name)) continue;
    found.push({ name, ...(equals >= 0 ? { value: m[0].slice(equals + 1) } : {}), at: from + m.index, length: m[0].length });
  }
  return found;
}
