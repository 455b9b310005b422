/** What a single line of SMTP looks like (RFC 5321 4.1 and 4.2), for telling commands, replies and text apart. */

/** A reply line taken apart. */
export interface ReplyLine {
  readonly code: number;
  /** True if another line of the same reply follows (`250-`). */
  readonly more: boolean;
  /** After code and separator. */
  readonly text: string;
}

/** Reads a reply line; undefined if it has no code. A bare code without text is one, too (RFC 5321 4.2.1). */
export function replyOf(line: string): ReplyLine | undefined {
  if (!startsWithCode(line)) return undefined;
  const code = Number(line.slice(0, 3));
  return { code, more: line.charCodeAt(3) === HYPHEN, text: line.slice(4) };
}

/**
 * A reply line whose separator is none (`250=Ok`, `250Ok`), or with a first digit that SMTP does not know (`650 Ok`): only where
 * the server surely speaks and a reply is due. Its text is all that follows the code.
 */
export function brokenReplyOf(line: string): ReplyLine | undefined {
  if (line.length < 4 || !isDigit(line.charCodeAt(0)) || !isDigit(line.charCodeAt(1)) || !isDigit(line.charCodeAt(2)))
    return undefined;
  const separator = line.charCodeAt(3);
  const code = Number(line.slice(0, 3));
  if (isDigit(separator) || code < 100) return undefined;
  const spaced = separator === SPACE || separator === HYPHEN;
  // With neither the right separator nor a digit that SMTP knows it is hardly meant as a reply.
  if (!spaced && (code < 200 || code > 599)) return undefined;
  return { code, more: separator === HYPHEN, text: line.slice(spaced ? 4 : 3) };
}

/** True if a line starts like a reply: three digits from 200 to 599, then a space, a hyphen or the end. */
export function startsWithCode(line: string): boolean {
  const first = line.charCodeAt(0);
  if (first < TWO || first > FIVE || !isDigit(line.charCodeAt(1)) || !isDigit(line.charCodeAt(2))) return false;
  if (line.length === 3) return true;
  const separator = line.charCodeAt(3);
  return separator === SPACE || separator === HYPHEN;
}

/** The verb of a command line in capitals, '' if it does not start with a word. */
export function verbOf(line: string): string {
  return /^\s*([A-Za-z][\w-]{0,31})(?=[\s:]|$)/.exec(line)?.[1]?.toUpperCase() ?? '';
}

/**
 * True if a line can only be meant as an SMTP command: a known verb, with the argument that must follow it. Message text can
 * look like this, too: ask only where no message is under way.
 */
export function isCommandLine(line: string): boolean {
  return COMMAND.test(line);
}

/** True if a line is nothing but base64, as the answers in an AUTH dialogue are (RFC 4954 4). */
export function isBase64(line: string): boolean {
  return line.length % 4 === 0 && line.length > 0 && /^[A-Za-z0-9+/]+={0,2}$/.test(line);
}

// FROM: and TO: may stand without an address: web pages eat what is in angle brackets.
const COMMAND =
  /^(?:(?:EHLO|HELO|LHLO)(?: |$)|(?:MAIL|SEND|SOML|SAML) +FROM ?:|RCPT +TO ?:|(?:DATA|RSET|QUIT|NOOP|STARTTLS|TURN|HELP|VERB) *$|(?:VRFY|EXPN|ETRN|ATRN|HELP|NOOP|VERB) \S|AUTH [\w-]+(?: |$)|BDAT \d+|BURL \S|XCLIENT |XFORWARD )/i;

const TWO = 50;
const FIVE = 53;
const SPACE = 32;
const HYPHEN = 45;

function isDigit(c: number): boolean {
  return c >= 48 && c <= 57;
}
