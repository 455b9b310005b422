/**
 * Reads a log of a known framing from bytes, chunk by chunk, and hands out its sessions as they end: what pairs them, and for
 * each of their lines a number. What it does not understand it marks as odd, for the full reader (core/smtp) to read.
 */
import { isTraceField } from '../rules/scanner-header';
import { CLIENT, HEADER, latin1, NOTE, SERVER, type Classes, type LineClass } from './classes';
import type { Frame, Framing } from './framing';
import { hashOfBytes, hashOfText, wide } from './hash';
import { COMMANDS, EMPTY, HIDDEN, Live, LOGIN, MESSAGE, MESSAGE_ID, NAME, QUEUE_ID, RECIPIENT, SENDER, SHOWN } from './live';

/** Takes a log's bytes in order. */
export interface Indexer {
  /**
   * Reads the whole lines between `from` and `to`; gives the offset behind the last one. `base` is the offset in the log of
   * byte 0. `bytes` must have room for one byte behind `to`.
   */
  push(bytes: Uint8Array, from: number, to: number, base: number): number;
  /** Reads what is left as a last line without line end, and hands out every session that is still open. */
  end(bytes: Uint8Array, from: number, to: number, base: number): void;
  /** Lines that are not of the framing, and all lines. */
  readonly strangers: () => number;
  readonly lines: () => number;
  /** Takes a session back that is no longer needed. */
  release(session: Live): void;
  /** True once a received line ended in CR LF, if the framing keeps line ends. */
  readonly keepsEnds: () => boolean;
  /** First line that ends in LF alone; Infinity if there is none. */
  readonly firstBareLine: () => number;
  /** True if strange lines follow each other, as another log's would. */
  readonly isMixed: () => boolean;
}

/** How long after its end a session may still get a line. */
const LINGER = 256;
/** As in strands.ts: how many lines of the wire a reply may stand behind its command. */
const REACH = 32;
/** Strange lines in a row that may be another log. */
const MANY_STRANGERS = 3;

const UPGRADES = new Set(['STARTTLS', 'XCLIENT', 'XFORWARD']);
const HELLO = new Set(['EHLO', 'HELO', 'LHLO']);
/** Codes that fit one command alone, as in dialogue.ts. */
const ONLY_FOR: ReadonlyMap<number, readonly string[]> = new Map([
  [220, ['STARTTLS', 'XCLIENT', 'XFORWARD']],
  [221, ['QUIT']],
  [235, ['AUTH', '']],
  [334, ['AUTH', '']],
  [354, ['DATA']],
]);
/** A process that begins with one of these has answered nobody. */
const BEGINNINGS = new Set([220, 421, 554]);

const MESSAGE_ID_FIELD = hashOfText('message-id', true);

