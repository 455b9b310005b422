/**
 * What stands for an address, a host name, an IP address or a word of a message. The same gives the same, in every log and on
 * every machine, so that two redacted logs can still be compared. There is no way back from it, as many names share what stands
 * for them; but whoever guesses a name can see whether the guess fits.
 */

/** A number from 0 to 2^32 - 1 that a text gives, as if by chance. */
export function hash(text: string): number {
  let h = 0x9e3779b9 ^ text.length;
  for (let i = 0; i < text.length; i++) h = mix(Math.imul(h ^ text.charCodeAt(i), 0x85ebca6b));
  return mix(Math.imul(h, 0xc2b2ae35));
}

function mix(h: number): number {
  return (h ^ (h >>> 15) ^ (h << 9)) >>> 0;
}

const CONSONANTS = 'bdfklmnprstv';
const VOWELS = 'aeiou';

/** A word of five letters that can be spoken, one of 43,200. */
function syllables(seed: number): string {
  let n = seed;
  let word = '';
  for (let i = 0; i < 5; i++) {
    const letters = i % 2 === 0 ? CONSONANTS : VOWELS;
    word += letters[n % letters.length]!;
    n = Math.floor(n / letters.length);
  }
  return word;
}

/** What stands for a name. Names with numbers are counted through (`ws17`, message ids): they get two words, to stay apart. */
function word(name: string): string {
  const lower = name.toLowerCase();
  const first = syllables(hash(lower));
  const counted = lower.length >= 16 || /\d\D*\d/.test(lower);
  return inCaseOf(name, counted ? `${first}-${syllables(hash(`${lower}#`))}` : first);
}

function inCaseOf(name: string, text: string): string {
  return /[A-Z]/.test(name) && name === name.toUpperCase() ? text.toUpperCase() : text;
}

/** Names of accounts that every server has (RFC 2142), and of senders that are no person. */
const ROLES = new Set(
  'postmaster mailer-daemon double-bounce abuse root nobody daemon hostmaster webmaster noreply no-reply'.split(' '),
);

/** What stands for the part of an address before the @, or for a user's name. Signs of routes and of bounces stay: `% ! + =`. */
export function userFor(name: string): string {
  const bare = name.startsWith('"') && name.endsWith('"') && name.length > 1 ? name.slice(1, -1) : name;
  return bare.replace(/[^%!+=]+/g, (part) => (ROLES.has(part.toLowerCase()) ? part : word(part)));
}

/** Labels that say what a machine does, and not whose it is. */
const SERVICES =
  /^(?:mail|smtp|mx|mta|relay|mailhost|mailgw|gateway|gw|proxy|client|server|host|imap|pop|pop3|www|ns|localhost|localdomain)\d?$/i;

/** Top-level labels below which registrars sell names one level further down (`example.co.uk`). */
const SECOND_LEVEL = /^(?:co|com|org|net|ac|edu|gov|or|ne)$/i;

/** What stands for a host name or a domain: each label for itself, the registered ones together, under `.example` (RFC 2606). */
export function hostFor(name: string): string {
  const labels = name.split('.');
  if (labels.every((l) => SERVICES.test(l))) return name;
  if (labels.length === 1) return labelFor(name);
  const deep = labels.length > 2 && labels.at(-1)!.length === 2 && SECOND_LEVEL.test(labels.at(-2)!);
  const registered = labels.splice(deep ? -3 : -2);
  return [...labels.map(labelFor), word(registered.join('.')), inCaseOf(name, 'example')].join('.');
}

function labelFor(label: string): string {
  return SERVICES.test(label) ? label : word(label);
}

/** What stands for an IP address: one for IPv4 in 198.18.0.0/15 (RFC 2544), one for IPv6 in 2001:db8::/32 (RFC 3849). */
export function addressFor(ip: string): string {
  const n = hash(ip.toLowerCase());
  if (ip.includes(':')) return `2001:db8::${(n & 0xffff).toString(16)}`;
  return `198.${18 + ((n >>> 16) & 1)}.${(n >>> 8) & 0xff}.${n & 0xff}`;
}

/** A row of letters and digits that a text gives, as if by chance: what stands for the text's own. */
export interface Letters {
  /** What stands for the next letters and digits: each a letter of the same case, or a digit. */
  instead(word: string): string;
}

export function lettersOf(seed: string): Letters {
  let state = hash(seed) | 1;
  return {
    instead(word) {
      let text = '';
      for (let i = 0; i < word.length; i++) {
        // Xorshift (Marsaglia, 2003).
        state ^= state << 13;
        state ^= state >>> 17;
        state ^= state << 5;
        const n = state >>> 0;
        const c = word.charCodeAt(i);
        text += c < UPPER ? DIGITS[n % 10]! : c < LOWER ? CAPITALS[n % 26]! : SMALL[n % 26]!;
      }
      return text;
    },
  };
}

const DIGITS = '0123456789';
const CAPITALS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const SMALL = CAPITALS.toLowerCase();
const UPPER = 65;
const LOWER = 97;
