/**
 * Conversations made for tests: a client's script talks to a server through whatever stands between, and what each end hears
 * and says is kept as its own side of the wire, to be written down in any log format by render.ts.
 */

/** One thing said. `lines` are as on the wire: replies with their codes, message text dot-stuffed and without the last dot. */
export interface Said {
  readonly from: 'client' | 'server';
  readonly what: 'command' | 'reply' | 'message';
  readonly lines: readonly string[];
  /** Seconds since the start. */
  readonly at: number;
  /** True for a line of a login. */
  readonly secret?: boolean;
  /** True once TLS covers it. */
  readonly tls?: boolean;
}

export type Wire = readonly Said[];

/** What a client speaks to. Replies are wire lines with codes; an empty list is silence. */
export interface Endpoint {
  readonly greet: () => string[];
  readonly say: (line: string, secret?: boolean) => string[];
  readonly message: (lines: readonly string[]) => string[];
}

export interface Clock {
  now: number;
}

/** An endpoint that keeps what passes. */
export function recorded(endpoint: Endpoint, clock: Clock, wire: Said[]): Endpoint {
  let tls = false;
  const keep = (from: Said['from'], what: Said['what'], lines: readonly string[], secret = false): void => {
    clock.now += 0.04;
    if (lines.length > 0) wire.push({ from, what, lines, at: clock.now, ...(secret && { secret }), ...(tls && { tls }) });
  };
  return {
    greet: () => {
      const reply = endpoint.greet();
      keep('server', 'reply', reply);
      return reply;
    },
    say: (line, secret) => {
      keep('client', 'command', [line], secret);
      const reply = endpoint.say(line, secret);
      keep('server', 'reply', reply);
      if (/^starttls/i.test(line) && reply[0]?.startsWith('220')) tls = true;
      return reply;
    },
    message: (lines) => {
      keep('client', 'message', lines);
      const reply = endpoint.message(lines);
      keep('server', 'reply', reply);
      return reply;
    },
  };
}

/** What a client is to do. */
export interface Script {
  readonly name: string;
  readonly hello?: 'EHLO' | 'HELO';
  readonly lower?: boolean;
  readonly size?: boolean;
  readonly starttls?: boolean;
  readonly auth?: 'PLAIN' | 'LOGIN';
  readonly rset?: boolean;
  readonly quit?: boolean;
  readonly extra?: readonly string[];
  readonly mails: readonly Mail[];
}

export interface Mail {
  readonly from: string;
  readonly to: readonly string[];
  readonly parameters?: string;
  readonly lines: readonly string[];
}

/** Plays a script. A client falls back to HELO, uses what was offered, and leaves out what was not. */
export function play(script: Script, to: Endpoint): void {
  const said = (line: string, secret = false): string[] =>
    to.say(script.lower ? line.replace(/^[A-Z]+/, (verb) => verb.toLowerCase()) : line, secret);
  const ok = (reply: readonly string[]): boolean => /^[23]/.test(reply.at(-1) ?? '');
  if (!ok(to.greet())) return void said('QUIT');
  const hello = (): readonly string[] => {
    const reply = said(`${script.hello ?? 'EHLO'} ${script.name}`);
    if (ok(reply) || script.hello === 'HELO') return reply.slice(1).map((l) => l.slice(4).toUpperCase());
    said(`HELO ${script.name}`);
    return [];
  };
  let offered = hello();
  const has = (word: string): boolean => offered.some((o) => o === word || o.startsWith(`${word} `));
  if (script.starttls && has('STARTTLS') && ok(said('STARTTLS'))) offered = hello();
  if (script.auth && offered.some((o) => o.startsWith('AUTH') && o.includes(script.auth!))) {
    if (script.auth === 'PLAIN') said('AUTH PLAIN AGFsaWNlAFBhc3N3MHJk', true);
    else if (ok(said('AUTH LOGIN')) && ok(said('YWxpY2U=', true))) said('UGFzc3cwcmQ=', true);
  }
  for (const line of script.extra ?? []) said(line);
  script.mails.forEach((mail, i) => {
    if (i > 0 && script.rset) said('RSET');
    const size = script.size && has('SIZE') ? ` SIZE=${mail.lines.join('\r\n').length}` : '';
    if (
      !ok(
        said(`MAIL FROM:<${mail.from}>${size}${has('DSN') || !mail.parameters?.includes('RET') ? (mail.parameters ?? '') : ''}`),
      )
    )
      return void said('RSET');
    const taken = mail.to.filter((a) => ok(said(`RCPT TO:<${a}>`)));
    if (taken.length === 0) return void said('RSET');
    if (ok(said('DATA'))) to.message(mail.lines);
  });
  if (script.quit !== false) said('QUIT');
}