export function createIndexer(framing: Framing, classes: Classes, onSession: (session: Live) => void): Indexer {
  const { keyed, keepsEnds, hidesText } = framing;
  const frame: Frame = { who: -1, text: 0, key: 0 };
  const open = new Map<number, Live>();
  const pool: Live[] = [];
  const lingering: Live[] = []; // ended, in order
  let lingeringFrom = 0;
  let current: Live | undefined; // of the last line
  let lastKey = -1; // of the last line, and whose it is
  let lastOpen: Live | undefined;
  let line = 0;
  let order = 0;
  let strangers = 0;
  let strangersInRow = 0;
  let mixed = false;
  let seenCrLf = false;
  let firstBareLine = Infinity;
  const fields = new Map<number, boolean>(); // names of header fields: whether a rule looks at them
  // The last lines of the wire: whose, and whether the client's.
  const lastSessions: (Live | undefined)[] = new Array<undefined>(REACH).fill(undefined);
  const lastFromClient = new Uint8Array(REACH);
  let wires = 0;

  function push(bytes: Uint8Array, from: number, to: number, base: number): number {
    let end = to;
    while (end > from && bytes[end - 1] !== 10) end--;
    for (let at = from; at < end;) at = readLine(bytes, at, base);
    while (lingeringFrom < lingering.length && line - lingering[lingeringFrom]!.doneAt > LINGER) {
      const session = lingering[lingeringFrom++]!;
      if (session.done && open.get(session.keys[0]!) === session) close(session);
    }
    if (lingeringFrom > 1024) {
      lingering.splice(0, lingeringFrom);
      lingeringFrom = 0;
    }
    return end;
  }

  function end(bytes: Uint8Array, from: number, to: number, base: number): void {
    if (from < to) {
      bytes[to] = 10;
      readLine(bytes, from, base);
      if (current) {
        current.odd = true;
        current.end = base + to;
      }
    }
    for (const session of new Set(open.values())) close(session);
  }

  /** Reads one line; gives the offset of the next. */
  function readLine(bytes: Uint8Array, at: number, base: number): number {
    framing.read(bytes, at, frame);
    const { who, text } = frame;
    if (who < 0) return readStranger(bytes, at, base);
    strangersInRow = 0;
    // Two numbers that stand for the text, up to the line's end.
    let h1 = Math.imul(0x811c9dc5 ^ who, 0x01000193);
    let h2 = who;
    let i = text;
    let c = bytes[i]!;
    while (c > 13 || (c !== 10 && c !== 13)) {
      h1 = Math.imul(h1 ^ c, 0x01000193);
      h2 = (Math.imul(h2, 31) + c) | 0;
      c = bytes[++i]!;
    }
    let crlf = c === 13;
    let next = crlf ? i + 2 : i + 1;
    let rest = 0; // lines that a lone CR makes of this one
    let odd = false;
    if (crlf && bytes[i + 1] !== 10) {
      odd = true;
      crlf = false;
      for (let k = i; ; k++) {
        if (bytes[k] === 13 && bytes[k + 1] !== 10) rest++;
        if (bytes[k] !== 10) continue;
        next = k + 1;
        break;
      }
    } else if (bytes[i - 1] === 77 && bytes[i - 2] === 94 && i - text >= 2) {
      odd = true; // ^M stands for a CR
      i -= 2;
    }
    if (!crlf && firstBareLine === Infinity) firstBareLine = line;
    if (keepsEnds && crlf && who === CLIENT) seenCrLf = true;
    let session = frame.key === lastKey ? lastOpen : open.get(frame.key);
    if (session && session.mode === MESSAGE && who === CLIENT) {
      messageLine(session, bytes, text, i, h1, h2, crlf);
    } else {
      const kind = classes.find(bytes, text, i, who, h1, h2);
      session = sessionOf(session, kind, who, base + at, frame.key);
      take(session, kind, who, bytes, text, h1 ^ Math.imul(h2, 0x9e3779b1));
    }
    if (odd) session.odd = true;
    session.end = base + next;
    session.endLine = line + rest;
    if (who !== NOTE && keyed) {
      lastSessions[wires % REACH] = session;
      lastFromClient[wires % REACH] = who === CLIENT ? 1 : 0;
      wires++;
    }
    current = lastOpen = session;
    lastKey = frame.key;
    line += 1 + rest;
    return next;
  }

  /** This line is the session's own. */
  function ownLine(session: Live): void {
    if (line !== session.own + 1) {
      if (session.firstEnd < 0) session.firstEnd = session.own;
      if (session.hasHello && session.helloEnd < 0) session.helloEnd = session.own;
      session.runStart = line;
    }
    session.own = line;
  }

  /** The line is of no known form: the session before it must be read in full. */
  function readStranger(bytes: Uint8Array, at: number, base: number): number {
    let i = at;
    let blank = true;
    while (bytes[i] !== 10) {
      const c = bytes[i]!;
      if (c === 13 && bytes[i + 1] !== 10) line++;
      if (c !== 13 && c !== 32 && c !== 9) blank = false;
      i++;
    }
    if (bytes[i - 1] !== 13 && firstBareLine === Infinity) firstBareLine = line;
    line++;
    if (!blank) {
      strangers++;
      if (++strangersInRow >= MANY_STRANGERS) mixed = true;
      if (current && open.get(current.keys[0]!) === current) {
        current.odd = true;
        current.end = base + i + 1;
      }
    }
    return i + 1;
  }

  /** The session this line is of: the one under its key, or another that begins here. */
  function sessionOf(session: Live | undefined, kind: LineClass, who: number, at: number, key: number): Live {
    if (!session) {
      const home = keyed && who === SERVER && kind.code > 0 && !BEGINNINGS.has(kind.code) ? homeOf() : undefined;
      if (home) {
        home.odd = true;
        home.keys.push(key);
        open.set(key, home);
        return home;
      }
      return begin(key, at, line);
    }
    if (!beginsAnother(session, kind, who)) return session;
    close(session);
    return begin(key, at, line);
  }

  function beginsAnother(session: Live, kind: LineClass, who: number): boolean {
    if (who === NOTE) return kind.text.startsWith('Trying ') && (session.spoken || session.opened);
    if (who === CLIENT) return session.done && HELLO.has(kind.verb);
    if (session.more || kind.code === 0 || !session.answered) return false;
    if (session.done) return !(kind.code === 421 && session.eof);
    return kind.code === 220 && !session.upgrades && !UPGRADES.has(session.verb);
  }

  function begin(key: number, at: number, first: number): Live {
    const session = pool.pop() ?? new Live();
    session.order = order++;
    session.keys[0] = key;
    session.start = at;
    session.line = session.runStart = first;
    session.own = first - 1;
    open.set(key, session);
    return session;
  }

  /** A session whose command waits for the reply that a process not seen before gives: a daemon that forks (strands.ts). */
  function homeOf(): Live | undefined {
    for (let back = 1; back <= Math.min(REACH, wires); back++) {
      const at = (wires - back) % REACH;
      const session = lastSessions[at]!;
      if (lastFromClient[at] !== 1 || open.get(session.keys[0]!) !== session) continue;
      // Nothing of its own may stand behind the command.
      let last = true;
      for (let later = 1; later < back && last; later++) last = lastSessions[(wires - later) % REACH] !== session;
      if (last && session.waitingTo > session.waitingFrom) return session;
    }
    return undefined;
  }

  function close(session: Live): void {
    for (const key of session.keys) if (open.get(key) === session) open.delete(key);
    lastKey = -1;
    if (session.firstEnd < 0) session.firstEnd = session.own;
    if (session.helloEnd < 0) session.helloEnd = session.own;
    if (session.mode === MESSAGE) session.odd = true; // the log stops within a message
    if (current === session) current = undefined;
    if (session.spoken) onSession(session);
    else release(session);
  }

  function release(session: Live): void {
    session.clear();
    pool.push(session);
  }

  /** What a line tells, outside messages. */
  function take(session: Live, kind: LineClass, who: number, bytes: Uint8Array, text: number, hash: number): void {
    ownLine(session);
    add(session, kind, hash, kind.tokens);
    if (kind.strange) session.odd = true;
    if (who === NOTE) return note(session, kind);
    const begins = !session.spoken;
    session.spoken = true;
    if (who === SERVER) serverSays(session, kind, bytes, text, begins);
    else {
      if (begins) session.odd = true; // the log has not its beginning
      clientSays(session, kind, bytes, text);
    }
  }

  function add(session: Live, kind: LineClass, hash: number, tokens: number): void {
    const at = session.count++;
    session.lines[at] = line;
    session.hashes[at] = hash;
    session.classes[at] = kind;
    for (let i = 0; i < tokens; i++) session.tokens[session.tokenCount++] = classes.tokens[i]!;
  }

  function note(session: Live, kind: LineClass): void {
    const { text } = kind;
    if (keyed) {
      session.odd = true; // a server's remark: another connection of the same process
      return;
    }
    if (text.startsWith('Trying ')) session.opened = true;
    else if (text.startsWith('Connection closed')) ends(session, false);
    if (/message-id=|: (?:client|from)=/.test(text)) session.odd = true;
  }

  function ends(session: Live, eof: boolean): void {
    session.done = true;
    session.eof ||= eof;
    session.doneAt = line;
    if (keyed) lingering.push(session);
  }

  function clientSays(session: Live, kind: LineClass, bytes: Uint8Array, text: number): void {
    const { verb } = kind;
    if (session.more) session.odd = true; // the client speaks within a reply
    if (keyed && verb === '' && (kind.text === '[EOF]' || kind.text === '[TIMEOUT]')) {
      session.mode = COMMANDS;
      ends(session, true);
      return;
    }
    session.verb = verb;
    session.upgrades ||= UPGRADES.has(verb);
    session.smtp ||= kind.command;
    if (session.mode === LOGIN) {
      session.mode = COMMANDS;
      session.wait('');
      return;
    }
    if (!kind.command || kind.from !== CLIENT) session.odd = true;
    session.commands = true;
    session.wait(verb);
    switch (verb) {
      case 'MAIL':
        session.announced = kind.sizeAt < 0 ? -1 : numberAt(bytes, text + kind.sizeAt, kind.sizeLength);
        if (kind.at >= 0) session.addFact(SENDER, hashOfBytes(bytes, text + kind.at, text + kind.at + kind.length, true));
        break;
      case 'RCPT':
        if (kind.at >= 0) session.addFact(RECIPIENT, hashOfBytes(bytes, text + kind.at, text + kind.at + kind.length, true));
        break;
      case 'EHLO':
      case 'HELO':
      case 'LHLO':
        if (!session.hasHello) session.helloStart = session.runStart;
        session.hasHello = true;
        if (kind.at >= 0) session.addFact(NAME, hashOfBytes(bytes, text + kind.at, text + kind.at + kind.length, true));
    }
  }

  function serverSays(session: Live, kind: LineClass, bytes: Uint8Array, text: number, begins: boolean): void {
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
    if (session.verb === 'QUIT' && (code === 221 || code === 240)) ends(session, false);
    if (continues) return;
    if (begins) {
      if (!kind.greets || more) session.odd = true;
      else {
        session.hasGreeting = true;
        session.greeting = hashOfBytes(bytes, text + 4, text + kind.text.length, false);
        session.dated = kind.dateAt >= 0;
        if (session.dated) session.date = hashOfBytes(bytes, text + kind.dateAt, text + kind.dateAt + kind.dateLength, false);
      }
      return;
    }
    const asked = session.waitingFrom < session.waitingTo ? session.waiting[session.waitingFrom++] : undefined;
    if (asked === undefined) {
      session.odd = true;
      return;
    }
    const only = ONLY_FOR.get(code);
    if (only && !only.includes(asked)) session.odd = true;
    if (asked === 'DATA' && code < 300) session.odd = true;
    if (asked === '.' && kind.at >= 0)
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

  /** A line while the client sends its message: text, the final dot, or what the server notes when the client goes away. */
  function messageLine(session: Live, bytes: Uint8Array, text: number, to: number, h1: number, h2: number, crlf: boolean): void {
    const length = to - text;
    const c = bytes[text];
    if (c === 46 && length === 1) {
      endMessage(session);
      return;
    }
    if (keyed && c === 91 && (length === 5 || length === 9) && /^\[(?:EOF|TIMEOUT)\]$/.test(latin1(bytes, text, to))) {
      session.odd = true;
      session.mode = COMMANDS;
      ends(session, true);
      return;
    }
    ownLine(session);
    if (session.messageLines++ === 0) session.messageFirst = line;
    session.messageSize += length + 2;
    session.messageEnds |= crlf ? 1 : 2;
    session.messageHash = (Math.imul(session.messageHash ^ h1, 0x01000193) + h2) | 0;
    if (session.inHeader) headerLine(session, bytes, text, to, h1, h2);
  }

  function headerLine(session: Live, bytes: Uint8Array, text: number, to: number, h1: number, h2: number): void {
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
      if (shown === undefined) {
        shown = isTraceField(latin1(bytes, text, i));
        if (fields.size < 10_000) fields.set(name, shown);
      }
      session.headerShown = shown;
      if (name === MESSAGE_ID_FIELD && bytes[i] === 58) messageId(session, bytes, i + 1, to);
    }
    if (session.headerShown) {
      const kind = classes.find(bytes, text, to, HEADER, h1, h2);
      add(session, kind, h1 ^ Math.imul(h2, 0x9e3779b1), kind.tokens);
    }
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

  function endMessage(session: Live): void {
    const { messageLines: lines, messageEnds } = session;
    const shown = hidesText ? HIDDEN : lines > 0 ? SHOWN : EMPTY;
    if ((keepsEnds && messageEnds === 3) || (hidesText && lines > 0)) session.odd = true; // line ends of both kinds
    const m = session.messageCount;
    session.messages[m] = shown * 4 + (keepsEnds ? messageEnds : 0);
    session.messages[m + 1] = session.messageHash;
    session.messages[m + 2] = session.messageSize;
    session.messages[m + 3] = session.announced;
    session.messageCount += 4;
    session.hasId = false;
    session.mode = COMMANDS;
    session.verb = '';
    session.wait('.');
    session.smtp = true;
    // Its first line and its dot stand for it among the session's lines.
    const first = session.messageFirst < 0 ? line : session.messageFirst;
    const at = session.count;
    session.count += 2;
    session.lines[at] = first;
    session.lines[at + 1] = line;
    session.hashes[at] = session.hashes[at + 1] = 0;
    session.classes[at] = session.classes[at + 1] = MESSAGE_MARK;
    if (lines === 0) ownLine(session); // else the dot is none of the message's lines
  }

  return {
    push,
    end,
    release,
    strangers: () => strangers,
    lines: () => line,
    keepsEnds: () => seenCrLf,
    firstBareLine: () => firstBareLine,
    isMixed: () => mixed,
  };
}

/** Stands among a session's lines for a message. */
const MESSAGE_MARK: LineClass = {
  id: 0,
  from: HEADER,
  text: '',
  verb: '',
  command: false,
  code: 0,
  more: false,
  shape: 0,
  outline: 0,
  tokens: 0,
  loose: false,
  at: -1,
  length: 0,
  dateAt: -1,
  dateLength: 0,
  sizeAt: -1,
  sizeLength: 0,
  strange: false,
  greets: false,
};

function numberAt(bytes: Uint8Array, from: number, length: number): number {
  let n = 0;
  for (let i = from; i < from + length; i++) n = n * 10 + bytes[i]! - 48;
  return n;
}
