/** Turns what was said in one connection, piece by piece, into events: commands, whole replies, message texts, notes. */
import { modeInTheMiddle } from './cut';
import type { CommandEvent, DataEvent, NoteEvent, Piece, ReplyEvent, SessionEvent } from './model';
import { brokenReplyOf, isBase64, isCommandLine, replyOf, verbOf } from './wire';
import { joinPieces, placeOf, wireLineOf, type Wire } from './wires';

/** The events of one connection and what became clear on the way. */
export interface Dialogue {
  readonly events: readonly SessionEvent[];
  readonly tls: boolean;
  /** True if the pieces stop before a command, a message or a reply was done with, and nothing says why. */
  readonly stopsShort: boolean;
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer U)[] ? U[] : T[K] };

/** What is known of the log: `unstuffed` as in `Format`, `keepEnds` as in `joinPieces`. */
export interface LogHabits {
  readonly unstuffed?: boolean;
  readonly keepEnds?: boolean;
}

/** Reads the pieces of one connection in the order of the log. Linear in the pieces. */
export function readDialogue(pieces: readonly Piece[], { unstuffed = false, keepEnds = false }: LogHabits = {}): Dialogue {
  const wires = joinPieces(pieces, keepEnds);
  const events: SessionEvent[] = [];
  /** Events that wait for a reply, in order (RFC 2920: replies keep the order of the commands). */
  const waiting: (CommandEvent | DataEvent)[] = [];
  const indices: number[] = []; // of `waiting` in `events`
  let answered = 0; // how many of `waiting` have their reply, or will never get one
  let mode = 'command' as 'command' | 'data' | 'chunk' | 'auth';
  let data: Mutable<DataEvent> | undefined; // message text under way, or asked for with 354
  let dataAt = 0;
  let unseen = false; // nothing of it is in the log so far
  let unasked = false; // the 354 answered something else than DATA
  let ahead = false; // the message was sent before the server asked for it
  let reply: Mutable<ReplyEvent> | undefined; // its last line is still to come
  let chunk = { left: 0, last: false };
  let last: Wire | undefined; // what went over the wire before
  let lmtp = false;
  let recipients = 0; // accepted since MAIL
  /** Replies still due for the message at an index: one for each recipient in LMTP (RFC 2033 4.2), and after a 353 (PRDR). */
  const due = { left: 0, at: 0 };
  let tls = false;
  let opened = false;
  let closed = false;

  for (let i = 0; i < wires.length; i++) {
    const wire = wires[i]!;
    if (wire.from === 'note') {
      note(wire);
      continue;
    }
    if (wire.from === 'client') client(wire, i);
    else server(wire);
    last = wire;
  }
  const unfinished = data !== undefined;
  if (data && !dropUnseen()) finishData(false);
  const replies = events.some((e) => e.kind === 'reply');
  const waits = waiting.slice(answered).some((e) => !(e.kind === 'command' && e.verb === 'QUIT'));
  const stopsShort = !closed && (reply !== undefined || unfinished || (replies && (waits || mode === 'data')));
  return { events, tls, stopsShort };

  function note(wire: Wire): void {
    if (wire.mark === 'open') opened = true;
    if (wire.mark === 'tls') tls = true;
    if (wire.mark === 'close' || wire.mark === 'eof') closed = true;
    const event: NoteEvent = { kind: 'note', ...placeOf(wire), ...(wire.mark && { mark: wire.mark }), text: wire.text };
    events.push(event);
  }

  function client(wire: Wire, i: number): void {
    reply = undefined;
    if (!last && !opened) mode = modeInTheMiddle(wires, i);
    const command = isCommandLine(wire.text);
    if (command && unasked && mode === 'data' && dropUnseen()) mode = 'command';
    unasked = false;
    const text = !command && (!wire.hidden || wire.text === '.');
    if (mode === 'command' && text && isVerb(waiting.at(-1), 'DATA') && answered < waiting.length) {
      mode = 'data';
      ahead = true;
    }
    if (mode === 'chunk' && command && (!data || verbOf(wire.text) === 'BDAT')) finishChunk();
    if (mode === 'data') messageLine(wire, i);
    else if (mode === 'chunk') chunkLine(wire);
    else if (!wire.hidden) commandLine(wire); // hidden bytes that are no message are a handshake's
  }

  function commandLine(wire: Wire): void {
    const typedAhead = isVerb(waiting[answered], 'AUTH') && isBase64(wire.text) && !isCommandLine(wire.text);
    const verb = mode === 'auth' || typedAhead ? '' : verbOf(wire.text);
    mode = 'command';
    const event: CommandEvent = {
      kind: 'command',
      ...placeOf(wire),
      verb,
      text: wire.text,
      ...(wire.eol && { eol: wire.eol }),
    };
    wait(event, events.push(event) - 1);
    lmtp ||= verb === 'LHLO';
    if (verb !== 'BDAT') return;
    const size = /^\s*\S+ +(\d{1,15})( +LAST)?/i.exec(wire.text);
    chunk = { left: Number(size?.[1] ?? 0), last: Boolean(size?.[2]) };
    if (chunk.left > 0) mode = 'chunk';
  }

  function messageLine(wire: Wire, i: number): void {
    const event = messageAt(wire);
    if (wire.hidden) event.hidden = true;
    event.endLine = wire.endLine;
    event.end = wire.end;
    const text = unstuffed && wires[i + 1]?.from === 'client' && !wires[i + 1]?.hidden;
    if (wire.text === '.' && !text) {
      if (wire.eol) event.endEol = wire.eol;
      finishData(true);
      mode = 'command';
    } else if (!wire.hidden) addLine(event, wire);
  }

  function chunkLine(wire: Wire): void {
    const event = messageAt(wire);
    if (wire.hidden) event.hidden = true;
    else addLine(event, wire);
    chunk.left -= wire.text.length + 2;
    if (chunk.left <= 0) finishChunk();
  }

  function server(wire: Wire): void {
    const line =
      replyOf(wire.text) ?? (answered < waiting.length || reply || mode === 'data' ? brokenReplyOf(wire.text) : undefined);
    if (!line) return note(wire);
    if (reply?.code === line.code) {
      reply.endLine = wire.endLine;
      reply.end = wire.end;
      reply.lines.push(line.text);
      reply.lineSpans.push(wireLineOf(wire));
      reply.text += '\n' + wire.text;
      reply.enhanced ??= enhancedOf(line.text);
    } else {
      if (mode === 'data' && !ahead) endByReply(line.code);
      if (mode === 'chunk') finishChunk();
      const answers = answeredBy(line.code);
      settleMode(line.code, answers === undefined ? undefined : events[answers]);
      const lineSpans = [wireLineOf(wire)];
      const { text } = wire;
      reply = { kind: 'reply', ...placeOf(wire), code: line.code, lines: [line.text], lineSpans, text };
      if (answers !== undefined) reply.answers = answers;
      const enhanced = enhancedOf(line.text);
      if (enhanced) reply.enhanced = enhanced;
      events.push(reply);
    }
    if (line.more) return;
    reply = undefined;
    if (mode === 'data' && !data && line.code === 354) openHidden(wire);
  }

  function settleMode(code: number, asked: SessionEvent | undefined): void {
    if (code === 220 && isVerb(asked, 'STARTTLS')) tls = true;
    if (code === 421 || (code === 221 && isVerb(asked, 'QUIT'))) closed = true;
    countReplies(code, asked);
    if (ahead) {
      if (!isVerb(asked, 'DATA')) return;
      ahead = false;
      if (data && code === 354) return;
      if (data) finishData(false);
      mode = 'command';
    } else {
      unasked = code === 354 && asked?.kind === 'command' && asked.verb !== 'DATA';
      mode = code === 354 ? 'data' : code === 334 ? 'auth' : 'command';
    }
  }

  function countReplies(code: number, asked: SessionEvent | undefined): void {
    if (isVerb(asked, 'RCPT')) recipients += code < 300 ? 1 : 0;
    else if (isVerb(asked, 'MAIL') || isVerb(asked, 'RSET') || isVerb(asked, 'LHLO')) recipients = 0;
    else if (due.left === 0 && (asked?.kind === 'data' || (lmtp && asked?.kind === 'command' && LAST_CHUNK.test(asked.text)))) {
      due.left = code === 353 ? recipients + 1 : lmtp ? recipients - 1 : 0;
      due.at = indices[answered - 1] ?? 0;
      recipients = 0;
    }
  }

  /** What a reply with this code answers. Some codes fit one command alone; what waits before it was never answered. */
  function answeredBy(code: number): number | undefined {
    if (due.left > 0 && !ANSWERS[code]) {
      due.left--;
      return due.at;
    }
    due.left = 0;
    let at = answered;
    const verbs = ANSWERS[code];
    if (verbs) {
      const limit = Math.min(waiting.length, answered + DEEPEST_PIPELINE);
      while (at < limit && !verbs.some((verb) => isVerb(waiting[at], verb))) at++;
      if (at === limit) {
        if (code === 220) return undefined; // a greeting
        at = answered;
      }
    }
    if (code < 300 && isVerb(waiting[at], 'DATA') && waiting[at + 1]?.kind === 'data') at++; // the 354 is not in the log
    if (at >= waiting.length) return undefined;
    answered = at + 1;
    return indices[at];
  }

  function wait(event: CommandEvent | DataEvent, index: number): void {
    waiting.push(event);
    indices.push(index);
  }

  function openData(wire: Wire): Mutable<DataEvent> {
    data = { kind: 'data', ...placeOf(wire), lines: [], lineSpans: [], hidden: false, ended: false, text: '' };
    dataAt = events.push(data) - 1;
    unseen = false;
    return data;
  }

  /** The message this line is of: perhaps one that was taken to be hidden. */
  function messageAt(wire: Wire): Mutable<DataEvent> {
    if (data && unseen) Object.assign(data, placeOf(wire), { hidden: false });
    unseen = false;
    return data ?? openData(wire);
  }

  /** Text the log does not show, between two lines it does show. */
  function openHidden(after: Wire): void {
    const { end, endLine, time } = after;
    openData({ ...after, start: end, line: endLine, end, endLine, time }).hidden = true;
    unseen = true;
  }

  function finishData(ended: boolean): void {
    if (!data) return;
    data.ended = ended;
    data.text = data.lines.join('\n');
    if (mode !== 'chunk') wait(data, dataAt);
    data = undefined;
  }

  /** A reply came before the log showed the final dot: the text is hidden, or the server had enough. */
  function endByReply(code: number): void {
    const lost = code === 421 || closed;
    if (data && !(lost && dropUnseen())) {
      if (data.lines.length === 1 && COUNTED.test(data.lines[0]!))
        Object.assign(data, { hidden: true, lines: [], lineSpans: [] });
      finishData(data.hidden && !lost);
    }
  }

  /** Takes back the message that was asked for and of which nothing was seen. */
  function dropUnseen(): boolean {
    if (!data || !unseen || mode === 'chunk') return false;
    events.splice(dataAt, 1);
    data = undefined;
    return true;
  }

  function finishChunk(): void {
    if (!data && last) openHidden(last);
    finishData(chunk.last);
    mode = 'command';
  }
}

