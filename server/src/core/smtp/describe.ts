/** How messages and hovers name what was said in a session, without anything secret. */
import { t } from '@vscode/l10n';
import { decodeBase64 } from '../base64';
import { smtpCommands } from '../knowledge/smtpCommands';
import { loginChallenges, saslMechanisms } from '../knowledge/sasl';
import type { CommandEvent, ReplyEvent, Session, SessionEvent } from './model';

/** Line of an event as users count, from 1. */
export function lineNumber(event: SessionEvent): number {
  return event.line + 1;
}

/**
 * A command in as many words as a message bears, login data left out: `RCPT TO:<bob@example.org>`, `AUTH PLAIN …`. What the
 * client sends during AUTH, and a URL that carries its own permission, is never shown.
 */
export function commandLabel(command: CommandEvent): string {
  const text = command.text.trim();
  if (command.verb === '') return t('a step of the login');
  if (mayBeSecret(command)) return t('a line that may be login data');
  if (command.verb === 'AUTH' || command.verb === 'X-EXPS') {
    const [verb = '', mechanism, data] = text.split(/\s+/, 3);
    return [verb, mechanism, data === undefined ? undefined : '…'].filter((w) => w !== undefined).join(' ');
  }
  if (command.verb === 'BURL') return 'BURL …';
  return shorten(text.replace(/\bLOGIN=\S+/gi, 'LOGIN=…'));
}

/**
 * True for what is no command and may be base64: the steps of a login go on after a refused AUTH, and people type passwords in
 * the wrong place. Servers repeat such a line in their refusal.
 */
export function mayBeSecret({ verb, text }: CommandEvent): boolean {
  return !smtpCommands.some((c) => c.verb === verb) && !/^X+$/.test(verb) && /^[A-Za-z0-9+/]{6,}={0,2}$/.test(text.trim());
}

/** Text cut to what fits a message. */
export function shorten(text: string, most = 80): string {
  return text.length <= most ? text : text.slice(0, most - 1) + '…';
}

/** What a reply answers, for messages: `RCPT TO:<bob>`, `the end of the message`, `the connection`. */
export function askedLabel(session: Session, reply: ReplyEvent): string {
  const asked = reply.answers === undefined ? undefined : session.events[reply.answers];
  if (asked?.kind === 'command') return commandLabel(asked);
  if (asked?.kind === 'data') return t('the end of the message');
  return session.events.find((e) => e.kind !== 'note') === reply ? t('the connection') : t('nothing the log shows');
}

/** The AUTH command that a step of a login belongs to. */
export function loginOf(session: Session, index: number): CommandEvent | undefined {
  for (let i = index; i >= 0; i--) {
    const event = session.events[i]!;
    if (event.kind === 'command' && event.verb !== '')
      return event.verb === 'AUTH' || event.verb === 'X-EXPS' ? event : undefined;
  }
  return undefined;
}

/** The mechanism of an AUTH command in capitals, '' if it names none. */
export function mechanismIn(command: CommandEvent): string {
  return command.text.trim().split(/\s+/, 2)[1]?.toUpperCase() ?? '';
}

/**
 * The user name in what a client sent at `index` of a login, where the mechanism tells surely which part it is; undefined for
 * everything else, which may be a password.
 */
export function userName(session: Session, index: number): string | undefined {
  const event = session.events[index];
  const login = loginOf(session, index);
  if (event?.kind !== 'command' || !login) return undefined;
  const row = saslMechanisms.find((m) => m.name === mechanismIn(login));
  const first = event === login;
  const data = first ? event.text.trim().split(/\s+/, 3)[2] : event.text.trim();
  if (!row || data === undefined) return undefined;
  const text = decodeBase64(data);
  if (text === undefined) return undefined;
  switch (row.user) {
    case 'plain': {
      const parts = text.split('\0');
      return parts.length === 3 ? printable(parts[1]!) : undefined;
    }
    case 'first':
      return (first || row.name !== 'LOGIN' ? first : challengeBefore(session, index) === 'name') ? printable(text) : undefined;
    case 'word':
      return printable(/^(\S{1,200}) [0-9a-f]{32}$/i.exec(text)?.[1] ?? '');
    case 'scram':
      return printable(/^[nyp][^,]{0,200},(?:a=[^,]{0,200})?,n=([^,]{1,200}),r=/.exec(text)?.[1] ?? '');
    case 'none':
      return undefined;
  }
}

/** What the server asked for before `index`, if its challenge is one of LOGIN's. */
function challengeBefore(session: Session, index: number): 'name' | 'password' | undefined {
  for (let i = index - 1; i >= 0; i--) {
    const event = session.events[i]!;
    if (event.kind === 'reply') return event.code === 334 ? challengeIn(event) : undefined;
    if (event.kind === 'command') return undefined;
  }
  return undefined;
}

/** What a 334 asks for: LOGIN's name or password; undefined for any other challenge. */
export function challengeIn(reply: ReplyEvent): 'name' | 'password' | undefined {
  return loginChallenges[reply.lines[0]?.trim() ?? ''];
}

function printable(text: string): string | undefined {
  return /^[\x20-\x7e]{1,200}$/.test(text) ? text : undefined;
}

/** `0.25` → `250 ms`, `75` → `1 min 15 s`: the two largest units. */
export function duration(seconds: number): string {
  if (seconds < 1) return `${Math.round(seconds * 1000)} ms`;
  if (seconds < 10) return `${Math.round(seconds * 10) / 10} s`;
  const whole = Math.round(seconds);
  if (whole < 60) return `${whole} s`;
  const [large, small, per] = whole < 3600 ? ['min', 's', 60] : ['h', 'min', 3600];
  const rest = Math.floor((whole % per) / (per / 60));
  return `${Math.floor(whole / per)} ${large}${rest > 0 ? ` ${rest} ${small}` : ''}`;
}

/** `200000` → `200000 bytes (195 kB)`. */
export function bytes(n: number): string {
  const units = ['kB', 'MB', 'GB'];
  let value = n;
  let unit = '';
  for (const next of units) {
    if (value < 1024) break;
    value /= 1024;
    unit = next;
  }
  return unit ? t('{0} bytes ({1})', n, `${value < 10 ? value.toFixed(1) : Math.round(value)} ${unit}`) : t('{0} bytes', n);
}
