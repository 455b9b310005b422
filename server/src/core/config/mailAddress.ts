/**
 * Reads one address as sendmail does before any rule rewrites it (prescan and the focusing on `<…>` of ruleset 3, 8.17.1): enough
 * to know what kind of recipient it is and under which name aliases look it up.
 */

/** What an address makes sendmail do. `nothing`: there is none. */
export type AddressKind = 'local' | 'remote' | 'program' | 'file' | 'include' | 'nothing';

/** Why sendmail refuses it: a sign without its partner, a part that is missing, or more than one address in one. */
export type AddressFault = '"' | '(' | ')' | '<' | '>' | ':' | 'no-user' | 'no-host' | 'bad-host' | 'two-addresses' | 'nothing';

export interface Address {
  readonly kind: AddressKind;
  /** Without comments, angle brackets and needless quotes; blanks between words are dots, as sendmail makes them. */
  readonly text: string;
  /** Before and after the last @ outside quotes; `host` is undefined where there is none. */
  readonly user: string;
  readonly host?: string;
  readonly fault?: AddressFault;
  /** True if blanks between words became dots. */
  readonly joined: boolean;
  /** True if a backslash keeps a local name from being aliased again. */
  readonly escaped: boolean;
  /** True for a local name or `user@domain` of letters, digits, dots, hyphens and plus signs: there is nothing odd about it. */
  readonly plain: boolean;
}

/** Reads an address; takes any string, in time linear in it. */
export function readAddress(text: string): Address {
  if (text.length <= LONGEST_PLAIN && PLAIN.test(text)) return plainAddress(text);
  const { atoms, fault, angled } = scanAtoms(text);
  const joined = joinAtoms(atoms);
  const address = dequote(joined.text);
  const at = lastAt(address);
  const user = at < 0 ? address : address.slice(0, at);
  const host = at < 0 ? undefined : address.slice(at + 1);
  const kind = kindOf(address, host, angled);
  const found =
    fault ?? (kind === 'local' || kind === 'remote' || kind === 'nothing' ? faultOf(address, user, host, angled) : undefined);
  return {
    kind,
    text: address,
    user,
    ...(host !== undefined && { host }),
    ...(found && { fault: found }),
    joined: joined.dots,
    escaped: address.startsWith('\\') && kind === 'local',
    plain: false,
  };
}

/** newaliases takes no longer names. */
const LONGEST_PLAIN = 255;

const PLAIN = /^[\w-][\w.+-]*(?:@[\w-]+(?:\.[\w-]+)*\.?)?$/;

/** Most addresses are plain, and large files have many of them. */
function plainAddress(text: string): Address {
  const at = text.indexOf('@');
  if (at < 0) return { kind: 'local', text, user: text, joined: false, escaped: false, plain: true };
  const host = text.slice(at + 1);
  return {
    kind: 'remote',
    text,
    user: text.slice(0, at),
    host,
    joined: false,
    escaped: false,
    plain: !/\.redirect$/i.test(host),
  };
}

/** The name under which aliases and their targets meet: `user@localhost` is `user`, case does not count. */
export function aliasKey(address: Address): string {
  if (address.plain && address.host === undefined) return address.text.toLowerCase();
  const user = address.escaped ? address.user.slice(1) : address.user;
  const local = address.host === undefined || address.host.toLowerCase() === 'localhost' ? user : address.text;
  return local.replace(/;$/, '').toLowerCase();
}

interface Atom {
  readonly text: string;
  /** True if a blank or a comment stood before it. */
  readonly apart: boolean;
}

interface Atoms {
  readonly atoms: Atom[];
  readonly fault?: AddressFault;
  readonly angled: boolean;
}

/** Signs that need no dot between them and their neighbours. */
const OPERATORS = '.:%@!^/[]+;,<>';

