/**
 * Postfix in syslog: `smtpd` (server) and `smtp` or `lmtp` (client), with `-v` in master.cf or without. With `-v` the dialogue
 * is there, `> peer: text` sent by the program itself and `< peer: text` received, among nine times as many lines of other
 * debug output. Without it a session is what smtpd says of a connection. One process serves many connections in turn.
 */
import type { Line } from '../lines';
import type { Mark, Piece } from '../model';
import { NOTHING, pieceOf, type Format, type FormatReader } from './format';
import { readSyslog, type SyslogLine } from './syslog';

const PROGRAM = /^postfix\S*\/(smtpd|smtp|lmtp|cleanup|qmgr|postscreen)$/;
const SPOKEN = /^([<>]) [^\s[\]]*\[[^\]]*\](?::\d+)?: ?/;
const CONNECT = /^connect from ([^\s[]*)\[([^\]]*)\]/;
const TRYING = /^smtp_connect_addr: trying: ([^\s[]*)\[([^\]]*)\]/;
const QUEUED = /^([0-9A-Za-z]{6,20}): (client=|message-id=|from=<[^>]*>, size=)/;
const REJECT = /reject: \S{1,40} from [^\s[]{0,255}\[[^\]]{0,64}\](?::\d+)?: (?=[245]\d\d )/;
const SCREENED =
  /^(?:(PREGREET) \d+ after [\d.]+ from |(NOQUEUE: reject: \w+ from )|(HANGUP|DISCONNECT) (?:after [\d.]+ from )?)(\[([^\]]*)\]:\d+):? ?/;
const REMARKS: readonly (readonly [RegExp, Mark | undefined])[] = [
  [/^disconnect from /, 'close'],
  [/^(?:lost connection|timeout) after /, 'eof'],
  [/ TLS connection established (?:from|to) /, 'tls'],
  [/^(?:SSL_accept error|too many errors after|improper command pipelining after|warning: |fatal: |panic: )/, undefined],
  [/^(?:\w+: (?:milter-|proxy-)?(?:reject|warn|hold|discard|filter|redirect)|NOQUEUE: )/, undefined],
  [/^\w+: to=<.*status=/, undefined],
];

export const postfix: Format = {
  name: 'postfix-maillog',
  vantage: 'server',
  remarksOnly: true,
  detect(lines) {
    let score = 0;
    for (const text of lines) {
      const line = readSyslog(text);
      const program = line && PROGRAM.exec(line.program)?.[1];
      if (!line || !program) continue;
      score += SPOKEN.test(text.slice(line.from)) || program === 'smtpd' ? 3 : 1;
    }
    return score;
  },
  open: () => createReader(),
};

/** Programs of other formats, whose syslog lines are not passed over. */
const OTHERS = /^(?:sendmail|sm-mta|sm-msp|ssmtp)/i;

