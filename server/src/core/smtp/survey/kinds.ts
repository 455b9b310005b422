/** What a line of sendmail's -X log is to a survey: found out once for all lines that no rule can tell apart. */
import { isCommandLine, replyOf, verbOf } from '../wire';
import { neutralHash } from './neutral';

/** Lines that differ only in what `neutralHash` leaves out. */
export interface Kind {
  /** From 1. */
  readonly id: number;
  /** True if the client said it; and the first line of the kind. */
  readonly client: boolean;
  readonly text: string;
  /** Of a client's line, as `verbOf`. */
  readonly verb: string;
  /** Of a client's line: true if it can only be a command. */
  readonly command: boolean;
  /** Of a server's line: 0 if it has no code, and whether another line of the reply follows. */
  readonly code: number;
  readonly more: boolean;
  /** True if rules look closer at such a line: its connection is like no other. */
  readonly odd: boolean;
  /** What followed such a line the last time. */
  next: Kind | undefined;
}

/** Gives the kind of what stands from `from` to `to` in a text, said by the client or the server. */
export type KindOf = (text: string, from: number, to: number, client: boolean) => Kind;

/** Commands whose sessions may be judged by another one of the same shape. RSET is not among them: see `neutralHash`. */
const PLAIN = new Set(['EHLO', 'HELO', 'MAIL', 'RCPT', 'DATA', 'QUIT', 'NOOP', 'VRFY', 'EXPN', 'HELP', 'ETRN', 'STARTTLS']);

/** A limit that a number of seven digits may be over. */
const LOW_LIMIT = /^250[ -]\s*SIZE(?! (?:0|[1-9]\d{7,14})$|$)/i;
/** What a firewall writes over, and a reply that says so. */
const MASKED = /^\d{3}[ -]X{2,}[A-Z]?$|\*|unrecognized/i;

/** A table of kinds, empty at first. */
export function createKinds(): KindOf {
  const known = new Map<number, Kind>();
  return (text, from, to, client) => {
    const hash = neutralHash(text, from, to, client);
    let kind = known.get(hash);
    if (!kind) known.set(hash, (kind = kindOf(known.size + 1, text.slice(from, to), client)));
    return kind;
  };
}

function kindOf(id: number, text: string, client: boolean): Kind {
  const base = { id, client, text, next: undefined };
  if (client) {
    const [verb, command] = [verbOf(text), isCommandLine(text)];
    return { ...base, verb, command, code: 0, more: false, odd: !command || !PLAIN.has(verb) };
  }
  const reply = replyOf(text);
  const odd = reply?.code === 353 || LOW_LIMIT.test(text) || MASKED.test(text);
  return { ...base, verb: '', command: false, code: reply?.code ?? 0, more: reply?.more ?? false, odd };
}
