/** Every place of a log that gives a login away: the logins themselves, and wherever the same data comes again. */
import { decodeBase64, encodeBase64 } from '../../base64';
import { loginTraces, type LoginTrace } from '../../knowledge/loginTraces';
import { saslMechanisms } from '../../knowledge/sasl';
import { smtpCommands } from '../../knowledge/smtpCommands';
import { findWords } from '../../search';
import type { Span } from '../../text';
import type { Transcript } from '../model';
import { continued, inDumps, scattered, withinBase64 } from './hidden';
import { loginsOf, type LoginData } from './logins';
import { REDACTED } from './stead';

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
  const traced = traces(text, codes);
  for (const { secret, value } of traced) {
    if (!value || secret.length < SHORTEST || isWordOfSmtp(secret)) continue;
    clear.add(secret);
    codes.set(encodeBase64(secret), encodeBase64(REDACTED));
  }
  for (const code of [...codes.keys()]) for (const written of escapedForms(code)) codes.set(written, codes.get(code)!);
  const places = merge([
    ...logins.filter((l) => l.end > l.start).map(({ start, end, stead, text: secret }) => ({ start, end, stead, secret })),
    ...traced,
    ...undiscovered(text),
    ...codesIn(text, codes),
    ...clearIn(text, clear),
    ...escapedIn(text, codes),
  ]);
  const others = [
    ...logins.flatMap((login) => elsewhere(text, login)),
    ...withinBase64(text, clear).map((span) => placed(text, span, encodeBase64(REDACTED))),
    ...inDumps(text, (bytes) => [...undiscovered(bytes), ...codesIn(bytes, codes), ...clearIn(bytes, clear)]).map((p) =>
      placed(text, p, p.stead),
    ),
  ];
  return merge([...places, ...apartFrom(others, places)]);
}

function placed(text: string, { start, end }: Span, stead: string): SecretPlace {
  return { start, end, stead, secret: text.slice(start, end) };
}

/** The parts of a login that the log writes over several lines, or another way than it was sent. */
function elsewhere(text: string, login: LoginData): SecretPlace[] {
  const whole = login.end > login.start;
  const [first, ...others] = whole ? [undefined, ...continued(text, login.end)] : scattered(text, login.start, login.text);
  return [
    ...(first ? [{ ...placed(text, first, login.stead), secret: login.text }] : []),
    ...others.filter((span) => span !== undefined).map((span) => placed(text, span, 'A'.repeat(span.end - span.start))),
  ];
}

/** Base64 as JSON (RFC 8259 7) and URLs (RFC 3986 2.1) write it, where that differs. */
function escapedForms(code: string): string[] {
  const forms = [
    code.replace(/\//g, '\\/'),
    code.replace(/\//g, '\\/').replace(/=/g, '\\u003d'),
    code.replace(/=/g, '\\u003d'),
    inUrl(code),
  ];
  return forms.filter((form) => form !== code);
}

function escapedIn(text: string, codes: ReadonlyMap<string, string>): SecretPlace[] {
  const forms = [...codes.keys()].filter((code) => code.length >= 8 && /[\\%]/.test(code));
  return findWords(text, forms).map(({ start, end, word }) => ({ start, end, stead: codes.get(word)!, secret: word }));
}

/** Those of `others` that share no character with one of `places`, which are in order. */
function apartFrom(others: SecretPlace[], places: readonly SecretPlace[]): SecretPlace[] {
  let i = 0;
  return others
    .sort((a, b) => a.start - b.start)
    .filter(({ start, end }) => {
      while (i < places.length && places[i]!.end <= start) i++;
      return !places[i] || places[i]!.start >= end;
    });
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
function traces(text: string, codes: ReadonlyMap<string, string>): (SecretPlace & { readonly value: boolean })[] {
  compiled ??= { regexp: new RegExp(loginTraces.map((row) => `(${row.before})`).join('|'), 'g'), rows: loginTraces };
  const places: (SecretPlace & { value: boolean })[] = [];
  for (const m of text.matchAll(compiled.regexp)) {
    const row = compiled.rows[m.findIndex((group, i) => i > 0 && group !== undefined) - 1]!;
    const start = m.index + m[0].length;
    const end = endOf(text, start, row.secret);
    const secret = text.slice(start, end);
    const stead = codes.get(secret) ?? (decodeBase64(secret) === undefined ? REDACTED : encodeBase64(REDACTED));
    const value = row.secret === 'value' || row.secret === 'url';
    if (secret.trim() !== '' && !isStead(secret) && !(value && NO_VALUE.test(secret)))
      places.push({ start, end, stead, secret, value });
  }
  return places;
}

/** What stands in place of a password that is not told. */
const NO_VALUE = /^(?:[*.•…]+|<[^<>]*>?|\[[^[\]]*\]?|x{3,}|null|none|true|false|undefined|hidden|masked)$/i;

/** Where a trace's secret ends that starts at `from`. */
function endOf(text: string, from: number, secret: LoginTrace['secret']): number {
  const quote = secret === 'value' && /["']/.test(text[from - 1] ?? '') ? text[from - 1]! : undefined;
  let end = from;
  for (; end < text.length; end++) {
    const c = text[end]!;
    if (c === '\n' || c === '\r' || (secret === 'word' && /\s/.test(c)) || (secret === 'quoted' && c === "'")) break;
    if (secret === 'value' && (quote === undefined ? /[\s,;&"'()<>{}]/.test(c) : c === quote)) break;
    if (secret === 'url' && c === '@') break;
    if (secret === 'url' && /[\s/"'<>]/.test(c)) return from;
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
