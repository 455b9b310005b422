/** What the user asks to be sent, and whether it can be sent. Nothing here opens a connection. */

/** How TLS is used: not at all; by STARTTLS if it is offered; by STARTTLS or not at all; from the first byte on. */
export const tlsModes = ['none', 'starttls', 'required', 'implicit'] as const;
export type TlsMode = (typeof tlsModes)[number];

/** One session with one test message. */
export interface RecordRequest {
  /** Name or address of the server. */
  readonly host: string;
  readonly port: number;
  readonly tls: TlsMode;
  /** What the client calls itself in EHLO; without one, the machine's name or address. */
  readonly name?: string;
  /** Envelope sender without angle brackets; '' is the null sender. */
  readonly from: string;
  /** Envelope recipients without angle brackets. */
  readonly to: readonly string[];
  /** Header, empty line and body. Line ends become CR LF on the way. */
  readonly message: Uint8Array;
  readonly login?: Login;
  /** Milliseconds to wait for each answer. */
  readonly timeout?: number;
}

export interface Login {
  readonly user: string;
  readonly password: string;
}

/** A part of a request that cannot be sent as it is. */
export type Fault = 'host' | 'port' | 'name' | 'from' | 'to' | 'message';

/** What is wrong with the request, if anything: a line end or an angle bracket in an address would be a command of its own. */
export function faultOf(request: RecordRequest): Fault | undefined {
  const { host, port, name, from, to, message } = request;
  if (!isHost(host)) return 'host';
  if (!isPort(port)) return 'port';
  if (name !== undefined && !isName(name)) return 'name';
  if (from !== '' && !isAddress(from)) return 'from';
  if (to.length === 0 || !to.every(isAddress)) return 'to';
  return message.length === 0 ? 'message' : undefined;
}

/** A host name, an IPv4 or an IPv6 address (without brackets). */
export function isHost(text: string): boolean {
  return text.length <= 255 && /^[\p{L}\p{N}_:.%-]+$/u.test(text) && !text.startsWith('-');
}

export function isPort(port: number): boolean {
  return Number.isInteger(port) && port > 0 && port < 65_536;
}

/** A name or an address literal for EHLO (RFC 5321 4.1.1.1). Names that the RFC does not allow can be what is to be tested. */
export function isName(text: string): boolean {
  return text.length <= 255 && /^[\x21-\x7e]+$/.test(text);
}

/** A mailbox (RFC 5321 4.1.2), `postmaster` without a domain too: no control characters, blanks and brackets only in quotes. */
export function isAddress(text: string): boolean {
  return text.length <= 320 && /^(?:"(?:[^"\\\p{Cc}<>]|\\[^\p{Cc}<>])*"|[^\s\p{Cc}<>"@]+)(?:@[^\s\p{Cc}<>"@]+)?$/u.test(text);
}

/** `host`, `host:port`, `[IPv6]:port` or an IPv6 address taken apart; undefined if it is none. */
export function parseServer(text: string): { host: string; port?: number } | undefined {
  const whole = text.trim();
  const bracketed = /^\[([^\]]*)\](?::(\d{1,5}))?$/.exec(whole);
  const colons = whole.split(':').length - 1;
  // Two colons or more without brackets are all address.
  const named = bracketed ?? (colons > 1 ? [whole, whole] : /^([^:]*)(?::(\d{1,5}))?$/.exec(whole));
  const host = named?.[1];
  if (host === undefined || !isHost(host)) return undefined;
  if (named?.[2] === undefined) return { host };
  const port = Number(named[2]);
  return isPort(port) ? { host, port } : undefined;
}

/**
 * A message that shows what is done to it: a line that begins with a dot, a long one and one with blanks at its end. `id` makes
 * it one of its kind. All ASCII.
 */
export function testMessage(from: string, to: readonly string[], now: Date, id: string): Uint8Array {
  const ascii = (address: string): boolean => /^[\x20-\x7e]+$/.test(address);
  const lines = [
    `Date: ${now.toUTCString().replace('GMT', '+0000')}`,
    `From: ${ascii(from) ? `<${from}>` : '<>'}`.replace('<>', '<postmaster@localhost>'),
    ...(to.every(ascii) ? [`To: ${to.map((a) => `<${a}>`).join(', ')}`] : []),
    `Subject: Postmaster test ${id}`,
    `Message-ID: <${id}@postmaster.invalid>`,
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=us-ascii',
    '',
    'This is a test message. It was sent to record the SMTP session that brought it.',
    '.This line begins with a dot.',
    `This line is long: ${'0123456789'.repeat(9)}`,
    'This line ends in two blanks.  ',
    '',
    'End of the test message.',
  ];
  return Buffer.from(lines.join('\r\n') + '\r\n', 'latin1');
}
