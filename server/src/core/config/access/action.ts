/** Reads the value of an access entry as the rulesets of sendmail 8.17.1 do (m4/proto.m4, check_relay, check_mail, check_rcpt). */
import type { Token } from '../map/scanner';
import type { AccessAction, AccessError } from './model';

const WORDS = new Set(['OK', 'RELAY', 'REJECT', 'DISCARD', 'SKIP'] as const);
type Word = typeof WORDS extends Set<infer W> ? W : never;

/** The action of a value. Anything the rulesets do not know is the text of a refusal. */
export function parseAction(value: Token): AccessAction {
  const upper = value.text.toUpperCase();
  if (WORDS.has(upper as Word)) return { kind: 'word', word: upper as Word };
  if (upper === 'QUARANTINE') return { kind: 'quarantine' };
  if (upper.startsWith('QUARANTINE:')) return quarantine(value);
  if (upper.startsWith('ERROR:')) return taggedError(value);
  if (/^\d{3}([ \t]|$)/.test(value.text)) return { kind: 'error', tagged: false, ...codeAndText(value, 0) };
  return { kind: 'text', text: value };
}

function quarantine(value: Token): AccessAction {
  const reason = rest(value, 'QUARANTINE:'.length);
  return reason.text === '' ? { kind: 'quarantine' } : { kind: 'quarantine', reason };
}

function taggedError(value: Token): AccessError {
  const after = rest(value, 'ERROR:'.length);
  const status = /^(\w{1,8}\.\w{1,8}\.\w{1,8})[ \t]*:/.exec(after.text);
  if (!status) return { kind: 'error', tagged: true, ...codeAndText(after, 0) };
  const token = { start: after.start, end: after.start + status[1]!.length, text: status[1]! };
  return { kind: 'error', tagged: true, status: token, ...codeAndText(after, status[0].length) };
}

/** The reply code and text that begin at `from` of `token`. */
function codeAndText(token: Token, from: number): Pick<AccessError, 'code' | 'inner' | 'text' | 'quoted'> {
  let text = rest(token, from);
  const quoted = text.text.length > 1 && text.text.startsWith('"') && text.text.endsWith('"');
  if (quoted) text = { start: text.start + 1, end: text.end - 1, text: text.text.slice(1, -1) };
  const code = /^\d{3}(?=[ \t]|$)/.exec(text.text)?.[0];
  if (!code) return { text, quoted };
  const codeToken = { start: text.start, end: text.start + 3, text: code };
  text = rest(text, 3);
  const inner = /^[245]\.\d{1,3}\.\d{1,3}(?=[ \t]|$)/.exec(text.text)?.[0];
  if (!inner) return { code: codeToken, text, quoted };
  const innerToken = { start: text.start, end: text.start + inner.length, text: inner };
  return { code: codeToken, inner: innerToken, text: rest(text, inner.length), quoted };
}

/** What of `token` begins at `from`, without blanks before it. */
function rest(token: Token, from: number): Token {
  let at = from;
  while (at < token.text.length && (token.text[at] === ' ' || token.text[at] === '\t')) at++;
  return { start: token.start + at, end: token.end, text: token.text.slice(at) };
}
