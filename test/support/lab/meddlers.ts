/** What stands between, by what it does: after the habits of real programs, one short entry each. */
import type { Clock, Endpoint } from './wire';

export interface Meddler {
  readonly name: string;
  /** Puts itself before `server`. */
  readonly before: (server: Endpoint, clock: Clock) => Endpoint;
  /** The part of visible cases that may be missed, where more than one in twenty. */
  readonly rare?: number;
  /** A word that must be in the product's name, where its words give it away. */
  readonly product?: RegExp;
}

interface Habits {
  readonly greeting?: (lines: readonly string[]) => string[];
  /** Keywords of the reply to EHLO, the first line included, without codes. */
  readonly hello?: (words: readonly string[]) => string[];
  /** The line to pass on; undefined to answer it by `answer`. */
  readonly pass?: (line: string) => string | undefined;
  readonly answer?: (line: string) => string[];
  /** What becomes of a reply on its way back. */
  readonly back?: (reply: readonly string[], line: string) => string[];
  readonly mail?: (lines: readonly string[]) => string[];
  /** What becomes of the last reply. */
  readonly end?: (reply: readonly string[]) => string[];
  readonly data?: string;
}

const same = (lines: readonly string[]): string[] => [...lines];

function multi(code: string, words: readonly string[]): string[] {
  return words.map((w, i) => `${code}${i < words.length - 1 ? '-' : ' '}${w}`);
}

/** A thing that passes everything on but for its habits. */
function passing(habits: Habits): Meddler['before'] {
  const {
    greeting = same,
    hello = same,
    pass = (l) => l,
    answer = () => ['500 5.5.1 Unknown'],
    back = same,
    mail = same,
    end = same,
    data,
  } = habits;
  return (server) => ({
    greet: () => greeting(server.greet()),
    say: (line, secret) => {
      const passed = secret && !line.startsWith('AUTH') ? line : pass(line);
      if (passed === undefined) return answer(line);
      const reply = server.say(passed, secret);
      if (/^ehlo/i.test(line) && reply[0]?.startsWith('250')) return multi('250', hello(reply.map((l) => l.slice(4))));
      if (/^data/i.test(line) && data !== undefined && reply[0]?.startsWith('354')) return [data];
      return back(reply, line);
    },
    message: (lines) => end(server.message(mail(lines))),
  });
}

const without =
  (...words: string[]) =>
  (all: readonly string[]): string[] =>
    all.filter((w, i) => i === 0 || !words.some((x) => w.toUpperCase().split(/[ =]/)[0] === x));

/** Puts lines behind the last header field. */
function addHeaders(...fields: string[]): (lines: readonly string[]) => string[] {
  return (lines) => {
    const blank = lines.indexOf('');
    const at = blank < 0 ? lines.length : blank;
    return [...lines.slice(0, at), ...fields, ...lines.slice(at)];
  };
}

const onTop =
  (...fields: string[]) =>
  (lines: readonly string[]): string[] => [...fields, ...lines];

const footer =
  (...text: string[]) =>
  (lines: readonly string[]): string[] => [...lines, '', ...text];

const chain =
  (...steps: ((lines: readonly string[]) => string[])[]) =>
  (lines: readonly string[]): string[] =>
    steps.reduce<string[]>((l, step) => step(l), [...lines]);

const noTls = without('STARTTLS');
const verbOf = (line: string): string => /^[a-z]*/i.exec(line)![0].toUpperCase();
const SEVEN = new Set(['HELO', 'MAIL', 'RCPT', 'DATA', 'RSET', 'NOOP', 'QUIT']);
const ASA = new Set([
  'HELO',
  'EHLO',
  'MAIL',
  'RCPT',
  'DATA',
  'RSET',
  'NOOP',
  'QUIT',
  'AUTH',
  'ETRN',
  'EXPN',
  'HELP',
  'SAML',
  'SEND',
  'SOML',
  'VRFY',
  'BDAT',
]);
const masked = (words: readonly string[]): string[] =>
  words.map((w, i) =>
    i === 0 || /^(?:8BITMIME|SIZE|AUTH|ENHANCEDSTATUSCODES|ETRN|EXPN|HELP|PIPELINING|DSN|VRFY)\b/i.test(w)
      ? w
      : 'X'.repeat(Math.max(1, w.length - 1)) + 'ABCDE'[i % 5],
  );