const ANSWERS: Readonly<Record<number, readonly string[]>> = {
  220: ['STARTTLS', 'XCLIENT', 'XFORWARD', 'NOOP'],
  221: ['QUIT'],
  235: ['AUTH', ''],
  334: ['AUTH', ''],
  354: ['DATA'],
};

const LAST_CHUNK = /^\s*BDAT +\d{1,15} +LAST/i;
/** What a program puts in the place of a message it does not show. */
const COUNTED = /^[<[({*][^<>]{0,80}\b\d{1,12} ?(?:bytes|octets|chars|characters|lines)\b[^<>]{0,80}[>\])}*]$/i;

/** How many commands a reply may skip to find its own. */
const DEEPEST_PIPELINE = 1000;

function isVerb(event: SessionEvent | undefined, verb: string): boolean {
  return event?.kind === 'command' && event.verb === verb;
}

/** Enhanced status code at the start of a reply's text (RFC 2034, RFC 3463). */
function enhancedOf(text: string): string | undefined {
  return /^([245]\.\d{1,3}\.\d{1,3})(?=[ \t]|$)/.exec(text)?.[1];
}

function addLine(event: Mutable<DataEvent>, wire: Wire): void {
  event.lines.push(wire.text);
  event.lineSpans.push(wireLineOf(wire));
  event.endLine = wire.endLine;
  event.end = wire.end;
}
