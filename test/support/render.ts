/** Writes sessions whose truth is known in the ways programs log them. */
import { readTranscript } from '../../server/src/core/smtp/reader';
import type { Side, Transcript } from '../../server/src/core/smtp/model';
import { corpusText } from './corpus';

/** One line of the wire. */
export interface Said {
  readonly from: Side;
  readonly text: string;
  readonly message?: boolean;
}

export type Script = readonly Said[];

/** What was said in each session of a log of the corpus. */
export function scriptsOf(log: string): Script[] {
  return readTranscript(corpusText(log)).sessions.map(({ events }) =>
    events.flatMap((event): Said[] => {
      if (event.kind === 'command') return [{ from: 'client', text: event.text }];
      if (event.kind === 'reply') return event.text.split('\n').map((text) => ({ from: 'server', text }));
      if (event.kind === 'note') return [];
      const lines = event.lines.map((text) => ({ from: 'client' as const, text: text.replace(/\r/g, ''), message: true }));
      return [...lines, { from: 'client', text: '.', message: true }];
    }),
  );
}

/** `C EHLO` with its text, `S 250` with its text, `M` with the number of lines; of a session read or of its script. */
export function outline(script: Script, hidden: boolean): string[] {
  const said: string[] = [];
  let lines = 0;
  let more = false;
  for (const { from, text, message } of script) {
    if (message) {
      if (text === '.') {
        said.push(hidden || lines === 0 ? 'M' : `M ${lines}`);
        lines = 0;
      } else lines++;
    } else if (from === 'client') said.push(`C ${text}`);
    else {
      if (!more) said.push(`S ${text.slice(0, 3)}`);
      more = text[3] === '-';
    }
  }
  return said;
}

export function outlinesRead(transcript: Transcript): string[][] {
  return transcript.sessions.map(({ events }) =>
    events.flatMap((event) => {
      if (event.kind === 'command') return [`C ${event.text}`];
      if (event.kind === 'reply') return [`S ${event.code}`];
      return event.kind === 'data' ? [event.hidden || event.lines.length === 0 ? 'M' : `M ${event.lines.length}`] : [];
    }),
  );
}

/** Of a line to be written: who says it, when, in which connection. */
export interface Moment {
  readonly from: Side;
  /** Who writes the log. */
  readonly by: Side;
  readonly text: string;
  readonly session: number;
  readonly tick: number;
}

/** A number that looks random and is the same on every run. */
export function hash(n: number): number {
  let x = (n + 1) * 0x9e3779b1;
  x = Math.imul(x ^ (x >>> 15), 0x85ebca6b);
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35);
  return (x ^ (x >>> 16)) >>> 0;
}

const two = (n: number): string => String(n).padStart(2, '0');
const clock = (tick: number): string =>
  `${two(9 + Math.floor(tick / 3600))}:${two(Math.floor(tick / 60) % 60)}:${two(tick % 60)}`;
const milli = (tick: number): string => String(hash(tick) % 1000).padStart(3, '0');
const id = (session: number): string =>
  hash(session + 77)
    .toString(16)
    .padStart(8, '0');
const mixed = (session: number): string => hash(session + 5).toString(36) + 'Zq' + String(hash(session) % 10);

