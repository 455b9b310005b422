/**
 * What the lines of a session tell, as they come in: what pairs it, and what the quick look does not understand, which marks the
 * session as odd.
 */
import { isTraceField } from '../rules/scanner-header';
import { latin1, type Classes } from './classes';
import type { Framing } from './framing';
import { hashOfBytes, hashOfText, wide } from './hash';
import {
  DATA,
  FINAL_DOT,
  HEADER,
  HELLO,
  isGone,
  MAIL,
  MESSAGE_MARK,
  NO_VERB,
  CLOSES,
  NOTE,
  OPENS,
  QUIT,
  RCPT,
  SERVER,
  TELLS,
  UPGRADE,
  type LineClass,
} from './kinds';
import {
  COMMANDS,
  EMPTY,
  HIDDEN,
  LOGIN,
  MESSAGE,
  MESSAGE_ID,
  NAME,
  PER_MESSAGE,
  QUEUE_ID,
  RECIPIENT,
  SENDER,
  SHOWN,
  type Live,
} from './live';
import { ABSENT, createTable } from './table';

/** The line at hand: number in the log (from 0), its bytes from `text` to `to`, two numbers that stand for them. */
export interface Line {
  bytes: Uint8Array;
  number: number;
  text: number;
  to: number;
  h1: number;
  h2: number;
  /** True if it ended in CR LF. */
  crlf: boolean;
}

/** Takes lines for their sessions. */
export interface Said {
  /** A line outside messages, of the kind that was found last. */
  take(session: Live, kind: LineClass, who: number, line: Line): void;
  /** A line while the client sends its message: text, the final dot, or what the server notes when the client goes away. */
  messageLine(session: Live, line: Line): void;
}

const MESSAGE_ID_FIELD = hashOfText('message-id', true);
const MOST_FIELDS = 10_000;
/** More than any message has, in bytes: what a client says it will send. */
const MOST_ANNOUNCED = 0x7fffffff;

