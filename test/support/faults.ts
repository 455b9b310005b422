/** Sessions with one fault each. */
import { ALL, BYE, DONE, ehlo, HI, logOf, MAIL, PLAIN, RCPT, type Style } from './dialogue';

const SLOW = HI + ehlo('SIZE 10240000', '8BITMIME');
const DSN =
  HI +
  ehlo(
    'SIZE 10240000',
    '8BITMIME',
    'DSN',
    'SMTPUTF8',
    'DELIVERBY',
    'REQUIRETLS',
    'MT-PRIORITY',
    'FUTURERELEASE 9 9',
    'RRVS',
    'AUTH CRAM-MD5',
    'BINARYMIME',
    'CHUNKING',
    'MTRK',
    'PRDR',
  );
const TLS = HI + ehlo('STARTTLS') + 'C STARTTLS\nS 220 2.0.0 Ready to start TLS\n';
const CHUNKS = HI + ehlo('CHUNKING', 'BINARYMIME', '8BITMIME');
const DATA = 'C DATA\nS 354 Go ahead\n';
const TEXT = 'C Subject: x\nC\nC text\nC .\n';
const MESSAGE = DATA + TEXT + DONE;
const ENV = MAIL + RCPT;
const TEXTUAL: readonly Style[] = ['sc', 'swaks', 'sendmail-X'];
/** Logs that show the order in which the client sent. */
const CLIENT: readonly Style[] = ['sc', 'swaks'];

type Case = readonly [rule: string, name: string, script: string, styles?: readonly Style[]];

const hello = (line: string, code = '501 5.5.4 Invalid domain name'): string => HI + `C ${line}\nS ${code}\n` + BYE;
const mailWith = (parameters: string, code = '501 5.5.4 Syntax error'): string =>
  DSN + `C MAIL FROM:<bob@example.org> ${parameters}\nS ${code}\n` + BYE;
const rcptWith = (parameters: string, code = '501 5.5.4 Syntax error'): string =>
  DSN + MAIL + `C RCPT TO:<alice@example.com> ${parameters}\nS ${code}\n` + BYE;
const mail = (line: string, code = '501 5.5.4 Syntax error'): string => PLAIN + `C ${line}\nS ${code}\n` + BYE;
const rcpt = (line: string, code = '501 5.5.4 Syntax error'): string => PLAIN + MAIL + `C ${line}\nS ${code}\n` + BYE;