function createReader(): FormatReader {
  const connections = new Map<string, number>(); // program and pid → how many connections it had
  const spoken = new Set<string>(); // keys of connections with their dialogue in the log
  const queued = new Map<string, string>(); // queue id → key
  const ids = new Map<string, string>(); // program and pid → key of the connection at hand

  function read(line: Line): readonly Piece[] | undefined {
    const syslog = readSyslog(line.text);
    if (!syslog) return undefined;
    const program = PROGRAM.exec(syslog.program)?.[1];
    if (!program) return OTHERS.test(syslog.program) ? undefined : NOTHING;
    if (program === 'cleanup' || program === 'qmgr') return aboutMessage(line, syslog);
    if (program === 'postscreen') return beforeGreeting(line, syslog);
    const process = `${program}[${syslog.pid}]`;
    const text = line.text.slice(syslog.from);
    const { time } = syslog;
    const connect = program === 'smtpd' ? CONNECT.exec(text) : TRYING.exec(text);
    if (connect) {
      const key = nextKey(process);
      const peer = connect[1] === '' || connect[1] === 'unknown' ? connect[2] : connect[1];
      const from = program === 'smtpd' ? syslog.from : syslog.from + text.indexOf('trying');
      return [
        pieceOf(line, from, { from: 'note', key, time, peer, ...side(program), ...(program === 'smtpd' && { mark: 'open' }) }),
      ];
    }
    const key = ids.get(process) ?? nextKey(process);
    const said = SPOKEN.exec(text);
    if (said) {
      spoken.add(key);
      const server = (said[1] === '>') === (program === 'smtpd');
      const piece = pieceOf(line, syslog.from + said[0].length, {
        from: server ? 'server' : 'client',
        key,
        time,
        ...side(program),
      });
      return [!server && piece.text === '.' ? { ...piece, hidden: true } : piece];
    }
    const queue = QUEUED.exec(text);
    if (queue && program === 'smtpd') queued.set(queue[1]!, key);
    const remark = queue ?? REMARKS.find(([pattern]) => pattern.test(text));
    if (!remark) return NOTHING;
    const mark = queue ? undefined : (remark[1] as Mark | undefined);
    const note = pieceOf(line, syslog.from, { from: 'note', key, time, ...side(program), ...(mark && { mark }) });
    return spoken.has(key) ? [note] : [note, ...refusal(line, syslog, key)];
  }

  /** The reply that a log without dialogue shows: the refusal of a client. */
  function refusal(line: Line, syslog: Pick<SyslogLine, 'time'>, key: string): Piece[] {
    const m = REJECT.exec(line.text);
    if (!m) return [];
    const from = m.index + m[0].length;
    const piece = pieceOf(line, from, { from: 'server', key, time: syslog.time });
    const end = piece.text.indexOf('; from=<');
    return [end < 0 ? piece : { ...piece, text: piece.text.slice(0, end), end: piece.start + end }];
  }

  /** postscreen tells what a client said too early and what it was refused with; a connection that passes is smtpd's. */
  function beforeGreeting(line: Line, { from, time, pid }: SyslogLine): readonly Piece[] {
    const m = SCREENED.exec(line.text.slice(from));
    if (!m) return NOTHING;
    const [all, early, , left] = m;
    const key = `postscreen[${pid}] ${m[4]}`;
    if (!early && !spoken.has(key)) return NOTHING;
    if (left) return [pieceOf(line, from, { from: 'note', key, time, mark: left === 'HANGUP' ? 'eof' : 'close' })];
    const at = from + all.length;
    if (!early) return refusal(line, { time }, key);
    spoken.add(key);
    const note = pieceOf(line, from, { from: 'note', key, time, mark: 'open', peer: m[5] });
    let start = at;
    const said = line.text
      .slice(at)
      .split('\\r\\n')
      .filter((text) => text !== '')
      .map((text): Piece => {
        const piece = pieceOf(line, start, { from: 'client', key, time });
        start += text.length + 4;
        return { ...piece, text, end: piece.start + text.length };
      });
    return [note, ...said];
  }

  /** What other programs say of a message, as remarks of the session that brought it. */
  function aboutMessage(line: Line, syslog: SyslogLine): readonly Piece[] {
    const key = queued.get(QUEUED.exec(line.text.slice(syslog.from))?.[1] ?? '');
    return key === undefined ? NOTHING : [pieceOf(line, syslog.from, { from: 'note', key, time: syslog.time })];
  }

  function nextKey(process: string): string {
    const n = (connections.get(process) ?? 0) + 1;
    connections.set(process, n);
    const key = `${process}#${n}`;
    ids.set(process, key);
    return key;
  }

  function name(key: string): string {
    if (key.startsWith('postscreen')) return 'postfix-maillog';
    if (!key.startsWith('smtpd')) return 'postfix-smtp-v';
    return spoken.has(key) ? 'postfix-smtpd-v' : 'postfix-maillog';
  }

  return { read, name };
}

function side(program: string): { vantage?: 'client' } {
  return program === 'smtpd' ? {} : { vantage: 'client' };
}