const stars = (lines: readonly string[]): string[] => lines.map((l) => `220 ${l.slice(4).replace(/[^20 ]/g, '*')}`);

/** A whole mail server of its own, that delivers on by itself. */
function store(own: {
  greeting: string;
  hello: string[];
  ok: string;
  rcpt?: string;
  data: string;
  end: string;
  quit: string;
  received: string;
  name: string;
}): Meddler['before'] {
  return (server) => {
    let begun = false;
    const begin = (): void => {
      if (begun) return;
      begun = true;
      server.greet();
      server.say(`EHLO ${own.name}`);
    };
    return {
      greet: () => [`220 ${own.greeting}`],
      say: (line, secret) => {
        if (secret) return ['235 2.7.0 Ok'];
        const verb = verbOf(line);
        if (verb === 'EHLO') return multi('250', own.hello);
        if (verb === 'HELO') return [`250 ${own.hello[0]}`];
        if (verb === 'QUIT') {
          if (begun) server.say('QUIT');
          return [`221 ${own.quit}`];
        }
        if (verb === 'MAIL' || verb === 'RCPT') {
          begin();
          const reply = server.say(line.replace(/ SIZE=\d+/, ''));
          return /^[45]/.test(reply[0]!) ? reply : [`250 ${verb === 'RCPT' ? (own.rcpt ?? own.ok) : own.ok}`];
        }
        if (verb === 'DATA') {
          server.say('DATA');
          return [`354 ${own.data}`];
        }
        return [`250 ${own.ok}`];
      },
      message: (lines) => {
        server.message([own.received, ...lines]);
        return [`250 ${own.end}`];
      },
    };
  };
}

