/**
 * `sendmail -X file` (op.me, "Logging traffic"): `<pid> <<< text` was received, `>>>` sent, `===` is a remark. Received lines
 * keep the CR of the wire. After `=== CONNECT host` the same process is a client: there `<<<` is a reply. A server that
 * delivers while the client waits writes both under one process id, so the text decides whose line it is.
 */
import type { Line } from '../lines';
import type { Piece } from '../model';
import { isCommandLine, startsWithCode, verbOf } from '../wire';
import { count, pieceOf, withoutDots, type Format, type FormatReader } from './format';

const LINE = /^\s*(\d{1,10}) (<<<|>>>|===)(?: |$)/;
/** What it writes when there is nothing to receive. */
const LOST = /^\[(?:EOF|TIMEOUT)\]$/;

export const sendmailX: Format = {
  name: 'sendmail-X',
  vantage: 'server',
  detect: (lines) => count(lines, LINE, 3),
  open: () => createReader(),
};

/** A connection the process opened itself. */
interface Outgoing {
  readonly key: string;
  message: boolean; // between the 354 and the dot
  login: boolean; // after a 334
}

/** One process id. */
interface Process {
  /** Lines before it is known who it talks to: message text from standard input, or the middle of a session. */
  held: { line: Line; from: number; received: boolean }[] | undefined;
  /** What those lines begin with: replies it received, other received lines, or sent ones that are no replies. */
  begins?: 'replies' | 'received' | 'sent';
  /** A bounce that it writes for a program here, with no SMTP around it; its last line may be the next command or reply. */
  bounce?: { line: Line; from: number }[];
  /** True between the 354 it sent and the dot it received. */
  message: boolean;
  verb: string;
  outgoing: Outgoing[];
}

function createReader(): FormatReader {
  const processes = new Map<string, Process>();
  let connections = 0;
  let incoming = 0;

  function read(line: Line): Piece[] | undefined {
    const m = LINE.exec(line.text);
    if (!m) return undefined;
    const [all, pid, marker] = m as unknown as [string, string, string];
    let process = processes.get(pid);
    if (!process) processes.set(pid, (process = { held: [], message: false, verb: '', outgoing: [] }));
    const received = marker === '<<<';
    if (process.bounce) {
      if (marker === '>>>') process.bounce.push({ line, from: all.length });
      return marker === '>>>' ? [] : [...endOfBounce(pid, process), ...read(line)!];
    }
    if (marker === '===') return remark(line, all.length, pid, process);
    if (!received && beginsBounce(line.text.slice(all.length), process)) {
      process.bounce = [{ line, from: all.length }];
      return [];
    }
    if (process.held && !settles(line.text.slice(all.length), received, pid, process)) {
      process.held.push({ line, from: all.length, received });
      return [];
    }
    const held = process.held?.map((h) => spoken(h.line, h.from, h.received, pid, process)) ?? [];
    process.held = undefined;
    return [...held, spoken(line, all.length, received, pid, process)];
  }

  function remark(line: Line, from: number, pid: string, process: Process): Piece[] {
    const host = /^CONNECT (\S+)$/.exec(line.text.slice(from))?.[1];
    if (host === undefined) return [pieceOf(line, from, { from: 'note', key: keyOf(pid, process) })];
    const key = `${pid}>${connections++}`;
    const held = (process.held ?? []).map((h) => pieceOf(h.line, h.from, { from: 'note', key, vantage: 'client' }));
    process.held = undefined;
    process.outgoing.push({ key, message: false, login: false });
    return [...held, pieceOf(line, from, { from: 'note', key, mark: 'open', peer: withoutDots(host), vantage: 'client' })];
  }

  /** True if this line tells whether a process that was not seen before is server or client. */
  function settles(text: string, received: boolean, pid: string, process: Process): boolean {
    const code = startsWithCode(text);
    const command = !code && isCommandLine(text);
    const before = process.begins;
    if (!before) {
      if (received && !command) process.begins = code ? 'replies' : 'received';
      else if (!received && !code && !command) process.begins = 'sent';
    }
    const client = received ? code && before === 'sent' : !code && (before === 'replies' || (!before && command));
    if (client) process.outgoing.push({ key: `${pid}>${connections++}`, message: before === 'sent', login: true });
    const server = received ? !code && (before === 'replies' || (command && before !== 'received')) : code && before !== 'sent';
    return client || server;
  }

  function endOfBounce(pid: string, process: Process): Piece[] {
    const { bounce = [] } = process;
    process.bounce = undefined;
    return bounce.map(({ line, from }, i) => {
      const text = line.text.slice(from);
      return i === bounce.length - 1 && (isCommandLine(text) || startsWithCode(text))
        ? spoken(line, from, false, pid, process)
        : pieceOf(line, from, { from: 'note', key: keyOf(pid, process) });
    });
  }

  function spoken(line: Line, from: number, received: boolean, pid: string, process: Process): Piece {
    const text = line.text.slice(from);
    const eol = received ? line.wireEol : undefined;
    const out = process.outgoing.at(-1);
    if (out && (out.message || (!process.message && received === startsWithCode(text)))) {
      if (received) {
        out.message = text.startsWith('354');
        out.login = text.startsWith('334');
      } else if (out.message && text === '.') out.message = false;
      if (received && text.startsWith('221')) process.outgoing.pop();
      return pieceOf(line, from, { from: received ? 'server' : 'client', key: out.key, vantage: 'client', eol });
    }
    const key = pid;
    if (received && LOST.test(text)) {
      process.message = false;
      return pieceOf(line, from, { from: 'note', key, mark: 'eof' });
    }
    if (received) {
      incoming++;
      if (process.message) process.message = text !== '.';
      else process.verb = verbOf(text);
      return pieceOf(line, from, { from: 'client', key, eol });
    }
    if (!startsWithCode(text)) return pieceOf(line, from, { from: 'note', key }); // a bounce, an error in the configuration
    incoming++;
    process.message = text.startsWith('354');
    if (text.startsWith('220') && process.verb !== 'STARTTLS') process.outgoing = []; // the number came round again
    return pieceOf(line, from, { from: 'server', key });
  }

  function end(): Piece[] {
    const pieces: Piece[] = [];
    for (const [pid, process] of processes) {
      for (const h of process.held ?? []) pieces.push(spoken(h.line, h.from, h.received, pid, process));
      process.held = undefined;
      pieces.push(...endOfBounce(pid, process));
    }
    return pieces;
  }

  return { read, end, name: () => (incoming === 0 && connections > 0 ? 'sendmail-X-client' : 'sendmail-X') };
}

/** True for a line sent to a server that is no command, no login and no message. */
function beginsBounce(text: string, { outgoing, message }: Process): boolean {
  const out = outgoing.at(-1);
  return out !== undefined && !out.message && !out.login && !message && !startsWithCode(text) && !isCommandLine(text);
}

function keyOf(pid: string, process: Process): string {
  return process.outgoing.at(-1)?.key ?? pid;
}
