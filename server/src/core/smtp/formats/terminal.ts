/**
 * A terminal's screen: telnet, netcat, or an article that copies one. Nothing marks the lines; a reply is known by its code, a
 * command by its verb, and after 354 all is message text until the dot. telnet's own remarks tell where a session begins.
 */
import type { Line } from '../lines';
import type { Mark, Piece } from '../model';
import { isCommandLine, replyOf, startsWithCode, verbOf } from '../wire';
import { pieceOf, withEnds, withoutDots, type Format, type FormatReader } from './format';

const REMARKS: readonly (readonly [RegExp, Mark | undefined])[] = [
  [/^Trying \S+?(?:\.\.\.|:\d+)/, 'open'],
  [/^Connected to /, undefined],
  [/^Connection to \S+ .*succeeded!$/, 'open'],
  [/^Escape character is /, undefined],
  [/^Connection closed(?: by foreign host)?\.?$/, 'close'],
  [/^telnet> /, undefined],
  [/^- Description: \((?:TLS|SSL|DTLS)\d/, 'tls'],
  [/^- Peer has closed the GnuTLS connection/, 'close'],
  [/^(?:\$|#|%|.*[$#%>]) ?(?:telnet|nc|ncat|netcat) \S/, undefined],
];

/** What `expect -d` and `ncat -vvv` say between the lines of the screen. */
const DEBUG = /^(?:expect: (?:does "|set |read |timed )|send: sending "|parent: |spawn: |(?:libnsock|NSOCK \w+) |NCAT DEBUG: )/;
/** What ncat read from a pipe: it stands nowhere else. */
const PIPED = /READ SUCCESS for EID \d+ \[peer unspecified\] \(\d+ bytes\): (.*)/;

/** Where a screen that was copied into Markdown ends. */
const FENCE = /^(?:```|~~~)/;

/** `exim -bh`: the screen of a server that tries itself out; its remarks stand between. */
const TRIAL = /^\*\*\*\* SMTP testing session as if from host (\S+)/;
const TRIAL_REMARK = /^(?:>>> |LOG: |\*\*\*\* )/;

/** A server that speaks on its standard input (`sendmail -bs`, `exim -bs`) greets a user, not a host with its address. */
const STDIN = /^250[ -]\S+ Hello (?:[^\s@]+@\S+, pleased to meet you$|\S+ at \S+$)/;

/** More lines in a row than this that are no SMTP are something else. */
const MOST_COMMENTS = 8;

/** telnet begins again: the message before was never finished. */
const ANEW = /^Trying [\dA-Fa-f.:]+\.\.\.$/;

export const terminal: Format = {
  name: 'terminal',
  vantage: 'client',
  detect: detectTerminal,
  open: () => createTerminalReader(true),
};

/** Counts replies and commands; both must be there, and a command must be followed by a reply or a greeting by a command. */
export function detectTerminal(lines: readonly string[]): number {
  let replies = 0;
  let commands = 0;
  let exchanges = 0;
  let before = '';
  let debug = 0;
  for (const line of lines) {
    if (DEBUG.test(line)) debug++;
    if (TRIAL.test(line)) return 3;
    const kind = startsWithCode(line) ? 'reply' : isCommandLine(line) ? 'command' : '';
    if (kind === 'reply') replies++;
    if (kind === 'command') commands++;
    if (kind && before && kind !== before) exchanges++;
    before = kind;
  }
  if (OTHERS.test(lines.filter(startsWithCode).join('\n')) && !lines.some((line) => ENVELOPE.test(line))) return 0;
  return exchanges > 0 && commands > 0 && replies > 0 ? replies + commands + 2 * debug : repliesAlone(lines) + debug;
}

/** What a client was fed with by a pipe is not on its screen: a greeting and replies that no other protocol has tell. */
function repliesAlone(lines: readonly string[]): number {
  const replies = lines.filter(startsWithCode);
  if (lines.some((line) => MARKED.test(line))) return 0;
  return replies.length >= FEWEST && OURS.test(replies.join('\n')) && !OTHERS.test(replies.join('\n')) ? replies.length : 0;
}

const FEWEST = 3;
/** A reply with something before it: not a bare screen. */
const MARKED = /^\S.{0,40}[:>] ?[2-5]\d\d[ -]/;
const OURS =
  /^(?:220[ -].*\bE?SMTP\b|250-(?:PIPELINING|8BITMIME|SIZE|STARTTLS|ENHANCEDSTATUSCODES|CHUNKING|HELP)\b|354[ -]|250 2\.\d\.\d )/im;
/** Commands that no other protocol has. */
const ENVELOPE = /^(?:EHLO|HELO|LHLO|MAIL +FROM|RCPT +TO|DATA|STARTTLS|VRFY|EXPN)\b/i;
/** FTP's (RFC 959 4.2.2), NNTP's (RFC 3977). */
const OTHERS = /^(?:150|200|201|215|22[5-9]|23[0-2]|257|33[0-2]|340|411)[ -]/m;

/**
 * Also for other programs that show a session as it stands on the screen, with remarks of their own. `mayHide`: a message may be
 * left out, dot and all; then `end` gives what was held back to find out.
 */
export function createTerminalReader(mayHide = false): FormatReader & { inMessage(): boolean } {
  let message = false; // after 354, until the dot
  let session = false; // a greeting, a reply or a command was seen, and no end
  let asked = false; // DATA was typed and not answered
  let typed: 'none' | 'some' | 'all' = 'none'; // of a message, before the 354
  let trial = false;
  let logged = false; // Exim's remark goes on in indented lines
  let challenged = false; // the last reply was a 334
  let lastTyped = '';
  let debugs = false; // there are such remarks
  let blank: Line | undefined; // perhaps the one before such a remark
  let waits = false; // the last line was typed
  let doubtful: Line | undefined; // typed, or a comment of who copied the screen: the next line tells
  let comments = 0; // in a row
  let fresh = false; // nothing was seen of the message
  let held: Line[] = []; // lines of a message that begins like a reply: perhaps it is one, and the message is not shown

  function readAll(lines: readonly Line[]): Piece[] {
    return lines.flatMap((line) => readOne(line) ?? []);
  }

  /** The message was not shown: what was held is what came after it. */
  function release(): Piece[] {
    const lines = held;
    held = [];
    message = false;
    return readAll(lines);
  }

  function read(line: Line): Piece[] | undefined {
    if (DEBUG.test(line.text)) {
      debugs = true;
      blank = undefined;
      return debug(line);
    }
    const before = blank;
    blank = undefined;
    if (debugs && line.text === '' && !before) {
      blank = line;
      return [];
    }
    const pieces = before ? [...(readNext(before) ?? []), ...(readNext(line) ?? [])] : readNext(line);
    return trial ? pieces?.map((piece) => ({ ...piece, vantage: 'server' })) : pieces;
  }

  function readNext(line: Line): Piece[] | undefined {
    return hold(line) ?? doubt(line) ?? readOne(line);
  }

  function hold(line: Line): Piece[] | undefined {
    const { text } = line;
    const first = fresh && message;
    fresh = false;
    if (held.length === 0 && !(first && startsWithCode(text))) return undefined;
    if (text === '.') {
      const lines = [...held, line];
      held = [];
      return readAll(lines);
    }
    if (!text.startsWith('354') && !isAfterwards(text)) {
      held.push(line);
      return [];
    }
    return [...release(), ...(readOne(line) ?? [])];
  }

  /** A line that is no command is typed if it is answered, and a comment if not. */
  function doubt(line: Line): Piece[] | undefined {
    if (!mayHide || message) return undefined;
    const { text } = line;
    const before: Piece[] = doubtful ? [pieceOf(doubtful, 0, { from: startsWithCode(text) ? 'client' : 'note' })] : [];
    if (doubtful) comments = startsWithCode(text) ? 0 : comments + 1;
    doubtful = undefined;
    if (comments > MOST_COMMENTS) {
      comments = 0;
      session = false;
    }
    const plain =
      replyOf(text) !== undefined ||
      isCommandLine(text) ||
      TRIAL_REMARK.test(text) ||
      logged ||
      FENCE.test(text) ||
      REMARKS.some(([pattern]) => pattern.test(text));
    if (session && !plain && text !== '' && !asked && !challenged && !waits && !trial) {
      doubtful = line;
      return before;
    }
    return before.length > 0 ? [...before, ...(readOne(line) ?? [])] : undefined;
  }

  function end(): Piece[] {
    const last = doubtful ? [pieceOf(doubtful, 0, { from: 'note' })] : [];
    doubtful = undefined;
    return [...last, ...release()];
  }

  function readOne(line: Line): Piece[] | undefined {
    const { text } = line;
    const host = TRIAL.exec(text)?.[1];
    if (host !== undefined && !message) {
      trial = true;
      return [pieceOf(line, 0, { from: 'note', mark: 'open', peer: host })];
    }
    if (!message && (TRIAL_REMARK.test(text) || (logged && text.startsWith('  ')))) {
      logged = logged || text.startsWith('LOG: ');
      return [pieceOf(line, 0, { from: 'note' })];
    }
    logged = false;
    if (message) return messageLine(line);
    if (FENCE.test(text)) {
      session = false;
      return undefined;
    }
    const remark = REMARKS.find(([pattern]) => pattern.test(text));
    if (remark) {
      const [, mark] = remark;
      session = mark !== 'close';
      const peer = /^(?:Trying|Connected to) (\S+)$/.exec(text)?.[1];
      return [pieceOf(line, 0, { from: 'note', ...(mark && { mark }), ...(peer && { peer: withoutDots(peer) }) })];
    }
    const reply = replyOf(text);
    if (reply) {
      session = reply.code !== 221;
      trial ||= STDIN.test(text);
      challenged = reply.code === 334;
      waits = false;
      if (reply.code === 354) {
        message = typed !== 'all';
        fresh = mayHide && typed === 'none';
        asked = false;
      } else if (asked && !reply.more && reply.code >= 400) asked = false;
      return [pieceOf(line, 0, { from: 'server' })];
    }
    if (!session && !isCommandLine(text)) return undefined;
    if (text === '' && !(asked && typed === 'some')) return undefined;
    session = true;
    waits = true;
    lastTyped = text;
    if (verbOf(text) === 'DATA' && typed !== 'some') {
      asked = true;
      typed = 'none';
    } else if (asked && typed !== 'all' && (typed === 'some' || !isCommandLine(text))) typed = text === '.' ? 'all' : 'some';
    return [pieceOf(line, 0, { from: 'client' })];
  }

  /** Not on the screen; but what came through a pipe is told here alone. */
  function debug(line: Line): Piece[] {
    const piped = PIPED.exec(line.text)?.[1];
    if (piped === undefined || (lastTyped !== '' && piped.startsWith(lastTyped))) return [];
    return withEnds(piped)
      .replace(/\r\n$/, '')
      .split('\r\n')
      .flatMap((text) => readOne({ ...line, text }) ?? [])
      .map((piece) => ({ ...piece, start: line.start, end: line.start + line.text.length }));
  }

  function messageLine(line: Line): Piece[] {
    if (ANEW.test(line.text)) {
      message = false;
      return read(line) ?? [];
    }
    const closed = isAfterwards(line.text);
    if (closed || line.text === '.') {
      message = false;
      waits = true;
    }
    if (closed) session = false;
    return [pieceOf(line, 0, closed ? { from: 'note', mark: 'close' } : { from: 'client' })];
  }

  return { read, end, inMessage: () => message };
}

/** True for what telnet says after the session. */
function isAfterwards(text: string): boolean {
  return ANEW.test(text) || REMARKS.some(([pattern, mark]) => mark === 'close' && pattern.test(text));
}