/** `ended` is told when a session has said goodbye (or `eof`: gone away) and may still get a line or two. */
export function createSaid(
  { keyed, keepsEnds, hidesText }: Framing,
  classes: Classes,
  ended: (session: Live, eof: boolean) => void,
): Said {
  const fields = createTable(8); // names of header fields: 1 for those that a rule looks at

  function take(session: Live, kind: LineClass, who: number, line: Line): void {
    ownLine(session, line.number);
    add(session, kind, line);
    if (kind.strange) session.odd = true;
    if (who === NOTE) return note(session, kind);
    const begins = !session.spoken;
    session.spoken = true;
    if (who === SERVER) serverSays(session, kind, line, begins);
    else {
      if (begins) session.odd = true; // the log has not its beginning
      clientSays(session, kind, line);
    }
  }

  /** This line is the session's own. */
  function ownLine(session: Live, line: number): void {
    if (line !== session.own + 1) {
      if (session.firstEnd < 0) session.firstEnd = session.own;
      if (session.hasHello && session.helloEnd < 0) session.helloEnd = session.own;
      session.runStart = line;
    }
    session.own = line;
  }

  function add(session: Live, kind: LineClass, { number, h1, h2 }: Line): void {
    const at = session.count++;
    const { tokens } = kind;
    if (at === session.lines.length || session.tokenCount + tokens > session.tokens.length)
      session.reserve(at + 1, session.tokenCount + tokens);
    const hash = h1 ^ Math.imul(h2, 0x9e3779b1);
    session.lines[at] = number;
    session.hashes[at] = hash;
    session.kinds[at] = kind.id;
    session.sum = Math.imul(session.sum ^ (session.sum >>> 13) ^ (hash + kind.from), 0x01000193);
    for (let i = 0; i < tokens; i++) session.tokens[session.tokenCount++] = classes.tokens[i]!;
  }

  function note(session: Live, kind: LineClass): void {
    if (keyed) {
      session.odd = true; // a server's remark: another connection of the same process
      return;
    }
    if ((kind.note & OPENS) !== 0) session.opened = true;
    else if ((kind.note & CLOSES) !== 0) ended(session, false);
    if ((kind.note & TELLS) !== 0) session.odd = true;
  }

  function clientSays(session: Live, kind: LineClass, { bytes, text }: Line): void {
    const { verb } = kind;
    if (session.more) session.odd = true; // the client speaks within a reply
    if (keyed && kind.gone) {
      session.mode = COMMANDS;
      ended(session, true);
      return;
    }
    session.verb = verb;
    if (verb === UPGRADE) session.upgrades = true;
    if (kind.command) session.smtp = true;
    if (session.mode === LOGIN) {
      session.mode = COMMANDS;
      session.wait(NO_VERB);
      return;
    }
    if (!kind.command) session.odd = true;
    session.commands = true;
    session.wait(verb);
    if (verb === HELLO) {
      if (!session.hasHello) session.helloStart = session.runStart;
      session.hasHello = true;
    } else if (verb === MAIL)
      session.announced = kind.sizeAt < 0 ? -1 : Math.min(MOST_ANNOUNCED, numberAt(bytes, text + kind.sizeAt, kind.sizeLength));
    else if (verb !== RCPT) return;
    if (kind.at >= 0)
      session.addFact(
        verb === MAIL ? SENDER : verb === RCPT ? RECIPIENT : NAME,
        hashOfBytes(bytes, text + kind.at, text + kind.at + kind.length, true),
      );
  }

  function serverSays(session: Live, kind: LineClass, { bytes, text }: Line, begins: boolean): void {
    const { code, more } = kind;
    if (code === 0) {
      session.odd = true;
      return;
    }
    const continues = session.more && session.code === code;
    if (session.more && !continues) session.odd = true;
    session.smtp = session.answered = true;
    session.upgrades = false;
    session.more = more;
    session.code = code;
    if (session.verb === QUIT && (code === 221 || code === 240)) ended(session, false);
    if (continues) return;
    if (begins) {
      if (!kind.greets || more) session.odd = true;
      else {
        session.hasGreeting = true;
        session.greeting = hashOfBytes(bytes, text + 4, text + kind.size, false);
        session.dated = kind.dateAt >= 0;
        if (session.dated) session.date = hashOfBytes(bytes, text + kind.dateAt, text + kind.dateAt + kind.dateLength, false);
      }
      return;
    }
    if (session.waitingFrom === session.waitingTo) {
      session.odd = true;
      return;
    }
    const asked = session.waiting[session.waitingFrom++]!;
    if ((kind.answers & asked) === 0) session.odd = true;
    if (asked === DATA && code < 300) session.odd = true;
    if (asked === FINAL_DOT && kind.at >= 0)
      session.addFact(QUEUE_ID, hashOfBytes(bytes, text + kind.at, text + kind.at + kind.length, false));
    if (code === 354) {
      if (more || session.waitingFrom < session.waitingTo) session.odd = true;
      beginMessage(session);
    } else session.mode = code === 334 ? LOGIN : COMMANDS;
  }

  function beginMessage(session: Live): void {
    session.mode = MESSAGE;
    session.inHeader = true;
    session.headerShown = false;
    session.messageLines = session.messageSize = session.messageEnds = 0;
    session.messageHash = 0;
    session.messageFirst = -1;
  }

  function messageLine(session: Live, line: Line): void {
    const { bytes, text, to } = line;
    const length = to - text;
    const c = bytes[text];
    if (c === 46 && length === 1) {
      endMessage(session, line.number);
      return;
    }
    if (keyed && c === 91 && (length === 5 || length === 9) && isGone(latin1(bytes, text, to))) {
      session.odd = true;
      session.mode = COMMANDS;
      ended(session, true);
      return;
    }
    ownLine(session, line.number);
    if (session.messageLines++ === 0) session.messageFirst = line.number;
    session.messageSize += length + 2;
    session.messageEnds |= line.crlf ? 1 : 2;
    session.messageHash = (Math.imul(session.messageHash ^ line.h1, 0x01000193) + line.h2) | 0;
    if (session.inHeader) headerLine(session, line);
  }

  function headerLine(session: Live, line: Line): void {
    const { bytes, text, to, h1, h2 } = line;
    if (text === to) {
      session.inHeader = false;
      return;
    }
    const c = bytes[text]!;
    if (c !== 32 && c !== 9) {
      let a = 0x811c9dc5 | 0;
      let b = 0;
      let i = text;
      for (; i < to; i++) {
        let d = bytes[i]!;
        if (d === 58 || d === 32) break;
        if (d >= 65 && d <= 90) d += 32;
        a = Math.imul(a ^ d, 0x01000193);
        b = (Math.imul(b, 31) + d) | 0;
      }
      const name = wide(a, b);
      let shown = fields.get(name);
      if (shown === ABSENT) {
        shown = isTraceField(latin1(bytes, text, i)) ? 1 : 0;
        if (fields.size() < MOST_FIELDS) fields.set(name, shown);
      }
      session.headerShown = shown === 1;
      if (name === MESSAGE_ID_FIELD && bytes[i] === 58) messageId(session, bytes, i + 1, to);
    }
    if (session.headerShown) add(session, classes.find(bytes, text, to, HEADER, h1, h2), line);
  }

  function messageId(session: Live, bytes: Uint8Array, from: number, to: number): void {
    if (session.hasId) return;
    let open = from;
    while (open < to && bytes[open] === 32) open++;
    if (open === to) session.odd = true; // on the next line
    let close = open + 1;
    while (close < to && bytes[close]! > 32 && bytes[close] !== 60 && bytes[close] !== 62) close++;
    session.hasId = true;
    if (bytes[open] === 60 && bytes[close] === 62 && close > open + 1)
      session.addFact(MESSAGE_ID, hashOfBytes(bytes, open + 1, close, false));
    else {
      const value = latin1(bytes, from, to).trim();
      session.addFact(MESSAGE_ID, hashOfText(/<([^<>\s]+)>/.exec(value)?.[1] ?? value, false));
    }
  }

  function endMessage(session: Live, line: number): void {
    const { messageLines: lines, messageEnds } = session;
    const shown = hidesText ? HIDDEN : lines > 0 ? SHOWN : EMPTY;
    if ((keepsEnds && messageEnds === 3) || (hidesText && lines > 0)) session.odd = true; // line ends of both kinds
    const m = session.messageCount;
    session.messages[m] = shown * 4 + (keepsEnds ? messageEnds : 0);
    session.messages[m + 1] = session.messageHash;
    session.messages[m + 2] = session.messageSize;
    session.messages[m + 3] = session.announced;
    session.messageCount += PER_MESSAGE;
    session.hasId = false;
    session.mode = COMMANDS;
    session.verb = 0;
    session.wait(FINAL_DOT);
    session.smtp = true;
    // Its first line and its dot stand for it among the session's lines.
    mark(session, session.messageFirst < 0 ? line : session.messageFirst);
    mark(session, line);
    if (lines === 0) ownLine(session, line); // else the dot is none of the message's lines
  }

  function mark(session: Live, line: number): void {
    const at = session.count++;
    session.reserve(at + 1, 0);
    session.lines[at] = line;
    session.hashes[at] = 0;
    session.kinds[at] = MESSAGE_MARK.id;
    session.sum = Math.imul(session.sum ^ 1, 0x01000193);
  }

  return { take, messageLine };
}

function numberAt(bytes: Uint8Array, from: number, length: number): number {
  let n = 0;
  for (let i = from; i < from + length; i++) n = n * 10 + bytes[i]! - 48;
  return n;
}
