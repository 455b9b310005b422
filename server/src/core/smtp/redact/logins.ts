/** What a transcript holds of logins: each place, what it gives away, and what may stand there instead. */
import { decodeBase64, encodeBase64 } from '../../base64';
import { saslMechanisms } from '../../knowledge/sasl';
import type { Span } from '../../text';
import { challengeIn, mayBeSecret, mechanismIn } from '../describe';
import type { CommandEvent, ReplyEvent, Session, Transcript } from '../model';
import { REDACTED, steadOf } from './stead';

/** Login data at one place of a log; an empty range where the log writes it another way than it was sent. */
export interface LoginData extends Span {
  /** As the log has it. */
  readonly text: string;
  /** What may stand in its place: of the same form, and it says that something was taken out. */
  readonly stead: string;
  /** True if whoever reads it can log in with it: a password or a token, not a proof or a name. */
  readonly password: boolean;
  /** In capitals; '' where no AUTH is in the log. */
  readonly mechanism: string;
  /** The user's name, if it says one. */
  readonly user?: string;
  /** What it holds in clear: the password, the token, the digest. */
  readonly clear: readonly string[];
}

const found = new WeakMap<Transcript, readonly LoginData[]>();

/** All login data in the dialogues of a transcript, by place. Linear in the transcript; asked again, it costs nothing. */
export function loginsOf(transcript: Transcript): readonly LoginData[] {
  let logins = found.get(transcript);
  if (!logins) {
    logins = transcript.sessions
      .flatMap((session) => loginsIn(session, transcript.source.text))
      .sort((a, b) => a.start - b.start);
    found.set(transcript, logins);
  }
  return logins;
}

function loginsIn(session: Session, log: string): LoginData[] {
  const logins: LoginData[] = [];
  let mechanism: string | undefined; // of the login under way
  let step = 0; // how many responses the client gave
  let asked: 'name' | 'password' | undefined; // by a challenge of LOGIN

  const add = (span: Span, data: string, what: What): void => {
    if (data === '' || isEmpty(data) || data === what.stead) return;
    const at = log.slice(span.start, span.end).lastIndexOf(data);
    const start = span.start + Math.max(0, at);
    logins.push({ start, end: at < 0 ? start : start + data.length, text: data, mechanism: mechanism ?? '', ...what });
  };

  for (const event of session.events) {
    if (event.kind === 'reply') {
      if (event.code !== 334) continue;
      asked = challengeIn(event);
      if (mechanism !== undefined) challenge(event, mechanism, asked, add);
    } else if (event.kind === 'command') {
      if (event.verb === 'AUTH' || event.verb === 'X-EXPS') {
        mechanism = mechanismIn(event);
        step = 0;
        asked = undefined;
        const data = /^\s*\S+\s+\S+\s+(.*?)\s*$/s.exec(event.text)?.[1] ?? '';
        if (data !== '') add(event, data, response(mechanism, step++, data, mechanism === 'LOGIN' ? 'name' : undefined));
      } else if (event.verb === '' && mechanism !== undefined) {
        const data = event.text.trim();
        add(event, data, response(mechanism, step++, data, asked));
      } else {
        mechanism = undefined;
        other(event, add);
      }
    }
  }
  return logins;
}

type What = Pick<LoginData, 'stead' | 'password' | 'user' | 'clear'>;
type Add = (span: Span, data: string, what: What) => void;

/** Nothing was sent, the login was cancelled (RFC 4954 4), or the program that wrote the log left the data out. */
function isEmpty(data: string): boolean {
  return /^(?:=|\*+|x{3,}|X{3,}|\.{3}|…|<[^<>]*>|\[[^[\]]*\])$/.test(data);
}

/** How programs write a NUL that show a login decoded. */
const WRITTEN_NUL = /\\(?:000|x00|u0000|0)|\^@|<NUL>|\0/g;

/** What a program writes in place of a password; nodemailer does so inside the base64. */
const LEFT_OUT = /^(?:\/\* ?secret ?\*\/|\*+|<?(?:hidden|masked|removed|redacted|secret)>?)$/i;