export interface Server {
  readonly kind: string;
  readonly host: string;
  readonly endpoint: (session: ServerSession) => Endpoint;
}

export interface ServerSession {
  /** What tells one session's ids and dates from another's. */
  readonly seed: number;
  readonly clientName: string;
  readonly clientAddress: string;
}

interface Voice {
  readonly kind: string;
  readonly banner: string;
  readonly hello: readonly string[];
  readonly helo?: string;
  readonly mail: string;
  readonly rcpt: string;
  readonly no: string;
  readonly data: string;
  readonly end: string;
  readonly quit: string;
  readonly rset: string;
  readonly noop: string;
  readonly unknown: string;
  readonly tls: string;
  readonly auth: string;
  readonly big: string;
}

/** What programs say. %h host, %n the client's name, %i its address, %a the address spoken of, %d a date, %q a queue id, %c the command, %e seconds. */
const VOICES: readonly Voice[] = [
  {
    kind: 'sendmail',
    banner: '%h ESMTP Sendmail 8.17.1.9/8.17.1.9; %d',
    hello: [
      '%h Hello %n [%i], pleased to meet you',
      'ENHANCEDSTATUSCODES',
      'PIPELINING',
      'EXPN',
      'VERB',
      '8BITMIME',
      'SIZE 200000',
      'DSN',
      'ETRN',
      'AUTH PLAIN LOGIN CRAM-MD5',
      'STARTTLS',
      'DELIVERBY',
      'HELP',
    ],
    mail: '2.1.0 <%a>... Sender ok',
    rcpt: '2.1.5 <%a>... Recipient ok',
    no: '550 5.1.1 <%a>... User unknown',
    data: 'End data with <CR><LF>.<CR><LF>',
    end: '2.0.0 %q Message accepted for delivery',
    quit: '2.0.0 %h closing connection',
    rset: '2.0.0 Reset state',
    noop: '2.0.0 OK',
    unknown: '500 5.5.1 Command unrecognized: "%c"',
    tls: '2.0.0 Ready to start TLS',
    auth: '2.0.0 OK Authenticated',
    big: '552 5.3.4 Message exceeds maximum fixed size (200000)',
  },
  {
    kind: 'postfix',
    banner: '%h ESMTP Postfix (Debian/GNU)',
    hello: [
      '%h',
      'PIPELINING',
      'SIZE 10240000',
      'VRFY',
      'ETRN',
      'STARTTLS',
      'AUTH PLAIN LOGIN',
      'AUTH=PLAIN LOGIN',
      'ENHANCEDSTATUSCODES',
      '8BITMIME',
      'DSN',
      'SMTPUTF8',
      'CHUNKING',
    ],
    mail: '2.1.0 Ok',
    rcpt: '2.1.5 Ok',
    no: '550 5.1.1 <%a>: Recipient address rejected: User unknown in local recipient table',
    data: 'End data with <CR><LF>.<CR><LF>',
    end: '2.0.0 Ok: queued as %q',
    quit: '2.0.0 Bye',
    rset: '2.0.0 Ok',
    noop: '2.0.0 Ok',
    unknown: '502 5.5.2 Error: command not recognized',
    tls: '2.0.0 Ready to start TLS',
    auth: '2.7.0 Authentication successful',
    big: '552 5.3.4 Error: message file too big',
  },
  {
    kind: 'exim',
    banner: '%h ESMTP Exim 4.96 %d',
    hello: [
      '%h Hello %n [%i]',
      'SIZE 52428800',
      '8BITMIME',
      'PIPELINING',
      'PIPECONNECT',
      'CHUNKING',
      'STARTTLS',
      'AUTH PLAIN LOGIN',
      'HELP',
    ],
    mail: 'OK',
    rcpt: 'Accepted',
    no: '550 Unrouteable address',
    data: 'Enter message, ending with "." on a line by itself',
    end: 'OK id=%q',
    quit: '%h closing connection',
    rset: 'Reset OK',
    noop: 'OK',
    unknown: '500 unrecognized command',
    tls: 'TLS go ahead',
    auth: 'Authentication succeeded',
    big: '552 Message size exceeds maximum permitted',
  },
  {
    kind: 'exchange',
    banner: '%h Microsoft ESMTP MAIL Service ready at %d',
    hello: [
      '%h Hello [%i]',
      'SIZE 37748736',
      'PIPELINING',
      'DSN',
      'ENHANCEDSTATUSCODES',
      'STARTTLS',
      'AUTH LOGIN',
      '8BITMIME',
      'BINARYMIME',
      'CHUNKING',
    ],
    mail: '2.1.0 Sender OK',
    rcpt: '2.1.5 Recipient OK',
    no: '550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient %a not found by SMTP address lookup',
    data: 'Start mail input; end with <CRLF>.<CRLF>',
    end: '2.6.0 <%m> [InternalId=%e, Hostname=%h] 1422 bytes in 0.130, 10.682 KB/sec Queued mail for delivery',
    quit: '2.0.0 Service closing transmission channel',
    rset: '2.0.0 Resetting',
    noop: '2.0.0 OK',
    unknown: "500 5.3.3 Unrecognized command '%c'",
    tls: '2.0.0 SMTP server ready',
    auth: '2.7.0 Authentication successful',
    big: '552 5.3.4 Message size exceeds fixed maximum message size',
  },
  {
    kind: 'opensmtpd',
    banner: '%h ESMTP OpenSMTPD',
    hello: [
      '%h Hello %n [%i], pleased to meet you',
      '8BITMIME',
      'ENHANCEDSTATUSCODES',
      'SIZE 36700160',
      'DSN',
      'STARTTLS',
      'HELP',
    ],
    mail: '2.0.0: Ok',
    rcpt: '2.1.5 Destination address valid: Recipient ok',
    no: '550 Invalid recipient: <%a>',
    data: 'Enter mail, end with "." on a line by itself',
    end: '2.0.0: %q Message accepted for delivery',
    quit: '2.0.0: Bye',
    rset: '2.0.0: Reset state',
    noop: '2.0.0: Ok',
    unknown: '500 5.5.1 Invalid command: Command unrecognized',
    tls: '2.0.0: Ready to start TLS',
    auth: '2.0.0: Authentication succeeded',
    big: '552 Message exceeds maximum size',
  },
  {
    kind: 'qmail',
    banner: '%h ESMTP',
    hello: ['%h', 'PIPELINING', '8BITMIME', 'SIZE 20971520'],
    mail: 'ok',
    rcpt: 'ok',
    no: "553 sorry, that domain isn't in my list of allowed rcpthosts (#5.7.1)",
    data: 'go ahead',
    end: 'ok %e qp 20071',
    quit: '%h',
    rset: 'flushed',
    noop: 'ok',
    unknown: '502 unimplemented (#5.5.1)',
    tls: 'ready for tls',
    auth: 'ok, go ahead (#2.0.0)',
    big: '552 sorry, that message size exceeds my databytes limit (#5.3.4)',
  },
  {
    kind: 'gmail',
    banner: 'mx.google.com ESMTP %q - gsmtp',
    hello: [
      'mx.google.com at your service, [%i]',
      'SIZE 157286400',
      '8BITMIME',
      'STARTTLS',
      'ENHANCEDSTATUSCODES',
      'PIPELINING',
      'CHUNKING',
      'SMTPUTF8',
    ],
    mail: '2.1.0 OK %q - gsmtp',
    rcpt: '2.1.5 OK %q - gsmtp',
    no: '550 5.1.1 The email account that you tried to reach does not exist. https://support.google.com/mail/?p=NoSuchUser %q - gsmtp',
    data: ' Go ahead %q - gsmtp',
    end: '2.0.0 OK  %e %q - gsmtp',
    quit: '2.0.0 closing connection %q - gsmtp',
    rset: '2.1.5 Flushed %q - gsmtp',
    noop: '2.0.0 OK %q - gsmtp',
    unknown: '502 5.5.1 Unrecognized command. %q - gsmtp',
    tls: '2.0.0 Ready to start TLS',
    auth: '2.7.0 Accepted',
    big: "552 5.3.4 Your message exceeded Google's message size limits.",
  },
  {
    kind: 'hmailserver',
    banner: '%h ESMTP',
    hello: ['%h', 'SIZE 20480000', 'STARTTLS', 'AUTH LOGIN PLAIN', 'HELP'],
    mail: 'OK',
    rcpt: 'OK',
    no: '550 Unknown user',
    data: 'OK, send.',
    end: 'Queued (0.015 seconds)',
    quit: 'goodbye',
    rset: 'OK',
    noop: 'OK',
    unknown: '503 Bad sequence of commands',
    tls: 'Ready to start TLS',
    auth: 'authenticated.',
    big: '554 Rejected - Message size exceeds fixed maximum message size.',
  },
  {
    kind: 'mdaemon',
    banner: '%h ESMTP MDaemon 13.5.0; %d',
    hello: [
      '%h Hello %n, pleased to meet you',
      'ETRN',
      'AUTH LOGIN CRAM-MD5 PLAIN',
      '8BITMIME',
      'ENHANCEDSTATUSCODES',
      'STARTTLS',
      'SIZE',
    ],
    mail: '2.1.0 <%a>, Sender ok',
    rcpt: '2.1.5 <%a>, Recipient ok',
    no: '550 5.1.1 <%a>, Recipient unknown',
    data: 'Enter mail, end with <CRLF>.<CRLF>',
    end: '2.6.0 Ok, message saved <Message-ID: %m>',
    quit: '2.0.0 See ya in cyberspace',
    rset: '2.0.0 RSET? Well, ok.',
    noop: '2.0.0 OK',
    unknown: '500 5.5.1 Unknown command',
    tls: '2.7.0 Ready to start TLS',
    auth: '2.7.0 Authentication successful',
    big: '552 5.3.4 Message too large',
  },
  {
    kind: 'aiosmtpd',
    banner: '%h Python SMTP 1.4.3',
    hello: ['%h', 'SIZE 33554432', '8BITMIME', 'HELP'],
    mail: 'OK',
    rcpt: 'OK',
    no: '550 No such user',
    data: 'End data with <CR><LF>.<CR><LF>',
    end: 'OK',
    quit: 'Bye',
    rset: 'OK',
    noop: 'OK',
    unknown: '500 Error: command "%c" not recognized',
    tls: 'Ready to start TLS',
    auth: '2.7.0 Authentication successful',
    big: '552 Error: Too much mail data',
  },
  {
    kind: 'iis',
    banner: '%h Microsoft ESMTP MAIL Service, Version: 6.0.3790.4675 ready at  %d',
    hello: [
      '%h Hello [%i]',
      'TURN',
      'SIZE 2097152',
      'ETRN',
      'PIPELINING',
      'DSN',
      'ENHANCEDSTATUSCODES',
      '8bitmime',
      'BINARYMIME',
      'CHUNKING',
      'VRFY',
      'OK',
    ],
    mail: '2.1.0 %a....Sender OK',
    rcpt: '2.1.5 %a',
    no: '550 5.7.1 Unable to relay for %a',
    data: 'Start mail input; end with <CRLF>.<CRLF>',
    end: '2.6.0 <%m> Queued mail for delivery',
    quit: '2.0.0 %h Service closing transmission channel',
    rset: '2.0.0 Resetting',
    noop: '2.0.0 OK',
    unknown: '500 5.3.3 Unrecognized command',
    tls: '2.0.0 SMTP server ready',
    auth: '2.7.0 Authentication successful',
    big: '552 5.3.4 Message size exceeds fixed maximum message size',
  },
];