export const meddlers: readonly Meddler[] = [
  {
    name: 'Cisco ASA, default map',
    before: passing({ greeting: stars, hello: masked, pass: (l) => (ASA.has(verbOf(l)) ? l : l.replace(/\S/g, 'X')) }),
    product: /Cisco/,
  },
  {
    name: 'Cisco ASA, banner shown',
    before: passing({ hello: masked, pass: (l) => (ASA.has(verbOf(l)) ? l : l.replace(/\S/g, 'X')) }),
    product: /Cisco/,
  },
  {
    name: 'Cisco PIX fixup, EHLO to X',
    before: passing({
      greeting: stars,
      pass: (l) => (SEVEN.has(verbOf(l)) ? l : 'X'.repeat(verbOf(l).length) + l.slice(verbOf(l).length)),
    }),
    product: /Cisco/,
  },
  {
    name: 'Cisco PIX fixup, others to NOOP',
    before: passing({ greeting: stars, pass: (l) => (SEVEN.has(verbOf(l)) ? l : 'NOOP') }),
    product: /Cisco/,
  },
  {
    name: 'Cisco PIX, refuses itself',
    before: passing({
      greeting: stars,
      pass: (l) => (SEVEN.has(verbOf(l)) ? l : undefined),
      answer: () => ['500 5.3.3 Unrecognized command'],
    }),
    product: /Cisco/,
  },
  {
    name: 'Avast mail shield',
    before: passing({
      hello: noTls,
      mail: chain(
        addHeaders('X-Antivirus: Avast (VPS 22112604, 11/22/2026), Outbound message', 'X-Antivirus-Status: Clean'),
        footer('-- ', 'This email has been checked for viruses by Avast antivirus software.', 'www.avast.com'),
      ),
    }),
    product: /Avast/,
  },
  {
    name: 'Avast, old banner',
    before: passing({
      greeting: () => ['220 pc avast! SMTP proxy ready.'],
      hello: without('STARTTLS', 'PIPELINING', 'CHUNKING'),
    }),
    product: /Avast/,
  },
  {
    name: 'Avast, mail only',
    before: passing({
      mail: addHeaders('X-Antivirus: Avast (VPS 22112604, 11/22/2026), Outbound message', 'X-Antivirus-Status: Clean'),
    }),
    product: /Avast/,
  },
  {
    name: 'AVG email scanner',
    before: passing({
      greeting: () => ['220 AVG ESMTP Proxy Server 9.0.0.0 [270.14.1/2443]'],
      hello: without('STARTTLS', 'CHUNKING', 'DSN'),
      mail: footer('No virus found in this outgoing message.', 'Checked by AVG - www.avg.com'),
    }),
    product: /AVG/,
  },
  {
    name: 'Norton, answers DATA',
    before: passing({
      data: '354 Please start mail input.',
      end: (r) => (r[0]!.startsWith('2') ? ['250 Mail queued for delivery.'] : r.slice()),
      back: (r, l) => (verbOf(l) === 'QUIT' ? ['221 Closing connection. Good bye.'] : [...r]),
      hello: without('STARTTLS', 'AUTH'),
    }),
    product: /Norton/,
  },
  {
    name: 'Norton, hides refusals',
    before: passing({ hello: noTls, end: () => ['250 Mail queued for delivery.'] }),
    product: /Norton/,
  },
  { name: 'Symantec, holds the message', before: holding(), product: /Norton|Symantec/ },
  {
    name: 'McAfee',
    before: passing({
      hello: () => ['Requested mail action okay, completed.', 'SIZE', '8BITMIME'],
      greeting: (l) => l.map((x) => x.replace(/^220 (\S+).*/, '220 $1 WebShield SMTP V4.5 MR1a Network Associates, Inc. Ready')),
    }),
    product: /McAfee/,
  },
  {
    name: 'McAfee host scan, drops',
    before: passing({ hello: noTls, back: (r, l) => (verbOf(l) === 'RCPT' ? ['250 OK'] : [...r]) }),
  },
  { name: 'Kaspersky, STARTTLS out', before: passing({ hello: noTls }) },
  {
    name: 'Kaspersky, text',
    before: passing({ mail: (l) => l.map((x) => x.replace(/^Subject: /, 'Subject: [!! SPAM] ')) }),
  },
  {
    name: 'ESET',
    before: passing({
      mail: footer(
        '__________ Information from ESET NOD32 Antivirus, version of virus signature database 4650 (20091129) __________',
        '',
        'The message was checked by ESET NOD32 Antivirus.',
      ),
    }),
    product: /ESET/,
  },
  {
    name: 'BitDefender',
    before: passing({ greeting: () => ['220 localhost ESMTP BitDefender Proxy 1.0'], hello: without('STARTTLS', 'PIPELINING') }),
    product: /BitDefender/,
  },
  {
    name: 'ZoneAlarm',
    before: passing({
      hello: without('STARTTLS', 'CHUNKING', 'PIPELINING', 'BINARYMIME'),
      mail: addHeaders('X-ZoneAlarm: scanned'),
    }),
  },
  {
    name: 'Trend Micro IMSS',
    before: store({
      greeting: 'gate.example.net ESMTP Sentrion; TrendMicro IMSS SMTP proxy',
      hello: ['gate.example.net supports the following ESMTP extensions:', 'SIZE 0', 'DSN', '8bitmime', 'OK'],
      ok: 'OK',
      data: 'Go ahead',
      end: 'OK: queued',
      quit: 'gate.example.net closing',
      received: 'Received: from client (unknown) by gate.example.net with SMTP; Sun, 22 Nov 2026 04:02:52 +0000',
      name: 'gate.example.net',
    }),
    product: /Trend/,
  },
  {
    name: 'Trend Micro, tags mail',
    before: passing({ mail: addHeaders('X-TM-AS-Product-Ver: IMSS-7.0', 'X-TM-AS-Result: No--10.0') }),
  },
  {
    name: 'Sophos UTM (Exim, transparent)',
    before: store({
      greeting: 'utm.example.net ESMTP ready.',
      hello: ['utm.example.net Hello client [127.0.0.2]', 'SIZE 52428800', '8BITMIME', 'PIPELINING', 'HELP'],
      ok: 'OK',
      rcpt: 'Accepted',
      data: 'Enter message, ending with "." on a line by itself',
      end: 'OK id=1oxYbZ-0001bC-2D',
      quit: 'utm.example.net closing connection',
      received: 'Received: from [127.0.0.2] (port=41990) by utm.example.net with esmtp (Exim 4.82) id 1oxYbZ-0001bC-2D',
      name: 'utm.example.net',
    }),
  },
  {
    name: 'Postfix, transparent relay',
    before: store({
      greeting: 'isp-gw.example.net ESMTP Postfix',
      hello: ['isp-gw.example.net', 'PIPELINING', 'SIZE 20480000', 'ENHANCEDSTATUSCODES', '8BITMIME', 'DSN'],
      ok: '2.1.0 Ok',
      rcpt: '2.1.5 Ok',
      data: 'End data with <CR><LF>.<CR><LF>',
      end: '2.0.0 Ok: queued as 8A9B73ECB',
      quit: '2.0.0 Bye',
      received: 'Received: from client.example.org (unknown [10.0.0.7])\tby isp-gw.example.net (Postfix) with ESMTP id 8A9B73ECB',
      name: 'isp-gw.example.net',
    }),
  },
  {
    name: 'hotel gateway, plain',
    before: store({
      greeting: 'mail-proxy ESMTP Service ready',
      hello: ['Hello', 'SIZE', '8BITMIME'],
      ok: 'Ok',
      data: 'Start mail input; end with <CRLF>.<CRLF>',
      end: 'Message accepted',
      quit: 'Bye',
      received: 'Received: from unknown by mail-proxy',
      name: 'mail-proxy',
    }),
  },
  {
    name: 'ASSP',
    before: passing({
      greeting: (l) => [...l],
      hello: without('STARTTLS', 'CHUNKING', 'VRFY', 'ETRN', 'EXPN', 'BINARYMIME', 'XEXCH50'),
      mail: onTop(
        'X-Assp-Version: 2.6.1(16065) on assp.example.net',
        'X-Assp-ID: assp.example.net 48213-01234',
        'X-Assp-Session: 7F2A11 (mail 1)',
      ),
    }),
    product: /ASSP/,
  },
  {
    name: 'amavis before the queue',
    before: passing({
      mail: onTop('X-Virus-Scanned: Debian amavisd-new at mx.example.net'),
      end: (r) => r.map((l) => l.replace(/^250 (.*)/, '250 2.0.0 from MTA(smtp:[127.0.0.1]:10025): 250 $1')),
    }),
    product: /amavis/,
  },
  {
    name: 'SpamAssassin, tags',
    before: passing({
      mail: chain(
        onTop(
          'X-Spam-Checker-Version: SpamAssassin 4.0.1 (2024-03-26) on mx',
          'X-Spam-Status: No, score=0.1 required=5.0 tests=NONE',
        ),
      ),
    }),
    product: /SpamAssassin/,
  },
  {
    name: 'SpamAssassin, reports as attachment',
    before: passing({
      mail: (l) => [
        'Received: from localhost by mx with SpamAssassin (version 4.0.1); Sun, 22 Nov 2026 04:02:52 +0000',
        ...l
          .slice(0, l.indexOf(''))
          .map((x) =>
            x
              .replace(/^Subject: /, 'Subject: *****SPAM***** ')
              .replace(/^Content-Type: .*/, 'Content-Type: multipart/mixed; boundary="----------=_1"'),
          ),
        '',
        'This is a multi-part message in MIME format.',
        '',
        '------------=_1',
        'Content-Type: text/plain',
        '',
        'Spam detection software has identified this message as possible spam.',
        '',
        '------------=_1',
        'Content-Type: message/rfc822; x-spam-type=original',
        '',
        ...l,
        '',
        '------------=_1--',
      ],
    }),
  },
  {
    name: 'clamsmtp',
    before: passing({
      greeting: () => ['220 smtp.passthru'],
      hello: (w) => ['smtp.passthru', ...without('STARTTLS', 'PIPELINING', 'CHUNKING', 'ETRN', 'BINARYMIME')(w).slice(1)],
      data: '354 Start mail input; end with <CRLF>.<CRLF>',
      mail: addHeaders('X-Virus-Scanned: ClamAV using ClamSMTP'),
    }),
    product: /ClamSMTP/,
  },
  {
    name: 'proxsmtp',
    before: passing({
      greeting: () => ['220 smtp.passthru'],
      data: '354 Start mail input; end with <CRLF>.<CRLF>',
      mail: addHeaders('X-Filtered: By ProxSMTP'),
    }),
    product: /proxsmtp/,
  },
  { name: 'stunnel towards the server', before: tunnel() },
  { name: 'nginx mail proxy', before: nginx() },
  {
    name: 'FortiGate, headers',
    before: passing({ hello: noTls, mail: addHeaders('X-FEAS-Client-IP: 127.0.0.2', 'X-FE-Policy-ID: 3:1:0:example.com') }),
    product: /Forti/,
  },
  {
    name: 'FortiGate, replaces a refusal',
    before: passing({
      back: (r, l) => (verbOf(l) === 'RCPT' && /^[45]/.test(r[0]!) ? ['554 5.7.1 This message has been blocked'] : [...r]),
      hello: without('STARTTLS', 'CHUNKING'),
    }),
  },
  {
    name: 'Check Point security server',
    before: passing({
      greeting: () => ['220 CheckPoint FireWall-1 secure ESMTP server'],
      hello: (w) => [w[0]!, '8BITMIME'],
      back: (r, l) => (verbOf(l) === 'NOOP' ? ['220 OK'] : [...r]),
    }),
    product: /Check Point/,
  },
  { name: 'SonicWall gateway AV', before: passing({ hello: without('CHUNKING', 'BINARYMIME', 'STARTTLS') }) },
  { name: 'CHUNKING out', before: passing({ hello: without('CHUNKING', 'DELIVERBY', '8BITMIME') }) },
  { name: 'PIPELINING out', before: passing({ hello: without('PIPELINING', '8BITMIME') }) },
  {
    name: 'AUTH ways cut',
    before: passing({ hello: (w) => w.map((x) => x.replace(/^(AUTH(?:=| )).*/, '$1LOGIN').replace(/^SIZE.*/, 'SIZE 5000000')) }),
  },
  { name: 'SIZE changed', before: passing({ hello: (w) => w.map((x) => x.replace(/^SIZE.*/, 'SIZE 4194304')) }) },
  { name: 'XCLIENT added, keyword added', before: passing({ hello: (w) => [...w, 'XFORWARD NAME ADDR PROTO HELO'] }) },
  {
    name: 'keywords in another order',
    before: passing({ hello: (w) => [w[0]!, ...w.slice(1).reverse()] }),
  },
  { name: 'one keyword twice', before: passing({ hello: (w) => [...w, w.at(-1)!] }) },
  {
    name: 'striptls, answers 454',
    before: passing({
      pass: (l) => (verbOf(l) === 'STARTTLS' ? undefined : l),
      answer: () => ['454 TLS not available due to temporary reason'],
      hello: noTls,
    }),
  },
  {
    name: 'striptls, 200',
    before: passing({
      pass: (l) => (verbOf(l) === 'STARTTLS' ? undefined : l),
      answer: () => ['200 STRIPTLS'],
      greeting: (l) => l.map((x) => `${x}.`),
    }),
    product: /striptls/,
  },
  {
    name: 'parameters out',
    before: passing({
      pass: (l) => (verbOf(l) === 'MAIL' || verbOf(l) === 'RCPT' ? l.replace(/> .*/, '>') : l),
      hello: without('SIZE', 'DSN', '8BITMIME'),
    }),
  },
  { name: 'HELO name to address', before: passing({ pass: (l) => l.replace(/^(EHLO|HELO) .*/i, '$1 [10.1.2.3]') }) },
  { name: 'HELO name to its own', before: passing({ pass: (l) => l.replace(/^(EHLO|HELO) .*/i, '$1 proxy.example.net') }) },
  {
    name: 'EHLO to HELO',
    before: passing({
      pass: (l) => l.replace(/^EHLO/i, 'HELO'),
      back: (r, l) => (verbOf(l) === 'EHLO' ? multi('250', [r[0]!.slice(4), '8BITMIME']) : [...r]),
    }),
  },
  {
    name: 'EHLO refused',
    before: passing({ pass: (l) => (verbOf(l) === 'EHLO' ? undefined : l), answer: () => ['502 Command not implemented'] }),
  },
  {
    name: 'commands in small letters',
    rare: 0.3,
    before: passing({
      pass: (l) => l.replace(/^[A-Z]+/, (v) => v.toLowerCase()),
      greeting: (l) => l.map((x) => x.replace(/ESMTP/, 'SMTP')),
    }),
  },
  { name: 'sender rewritten', before: passing({ pass: (l) => l.replace(/^(MAIL FROM:<)[^>]*/i, '$1srs0=x@proxy.example.net') }) },
  {
    name: 'recipient refused by itself',
    before: passing({
      pass: (l) => (/^RCPT.*alice/i.test(l) ? undefined : l),
      answer: () => ['550 5.7.1 Relaying denied by policy'],
    }),
  },
  {
    name: 'recipient 550 told as 250',
    before: passing({ back: (r, l) => (verbOf(l) === 'RCPT' ? ['250 OK'] : [...r]), hello: noTls }),
  },
  {
    name: 'codes without status',
    before: passing({
      back: (r) => r.map((l) => l.replace(/^(\d{3}[ -])\d\.\d\.\d /, '$1')),
      greeting: (l) => l.map((x) => x.replace(/^220 (\S+).*/, '220 $1 SMTP')),
      end: (r) => r.map((l) => l.replace(/^(\d{3}[ -])\d\.\d\.\d /, '$1')),
    }),
  },
  {
    name: 'replies all alike',
    before: passing({
      back: (r) => (r[0]!.startsWith('250') ? ['250 Ok'] : [...r]),
      end: (r) => (r[0]!.startsWith('250') ? ['250 Ok'] : [...r]),
    }),
  },
  {
    name: 'last reply its own',
    before: passing({ end: (r) => (r[0]!.startsWith('2') ? ['250 2.6.0 Message accepted and scanned'] : [...r]) }),
  },
  { name: 'last reply 250 to a 4xx', before: passing({ end: () => ['451 4.3.0 Try again later, scanner is busy'] }) },
  {
    name: 'goodbye its own',
    before: passing({ back: (r, l) => (verbOf(l) === 'QUIT' ? ['221 Good bye'] : [...r]), greeting: () => ['220 smtp gateway'] }),
  },
  { name: 'NOOPs put in', before: inserting((l) => (verbOf(l) === 'DATA' ? ['NOOP', 'NOOP'] : [])) },
  { name: 'RSET put in', before: inserting((l) => (verbOf(l) === 'MAIL' ? ['RSET'] : [])) },
  { name: 'VRFY put in', before: inserting((l) => (verbOf(l) === 'RCPT' ? ['VRFY postmaster'] : [])) },
  {
    name: 'XFORWARD put in',
    before: inserting((l) => (verbOf(l) === 'MAIL' ? ['XFORWARD NAME=client ADDR=127.0.0.2 HELO=client PROTO=ESMTP'] : [])),
  },
  { name: 'disclaimer', before: passing({ mail: footer('--', 'This e-mail is confidential.') }) },
  {
    name: 'Received put on top',
    before: passing({
      mail: onTop('Received: from client.example.org ([127.0.0.2]) by proxy.example.net; Sun, 22 Nov 2026 04:02:52 +0000'),
    }),
  },
  {
    name: 'field out',
    before: passing({ mail: (l) => l.filter((x) => !x.startsWith('X-Mailer:') && !x.startsWith('MIME-Version:')) }),
  },
  {
    name: 'links rewritten',
    before: passing({ mail: (l) => l.map((x) => x.replace(/https?:\/\/\S+/, 'https://urldefense.example.net/v2/url?u=x')) }),
  },
  { name: 'seven bits', before: passing({ mail: (l) => l.map((x) => x.replace(/[^\x00-\x7f]+/g, '?')) }) },
  {
    name: 'virus text taken out',
    before: passing({ mail: (l) => [...l.slice(0, l.indexOf('') + 1), 'The attachment was removed by the virus scanner.'] }),
  },
  {
    name: 'dots lost',
    rare: 0.6,
    before: passing({ mail: (l) => l.map((x) => (x.startsWith('..') ? x.slice(1) : x)), hello: noTls }),
  },
  {
    name: 'addresses spaced anew',
    // Many formats write commands in their own way.
    rare: 0.9,
    before: passing({ pass: (l) => l.replace(/^(MAIL FROM|RCPT TO):</i, '$1: <') }),
  },
];