/** What stands first on a line; `keyed` ones name the connection. */
export const prefixes: Readonly<Record<string, { readonly keyed: boolean; readonly of: (m: Moment) => string }>> = {
  none: { keyed: false, of: () => '' },
  clock: { keyed: false, of: (m) => `${clock(m.tick)} ` },
  iso: { keyed: false, of: (m) => `2026-11-22T${clock(m.tick)}.${milli(m.tick)}Z ` },
  bracketed: { keyed: false, of: (m) => `[2026-11-22 ${clock(m.tick)}] ` },
  'log4j thread': {
    keyed: true,
    of: (m) => `2026-11-22 ${clock(m.tick)},${milli(m.tick)} DEBUG [smtp-worker-${m.session + 3}] c.e.mail.SmtpHandler - `,
  },
  'level and id': { keyed: true, of: (m) => `${clock(m.tick)}.${milli(m.tick)} INFO  [${id(m.session)}] ` },
  'mixed id': { keyed: true, of: (m) => `[${mixed(m.session)}] ` },
  'numbered connection': { keyed: true, of: (m) => `conn#${m.session + 17}: ` },
  'pid in syslog': { keyed: true, of: (m) => `Nov 22 ${clock(m.tick)} mail gatewayd[${4000 + 7 * m.session}]: ` },
  rfc5424: {
    keyed: true,
    of: (m) => `<22>1 2026-11-22T${clock(m.tick)}.${milli(m.tick)}000+01:00 mail.example.com gatewayd ${4000 + m.session} - - `,
  },
  'address and port': { keyed: true, of: (m) => `${clock(m.tick)} 192.0.2.${m.session + 9}:${40000 + m.session} ` },
  'key=value': { keyed: true, of: (m) => `time=${clock(m.tick)} level=debug conn=${m.session + 100} ` },
  windows: {
    keyed: true,
    of: (m) => `11/22/2026 ${1 + (m.tick % 12)}:${two(m.tick % 60)}:${two((7 * m.tick) % 60)} PM - (000${m.session + 31}) `,
  },
  'hex thread': { keyed: true, of: (m) => `0x7f${id(m.session)} ${clock(m.tick)} ` },
  apache: { keyed: false, of: (m) => `[Sun Nov 22 ${clock(m.tick)} 2026] ` },
  epoch: { keyed: false, of: (m) => `${1795000000 + m.tick}.${milli(m.tick)} ` },
  counter: { keyed: true, of: (m) => `${m.tick} S${m.session} ` },
  'file and line': { keyed: true, of: (m) => `smtp.go:${100 + (hash(m.tick) % 9)}: session ${m.session + 1}: ` },
  'docker compose': { keyed: false, of: (m) => `mailgw-1  | ${clock(m.tick)} ` },
  seconds: { keyed: false, of: (m) => `[${String(m.tick).padStart(5)}.${milli(m.tick)}123] ` },
};

type Pair = readonly [server: string, client: string];
const relative =
  (sent: string, received: string) =>
  (by: Side): Pair =>
    by === 'server' ? [sent, received] : [received, sent];
const roles = (server: string, client: string) => (): Pair => [server, client];

