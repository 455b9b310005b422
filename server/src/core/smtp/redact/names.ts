/** Finds addresses, host names and IP addresses in the text of a log. */

export type NameKind = 'address' | 'host' | 'ip' | 'word';

/** A name found; offsets in the text that was searched. Anything else made of letters and digits is a `word`. */
export interface Name {
  readonly kind: NameKind;
  readonly start: number;
  readonly end: number;
  /** Of an address: where its @ is. */
  readonly at?: number;
}

const LETTER = '\\w\\u0080-\\uffff';

/*
 * In order: an escape of a string literal, whose letter belongs to no word; an address; what may be an IPv6 address; a word with
 * dots and hyphens inside. The look-behinds keep it linear: a run of characters is tried once, from its start.
 */
export const TOKEN = new RegExp(
  [
    '\\\\(?:x[\\da-fA-F]{2}|u[\\da-fA-F]{4}|[0-7]{3}|[nrtabfv0\\\\\'"])',
    `(?<address>(?:"[^"\\\\\\s]{1,64}"|(?<![^\\s<>"'(),:;\\[\\]\\\\@\`])[^\\s<>"'(),:;\\[\\]\\\\@\`]{1,256}|(?<=\\\\[nrt])[^\\s<>"'(),:;\\[\\]\\\\@\`]{1,256})@(?:\\[[^\\]\\s]{1,80}\\]|[${LETTER}](?:[${LETTER}.-]{0,254}[${LETTER}])?))`,
    `(?<ip6>(?:(?<![${LETTER}:.])|(?<=\\bIPv6:))(?:[\\da-fA-F]{0,4}:){2,8}[\\da-fA-F.]*(?![${LETTER}]))`,
    `(?<word>[${LETTER}]+(?:[.-]+[${LETTER}]+)*)`,
  ].join('|'),
  'g',
);

/** Calls `visit` for each name and word of `text` from offset `from` to `to`, in order. Linear in that part of the text. */
export function eachName(text: string, from: number, to: number, visit: (name: Name) => void): void {
  const part = from === 0 && to === text.length ? text : text.slice(from, to);
  for (const m of part.matchAll(TOKEN)) {
    const { address, ip6, word } = m.groups!;
    // In `250-mail.example.com` the code of a reply is no part of the name.
    const code = /^[2-5]\d\d-(?=\w)/.test(m[0]) ? 4 : 0;
    const start = from + m.index + code;
    const end = from + m.index + m[0].length;
    if (address !== undefined) {
      const local = code === 0 ? attributeBefore(part, m.index, address) : 0;
      const marks = /^[^\w"\u0080-\uffff]*(?=[^@])/.exec(address.slice(code + local))?.[0].length ?? 0;
      visit({ kind: 'address', start: start + local + marks, end, at: end - (address.length - address.lastIndexOf('@')) });
    } else if (ip6 !== undefined) {
      if (isIp6(ip6)) visit({ kind: 'ip', start, end });
    } else if (word !== undefined) visit({ kind: kindOf(word.slice(code), part, m.index + code), start, end });
  }
}

/** Length of a `name=` before an address, as logs write it: `sasl_username=alice@example.com`, but not `<prvs=1=alice@…>`. */
function attributeBefore(text: string, index: number, address: string): number {
  if (!/[\s,;(]/.test(text[index - 1] ?? ' ')) return 0;
  return /^[A-Za-z][\w-]{0,30}=(?=[^@])/.exec(address)?.[0].length ?? 0;
}

function kindOf(word: string, text: string, index: number): NameKind {
  if (!word.includes('.')) return 'word';
  if (/^\d{1,3}(?:\.\d{1,3}){3}$/.test(word)) return isIp4(word) && !isVersion(word, text, index) ? 'ip' : 'word';
  return isHost(word) ? 'host' : 'word';
}

/** Endings of files that are no top-level domain of a country. */
const FILES =
  /\.(?:conf|cfg|ini|db|log|pem|crt|key|cert|csr|txt|html?|json|xml|yaml|php|cpp|java|exe|dll|sock|pid|bin|dat|tmp|lock|msg|eml|mbox|zip|pdf|docx?|xlsx?|png|jpe?g|gif)$/i;
/** Files whose endings are some country's. */
const NO_HOSTS = /^(?:main|master|sendmail|submit)\.(?:cf|mc)$|^smtplib\.py$/i;

/** True if a word with dots in it can be a host's name: labels (RFC 1123 2.1, underscores let through), the last of letters. */
export function isHost(word: string): boolean {
  if (word.length > 253 || FILES.test(word) || NO_HOSTS.test(word)) return false;
  const labels = word.split('.');
  if (labels.length < 2 || labels.some((l) => l === '' || l.length > 63 || l.endsWith('-'))) return false;
  const last = labels.at(-1)!;
  return /^(?:[A-Za-z]{2,4}|[a-z\u0080-\uffff]{2,24}|[A-Z]{2,24}|[A-Z][a-z]{1,23}|xn--[a-z\d-]{1,59})$/.test(last);
}

function isIp4(word: string): boolean {
  return word.split('.').every((n) => Number(n) <= 255);
}

/** True for the number of a version: `Sendmail 8.17.1.9/8.17.1.9`, `Version: 6.0.3790.4675`. */
function isVersion(word: string, text: string, index: number): boolean {
  if (/^\/\d+\./.test(text.slice(index + word.length, index + word.length + 8))) return true;
  return /(?:sendmail|version|ver\.?|\bv|release|build|\d\/)[ :/(]{0,3}$/i.test(text.slice(Math.max(0, index - 16), index));
}

/** True for an IPv6 address (RFC 4291 2.2), with an IPv4 tail too; a clock's time is none. */
function isIp6(text: string): boolean {
  const [head = '', tail, more] = text.split('::');
  if (more !== undefined) return false;
  const groups = [...head.split(':'), ...(tail ?? '').split(':')].filter((g) => g !== '');
  const last = groups.at(-1) ?? '';
  const mapped = last.includes('.');
  if (groups.some((g, i) => (i === groups.length - 1 && mapped ? !isIp4(g) : !/^[\da-f]{1,4}$/i.test(g)))) return false;
  const count = groups.length + (mapped ? 1 : 0);
  return tail === undefined ? count === 8 && !head.startsWith(':') && !head.endsWith(':') : count <= 7 && groups.length > 0;
}
