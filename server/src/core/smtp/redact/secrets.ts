/** Every place of a log that gives a login away: the logins themselves, and wherever the same data comes again. */
import { decodeBase64, encodeBase64 } from '../../base64';
import { loginTraces, type LoginTrace } from '../../knowledge/loginTraces';
import { saslMechanisms } from '../../knowledge/sasl';
import { smtpCommands } from '../../knowledge/smtpCommands';
import { findWords } from '../../search';
import type { Span } from '../../text';
import type { Transcript } from '../model';
import { loginsOf, REDACTED, type LoginData } from './logins';

/** A place, and what may stand there instead. */
export interface SecretPlace extends Span {
  readonly stead: string;
  /** What stands there, or that part of it by which it was recognised. */
  readonly secret: string;
}

const found = new WeakMap<Transcript, readonly SecretPlace[]>();

/** All secrets of a log, in order, none within another. Linear in the log; asked again, it costs nothing. */
export function secretsOf(transcript: Transcript): readonly SecretPlace[] {
  let places = found.get(transcript);
  if (!places) found.set(transcript, (places = findSecrets(transcript)));
  return places;
}

/** The places of `secretsOf` that hold this login's data, its own among them. */
export function placesOf(transcript: Transcript, login: LoginData): SecretPlace[] {
  const values = new Set([login.text, ...login.clear, ...codesOf(login)]);
  return secretsOf(transcript).filter((place) => values.has(place.secret));
}

function findSecrets(transcript: Transcript): SecretPlace[] {
  const { text } = transcript.source;
  const logins = loginsOf(transcript);
  const codes = new Map<string, string>(); // base64 → what stands for it
  const clear = new Set<string>();
  for (const login of logins) {
    for (const code of codesOf(login)) codes.set(code, encodeBase64(REDACTED));
    for (const value of login.clear) if (value.length >= SHORTEST && !isWordOfSmtp(value)) clear.add(value);
  }
  for (const { text: code, stead } of logins) codes.set(code, stead);
  return merge([
    ...logins.filter((l) => l.end > l.start).map(({ start, end, stead, text: secret }) => ({ start, end, stead, secret })),
    ...traces(text, codes),
    ...undiscovered(text),
    ...codesIn(text, codes),
    ...clearIn(text, clear),
  ]);
}

/** Shorter passwords are looked for nowhere else: they are part of too many words. */
const SHORTEST = 4;

/** A password such as `help` or `data` is a word that every log is full of. */
function isWordOfSmtp(value: string): boolean {
  const word = value.toUpperCase();
  return smtpCommands.some((c) => c.verb === word) || saslMechanisms.some((m) => m.name === word);
}

/** The forms in which base64 shows a login's name and password elsewhere: alone, or together as PLAIN and HTTP have them. */
function codesOf({ user, clear, password }: LoginData): string[] {
  const alone = [...(user ? [user] : []), ...clear].filter((v) => v.length > 2);
  const both = user && password ? clear.flatMap((p) => [`\0${user}\0${p}`, `${user}\0${user}\0${p}`, `${user}:${p}`]) : [];
  return [...alone, ...both].map(encodeBase64);
}

/** Words of base64 letters that are known: `codes` has each with what stands for it. In order. */
export function codesIn(text: string, codes: ReadonlyMap<string, string>): SecretPlace[] {
  if (codes.size === 0) return [];
  const places: SecretPlace[] = [];
  for (const m of text.matchAll(/[A-Za-z0-9+/]{3,}={0,2}/g)) {
    // In a string literal the letter of an escape stands before the word: `\nQUJD`.
    const escape = text[m.index - 1] === '\\' && !codes.has(m[0]) ? 1 : 0;
    const secret = m[0].slice(escape);
    const stead = codes.get(secret);
    if (stead === undefined) continue;
    const start = m.index + escape;
    places.push({ start, end: start + secret.length, stead, secret });
  }
  return places;
}