export const serverKinds: readonly string[] = VOICES.map((v) => v.kind);

const IDS: Readonly<Record<string, (seed: number) => string>> = {
  sendmail: (n) =>
    `6AM${'abcdefghijkmnpqrstuvwxyz'[n % 23]}${'ABCDEFGHJK'[n % 10]}${n % 10}r${String(20000 + n).padStart(6, '0')}`,
  postfix: (n) => (0xca0000000 + n * 7919).toString(16).toUpperCase().slice(0, 9),
  exim: (n) => `1oxY${'abcdefghij'[n % 10]}Z-${String(10000 + n).padStart(6, '0')}-2${'ABCDEFGH'[n % 8]}`,
  opensmtpd: (n) => (0xb8c2fe01 + n * 104729).toString(16).slice(-8),
  gmail: (n) => `a${n % 10}si${9812345 + n}wrm.${n % 400}`,
};

/** The server of a kind, called mail.example.com. A recipient `nobody…` is unknown, `later…` put off; a text over 200,000 bytes too long. */
export function serverOf(kind: string, host = 'mail.example.com'): Server {
  const voice = VOICES.find((v) => v.kind === kind)!;
  return { kind, host, endpoint: (session) => endpointOf(voice, host, session) };
}

function endpointOf(voice: Voice, host: string, { seed, clientAddress, clientName }: ServerSession): Endpoint {
  let name = clientName;
  let tls = false;
  let mails = 0;
  let messageId = '';
  let login = 0;
  const date = new Date(Date.UTC(2026, 10, 22, 4, 0, 0) + seed * 61_000);
  const fill = (text: string, address = '', command = ''): string =>
    text
      .replaceAll('%h', host)
      .replaceAll('%n', name)
      .replaceAll('%i', clientAddress)
      .replaceAll('%a', address)
      .replaceAll('%c', command)
      .replaceAll('%m', messageId)
      .replaceAll('%e', String(1795320000 + seed * 10 + mails))
      .replaceAll('%q', (IDS[voice.kind] ?? ((n: number) => `x${n}`))(seed * 10 + mails))
      .replaceAll('%d', date.toUTCString().replace('GMT', '+0000'));
  const reply = (code: number, text: string, address = ''): string[] => [`${code} ${fill(text, address)}`];
  return {
    greet: () => reply(220, voice.banner),
    say: (line) => {
      if (login > 0) {
        login--;
        return login === 1 ? ['334 UGFzc3dvcmQ6'] : reply(235, voice.auth);
      }
      const verb = /^[A-Za-z]*/.exec(line)![0].toUpperCase();
      const address = /<([^>]*)>/.exec(line)?.[1] ?? /:\s*(\S*)/.exec(line)?.[1] ?? '';
      switch (verb) {
        case 'HELO':
        case 'EHLO': {
          name = voice.kind === 'sendmail' ? clientName : line.slice(5);
          if (verb === 'HELO') return reply(250, voice.hello[0]!);
          const words = voice.hello.filter((w, i) => i === 0 || !(tls && w === 'STARTTLS'));
          return words.map((w, i) => `250${i < words.length - 1 ? '-' : ' '}${fill(w)}`);
        }
        case 'STARTTLS':
          tls = true;
          return reply(220, voice.tls);
        case 'AUTH':
          if (/^AUTH LOGIN$/i.test(line)) {
            login = 2;
            return ['334 VXNlcm5hbWU6'];
          }
          return reply(235, voice.auth);
        case 'MAIL':
          mails++;
          return reply(250, voice.mail, address);
        case 'RCPT':
          if (address.startsWith('nobody')) return [fill(voice.no, address)];
          return address.startsWith('later')
            ? ['451 4.7.1 Greylisting in action, please come back later']
            : reply(250, voice.rcpt, address);
        case 'DATA':
          return reply(354, voice.data);
        case 'RSET':
          return reply(250, voice.rset);
        case 'NOOP':
          return reply(250, voice.noop);
        case 'QUIT':
          return reply(221, voice.quit);
        case 'HELP':
          return ['214 2.0.0 https://www.example.com/'];
        default:
          return [fill(voice.unknown, '', line)];
      }
    },
    message: (lines) => {
      messageId = lines.map((l) => /^Message-ID: <(.*)>/i.exec(l)?.[1]).find((m) => m !== undefined) ?? '';
      if (lines.some((l) => l.includes('EICAR'))) return ['554 5.7.1 Message rejected'];
      return lines.join('\r\n').length > 200_000 ? [fill(voice.big)] : reply(250, voice.end);
    },
  };
}
