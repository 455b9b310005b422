/**
 * Reads a log of a known framing from bytes, chunk by chunk, and hands out its sessions as they end: what pairs them, and for
 * each of their lines a number. What it does not understand it marks as odd, for the full reader (core/smtp) to read.
 */
import type { Classes } from './classes';
import type { Frame, Framing } from './framing';
import { CLIENT, HELLO, NOTE, OPENS, SERVER, UPGRADE, type LineClass } from './kinds';
import { Live, MESSAGE } from './live';
import { createSaid, type Line } from './said';

/** Takes a log's bytes in order. */
export interface Indexer {
  /**
   * Reads the whole lines between `from` and `to`, or fewer when `isEnough` says so; gives the offset behind the last one. `base`
   * is the offset in the log of byte 0. `bytes` must have ROOM for more bytes behind `to`.
   */
  push(bytes: Uint8Array, from: number, to: number, base: number): number;
  /** Reads what is left as a last line without line end, and hands out every session that is still open, one in a step. ROOM as for `push`. */
  end(bytes: Uint8Array, from: number, to: number, base: number): Generator<void>;
  /** Takes a session back that is no longer needed. */
  release(session: Live): void;
  /** A session to fill; `release` takes it back. */
  spare(): Live;
  /** True once a received line ended in CR LF, if the framing keeps line ends. */
  readonly keepsEnds: () => boolean;
  /** First line that ends in LF alone; Infinity if there is none. */
  readonly firstBareLine: () => number;
  /** True if strange lines follow each other, as another log's would. */
  readonly isMixed: () => boolean;
}

/** Bytes behind the last one that `push` reads into, never looking at what they say. */
export const ROOM = 4;

/** How long after its end a session may still get a line. */
const LINGER = 256;
/** As in strands.ts: how many lines of the wire a reply may stand behind its command. */
const REACH = 32;
/** Strange lines in a row that may be another log. */
const MANY_STRANGERS = 3;
/** Sessions that are open at a time have places by the last bits of their numbers; whose place is taken is in the map. */
const NEAR = 256;