/** Passwords in clear, wherever they stand for themselves. */
function clearIn(text: string, clear: ReadonlySet<string>): SecretPlace[] {
  const written = new Map<string, string>(); // as it may be written → itself
  for (const value of clear) {
    written.set(value, value);
    written.set(inUrl(value), value);
  }
  return findWords(text, written.keys())
    .filter((place) => isConspicuous(place.word) || standsAlone(text, place))
    .map(({ start, end, word }) => ({ start, end, stead: REDACTED, secret: written.get(word)! }));
}

/** A password of bytes as a URL has it (RFC 3986 2.1). */
function inUrl(value: string): string {
  return value.replace(/[^\w.~-]/g, (c) => '%' + c.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0'));
}

/** True for what can be no part of another word by chance. */
function isConspicuous(value: string): boolean {
  return value.length >= 8 && /[^A-Za-z]/.test(value);
}

/** True if what is around a word parts it from others: white space, quotes, brackets; `user:word@host` in a URL. */
function standsAlone(text: string, { start, end }: Span): boolean {
  const before = text[start - 1] ?? ' ';
  const after = text[end] ?? ' ';
  if (!/[\s'"`<>()[\]{},;:=]/.test(before)) return false;
  if (/[\s'"`<>()[\]{},;:\\]/.test(after) || (before === ':' && after === '@')) return true;
  return /[.!?]/.test(after) && /\s/.test(text[end + 1] ?? ' ');
}

let compiled: { regexp: RegExp; rows: readonly LoginTrace[] } | undefined;

/** What debug output says of logins. */
function traces(text: string, codes: ReadonlyMap<string, string>): SecretPlace[] {
  compiled ??= { regexp: new RegExp(loginTraces.map((row) => `(${row.before})`).join('|'), 'g'), rows: loginTraces };
  const places: SecretPlace[] = [];
  for (const m of text.matchAll(compiled.regexp)) {
    const row = compiled.rows[m.findIndex((group, i) => i > 0 && group !== undefined) - 1]!;
    const start = m.index + m[0].length;
    const end = endOf(text, start, row.secret);
    const secret = text.slice(start, end);
    const stead = codes.get(secret) ?? (decodeBase64(secret) === undefined ? REDACTED : encodeBase64(REDACTED));
    if (secret.trim() !== '' && !isStead(secret)) places.push({ start, end, stead, secret });
  }
  return places;
}

/** Where a trace's secret ends that starts at `from`. */
function endOf(text: string, from: number, secret: LoginTrace['secret']): number {
  let end = from;
  for (; end < text.length; end++) {
    const c = text[end]!;
    if (c === '\n' || c === '\r' || (secret === 'word' && /\s/.test(c)) || (secret === 'quoted' && c === "'")) break;
  }
  return end;
}

/** True for what stands in place of a secret already. */
function isStead(text: string): boolean {
  return text === REDACTED || (decodeBase64(text) ?? '').includes(REDACTED);
}

/** An AUTH command with its data in a line that is of no session: another log's, or quoted in a text. */
function undiscovered(text: string): SecretPlace[] {
  const places: SecretPlace[] = [];
  for (const m of text.matchAll(/\bAUTH[ =]{1,3}([A-Z][\w-]{2,20}) {1,3}([A-Za-z0-9+/]{8,}={0,2})/gi)) {
    const row = saslMechanisms.find((r) => r.name === m[1]!.toUpperCase());
    const secret = m[2]!;
    const bytes = decodeBase64(secret);
    // What only looks like base64 decodes to nothing that a login would say.
    if (!row || bytes === undefined || !/^[\x20-\x7e\0\x01]+$/.test(bytes) || isStead(secret)) continue;
    const start = m.index + m[0].length - secret.length;
    places.push({ start, end: start + secret.length, stead: encodeBase64(REDACTED), secret });
  }
  return places;
}

/** Puts places in order; of those that share characters one remains, the first, as long as all of them. */
function merge(places: SecretPlace[]): SecretPlace[] {
  const merged: SecretPlace[] = [];
  for (const place of places.sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = merged.at(-1);
    if (!last || place.start >= last.end) merged.push(place);
    else if (place.end > last.end) merged[merged.length - 1] = { ...last, end: place.end };
  }
  return merged;
}
