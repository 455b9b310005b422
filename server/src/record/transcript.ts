/**
 * Writes a recording: what went over the wire, byte for byte, with times, in the form that core/smtp/formats/postmaster.ts reads.
 * Logins never get into it: what the client answers in an AUTH exchange is replaced by words of the same form before it is kept.
 */
import { RECORDING } from '../core/smtp/recording';
import { REDACTED, steadOf } from '../core/smtp/redact/stead';

export type Who = 'C:' | 'S:' | '--';

/** A recording under way. */
export interface RecordingLog {
  /** A remark, one line. */
  note(text: string): void;
  /** Bytes that were sent or received, in chunks that may end anywhere. */
  bytes(who: 'C:' | 'S:', chunk: Uint8Array): void;
  /** What lies there without a line end becomes a line: the connection is gone, or its bytes are TLS from now on. */
  flush(): void;
  /** A text that may repeat what was said, without login data and in one line. */
  clean(text: string): string;
  /** The recording so far, with a line end behind each line. */
  text(): string;
}

const LEGEND =
  "client's side. Lines ended in CR LF but where \\n (LF alone), \\r (CR alone) or \\c (no end) says otherwise; \\xHH is a byte, \\\\ a backslash.";

/**
 * Begins a recording. `secrets` are the words that must not get into it, wherever the server repeats them during a login; `onLine`
 * is told each line as it is kept.
 */
export function createLog(secrets: readonly string[], onLine?: (who: Who, text: string) => void): RecordingLog {
  const lines = [`${RECORDING}, ${LEGEND}`];
  const rest = { 'C:': '', 'S:': '' };
  const login = createLoginFilter(secrets);

  function keep(who: Who, text: string): void {
    lines.push(`${new Date().toISOString()} ${who} ${text}`);
    onLine?.(who, text);
  }

  /** One line of the wire, a byte string without its end. */
  function line(who: 'C:' | 'S:', wire: string, end: string): void {
    keep(who, escape(login.filter(who, wire)) + end);
  }

  const clean = (text: string): string => login.clean(text.replace(/\p{Cc}+/gu, ' ').trim());

  return {
    note: (text) => keep('--', clean(text)),
    bytes(who, chunk) {
      const wire = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength).toString('latin1').split('\n');
      // Nothing is searched twice, however slowly a line comes.
      wire[0] = rest[who] + wire[0]!;
      rest[who] = wire.pop()!;
      for (const l of wire) {
        if (l.endsWith('\r')) line(who, l.slice(0, -1), '');
        else line(who, l, '\\n');
      }
    },
    flush() {
      for (const who of ['C:', 'S:'] as const) {
        if (rest[who] !== '') line(who, rest[who], '\\c');
        rest[who] = '';
      }
    },
    clean,
    text: () => lines.join('\n') + '\n',
  };
}

/** UTF-8 in a byte string (Unicode 3.9, table 3-7), but for the line ends beyond ASCII that editors take for such. */
const SAFE =
  /^(?:[\x09\x20-\x5b\x5d-\x7e]|\xc2[\xa0-\xbf]|[\xc3-\xdf][\x80-\xbf]|\xe0[\xa0-\xbf][\x80-\xbf]|\xe2\x80[\x90-\xa7\xb0-\xbf]|\xe2[\x81-\xbf][\x80-\xbf]|(?:[\xe1\xe3-\xec\xee]|\xef(?!\xbb\xbf))[\x80-\xbf]{2}|\xed[\x80-\x9f][\x80-\xbf]|\xf0[\x90-\xbf][\x80-\xbf]{2}|[\xf1-\xf3][\x80-\xbf]{3}|\xf4[\x80-\x8f][\x80-\xbf]{2})/;

/** A byte string as text: UTF-8 decoded, anything that would not survive an editor escaped. */
function escape(wire: string): string {
  if (/^[\x09\x20-\x5b\x5d-\x7e]*$/.test(wire)) return wire;
  const parts: string[] = [];
  for (let i = 0; i < wire.length;) {
    const safe = SAFE.exec(wire.slice(i, i + 4))?.[0];
    const c = wire[i]!;
    if (safe !== undefined) parts.push(safe.length === 1 ? safe : Buffer.from(safe, 'latin1').toString('utf8'));
    else if (c === '\\') parts.push('\\\\');
    else if (c === '\r') parts.push('\\r');
    else parts.push('\\x' + c.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0'));
    i += safe?.length ?? 1;
  }
  return parts.join('');
}

interface LoginFilter {
  /** A line of the wire, without login data. */
  filter(who: 'C:' | 'S:', line: string): string;
  /** The same for a text about the session. */
  clean(text: string): string;
}

/**
 * Takes login data out. State comes from what goes over the wire: after AUTH everything the client says is data, until a reply
 * that is no 334 (RFC 4954 4). A server may repeat what it did not understand, so its lines are searched for what was sent.
 */
function createLoginFilter(secrets: readonly string[]): LoginFilter {
  let mechanism: string | undefined; // of the login under way
  let message = false; // between the 354 and the dot: nothing there is a command
  const sent = new Map<string, string>(); // login data and what stands for it

  function hide(data: string): string {
    if (data === '' || data === '*' || data === '=') return data; // nothing, or the login is given up
    const stead = steadOf(mechanism!);
    sent.set(data, stead);
    return stead;
  }

  function withoutData(line: string): string {
    let text = line;
    for (const [data, stead] of sent) if (data.length >= 4) text = text.replaceAll(data, stead);
    return text;
  }

  function withoutSecrets(line: string, encoding: 'utf8' | 'latin1'): string {
    let text = line;
    for (const secret of secrets) {
      const word = Buffer.from(secret, 'utf8').toString(encoding);
      if (word !== '') text = text.replaceAll(word, REDACTED);
    }
    return text;
  }

  return {
    clean: (text) => (sent.size === 0 ? text : withoutSecrets(withoutData(text), 'utf8')),
    filter(who, line) {
      if (who === 'C:') {
        if (message) {
          message = line !== '.';
          return line;
        }
        const auth = /^(AUTH +([\w-]+) *)(.*)$/is.exec(line);
        if (auth) {
          mechanism = auth[2]!.toUpperCase();
          return auth[1]! + hide(auth[3]!);
        }
        return mechanism === undefined ? line : hide(line);
      }
      if (line.startsWith('354')) message = true;
      let text = withoutData(line);
      if (mechanism === undefined) return text;
      if (!text.startsWith('334')) text = withoutSecrets(text, 'latin1');
      if (/^\d{3}(?: |$)/.test(text) && !text.startsWith('334')) mechanism = undefined;
      return text;
    },
  };
}