/** Answers DATA itself, gives up the transaction meanwhile, keeps the server awake, and sends it all again. */
function holding(): Meddler['before'] {
  return (server, clock) => {
    let envelope: string[] = [];
    return {
      greet: () => server.greet(),
      say: (line, secret) => {
        const verb = verbOf(line);
        if (verb === 'MAIL') envelope = [];
        if (verb === 'MAIL' || verb === 'RCPT') envelope.push(line);
        if (verb === 'DATA') {
          server.say('RSET');
          return ['354 Please start mail input.'];
        }
        return server.say(line, secret);
      },
      message: (lines) => {
        server.say('NOOP');
        clock.now += 10;
        for (const line of envelope) server.say(line);
        server.say('DATA');
        server.message(lines);
        return ['250 Mail queued for delivery.'];
      },
    };
  };
}

/** Takes plain text from the client and speaks TLS with the server. */
function tunnel(): Meddler['before'] {
  return (server) => {
    let begun = false;
    return {
      greet: () => server.greet(),
      say: (line, secret) => {
        if (/^ehlo/i.test(line) && !begun) {
          begun = true;
          if (server.say('EHLO localhost').some((l) => l.includes('STARTTLS'))) server.say('STARTTLS');
        }
        return server.say(line, secret);
      },
      message: (lines) => server.message(lines),
    };
  };
}

function nginx(): Meddler['before'] {
  return (server) => ({
    greet: () => {
      server.greet();
      return ['220 mail.example.com ESMTP ready'];
    },
    say: (line, secret) => {
      if (/^ehlo/i.test(line)) {
        server.say(line);
        server.say('XCLIENT ADDR=127.0.0.2 NAME=client.example.org');
        server.say(line);
        return multi('250', ['mail.example.com', 'PIPELINING', 'SIZE 10240000', 'AUTH PLAIN LOGIN', 'STARTTLS']);
      }
      if (secret || /^AUTH/i.test(line)) return ['235 2.0.0 OK'];
      return server.say(line, secret);
    },
    message: (lines) => server.message(lines),
  });
}

/** Puts commands before some of the client's. */
function inserting(extra: (line: string) => string[]): Meddler['before'] {
  return (server) => ({
    greet: () => server.greet(),
    say: (line, secret) => {
      for (const more of secret ? [] : extra(line)) server.say(more);
      return server.say(line, secret);
    },
    message: (lines) => server.message(lines),
  });
}
