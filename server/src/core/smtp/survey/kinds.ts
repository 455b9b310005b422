/** What a line of sendmail's -X log is to a survey: asked once for all lines that no rule can tell apart (wasm/neutral.ts). */
import { isCommandLine, replyOf, verbOf } from '../wire';

/** Verbs that a scan knows, by their numbers (wasm/scan.ts). */
const VERBS = new Map(
  [['EHLO', 'HELO', 'LHLO'], ['STARTTLS', 'XCLIENT', 'XFORWARD'], ['RCPT'], ['DATA'], ['QUIT'], ['NOOP']].flatMap((verbs, i) =>
    verbs.map((verb) => [verb, i + 1] as const),
  ),
);
/** Of a reply: its code, and whether another line of it follows. Of any line: whether rules look closer at such a line: its connection is like no other. Of a client's: whether it can only be a command. */
const CODE = 1 << 3;
const MORE = 1 << 13;
const ODD = 1 << 14;
const COMMAND = 1 << 15;

/** Commands whose sessions may be judged by another one of the same shape. RSET is not among them: see wasm/neutral.ts. */
const PLAIN = new Set(['EHLO', 'HELO', 'MAIL', 'RCPT', 'DATA', 'QUIT', 'NOOP', 'VRFY', 'EXPN', 'HELP', 'ETRN', 'STARTTLS']);

/** A limit that a number of seven digits may be over. */
const LOW_LIMIT = /^250[ -]\s*SIZE(?! (?:0|[1-9]\d{7,14})$|$)/i;
/** What a firewall writes over, and a reply that says so. */
const MASKED = /^\d{3}[ -]X{2,}[A-Z]?$|\*|unrecognized/i;

/** What a line of the wire is, said by the client or the server, as a number: see `CODE` and the others. */
export function factsOf(text: string, client: boolean): number {
  if (client) {
    const [verb, command] = [verbOf(text), isCommandLine(text)];
    return (VERBS.get(verb) ?? 0) | (command ? COMMAND : 0) | (command && PLAIN.has(verb) ? 0 : ODD);
  }
  const reply = replyOf(text);
  const odd = reply?.code === 353 || LOW_LIMIT.test(text) || MASKED.test(text);
  return (reply ? reply.code * CODE : 0) | (reply?.more ? MORE : 0) | (odd ? ODD : 0);
}