/** Each with the rule that speaks; of the programs of `styles`, or of all. */
export const cases: readonly Case[] = [
  // Order
  ['hello-missing', 'MAIL first of all', HI + 'C MAIL FROM:<bob@example.org>\nS 503 5.5.1 Polite people say hello\n' + BYE],
  ['hello-missing', 'MAIL first of all, taken', HI + ENV + MESSAGE + BYE],
  [
    'hello-missing',
    'MAIL after a refused HELO',
    HI + 'C HELO client.example.org\nS 550 no\nC MAIL FROM:<bob@example.org>\nS 503 5.5.1 hello first\n' + BYE,
  ],
  ['hello-missing', 'AUTH first of all', HI + 'C AUTH CRAM-MD5\nS 503 5.5.1 hello first\n' + BYE],
  ['hello-missing', 'STARTTLS first of all', HI + 'C STARTTLS\nS 503 5.5.1 hello first\n' + BYE],
  ['hello-missing', 'ETRN first of all', HI + 'C ETRN example.org\nS 503 5.5.1 hello first\n' + BYE],
  ['hello-without-name', 'HELO', hello('HELO', '501 Syntax: HELO hostname')],
  ['hello-without-name', 'EHLO', hello('EHLO', '501 Syntax: EHLO hostname')],
  ['hello-without-name', 'EHLO taken', hello('EHLO', '250 mail.example.com')],
  ['hello-without-name', 'LHLO', 'S 220 mail.example.com LMTP\nC LHLO\nS 501 5.5.4 Syntax: LHLO hostname\n' + BYE],
  [
    'rcpt-before-mail',
    'RCPT without MAIL',
    PLAIN + 'C RCPT TO:<alice@example.com>\nS 503 5.5.1 Error: need MAIL command\n' + BYE,
  ],
  [
    'rcpt-before-mail',
    'RCPT after RSET',
    PLAIN + MAIL + 'C RSET\nS 250 2.0.0 Ok\nC RCPT TO:<alice@example.com>\nS 503 5.5.1 need MAIL\n' + BYE,
  ],
  [
    'rcpt-before-mail',
    'RCPT after a second EHLO',
    SLOW + MAIL + ehlo('8BITMIME') + 'C RCPT TO:<alice@example.com>\nS 503 5.5.1 need MAIL\n' + BYE,
  ],
  [
    'rcpt-before-mail',
    'RCPT after the message',
    SLOW + ENV + MESSAGE + 'C RCPT TO:<alice@example.com>\nS 503 5.5.1 need MAIL\n' + BYE,
    TEXTUAL,
  ],
  [
    'rcpt-before-mail',
    'RCPT after a refused MAIL',
    SLOW + 'C MAIL FROM:<bob@example.org>\nS 550 5.7.1 no\nC RCPT TO:<alice@example.com>\nS 503 5.5.1 need MAIL\n' + BYE,
  ],
  ['nested-mail', 'MAIL twice', PLAIN + MAIL + 'C MAIL FROM:<carol@example.org>\nS 503 5.5.1 Error: nested MAIL command\n' + BYE],
  [
    'nested-mail',
    'MAIL after RCPT',
    PLAIN + ENV + 'C MAIL FROM:<carol@example.org>\nS 503 5.5.1 Error: nested MAIL command\n' + BYE,
  ],
  ['nested-mail', 'MAIL twice, taken', PLAIN + MAIL + MAIL + BYE],
  ['data-without-recipient', 'DATA after MAIL', PLAIN + MAIL + 'C DATA\nS 503 5.5.1 Error: need RCPT command\n' + BYE],
  ['data-without-recipient', 'DATA after EHLO', PLAIN + 'C DATA\nS 503 5.5.1 Error: need RCPT command\n' + BYE],
  ['data-without-recipient', 'DATA after RSET', PLAIN + ENV + 'C RSET\nS 250 2.0.0 Ok\nC DATA\nS 503 5.5.1 need MAIL\n' + BYE],
  [
    'data-without-recipient',
    'DATA after the only recipient was refused',
    SLOW + MAIL + 'C RCPT TO:<x@example.com>\nS 550 5.1.1 no\nC DATA\nS 554 5.5.1 no valid recipients\n' + BYE,
  ],
  ['data-without-recipient', 'BDAT after MAIL', CHUNKS + MAIL + 'C BDAT 100 LAST\nS 503 5.5.1 need RCPT\n' + BYE],
  ['data-without-recipient', 'a second DATA', SLOW + ENV + MESSAGE + 'C DATA\nS 503 5.5.1 need MAIL\n' + BYE, TEXTUAL],
  [
    'out-of-place',
    'AUTH twice',
    TLS +
      ehlo('AUTH CRAM-MD5') +
      'C AUTH CRAM-MD5\nS 334 PDE+\nC Ym9i\nS 235 2.7.0 Ok\nC AUTH CRAM-MD5\nS 503 5.5.1 already\n' +
      BYE,
  ],
  [
    'out-of-place',
    'AUTH inside a transaction',
    HI + ehlo('AUTH CRAM-MD5') + MAIL + 'C AUTH CRAM-MD5\nS 503 5.5.1 not now\n' + BYE,
  ],
  ['out-of-place', 'STARTTLS inside a transaction', HI + ehlo('STARTTLS') + MAIL + 'C STARTTLS\nS 503 5.5.1 not now\n' + BYE],
  ['out-of-place', 'STARTTLS twice', TLS + ehlo('STARTTLS') + 'C STARTTLS\nS 503 5.5.1 TLS already active\n' + BYE],
  ['ehlo-after-starttls', 'MAIL', TLS + 'C MAIL FROM:<bob@example.org>\nS 503 5.5.1 hello first\n' + BYE],
  ['ehlo-after-starttls', 'MAIL, taken', TLS + ENV + MESSAGE + BYE],
  ['ehlo-after-starttls', 'AUTH', TLS + 'C AUTH CRAM-MD5\nS 503 5.5.1 hello first\n' + BYE],
  ['ehlo-after-starttls', 'RCPT', TLS + 'C RCPT TO:<alice@example.com>\nS 503 5.5.1 hello first\n' + BYE, ['sc']],

  // Names in HELO
  ...(
    [
      ['a bare IPv4 address', 'EHLO 192.0.2.7'],
      ['a bare IPv6 address', 'EHLO 2001:db8::7'],
      ['a bare IPv6 address with its tag', 'EHLO IPv6:2001:db8::7'],
      ['HELO with a bare address', 'HELO 10.1.2.3'],
      ['a bracket that is not closed', 'EHLO [192.0.2.7'],
      ['numbers beyond 255', 'EHLO [192.0.2.700]'],
      ['three numbers', 'EHLO [192.0.2]'],
      ['an IPv6 literal without its tag', 'EHLO [2001:db8::7]'],
      ['a malformed IPv6 literal', 'EHLO [IPv6:2001:db8::7::1]'],
      ['too many groups', 'EHLO [IPv6:1:2:3:4:5:6:7:8:9]'],
      ['two words', 'EHLO client example'],
      ['an address of mail', 'EHLO bob@example.org'],
      ['a slash', 'EHLO client/example.org'],
      ['a comma', 'EHLO client,example.org'],
      ['a colon', 'EHLO client.example.org:25'],
      ['two dots', 'EHLO client..example.org'],
      ['a dot in front', 'EHLO .example.org'],
      ['a hyphen in front', 'EHLO -client.example.org'],
      ['a hyphen before a dot', 'EHLO client-.example.org'],
      ['a long label', `EHLO ${'a'.repeat(64)}.example.org`],
      ['a long name', `EHLO ${'a'.repeat(49)}.`.padEnd(270, `${'b'.repeat(9)}.`) + 'org'],
      ['letters outside ASCII', 'EHLO b\u00fccher.example'],
    ] as const
  ).map(([name, line]): Case => ['hello-name', name, hello(line)]),
  ['hello-name', 'an underscore', hello('EHLO my_pc', '250 mail.example.com')],
  ['hello-name', 'a dot at the end', hello('EHLO client.example.org.', '250 mail.example.com')],
  ['hello-name', 'a bare address, taken', HI + 'C HELO 192.0.2.7\nS 250 mail.example.com\n' + ENV + MESSAGE + BYE],

  // Paths
  ...(
    [
      ['a blank after FROM:', 'MAIL FROM: <bob@example.org>'],
      ['a blank before the colon', 'MAIL FROM :<bob@example.org>'],
      ['no brackets', 'MAIL FROM:bob@example.org'],
      ['no FROM:', 'MAIL <bob@example.org>'],
      ['no colon', 'MAIL FROM <bob@example.org>'],
      ['TO: after MAIL', 'MAIL TO:<bob@example.org>'],
      ['a name before the address', 'MAIL FROM:Bob <bob@example.org>'],
      ['no closing bracket', 'MAIL FROM:<bob@example.org'],
      ['two dots', 'MAIL FROM:<bob..smith@example.org>'],
      ['a dot in front', 'MAIL FROM:<.bob@example.org>'],
      ['a dot at the end of the local part', 'MAIL FROM:<bob.@example.org>'],
      ['a blank inside', 'MAIL FROM:<bob smith@example.org>'],
      ['an open quotation mark', 'MAIL FROM:<"bob@example.org>'],
      ['text behind a quotation', 'MAIL FROM:<"bob"smith@example.org>'],
      ['two @', 'MAIL FROM:<bob@example@example.org>'],
      ['no local part', 'MAIL FROM:<@example.org>'],
      ['no domain behind the @', 'MAIL FROM:<bob@>'],
      ['no domain', 'MAIL FROM:<bob>'],
      ['an address without brackets of its own', 'MAIL FROM:<bob@192.0.2.1>'],
      ['a broken literal', 'MAIL FROM:<bob@[192.0.2.1>'],
      ['a literal beyond 255', 'MAIL FROM:<bob@[192.0.2.256]>'],
      ['a comma', 'MAIL FROM:<bob,carol@example.org>'],
      ['two addresses', 'MAIL FROM:<bob@example.org,carol@example.org>'],
      ['two dots in the domain', 'MAIL FROM:<bob@example..org>'],
      ['a dot at the end of the domain', 'MAIL FROM:<bob@example.org.>'],
      ['a hyphen at the edge', 'MAIL FROM:<bob@-example.org>'],
      ['double brackets', 'MAIL FROM:<<bob@example.org>>'],
      ['a source route', 'MAIL FROM:<@relay.example:bob@example.org>'],
      ['letters outside ASCII', 'MAIL FROM:<j\u00fcrgen@example.org>'],
      ['a parameter without a blank', 'MAIL FROM:<bob@example.org>SIZE=100'],
    ] as const
  ).map(([name, line]): Case => ['path-syntax', name, mail(line)]),
  ...(
    [
      ['an empty recipient', 'RCPT TO:<>'],
      ['a blank after TO:', 'RCPT TO: <alice@example.com>'],
      ['no brackets', 'RCPT TO:alice@example.com'],
      ['FROM: after RCPT', 'RCPT FROM:<alice@example.com>'],
      ['no colon', 'RCPT TO <alice@example.com>'],
      ['a name before the address', 'RCPT TO:"Alice" <alice@example.com>'],
      ['a semicolon', 'RCPT TO:<alice;carol@example.com>'],
      ['a source route', 'RCPT TO:<@relay.example,@other.example:alice@example.com>'],
      ['letters outside ASCII', 'RCPT TO:<\u00e4lice@example.com>'],
      ['an open quotation mark', 'RCPT TO:<"alice@example.com>'],
    ] as const
  ).map(([name, line]): Case => ['path-syntax', `RCPT: ${name}`, rcpt(line)]),
  [
    'path-syntax',
    'letters outside ASCII, taken',
    PLAIN + 'C MAIL FROM:<j\u00fcrgen@example.org>\nS 250 2.1.0 Ok\n' + RCPT + MESSAGE + BYE,
  ],
  ['address-too-long', 'a long local part', mail(`MAIL FROM:<${'b'.repeat(65)}@example.org>`, '250 2.1.0 Ok')],
  ['address-too-long', 'a long local part, refused', mail(`MAIL FROM:<${'b'.repeat(70)}@example.org>`, '501 5.1.7 too long')],
  ['address-too-long', 'a long domain', rcpt(`RCPT TO:<alice@${'example.'.repeat(32)}com>`, '501 5.1.3 too long')],
  ['address-too-long', 'a long path', rcpt(`RCPT TO:<${'a'.repeat(60)}@${'example.'.repeat(24)}com>`, '501 5.1.3 too long')],

  // Parameters
  ...(
    [
      ['SIZE without a number', 'SIZE=big'],
      ['SIZE without a value', 'SIZE='],
      ['SIZE alone', 'SIZE'],
      ['a negative SIZE', 'SIZE=-1'],
      ['a broken SIZE', 'SIZE=1.5'],
      ['SIZE twice', 'SIZE=100 SIZE=200'],
      ['BODY of another kind', 'BODY=9BITMIME'],
      ['BODY alone', 'BODY'],
      ['BODY twice', 'BODY=7BIT BODY=8BITMIME'],
      ['RET of another kind', 'RET=ALL'],
      ['RET alone', 'RET'],
      ['ENVID without a value', 'ENVID='],
      ['ENVID that is not encoded', 'ENVID=a=b'],
      ['ENVID with a broken escape', 'ENVID=a+4'],
      ['AUTH without a value', 'AUTH='],
      ['AUTH that is not encoded', 'AUTH=a=b@example.org'],
      ['SMTPUTF8 with a value', 'SMTPUTF8=yes'],
      ['REQUIRETLS with a value', 'REQUIRETLS=1'],
      ['BY without its mode', 'BY=120'],
      ['BY with another mode', 'BY=120;X'],
      ['BY with a negative time and R', 'BY=-1;R'],
      ['MT-PRIORITY beyond 9', 'MT-PRIORITY=10'],
      ['MT-PRIORITY in words', 'MT-PRIORITY=high'],
      ['HOLDFOR in words', 'HOLDFOR=tomorrow'],
      ['HOLDUNTIL without a date', 'HOLDUNTIL=86400'],
      ['HOLDFOR and HOLDUNTIL', 'HOLDFOR=100 HOLDUNTIL=2026-11-23T00:00:00Z'],
      ['MTRK that is no base64', 'MTRK=a!b'],
      ['PRDR with a value', 'PRDR=1'],
      ['NOTIFY on MAIL', 'NOTIFY=NEVER'],
      ['ORCPT on MAIL', 'ORCPT=rfc822;alice@example.com'],
      ['RRVS on MAIL', 'RRVS=2014-04-03T23:01:00Z'],
    ] as const
  ).map(([name, parameters]): Case => ['parameter-value', name, mailWith(parameters)]),
  ...(
    [
      ['NOTIFY of another kind', 'NOTIFY=ALWAYS'],
      ['NOTIFY never and something', 'NOTIFY=NEVER,SUCCESS'],
      ['NOTIFY without a value', 'NOTIFY='],
      ['NOTIFY twice', 'NOTIFY=NEVER NOTIFY=NEVER'],
      ['ORCPT without its type', 'ORCPT=alice@example.com'],
      ['ORCPT that is not encoded', 'ORCPT=rfc822;a=b@example.com'],
      ['RRVS that is no date', 'RRVS=yesterday'],
      ['SIZE on RCPT', 'SIZE=100'],
      ['BODY on RCPT', 'BODY=8BITMIME'],
      ['RET on RCPT', 'RET=FULL'],
      ['SMTPUTF8 on RCPT', 'SMTPUTF8'],
    ] as const
  ).map(([name, parameters]): Case => ['parameter-value', name, rcptWith(parameters)]),
  ['parameter-value', 'a bad value, taken', mailWith('BODY=9BIT', '250 2.1.0 Ok')],
  [
    'parameter-value',
    'SIZE beyond the limit',
    PLAIN + 'C MAIL FROM:<bob@example.org> SIZE=99999999\nS 552 5.3.4 too big\n' + BYE,
  ],
  ...[
    'SIZE=100',
    'BODY=8BITMIME',
    'SMTPUTF8',
    'RET=HDRS',
    'ENVID=x1',
    'AUTH=<>',
    'BY=120;R',
    'REQUIRETLS',
    'MT-PRIORITY=3',
    'HOLDFOR=60',
  ].map((parameter): Case => [
    'parameter-not-offered',
    parameter,
    HI + ehlo('PIPELINING') + `C MAIL FROM:<bob@example.org> ${parameter}\nS 555 5.5.4 Unsupported option\n` + BYE,
  ]),
  ...['NOTIFY=NEVER', 'ORCPT=rfc822;alice@example.com', 'RRVS=2014-04-03T23:01:00Z'].map((parameter): Case => [
    'parameter-not-offered',
    parameter,
    HI + ehlo('PIPELINING') + MAIL + `C RCPT TO:<alice@example.com> ${parameter}\nS 555 5.5.4 Unsupported option\n` + BYE,
  ]),
  [
    'parameter-not-offered',
    'BODY=BINARYMIME without BINARYMIME',
    HI + ehlo('8BITMIME', 'CHUNKING') + 'C MAIL FROM:<bob@example.org> BODY=BINARYMIME\nS 555 5.5.4 no\n' + BYE,
  ],
  [
    'parameter-not-offered',
    'after HELO',
    HI + 'C HELO client.example.org\nS 250 mail.example.com\nC MAIL FROM:<bob@example.org> SIZE=100\nS 501 5.5.4 no\n' + BYE,
  ],
  [
    'parameter-not-offered',
    'taken all the same',
    HI + ehlo('PIPELINING') + 'C MAIL FROM:<bob@example.org> SIZE=100\nS 250 2.1.0 Ok\n' + RCPT + MESSAGE + BYE,
  ],

  // Arguments, what was offered
  ...['DATA now', 'RSET all', 'QUIT now', 'STARTTLS please'].map((line): Case => [
    'command-argument',
    line,
    HI + ehlo('STARTTLS') + (line.startsWith('DATA') ? ENV : '') + `C ${line}\nS 501 5.5.4 Syntax error\n` + BYE,
  ]),
  ...['VRFY', 'EXPN', 'ETRN', 'AUTH', 'MAIL', 'RCPT'].map((line): Case => [
    'command-argument',
    line,
    HI + ehlo('ETRN', 'AUTH CRAM-MD5') + (line === 'RCPT' ? MAIL : '') + `C ${line}\nS 501 5.5.4 Syntax error\n` + BYE,
  ]),
  ['command-not-offered', 'STARTTLS', PLAIN + 'C STARTTLS\nS 502 5.5.1 no\n' + BYE],
  ['command-not-offered', 'AUTH', PLAIN + 'C AUTH CRAM-MD5\nS 503 5.5.1 not enabled\n' + BYE],
  [
    'command-not-offered',
    'AUTH before STARTTLS',
    HI + ehlo('STARTTLS') + 'C AUTH CRAM-MD5\nS 538 5.7.11 Encryption required\n' + BYE,
  ],
  [
    'command-not-offered',
    'another mechanism',
    HI + ehlo('AUTH PLAIN LOGIN') + 'C AUTH CRAM-MD5\nS 504 5.7.4 no mechanism available\n' + BYE,
  ],
  ['command-not-offered', 'ETRN', PLAIN + 'C ETRN example.org\nS 502 5.5.1 no\n' + BYE],
  ['command-not-offered', 'BURL', PLAIN + ENV + 'C BURL imap://x/y LAST\nS 500 5.5.1 no\n' + BYE],
  ['command-not-offered', 'XCLIENT', PLAIN + 'C XCLIENT ADDR=192.0.2.1\nS 500 5.5.1 no\n' + BYE],
  ['command-not-offered', 'XFORWARD', PLAIN + 'C XFORWARD ADDR=192.0.2.1\nS 500 5.5.1 no\n' + BYE],
  ['command-not-offered', 'ATRN', PLAIN + 'C ATRN example.org\nS 502 5.5.1 no\n' + BYE],
  [
    'command-not-offered',
    'AUTH after HELO',
    HI + 'C HELO client.example.org\nS 250 mail.example.com\nC AUTH CRAM-MD5\nS 503 no\n' + BYE,
  ],
  ['bdat', 'not offered', PLAIN + ENV + 'C BDAT 6 LAST\nS 502 5.5.1 no\n' + BYE],

  // Logins
  [
    'auth-in-clear',
    'PLAIN though STARTTLS is offered',
    HI + ehlo('STARTTLS', 'AUTH PLAIN') + 'C AUTH PLAIN\nS 334\nC *\nS 501 5.7.0 cancelled\n' + BYE,
  ],
  [
    'auth-in-clear',
    'LOGIN though STARTTLS is offered',
    HI + ehlo('STARTTLS', 'AUTH LOGIN') + 'C AUTH LOGIN\nS 334 VXNlcm5hbWU6\nC *\nS 501 5.7.0 cancelled\n' + BYE,
  ],
  [
    'auth-in-clear',
    'CRAM-MD5 though STARTTLS is offered',
    HI + ehlo('STARTTLS', 'AUTH CRAM-MD5') + 'C AUTH CRAM-MD5\nS 334 PDE+\nC Ym9i\nS 235 2.7.0 Ok\n' + BYE,
  ],
  ['auth-in-clear', 'PLAIN without TLS', HI + ehlo('AUTH PLAIN') + 'C AUTH PLAIN\nS 334\nC *\nS 501 5.7.0 cancelled\n' + BYE],

  // TLS
  [
    'text-after-starttls',
    'EHLO before the 220',
    HI +
      ehlo('STARTTLS', 'PIPELINING') +
      'C STARTTLS\nC EHLO client.example.org\nS 220 2.0.0 Ready\nS 250 mail.example.com\n' +
      BYE,
    ALL,
  ],
  [
    'text-after-starttls',
    'MAIL before the 220',
    HI + ehlo('STARTTLS') + 'C STARTTLS\nC RSET\nS 220 2.0.0 Ready\nS 250 2.0.0 Ok\n' + BYE,
    ALL,
  ],
  ['ehlo-keyword', 'STARTTLS again', TLS + ehlo('STARTTLS') + BYE],
  ['ehlo-keyword', 'SIZE twice', HI + ehlo('SIZE 100', 'SIZE 200') + BYE],
  ['ehlo-keyword', 'STARTTLS twice', HI + ehlo('STARTTLS', '8BITMIME', 'STARTTLS') + BYE],
  ['ehlo-keyword', 'no keyword', HI + ehlo('8BIT_MIME!') + BYE],

  // Pipelining
  [
    'pipelining-not-offered',
    'RCPT behind MAIL',
    SLOW + 'C MAIL FROM:<bob@example.org>\nC RCPT TO:<alice@example.com>\nS 250 2.1.0 Ok\nS 250 2.1.5 Ok\n' + MESSAGE + BYE,
    CLIENT,
  ],
  ['pipelining-not-offered', 'QUIT behind RSET', SLOW + 'C RSET\nC QUIT\nS 250 2.0.0 Ok\nS 221 2.0.0 Bye\n', CLIENT],
  [
    'pipelining-not-offered',
    'MAIL behind EHLO',
    HI +
      'C EHLO client.example.org\nC MAIL FROM:<bob@example.org>\nS 250-mail.example.com\nS 250 PIPELINING\nS 250 2.1.0 Ok\n' +
      BYE,
    CLIENT,
  ],
  [
    'pipelining-not-offered',
    'after HELO',
    HI +
      'C HELO client.example.org\nS 250 mail.example.com\nC MAIL FROM:<bob@example.org>\nC RCPT TO:<alice@example.com>\nS 250 Ok\nS 250 Ok\n' +
      BYE,
    CLIENT,
  ],
  [
    'pipelining-order',
    'text before the 354',
    PLAIN +
      'C MAIL FROM:<bob@example.org>\nC RCPT TO:<alice@example.com>\nC DATA\nC Subject: x\nC\nC text\nC .\nS 250 2.1.0 Ok\nS 250 2.1.5 Ok\nS 354 go\n' +
      DONE +
      BYE,
    CLIENT,
  ],
  ['pipelining-order', 'a command behind DATA', PLAIN + ENV + 'C DATA\nC RSET\nS 354 go\nS 250 2.0.0 Ok\n' + BYE, ['sc']],
  [
    'pipelining-order',
    'a command behind EHLO',
    PLAIN +
      'C EHLO client.example.org\nC MAIL FROM:<bob@example.org>\nS 250-mail.example.com\nS 250 PIPELINING\nS 250 2.1.0 Ok\n' +
      BYE,
    CLIENT,
  ],
  ['pipelining-order', 'a command behind NOOP', PLAIN + 'C NOOP\nC RSET\nS 250 2.0.0 Ok\nS 250 2.0.0 Ok\n' + BYE, CLIENT],
  ['pipelining-order', 'a command behind VRFY', PLAIN + 'C VRFY alice\nC RSET\nS 252 2.0.0 Ok\nS 250 2.0.0 Ok\n' + BYE, CLIENT],
  ['pipelining-order', 'a command behind EXPN', PLAIN + 'C EXPN staff\nC RSET\nS 252 2.0.0 Ok\nS 250 2.0.0 Ok\n' + BYE, CLIENT],
  ['pipelining-order', 'a command behind QUIT', PLAIN + 'C QUIT\nC RSET\nS 221 2.0.0 Bye\nS 250 2.0.0 Ok\n', ['sc']],
  [
    'pipelining-order',
    'a command behind AUTH',
    HI +
      ehlo('PIPELINING', 'AUTH EXTERNAL') +
      'C AUTH EXTERNAL =\nC MAIL FROM:<bob@example.org>\nS 235 2.7.0 Ok\nS 250 2.1.0 Ok\n' +
      BYE,
    CLIENT,
  ],
  [
    'early-talker',
    'EHLO before the greeting',
    'C EHLO client.example.org\nS 220 mail.example.com ESMTP\nS 250 mail.example.com\n' + ENV + MESSAGE + BYE,
    ALL,
  ],
  [
    'early-talker',
    'all before the greeting',
    'C HELO client.example.org\nC MAIL FROM:<bob@example.org>\nC RCPT TO:<alice@example.com>\nS 220 mail.example.com\nS 250 mail.example.com\nS 250 Ok\nS 250 Ok\n' +
      BYE,
    ['sc', 'swaks'],
  ],

  // Chunks
  ['bdat', 'no size', CHUNKS + ENV + 'C BDAT\nS 501 5.5.4 no\n' + BYE],
  ['bdat', 'no number', CHUNKS + ENV + 'C BDAT all LAST\nS 501 5.5.4 no\n' + BYE],
  ['bdat', 'a negative size', CHUNKS + ENV + 'C BDAT -5 LAST\nS 501 5.5.4 no\n' + BYE],
  ['bdat', 'something else than LAST', CHUNKS + ENV + 'C BDAT 5 END\nS 501 5.5.4 no\n' + BYE, ['postfix-v', 'nodemailer']],
  ['bdat', 'no LAST before QUIT', CHUNKS + ENV + 'C BDAT 6\nC text\nS 250 2.0.0 Ok\n' + BYE, TEXTUAL],
  ['bdat', 'DATA after a chunk', CHUNKS + ENV + 'C BDAT 6\nC text\nS 250 2.0.0 Ok\nC DATA\nS 503 5.5.1 no\n' + BYE, TEXTUAL],
  [
    'bdat',
    'DATA with BINARYMIME',
    CHUNKS + 'C MAIL FROM:<bob@example.org> BODY=BINARYMIME\nS 250 2.1.0 Ok\n' + RCPT + 'C DATA\nS 503 5.5.1 no\n' + BYE,
  ],
  [
    'bdat',
    'a size that is too small',
    CHUNKS + ENV + 'C BDAT 5 LAST\nC Hello, this is more than five\nS 250 2.0.0 Ok\nS 500 5.5.2 what\n' + BYE,
    TEXTUAL,
  ],
  ['bdat', 'a size that is too large', CHUNKS + ENV + 'C BDAT 500 LAST\nC short\nS 421 4.4.2 timeout\n', TEXTUAL],

  // Line lengths
  ['line-too-long', 'a line of text', PLAIN + ENV + DATA + `C Subject: x\nC\nC ${'x'.repeat(999)}\nC .\n` + DONE + BYE, TEXTUAL],
  [
    'line-too-long',
    'a line of the header',
    PLAIN + ENV + DATA + `C Subject: ${'x'.repeat(1200)}\nC\nC x\nC .\n` + DONE + BYE,
    TEXTUAL,
  ],
  ['line-too-long', 'a command', PLAIN + `C VRFY ${'x'.repeat(600)}\nS 500 5.5.2 too long\n` + BYE],
  ['line-too-long', 'NOOP', PLAIN + `C NOOP ${'x'.repeat(600)}\nS 500 5.5.2 too long\n` + BYE],
  ['line-too-long', 'a reply', PLAIN + `C NOOP\nS 250 ${'x'.repeat(600)}\n` + BYE],
  [
    'line-too-long',
    'MAIL beyond what its parameters add',
    DSN +
      `C MAIL FROM:<bob@example.org> SIZE=${'0'.repeat(19)}1 ENVID=${'x'.repeat(290)} AUTH=${'y'.repeat(1000)}@example.org\nS 500 5.5.2 too long\n` +
      BYE,
  ],

  // 8 bits
  [
    '8bit-without-8bitmime',
    'not offered',
    HI + ehlo('SIZE 1000000') + ENV + DATA + 'C Subject: x\nC\nC na\u00efve\nC .\n' + DONE + BYE,
    TEXTUAL,
  ],
  ['8bit-without-8bitmime', 'not announced', PLAIN + ENV + DATA + 'C Subject: x\nC\nC na\u00efve\nC .\n' + DONE + BYE, TEXTUAL],
  [
    '8bit-without-8bitmime',
    'after HELO',
    HI + 'C HELO client.example.org\nS 250 mail.example.com\n' + ENV + DATA + 'C Subject: na\u00efve\nC\nC x\nC .\n' + DONE + BYE,
    TEXTUAL,
  ],

  // Replies
  [
    'multiline-reply',
    'codes that differ',
    HI + 'C EHLO client.example.org\nS 250-mail.example.com\nS 251-SIZE 100\nS 250 8BITMIME\n' + BYE,
    ['sc', 'swaks', 'sendmail-X'],
  ],
  [
    'multiline-reply',
    'another code at the end',
    PLAIN + 'C NOOP\nS 250-2.0.0 one\nS 251 2.0.0 two\n' + BYE,
    ['sc', 'swaks', 'sendmail-X'],
  ],
  [
    'multiline-reply',
    'a blank too early',
    HI + 'C EHLO client.example.org\nS 250-mail.example.com\nS 250 SIZE 100\nS 250 8BITMIME\n' + BYE,
    ['sc', 'swaks', 'sendmail-X'],
  ],
  ['reply-syntax', 'an equals sign', PLAIN + 'C NOOP\nS 250=Ok\n' + BYE, ['sc', 'postfix-v', 'nodemailer']],
  ['reply-syntax', 'a tab', PLAIN + 'C NOOP\nS 250\tOk\n' + BYE, ['sc', 'postfix-v', 'nodemailer']],
  ['reply-syntax', 'a full stop', PLAIN + 'C NOOP\nS 250.Ok\n' + BYE, ['sc', 'postfix-v', 'nodemailer']],
  ['reply-syntax', 'nothing', PLAIN + 'C NOOP\nS 250Ok\n' + BYE, ['sc', 'postfix-v', 'nodemailer']],
  [
    'reply-syntax',
    'a colon in a line of several',
    HI + 'C EHLO client.example.org\nS 250-mail.example.com\nS 250:SIZE 100\n' + BYE,
    ['sc'],
  ],
  ['reply-syntax', 'a code of 650', PLAIN + 'C NOOP\nS 650 what\n' + BYE, ['sc', 'postfix-v', 'nodemailer']],
  ['reply-syntax', 'a code of 150', PLAIN + 'C NOOP\nS 150 wait\n' + BYE, ['sc', 'postfix-v', 'nodemailer']],
  [
    'reply-not-allowed',
    '354 to RCPT',
    PLAIN + MAIL + 'C RCPT TO:<alice@example.com>\nS 354 go\n' + BYE,
    ['sc', 'swaks', 'sendmail-X'],
  ],
  ['reply-not-allowed', '334 to MAIL', PLAIN + 'C MAIL FROM:<bob@example.org>\nS 334 x\n' + BYE],
  ['reply-not-allowed', '354 to MAIL', PLAIN + 'C MAIL FROM:<bob@example.org>\nS 354 x\n' + BYE, ['sc', 'swaks', 'sendmail-X']],
  ['reply-not-allowed', '250 to DATA', PLAIN + ENV + 'C DATA\nS 250 2.0.0 Ok\n' + BYE],
  ['reply-not-allowed', '220 to NOOP', PLAIN + 'C NOOP\nS 220 OK\n' + BYE, ['sc', 'swaks', 'postfix-v', 'nodemailer']],
  ['reply-not-allowed', '251 to MAIL', PLAIN + 'C MAIL FROM:<bob@example.org>\nS 251 2.1.0 Ok\n' + BYE],
  ['reply-not-allowed', '252 to RCPT', PLAIN + MAIL + 'C RCPT TO:<alice@example.com>\nS 252 2.1.5 Ok\n' + BYE],
  ['reply-not-allowed', '250 to QUIT', PLAIN + 'C QUIT\nS 250 Bye\n'],
  ['reply-not-allowed', '211 to RSET', PLAIN + 'C RSET\nS 211 Ok\n' + BYE],
  ['reply-not-allowed', '250 to STARTTLS', HI + ehlo('STARTTLS') + 'C STARTTLS\nS 250 go\n' + BYE],
  ['reply-not-allowed', '250 to AUTH', TLS + ehlo('AUTH EXTERNAL') + 'C AUTH EXTERNAL =\nS 250 Ok\n' + BYE],
  ['reply-not-allowed', '221 to EHLO', HI + 'C EHLO client.example.org\nS 221 mail.example.com\n' + BYE],
  ['reply-not-allowed', '555 to DATA', PLAIN + ENV + 'C DATA\nS 555 5.5.4 no\n' + BYE],
  ['reply-not-allowed', '534 to MAIL', PLAIN + 'C MAIL FROM:<bob@example.org>\nS 534 5.7.9 no\n' + BYE],
  ['reply-not-allowed', '459 to MAIL', PLAIN + 'C MAIL FROM:<bob@example.org>\nS 459 4.0.0 no\n' + BYE],
  ['reply-not-allowed', '250 as a greeting', 'S 250 mail.example.com\n' + ehlo('8BITMIME') + ENV + MESSAGE + BYE],
  ['enhanced-class', '550 4.7.1', PLAIN + 'C MAIL FROM:<bob@example.org>\nS 550 4.7.1 no\n' + BYE],
  ['enhanced-class', '451 5.7.1', PLAIN + MAIL + 'C RCPT TO:<alice@example.com>\nS 451 5.7.1 no\n' + BYE],
  ['enhanced-class', '250 5.0.0', PLAIN + 'C MAIL FROM:<bob@example.org>\nS 250 5.0.0 Ok\n' + BYE],
  ['enhanced-class', '554 2.0.0', PLAIN + ENV + DATA + TEXT + 'S 554 2.0.0 no\n' + BYE, TEXTUAL],
  ['enhanced-class', '354 2.0.0', PLAIN + ENV + 'C DATA\nS 354 2.0.0 go\n' + TEXT + DONE + BYE],
  [
    'answered-early',
    'in the middle of the text',
    PLAIN + ENV + DATA + 'C Subject: x\nC\nS 250 2.0.0 Ok\nC some text\nC .\n' + BYE,
    TEXTUAL,
  ],
  ['answered-early', '354 before DATA', PLAIN + ENV + 'S 354 go\nC DATA\n' + TEXT + DONE + BYE, ['sc', 'swaks']],
  [
    'text-without-go-ahead',
    'DATA refused',
    PLAIN +
      ENV +
      'C DATA\nS 451 4.3.0 later\nC Subject: x\nS 500 5.5.2 what\nC\nS 500 5.5.2 what\nC text\nS 500 5.5.2 what\n' +
      BYE,
    ['sc', 'sendmail-X'],
  ],
  [
    'text-without-go-ahead',
    'DATA refused, text at one go',
    PLAIN +
      ENV +
      'C DATA\nS 554 5.5.1 no\nC From: Bob <bob@example.org>\nC\nC text\nC .\nS 500 5.5.2 what\nS 500 5.5.2 what\nS 500 5.5.2 what\nS 500 5.5.2 what\n' +
      BYE,
    ['sendmail-X'],
  ],
  ['unterminated-data', 'no dot, and a reply', PLAIN + ENV + DATA + 'C Subject: x\nC\nC text\n' + DONE + BYE, TEXTUAL],

  // Between client and server
  ['masked', 'a greeting of asterisks', 'S 220 ****************************2***\n' + ehlo('8BITMIME') + BYE],
  ['masked', 'keywords written over', HI + ehlo('8BITMIME', 'XXXXXXXA', 'XXXB') + BYE],
  ['masked', 'a command written over', PLAIN + 'C XXXXXXXX\nS 500 5.5.2 no\n' + BYE],
  [
    'strange-voice',
    '354',
    'S 220 mail.example.com ESMTP Sendmail 8.17.1/8.17.1; Sun, 22 Nov 2026 05:00:00 GMT\n' +
      ehlo('8BITMIME') +
      ENV +
      'C DATA\nS 354 Please start mail input.\n' +
      TEXT +
      'S 250 2.0.0 5AM50abc001234 Message accepted for delivery\nC QUIT\nS 221 2.0.0 mail.example.com closing connection\n',
    ['sc', 'swaks', 'nodemailer'],
  ],
  [
    'strange-voice',
    'sendmail behind Postfix',
    'S 220 mail.example.com ESMTP Postfix\n' +
      ehlo('8BITMIME') +
      ENV +
      'C DATA\nS 354 End data with <CR><LF>.<CR><LF>\n' +
      TEXT +
      'S 250 2.0.0 5AM50abc001234 Message accepted for delivery\nC QUIT\nS 221 2.0.0 Bye\n',
    ['sc', 'swaks'],
  ],
  ['product-speaks', 'a greeting', 'S 220 mail.example.com avast! SMTP proxy ready.\n' + ehlo('8BITMIME') + BYE, ['sc', 'swaks']],
  ['rset-for-data', 'and the same again', SLOW + ENV + 'C RSET\nS 250 2.0.0 Ok\nC NOOP\nS 250 2.0.0 Ok\n' + ENV + MESSAGE + BYE],
  ['rset-for-data', 'and QUIT', SLOW + ENV + 'C RSET\nS 250 2.0.0 Ok\n' + BYE],
  [
    'noop-in-transaction',
    'while something waits',
    SLOW + ENV + 'C NOOP\nS 250 2.0.0 Ok\nC NOOP\nS 250 2.0.0 Ok\n' + MESSAGE + BYE,
  ],
  [
    'echo-mismatch',
    'an address',
    SLOW + 'C MAIL FROM:<bob@example.org>\nS 250 2.1.0 <carol@example.org>... Sender ok\n' + BYE,
    ['sc', 'swaks', 'nodemailer'],
  ],
  [
    'echo-mismatch',
    'a command',
    SLOW + 'C STATUS\nS 500 5.5.1 Command unrecognized: "NOOP"\n' + BYE,
    ['sc', 'swaks', 'nodemailer'],
  ],
  [
    'scanner-header',
    'in the header',
    SLOW +
      ENV +
      DATA +
      'C Subject: x\nC X-Antivirus: avast! (VPS 0601-0, 03.01.2006), Outbound message\nC\nC x\nC .\n' +
      DONE +
      BYE,
    TEXTUAL,
  ],
  ['refused', 'a refusal', SLOW + MAIL + 'C RCPT TO:<x@example.com>\nS 550 5.1.1 <x@example.com>... User unknown\n' + BYE],
];