/** What the client's `step`-th response (from 0) of a login holds. */
function response(mechanism: string, step: number, data: string, asked: 'name' | 'password' | undefined): What {
  const bytes = decodeBase64(data) ?? data;
  const row = saslMechanisms.find((m) => m.name === mechanism);
  const stead = steadOf(mechanism);
  switch (mechanism) {
    case 'PLAIN': {
      const parts = bytes.replace(bytes === data ? WRITTEN_NUL : /\0/g, '\0').split('\0');
      return parts.length === 3 ? { stead, ...secret(parts[2]!), user: parts[1]! } : { stead, ...secret(parts.at(-1)!) };
    }
    case 'LOGIN': {
      const name = asked === undefined ? step === 0 : asked === 'name';
      // A word of letters decodes to something too; a password is not made of control characters.
      const said = /[\0-\x1f]/.test(bytes) || !/[^\x80-\xff]/.test(bytes) ? data : bytes;
      return name
        ? { stead, password: false, user: said, clear: [] }
        : { stead, ...secret(said), clear: [...new Set([said, data])].filter((v) => !LEFT_OUT.test(v)) };
    }
    case 'CRAM-MD5': {
      const m = /^(\S{1,300}) ([0-9a-f]{32})$/i.exec(bytes);
      return { stead, password: false, clear: m ? [m[2]!] : [], ...(m && { user: m[1]! }) };
    }
    case 'XOAUTH2':
    case 'OAUTHBEARER': {
      const token = /\x01auth=\w{1,20} ([^\x01]{1,20000})/i.exec(bytes)?.[1];
      const user = (mechanism === 'XOAUTH2' ? /^user=([^\x01]{1,300})/ : /^[nyp][^,]{0,200},a=([^,\x01]{1,300}),/).exec(
        bytes,
      )?.[1];
      return { stead, ...(token === undefined ? { password: false, clear: [] } : secret(token)), ...(user && { user }) };
    }
    default: {
      if (row?.clear) return { stead, ...secret(bytes) };
      const user = row?.user === 'scram' ? /,n=([^,]{1,200}),r=/.exec(bytes)?.[1] : row?.user === 'first' ? bytes : undefined;
      return { stead, password: false, clear: digestsIn(bytes), ...(user && { user }) };
    }
  }
}

/** The digests of DIGEST-MD5 (RFC 2831 2.1.2, 2.1.3), which debug output shows by themselves. */
function digestsIn(bytes: string): string[] {
  return [...bytes.matchAll(/\b(?:response|rspauth)="?([\da-f]{32})\b/g)].map((m) => m[1]!);
}

function secret(text: string): Pick<LoginData, 'password' | 'clear'> {
  return LEFT_OUT.test(text) || text === '' ? { password: false, clear: [] } : { password: true, clear: [text] };
}

/**
 * What the server says in a login is harmless without the client's half, but for the proofs of SCRAM and its like, which let a
 * password be guessed, and for what names the server's domain.
 */
function challenge(reply: ReplyEvent, mechanism: string, asked: 'name' | 'password' | undefined, add: Add): void {
  if (asked !== undefined || HARMLESS.has(mechanism)) return;
  reply.lines.forEach((line, i) => {
    const data = line.trim();
    if (decodeBase64(data) !== undefined)
      add(reply.lineSpans[i]!, data, {
        stead: encodeBase64(REDACTED),
        password: false,
        clear: digestsIn(decodeBase64(data)!),
      });
  });
}

const HARMLESS: ReadonlySet<string> = new Set(['LOGIN', 'PLAIN', 'CRAM-MD5', 'XOAUTH2', 'OAUTHBEARER']);

/** Login data outside AUTH: typed in the wrong place, or in a URL that carries its own permission (RFC 4468 3). */
function other(command: CommandEvent, add: Add): void {
  if (command.verb === 'BURL') {
    const token = /;URLAUTH=[^\s:]{1,300}:[\w-]{1,40}:([0-9A-Fa-f]{16,200})/i.exec(command.text)?.[1];
    if (token) add(command, token, { stead: '0'.repeat(32), password: true, clear: [] });
  } else if (mayBeSecret(command)) {
    const data = command.text.trim();
    const bytes = decodeBase64(data);
    const readable = bytes !== undefined && /^[\x20-\x7e]{4,}$/.test(bytes);
    const stead = /[=+/]/.test(data) ? encodeBase64(REDACTED) : REDACTED;
    add(command, data, { stead, password: false, clear: readable ? [bytes] : [] });
  }
}
