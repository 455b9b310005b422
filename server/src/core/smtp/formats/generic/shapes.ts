/**
 * Lines of a program nobody described. What can only be a command or a reply tells where in a line the wire's text begins; what
 * stands before it has a shape (its words, and what is between them), by which the program's other lines are known.
 */
import { startsWithCode } from '../../wire';

/** What a text can only be, whoever logged it. */
export type Kind = 'command' | 'reply';

/** Where in a line the wire's text begins. */
export interface Cut {
  /** What stands before: `W` for a word, blanks as one, everything else as it is. The last blanks are kept as they are. */
  readonly shape: string;
  readonly words: readonly string[];
  /** Offset in the line. */
  readonly at: number;
}

const CODE = '(?:2(?:11|14|2[01]|35|5[0-3])|334|354|4(?:21|3[0-2]|5\\d|7\\d)|5(?:[0-5]\\d|7\\d))';
const COMMAND =
  '(?:EHLO|HELO|LHLO) +[\\w[]|MAIL +FROM ?:|RCPT +TO ?:|AUTH +(?:PLAIN|LOGIN|CRAM-MD5|DIGEST-MD5|NTLM|GSSAPI|EXTERNAL|X?OAUTH\\w*|SCRAM-\\S)|BDAT +\\d|(?:VRFY|EXPN|ETRN|XCLIENT) +\\S';
const BARE = 'DATA|RSET|QUIT|NOOP|STARTTLS';
const UNITS = '(?:bytes?|ms|msec|seconds?|sec|s|octets|[kKMG]i?B|lines?|chars|x)(?![\\w.-])';
/** A command or a reply anywhere in a line. */
export const EVIDENCE = new RegExp(
  `(${CODE})(?: {1,2}(?!${UNITS})(?=\\S)|-(?=\\S)|(?= ?$))|(${COMMAND})|(${BARE})(?=$|\\s*(?:$|["'\\\\<[(,;|^&#\\]})\\u240d\\u240a\\u00e2\\u2502\\u2551]))`,
  'gi',
);
/** How far into a line it is looked for. */
const REACH = 400;

/** A place where something begins that can only be a command or a reply. */
export interface Evidence {
  readonly at: number;
  readonly kind: Kind;
}

/** The first such place in a line that `wanted` takes. */
export function findEvidence(line: string, wanted: (found: Evidence) => boolean = () => true): Evidence | undefined {
  const text = line.length > REACH ? line.slice(0, REACH) : line;
  EVIDENCE.lastIndex = 0;
  for (let m = EVIDENCE.exec(text); m; m = EVIDENCE.exec(text)) {
    const at = m.index;
    const found: Evidence = { at, kind: m[1] === undefined ? 'command' : 'reply' };
    const next = at + 1;
    if (stands(text, at, m[3]) && wanted(found)) return found;
    EVIDENCE.lastIndex = next;
  }
  return undefined;
}

/** True if a word can begin at this offset. A command without arguments in small letters may be any word of a remark. */
function stands(text: string, at: number, bare: string | undefined): boolean {
  if (at === 0) return true;
  const arrow = /<[-=]{1,3}$/.test(text.slice(Math.max(0, at - 4), at));
  if ((!arrow && /[\w.@/%+-]/.test(text[at - 1]!)) || /\d[,:;]$/.test(text.slice(Math.max(0, at - 2), at))) return false;
  if (bare !== undefined && bare !== bare.toUpperCase() && bare !== bare.toLowerCase()) return false; // a heading
  return bare === undefined || bare === bare.toUpperCase() || /[>'":|\]]\s*$/.test(text.slice(Math.max(0, at - 8), at));
}

/** What a whole text is, if it can be only one thing. */
export function kindOf(text: string): Kind | undefined {
  const found = findEvidence(text);
  if (found?.at === 0) return found.kind;
  return startsWithCode(text) && text.length === 3 ? 'reply' : undefined;
}

const TOKEN = /(\s+)|([<>=~*|+-]*[<>][<>=~*|+-]*)|([[\](){}"',;|=])|([^\s[\](){}"',;|=<>]+)/gy;

/** The shape of a line up to `at`. */
export function cutAt(line: string, at: number): Cut {
  const before = line.slice(0, at);
  const words: string[] = [];
  let shape = '';
  TOKEN.lastIndex = 0;
  for (let m = TOKEN.exec(before); m; m = TOKEN.exec(before)) {
    if (m[1]) shape += TOKEN.lastIndex === at ? m[1] : ' ';
    else if (m[4]) {
      shape += 'W';
      words.push(m[4]);
    } else shape += m[0];
  }
  return { shape, words, at };
}

const WORD = /[^\s[\](){}"',;|=<>]+/y;

/** Cuts a line after a shape; undefined if it has another one. `glued`: words the text may follow without a blank. */
export function cutAfter(line: string, shape: string, glued: ReadonlySet<string>): Cut | undefined {
  const words: string[] = [];
  const last = shape.trimEnd().length; // from here on the blanks are kept as they are
  let at = 0;
  for (let i = 0; i < shape.length; i++) {
    const c = shape[i]!;
    if (c === 'W') {
      WORD.lastIndex = at;
      let word = WORD.exec(line)?.[0];
      if (word && i === shape.length - 1) word = longest(glued, word);
      if (!word) return undefined;
      words.push(word);
      at += word.length;
    } else if (c === ' ' && i < last) {
      const from = at;
      while (line[at] === ' ' || line[at] === '\t') at++;
      if (at === from) return undefined;
    } else if (line[at] === c) at++;
    else return at === line.length && i > 0 && shape.slice(i).trim() === '' ? { shape, words, at } : undefined; // an empty text
  }
  return { shape, words, at };
}

function longest(starts: ReadonlySet<string>, word: string): string | undefined {
  let found: string | undefined;
  for (const one of starts) if (word.startsWith(one) && one.length > (found?.length ?? 0)) found = one;
  return found;
}

/** A word with its digits and letters made alike: times and numbers look the same on every line. */
export function looks(word: string): string {
  return word.replace(/[A-Za-z\d]+/g, (run) => (/^\d+$/.test(run) ? '0' : /\d/.test(run) ? 'x' : 'a'));
}