/** Faults that only some formats show: line ends, times, the end of a connection, passwords. */
const X = (text: readonly string[], rcpt = 'RCPT TO:<b@b.example>^M'): string =>
  [
    '1 >>> 220 mail.example.com ESMTP',
    '1 <<< EHLO a.example^M',
    '1 >>> 250 mail.example.com',
    '1 <<< MAIL FROM:<a@a.example>^M',
    '1 >>> 250 2.1.0 Ok',
    `1 <<< ${rcpt}`,
    '1 >>> 250 2.1.5 Ok',
    '1 <<< DATA^M',
    '1 >>> 354 Go',
    ...text.map((line) => `1 <<< ${line}`),
    '1 >>> 250 2.0.0 Ok',
    '1 <<< QUIT^M',
    '1 >>> 221 2.0.0 Bye',
  ].join('\n');
const SMTPLIB = (body: string): string =>
  [
    "send: 'ehlo a.example\\r\\n'",
    "reply: b'250 mail.example.com\\r\\n'",
    "reply: retcode (250); Msg: b'mail.example.com'",
    "send: 'mail FROM:<a@a.example>\\r\\n'",
    "reply: b'250 2.1.0 Ok\\r\\n'",
    "reply: retcode (250); Msg: b'2.1.0 Ok'",
    "send: 'rcpt TO:<b@b.example>\\r\\n'",
    "reply: b'250 2.1.5 Ok\\r\\n'",
    "reply: retcode (250); Msg: b'2.1.5 Ok'",
    "send: 'data\\r\\n'",
    "reply: b'354 go\\r\\n'",
    "reply: retcode (354); Msg: b'go'",
    "data: (354, b'go')",
    `send: b'${body}'`,
    "reply: b'250 2.0.0 Ok\\r\\n'",
    "reply: retcode (250); Msg: b'2.0.0 Ok'",
    "data: (250, b'2.0.0 Ok')",
  ].join('\n');
