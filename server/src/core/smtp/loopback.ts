/** Connections inside one machine: nothing that is said on them crosses a wire. */
import type { Session, Transcript } from './model';

const known = new WeakMap<Session, boolean>();

/**
 * True where the log shows that one end is the machine's own (127.0.0.0/8, ::1, localhost): in a remark of the program that
 * wrote it (`Connected to 127.0.0.1`), in what it puts before each line (`localhost[127.0.0.1]:`), or where the server says
 * whom it sees (`250 mail.example.com Hello client [127.0.0.1]`).
 */
export function isLoopback(session: Session, transcript: Transcript): boolean {
  let found = known.get(session);
  if (found === undefined) known.set(session, (found = findLoopback(session, transcript)));
  return found;
}

function findLoopback(session: Session, { source }: Transcript): boolean {
  let looked = 0;
  let replied = false;
  for (const event of session.events) {
    if (++looked > LOOK) return false;
    if (event.kind === 'note') {
      // A remark about this connection, not about another one that is relayed through it.
      if (!replied && event.text.length < 400 && CONNECTS.test(event.text) && LOOPBACK.test(event.text)) return true;
      continue;
    }
    if (event.kind !== 'reply') continue;
    const asked = event.answers === undefined ? undefined : session.events[event.answers];
    if (asked?.kind === 'command' && HELLO.test(asked.verb)) return SEEN.test((event.lines[0] ?? '').slice(0, 400));
    if (replied) continue;
    replied = true;
    const lineStart = source.text.lastIndexOf('\n', event.start - 1) + 1;
    if (LOOPBACK.test(source.text.slice(Math.max(lineStart, event.start - 300), event.start))) return true;
  }
  return false;
}

/** Events from the beginning that are looked at. */
const LOOK = 50;
const CONNECTS = /connect|trying|peer|remote|client|opened/i;
const HELLO = /^(?:EHLO|HELO|LHLO)$/;
const LOOPBACK = /(?<![\w.])(?:127(?:\.\d{1,3}){3}(?!\.?[\w-])|localhost(?:\.localdomain)?(?![\w-]|\.\w)|(?<!:):{2}1(?![\w:]))/i;
const SEEN = /\[(?:127(?:\.\d{1,3}){3}|(?:IPv6:)?::1)\]/i;