export function createIndexer(
  framing: Framing,
  classes: Classes,
  onSession: (session: Live) => void,
  isEnough: () => boolean,
): Indexer {
  const { keyed, keepsEnds } = framing;
  const frame: Frame = { who: -1, text: 0, key: 0 };
  const said = createSaid(framing, classes, ended);
  const at: Line = { bytes: new Uint8Array(0), number: 0, text: 0, to: 0, h1: 0, h2: 0, crlf: false };
  let words = new DataView(at.bytes.buffer);
  const open = new Map<number, Live>();
  const near: (Live | undefined)[] = new Array<undefined>(NEAR).fill(undefined);
  const nearKeys = new Float64Array(NEAR);
  const pool: Live[] = [];
  const lingering: Live[] = []; // ended, in order
  let lingeringFrom = 0;
  let current: Live | undefined; // of the last line
  let line = 0;
  let order = 0;
  let strangersInRow = 0;
  let mixed = false;
  let seenCrLf = false;
  let firstBareLine = Infinity;
  // The last lines of the wire: whose, and whether the client's.
  const lastSessions: (Live | undefined)[] = new Array<undefined>(REACH).fill(undefined);
  const lastFromClient = new Uint8Array(REACH);
  let wires = 0;

  function look(bytes: Uint8Array): void {
    if (at.bytes === bytes) return;
    at.bytes = bytes;
    words = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  function push(bytes: Uint8Array, from: number, to: number, base: number): number {
    look(bytes);
    let end = to;
    while (end > from && bytes[end - 1] !== 10) end--;
    let i = from;
    while (i < end && !isEnough()) i = readLine(bytes, i, base);
    while (lingeringFrom < lingering.length && line - lingering[lingeringFrom]!.doneAt > LINGER && !isEnough()) {
      const session = lingering[lingeringFrom++]!;
      if (session.done && opened(session.keys[0]!) === session) close(session);
    }
    if (lingeringFrom > 1024) {
      lingering.splice(0, lingeringFrom);
      lingeringFrom = 0;
    }
    return i;
  }

  function* end(bytes: Uint8Array, from: number, to: number, base: number): Generator<void> {
    if (from < to) {
      bytes[to] = 10;
      look(bytes);
      readLine(bytes, from, base);
      if (current) {
        current.odd = true;
        current.end = base + to;
      }
    }
    const left = new Set([...near.filter((session) => session !== undefined), ...open.values()]);
    for (const session of [...left].sort((a, b) => a.order - b.order)) {
      close(session);
      yield;
    }
  }

  /** Reads one line; gives the offset of the next. */
  function readLine(bytes: Uint8Array, from: number, base: number): number {
    framing.read(bytes, from, frame);
    const { who, text, key } = frame;
    if (who < 0) return readStranger(bytes, from, base);
    strangersInRow = 0;
    // Two numbers that stand for the text up to the line's end: four bytes at a time, as long as none of them may end the line.
    let h1 = Math.imul(0x811c9dc5 ^ who, 0x01000193);
    let h2 = who;
    let i = text;
    const view = words;
    for (;;) {
      const word = view.getInt32(i, true);
      if (((word - 0x0e0e0e0e) & ~word & 0x80808080) !== 0) break;
      h1 = Math.imul(h1 ^ word, 0x9e3779b1);
      h1 ^= h1 >>> 15;
      h2 = (Math.imul(h2, 31) + word) | 0;
      i += 4;
    }
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
    at.number = line;
    at.text = text;
    at.to = i;
    at.h1 = h1;
    at.h2 = h2;
    at.crlf = crlf;
    let session = opened(key);
    if (session !== undefined && session.mode === MESSAGE && who === CLIENT) {
      interrupted(session);
      said.messageLine(session, at);
    } else {
      const kind = classes.find(bytes, text, i, who, h1, h2);
      session = sessionOf(session, kind, who, base + from, key);
      interrupted(session);
      said.take(session, kind, who, at);
    }
    if (odd) session.odd = true;
    session.end = base + next;
    session.endLine = line + rest;
    if (who !== NOTE && keyed) {
      lastSessions[wires & (REACH - 1)] = session;
      lastFromClient[wires & (REACH - 1)] = who === CLIENT ? 1 : 0;
      wires++;
    }
    current = session;
    line += 1 + rest;
    return next;
  }

  /** Notes if other sessions' lines stand between this line of a session and the one before. */
  function interrupted(session: Live): void {
    if (session !== current && session.own >= session.line && session.own < line - 1) session.shared = true;
  }

  /** The line is of no known form: the session before it must be read in full. */
  function readStranger(bytes: Uint8Array, from: number, base: number): number {
    let i = from;
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
      if (++strangersInRow >= MANY_STRANGERS) mixed = true;
      if (current && opened(current.keys[0]!) === current) {
        current.odd = true;
        current.end = base + i + 1;
      }
    }
    return i + 1;
  }

  /** The session this line is of: the one under its key, or another that begins here. */
  function sessionOf(session: Live | undefined, kind: LineClass, who: number, from: number, key: number): Live {
    if (!session) {
      const home = keyed && who === SERVER && kind.code > 0 && !BEGINNINGS.has(kind.code) ? homeOf() : undefined;
      if (home) {
        home.odd = true;
        home.keys.push(key);
        setOpen(key, home);
        return home;
      }
      return begin(key, from, line);
    }
    if (!beginsAnother(session, kind, who)) return session;
    close(session);
    return begin(key, from, line);
  }

  function beginsAnother(session: Live, kind: LineClass, who: number): boolean {
    if (who === NOTE) return (kind.note & OPENS) !== 0 && (session.spoken || session.opened);
    if (who === CLIENT) return session.done && kind.verb === HELLO;
    if (session.more || kind.code === 0 || !session.answered) return false;
    if (session.done) return !(kind.code === 421 && session.eof);
    return kind.code === 220 && !session.upgrades && session.verb !== UPGRADE;
  }

  function begin(key: number, from: number, first: number): Live {
    const session = pool.pop() ?? new Live();
    session.order = order++;
    session.keys[0] = key;
    session.start = from;
    session.line = session.runStart = first;
    session.own = first - 1;
    setOpen(key, session);
    return session;
  }

  /** A session whose command waits for the reply that a process not seen before gives: a daemon that forks (strands.ts). */
  function homeOf(): Live | undefined {
    for (let back = 1; back <= Math.min(REACH, wires); back++) {
      const place = (wires - back) & (REACH - 1);
      const session = lastSessions[place]!;
      if (lastFromClient[place] !== 1 || opened(session.keys[0]!) !== session) continue;
      // Nothing of its own may stand behind the command.
      let last = true;
      for (let later = 1; later < back && last; later++) last = lastSessions[(wires - later) & (REACH - 1)] !== session;
      if (last && session.waitingTo > session.waitingFrom) return session;
    }
    return undefined;
  }

  function opened(key: number): Live | undefined {
    const place = key & (NEAR - 1);
    if (nearKeys[place] === key && near[place] !== undefined) return near[place];
    return open.size === 0 ? undefined : open.get(key);
  }

  function setOpen(key: number, session: Live): void {
    const place = key & (NEAR - 1);
    if (near[place] !== undefined && nearKeys[place] !== key) open.set(key, session);
    else {
      near[place] = session;
      nearKeys[place] = key;
    }
  }

  function ended(session: Live, eof: boolean): void {
    session.done = true;
    session.eof ||= eof;
    session.doneAt = line;
    if (keyed) lingering.push(session);
  }

  function close(session: Live): void {
    for (const key of session.keys) {
      if (opened(key) !== session) continue;
      if (near[key & (NEAR - 1)] === session && nearKeys[key & (NEAR - 1)] === key) near[key & (NEAR - 1)] = undefined;
      else open.delete(key);
    }
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

  return {
    push,
    end,
    release,
    spare: () => pool.pop() ?? new Live(),
    keepsEnds: () => seenCrLf,
    firstBareLine: () => firstBareLine,
    isMixed: () => mixed,
  };
}

/** A process that begins with one of these has answered nobody. */
const BEGINNINGS = new Set([220, 421, 554]);