const MAILLOG = (...lines: readonly string[]): string =>
  lines.map((line) => `Nov 22 ${line.slice(0, 8)} mail postfix/smtpd[3211]: ${line.slice(9)}`).join('\n');
const PEER = 'client.example.org[192.0.2.7]';

/** Those that only one program can have written. */
export const logs: readonly (readonly [rule: string, name: string, log: string])[] = [
  ['smuggling', 'LF . LF', X(['text', '.'])],
  ['smuggling', 'LF . CR LF', X(['text', '.^M'])],
  ['smuggling', 'CR LF . LF', X(['text^M', '.'])],
  ['smuggling', 'CR . CR', X(['text\r.\rmore^M', '.^M'])],
  ['smuggling', 'CR . CR LF', X(['text\r.^M', 'more^M', '.^M'])],
  ['smuggling', 'CR LF . CR', X(['text^M', '.\rmore^M', '.^M'])],
  [
    'smuggling',
    'LF . CR LF with a second message behind it',
    X(['text', '.^M', 'MAIL FROM:<e@a.example>^M', 'RCPT TO:<b@b.example>^M', 'DATA^M', 'x^M', '.^M']),
  ],
  ['smuggling', 'LF . LF, from the client', SMTPLIB('Subject: x\\r\\n\\r\\ntext\\n.\\nmore\\r\\n.\\r\\n')],
  [
    'smuggling',
    'LF . CR LF, from the client',
    SMTPLIB('Subject: x\\r\\n\\r\\ntext\\n.\\r\\nMAIL FROM:<e@a.example>\\r\\n.\\r\\n'),
  ],
  ['smuggling', 'CR LF . CR, from the client', SMTPLIB('Subject: x\\r\\n\\r\\ntext\\r\\n.\\rmore\\r\\n.\\r\\n')],
  ['bare-line-end', 'a bare LF', X(['text', 'more^M', '.^M'])],
  ['bare-line-end', 'a bare CR', X(['te\rxt^M', '.^M'])],
  ['bare-line-end', 'a bare LF behind a command', X(['text^M', '.^M'], 'RCPT TO:<b@b.example>')],
  ['bare-line-end', 'a bare LF, from the client', SMTPLIB('Subject: x\\n\\r\\ntext\\r\\n.\\r\\n')],
  [
    'no-quit',
    'the client hangs up',
    MAILLOG(
      `05:00:00 connect from ${PEER}`,
      `05:00:00 > ${PEER}: 220 mail.example.com ESMTP`,
      `05:00:00 < ${PEER}: HELO a.example`,
      `05:00:00 > ${PEER}: 250 mail.example.com`,
      `05:00:01 lost connection after HELO from ${PEER}`,
      `05:00:01 disconnect from ${PEER}`,
    ),
  ],
  [
    'waiting-time',
    'a slow reply',
    MAILLOG(
      `05:00:00 connect from ${PEER}`,
      `05:00:00 > ${PEER}: 220 mail.example.com ESMTP`,
      `05:00:00 < ${PEER}: HELO a.example`,
      `05:06:00 > ${PEER}: 250 mail.example.com`,
    ),
  ],
  [
    'waiting-time',
    'a greeting held back',
    MAILLOG(
      `05:00:00 connect from ${PEER}`,
      `05:00:06 > ${PEER}: 220 mail.example.com ESMTP`,
      `05:00:06 < ${PEER}: QUIT`,
      `05:00:06 > ${PEER}: 221 Bye`,
    ),
  ],
  [
    'waiting-time',
    'a silent client',
    MAILLOG(
      `05:00:00 connect from ${PEER}`,
      `05:00:00 > ${PEER}: 220 mail.example.com ESMTP`,
      `05:09:00 < ${PEER}: QUIT`,
      `05:09:00 > ${PEER}: 221 Bye`,
    ),
  ],
  [
    'password-in-log',
    'PLAIN under TLS',
    logOf(TLS + ehlo('AUTH PLAIN') + 'C AUTH PLAIN AGZyZWQAc3dvcmRmaXNo\nS 235 2.7.0 Ok\n' + BYE),
  ],
  [
    'rset-for-data',
    'in the counts of a maillog',
    MAILLOG(
      `05:00:00 connect from ${PEER}`,
      `05:00:01 4ABC123456: client=${PEER}`,
      `05:00:09 disconnect from ${PEER} ehlo=1 mail=2 rcpt=2 data=1 rset=2 noop=4 quit=1 commands=13`,
    ),
  ],
];