/** What tells the sides; `tells` if it also tells who wrote the log. */
export const markers: Readonly<Record<string, { readonly tells: boolean; readonly of: (by: Side) => Pair }>> = {
  'S: C:': { tells: false, of: roles('S: ', 'C: ') },
  'S:C: glued': { tells: false, of: roles('S:', 'C:') },
  '[S] [C]': { tells: false, of: roles('[S] ', '[C] ') },
  '(S) (C)': { tells: false, of: roles('(S) ', '(C) ') },
  'S> C>': { tells: false, of: roles('S> ', 'C> ') },
  'server: client:': { tells: false, of: roles('server: ', 'client: ') },
  'SERVER CLIENT': { tells: false, of: roles('SERVER ', 'CLIENT ') },
  'Server says': { tells: false, of: roles('Server says: ', 'Client says: ') },
  'Command Response': { tells: false, of: roles('Response: ', 'Command: ') },
  'cmd reply': { tells: false, of: roles('reply ', 'cmd ') },
  'SMTP command': { tells: false, of: roles('SMTP Response : ', 'SMTP Command : ') },
  '>>> <<<': { tells: true, of: relative('>>> ', '<<< ') },
  '>> <<': { tells: true, of: relative('>> ', '<< ') },
  '> <': { tells: true, of: relative('> ', '< ') },
  '--> <--': { tells: true, of: relative('--> ', '<-- ') },
  '-> <-': { tells: true, of: relative('-> ', '<- ') },
  '=> <=': { tells: true, of: relative('=> ', '<= ') },
  '==> <==': { tells: true, of: relative('==> ', '<== ') },
  '[->] [<-]': { tells: true, of: relative('[->] ', '[<-] ') },
  'SEND RECV': { tells: true, of: relative('SEND ', 'RECV ') },
  'SEND: RECV:': { tells: true, of: relative('SEND: ', 'RECV: ') },
  'Sent Received': { tells: true, of: relative('Sent: ', 'Received: ') },
  'sent received': { tells: true, of: relative('sent ', 'received ') },
  'OUT IN': { tells: true, of: relative('OUT: ', 'IN: ') },
  'TX RX': { tells: true, of: relative('TX: ', 'RX: ') },
  '[tx] [rx]': { tells: true, of: relative('[tx] ', '[rx] ') },
  'write read': { tells: true, of: relative('write: ', 'read: ') },
  'W R': { tells: true, of: relative('W ', 'R ') },
  'Sending Got': { tells: true, of: relative('Sending: ', 'Got: ') },
  'outbound inbound': { tells: true, of: relative('outbound ', 'inbound ') },
  '>>>glued': { tells: true, of: relative('>>>', '<<<') },
  'client -> server': { tells: false, of: roles('server -> client: ', 'client -> server: ') },
  'dir=': { tells: true, of: relative('dir=out data=', 'dir=in data=') },
  addresses: { tells: false, of: roles('192.0.2.1:25 > 192.0.2.7:41234: ', '192.0.2.7:41234 > 192.0.2.1:25: ') },
  bare: { tells: false, of: roles('', '') },
};

/** How the text itself is written. */
export const writings: Readonly<Record<string, (text: string) => string>> = {
  plain: (text) => text,
  'quoted with escapes': (text) => `"${text.replace(/[\\"]/g, '\\$&')}\\r\\n"`,
  'python bytes': (text) => `b'${text.replace(/[\\']/g, '\\$&')}\\r\\n'`,
  'single quotes': (text) => `'${text.replace(/[\\']/g, '\\$&')}'`,
  'escaped end': (text) => text + '\\r\\n',
  '^M': (text) => text + '^M',
  'CRLF in brackets': (text) => text + '[CRLF]',
  'CR LF in angles': (text) => text + '<CR><LF>',
  'square brackets': (text) => `[${text}]`,
  octal: (text) => text + '#015#012',
};

/** How much of a message a program shows. */
export type Showing = 'whole' | 'counted' | 'dot' | 'nothing';

/** The lines of the wire a program logs; a counted message is one line. */
export function shown(script: Script, showing: Showing): Script {
  if (showing === 'whole') return script;
  const out: Said[] = [];
  let bytes = 0;
  for (const said of script) {
    if (!said.message) out.push(said);
    else if (said.text !== '.') bytes += said.text.length + 2;
    else {
      if (showing === 'counted') out.push({ ...said, text: `<${bytes} bytes of message data>` });
      if (showing === 'dot') out.push(said);
      bytes = 0;
    }
  }
  return out;
}

/** Lines of several sessions in one order: after each other, or mixed up. */
export function mix(scripts: readonly Script[], interleaved: boolean): { said: Said; session: number }[] {
  const queues = scripts.map((script, session) => script.map((said) => ({ said, session })));
  if (!interleaved) return queues.flat();
  const mixed: { said: Said; session: number }[] = [];
  const at = queues.map(() => 0);
  for (let n = 0; at.some((i, s) => i < queues[s]!.length); n++) {
    const session = hash(n) % queues.length;
    for (let burst = 1 + (hash(n + 9999) % 3); burst > 0; burst--) {
      const next = queues[session]![at[session]!];
      if (next) mixed.push(next);
      if (next) at[session]!++;
    }
  }
  return mixed;
}