function scanAtoms(text: string): Atoms {
  let atoms: Atom[] = [];
  let fault: AddressFault | undefined;
  let angles = 0;
  let angled = false;
  let apart = false;
  for (let i = 0; i < text.length;) {
    const c = text[i]!;
    if (c === '(') {
      const end = commentEnd(text, i);
      if (end < 0) fault ??= '(';
      i = end < 0 ? text.length : end;
      apart = true;
    } else if (c === ')') {
      fault ??= ')';
      i++;
    } else if (c === '<') {
      // What stands in the brackets is the address; what stood before it was a name.
      atoms = [];
      angles++;
      angled = true;
      i++;
    } else if (c === '>') {
      if (angles === 0) fault ??= '>';
      else angles--;
      i++;
    } else if (isBlank(c)) {
      apart = true;
      i++;
    } else {
      const end = atomEnd(text, i);
      if (c === '"' && (end > text.length || text[end - 1] !== '"' || end === i + 1)) fault ??= '"';
      // Behind the brackets words are a name again.
      if (!angled || angles > 0) atoms.push({ text: text.slice(i, end), apart });
      apart = false;
      i = end;
    }
  }
  if (angles > 0) fault ??= '<';
  return { atoms, ...(fault && { fault }), angled };
}

/** Behind the parenthesis that closes the one at `from`, or -1. Comments nest, and a backslash hides a sign. */
function commentEnd(text: string, from: number): number {
  let depth = 0;
  for (let i = from; i < text.length; i++) {
    const c = text[i];
    if (c === '\\') i++;
    else if (c === '(') depth++;
    else if (c === ')' && --depth === 0) return i + 1;
  }
  return -1;
}

/** Behind a quoted string, an operator or a word. */
function atomEnd(text: string, from: number): number {
  if (text[from] === '"') {
    for (let i = from + 1; i < text.length; i++) {
      if (text[i] === '\\') i++;
      else if (text[i] === '"') return i + 1;
    }
    return text.length;
  }
  if (OPERATORS.includes(text[from]!)) return from + 1;
  let i = from;
  while (i < text.length && !OPERATORS.includes(text[i]!) && !isBlank(text[i]!) && !'"()'.includes(text[i]!))
    i += text[i] === '\\' ? 2 : 1;
  return Math.min(i, text.length);
}

function isBlank(c: string): boolean {
  return c === ' ' || (c >= '\t' && c <= '\r');
}

function joinAtoms(atoms: readonly Atom[]): { text: string; dots: boolean } {
  const pieces: string[] = [];
  let dots = false;
  atoms.forEach((atom, i) => {
    const before = atoms[i - 1];
    if (before && atom.apart && isWord(before.text) && isWord(atom.text)) {
      pieces.push('.');
      dots = true;
    }
    pieces.push(atom.text);
  });
  return { text: pieces.join(''), dots };
}

function isWord(atom: string): boolean {
  return !(atom.length === 1 && OPERATORS.includes(atom));
}

/** Quotes around a word that needs none are dropped: "bob" is bob, "|prog" is |prog; "a b" stays. */
function dequote(text: string): string {
  const inner = /^"([^"\\\s]+)"$/.exec(text)?.[1];
  return inner ?? text;
}

/** The last @ outside quotes, or -1. */
function lastAt(text: string): number {
  let found = -1;
  for (let i = 0; i < text.length; i++) {
    if (text[i] === '\\') i++;
    else if (text[i] === '"') i = Math.max(i, atomEnd(text, i) - 1);
    else if (text[i] === '@') found = i;
  }
  return found;
}

function kindOf(address: string, host: string | undefined, angled: boolean): AddressKind {
  const bare = address.replace(/^"\s*/, '');
  if (/^:include:/i.test(bare)) return 'include';
  if (bare.startsWith('|')) return 'program';
  if (bare.startsWith('/') && host === undefined) return 'file';
  if (address === '') return angled ? 'local' : 'nothing';
  if (host !== undefined || /^[^%!"\\]+[%!][^%!]+/.test(address)) return 'remote';
  return 'local';
}

function faultOf(address: string, user: string, host: string | undefined, angled: boolean): AddressFault | undefined {
  if (address === '') return angled ? undefined : 'nothing';
  // The name of a list without its members: `friends:`.
  if (address.endsWith(':') && !angled) return ':';
  if (address === '""') return 'no-user';
  if (host === '') return 'no-host';
  if (host === undefined) return address.startsWith('%') ? 'no-user' : address.endsWith('%') ? 'no-host' : undefined;
  if (user === '') return 'no-user';
  if (/^\.|\.\./.test(host)) return 'bad-host';
  return lastAt(user) >= 0 && !user.startsWith('@') ? 'two-addresses' : undefined;
}
