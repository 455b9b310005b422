/** What logs that show every byte of a message tell of it: dots, folding, blanks, line ends, its id. */
import assert from 'node:assert/strict';
import { compareLogs, signs } from '../../support/compare';

const HEADER = [
  'From: Bob Example <bob@example.org>',
  'Subject: Figures of the third quarter',
  'Date: Mon, 23 Nov 2026 00:30:00 +0000',
  'Message-ID: <1@client.example.org>',
  'References: <a@client.example.org>',
  ' <b@client.example.org>',
];
const BODY = ['', 'Hello Alice,', '.. a dot', 'blanks   ', '', 'Bob'];
const MESSAGE = [...HEADER, ...BODY];

interface Ways {
  readonly id?: string;
  readonly message?: readonly string[];
}

const before = ['EHLO client.example.org', 'MAIL FROM:<bob@example.org>', 'RCPT TO:<alice@example.com>', 'DATA'];
const answers = ['250 mail.example.com', '250 2.1.0 Ok', '250 2.1.5 Ok', '354 Go ahead'];

function swaks(message: readonly string[] = MESSAGE): string {
  const dialogue = before.flatMap((c, i) => [` -> ${c}`, `<-  ${answers[i]}`]);
  return [
    '=== Connected to mail.example.com.',
    '<-  220 mail.example.com ESMTP',
    ...dialogue,
    ...[...message, '.'].map((l) => ` -> ${l}`),
    '<-  250 2.0.0 Ok',
    ' -> QUIT',
    '<-  221 2.0.0 Bye',
    '',
  ].join('\n');
}

function sendmail({ id = '', message = MESSAGE }: Ways = {}): string {
  const dialogue = before.flatMap((c, i) => [`00101 <<< ${c}\r`, `00101 >>> ${answers[i]}`]);
  return [
    '00101 >>> 220 mail.example.com ESMTP',
    ...dialogue,
    ...[...message, '.'].map((l) => `00101 <<< ${l}\r`),
    `00101 >>> 250 2.0.0 ${id}Ok`,
    '00101 <<< QUIT\r',
    '00101 >>> 221 2.0.0 Bye',
    '',
  ].join('\n');
}

const changed = (change: (line: string) => string): string[] => MESSAGE.map(change);

const TABBED = [...MESSAGE, 'one\ttwo'];
const LONG = [...MESSAGE.slice(0, 9), ...[1, 2, 3, 4, 5, 6].map((n) => `line ${n}`)];

/** A greeting with a date tells two attempts apart. */
const dated = (log: string): string => log.replace(/(220 mail.*)/, '$1; Mon, 23 Nov 2026 00:30:00 +0000');

/** As a terminal shows it: each tab as blanks up to the next stop. */
const expanded = (log: string): string =>
  log.replace(/^(.*)\t/gm, (_, before: string) => before + ' '.repeat(8 - (before.length % 8)));

describe('Compare Sessions on logs that show every byte', () => {
  const cases: readonly (readonly [string, string, string, readonly string[]])[] = [
    ['the same', swaks(), sendmail(), []],
    [
      'every doubled dot lost',
      swaks(),
      sendmail({ message: changed((l) => l.replace(/^\.\./, '.')) }),
      ['strong compare/dots-changed 19|18'],
    ],
    [
      'a header unfolded',
      swaks(),
      sendmail({ message: [...HEADER.slice(0, 4), HEADER.slice(4).join(''), ...BODY] }),
      ['strong compare/header-changed 15,16|14'],
    ],
    ['blanks cut off', swaks(), sendmail({ message: changed((l) => l.trimEnd()) }), ['strong compare/body-changed 20|19']],
    [
      "blanks cut off the log's lines by an editor",
      swaks(),
      sendmail({ message: changed((l) => l.trimEnd()) }).replace(/[ \r]+$/gm, ''),
      [],
    ],
    [
      "blanks at the end of all lines of the client's log",
      swaks().replace(/$/gm, '    '),
      sendmail({ message: changed((l) => l.trimEnd()) }),
      [],
    ],
    [
      'another Message-ID and all else the same',
      swaks(),
      sendmail({ message: changed((l) => l.replace('<1@', '<2@')) }),
      ['strong compare/header-changed 14|13'],
    ],
    [
      'another Message-ID and another date: sent once more',
      swaks(),
      sendmail({ message: changed((l) => l.replace('<1@', '<2@').replace('00:30:00', '00:31:00')) }),
      [],
    ],
    [
      'text that somebody took out of a log',
      swaks([...HEADER, '', '[message text removed]']),
      sendmail({ message: [...MESSAGE, 'one', 'two', 'three'] }),
      [],
    ],
    [
      'a tab to one blank',
      swaks(TABBED),
      sendmail({ message: TABBED.map((l) => l.replace('\t', ' ')) }),
      ['strong compare/body-changed 23|22'],
    ],
    ['tabs that a terminal turned into blanks in one log', swaks(TABBED), expanded(sendmail({ message: TABBED })), []],
    ['tabs that terminals turned into blanks in both logs', expanded(swaks(TABBED)), expanded(sendmail({ message: TABBED })), []],
    [
      'an indented line moved to the left',
      swaks([...TABBED, '   three']),
      sendmail({ message: [...TABBED, ' three'] }),
      ['strong compare/body-changed 24|23'],
    ],
    ['an empty line at the end', swaks(), sendmail({ message: [...MESSAGE, ''] }), ['strong compare/body-changed -|22']],
    [
      'an empty line lost',
      swaks(),
      sendmail({ message: MESSAGE.filter((l, i) => l !== '' || i !== 10) }),
      ['strong compare/body-changed 21|-'],
    ],
    ['all empty lines lost by a log', swaks(), sendmail().replace(/^\d+ <<< \r\n/gm, ''), []],
    [
      'two fields in another order',
      swaks(),
      sendmail({ message: [HEADER[0]!, HEADER[2]!, HEADER[1]!, ...MESSAGE.slice(3)] }),
      ['strong compare/header-changed 12|12'],
    ],
    [
      'most of a message lost',
      swaks(LONG),
      sendmail({ message: LONG.slice(0, 9) }),
      ['strong compare/body-changed 20,21,22,23,24,25|-'],
    ],
    [
      'the rest of a message taken out by hand',
      swaks(LONG),
      sendmail({ message: LONG }).replace(/(?:.*line \d.*\n)+/, '[rest of the message removed]\n'),
      [],
    ],
    ['a header taken out by hand', swaks(), sendmail().replace(/.*Subject(?:.*\n){4}/, '[...]\n'), []],
    [
      'letters beyond ASCII as a log shows them',
      swaks([...MESSAGE, 'caf\u00c3\u00a9']),
      sendmail({ message: [...MESSAGE, 'caf\\303\\251'] }),
      [],
    ],
    [
      'an address in other letters',
      swaks(),
      sendmail().replace('TO:<alice@example.com>', 'TO:<alice@EXAMPLE.COM>'),
      ['strong compare/command-respelt 7|6'],
    ],
    [
      'a keyword in other letters',
      swaks()
        .replace('250 mail', '250-mail')
        .replace('<-  250 2.1.0', '<-  250 8bitmime\n<-  250 2.1.0')
        .replace(/( -> MAIL.*\n)(<- {2}250 8bitmime\n)/, '$2$1'),
      sendmail()
        .replace('250 mail', '250-mail')
        .replace(/(.*<<< MAIL)/, '00101 >>> 250 8BITMIME\n$1'),
      ['strong compare/capability-value-differs 5|4'],
    ],
    [
      'a QUIT that somebody else answered',
      dated(swaks()),
      dated(sendmail()).replace(/00101 <<< QUIT[^]*$/, '00101 <<< [EOF]\n'),
      ['strong compare/command-withheld 25|-'],
    ],
    ['names that somebody made unreadable', swaks(), sendmail({ message: changed((l) => l.replace(/Alice|Bob/g, 'xxxxx')) }), []],
    ['what is in angle brackets, eaten by a web page', swaks(changed((l) => l.replace(/<[^>]*>/g, ''))), sendmail(), []],
    [
      'an attachment taken out on the way',
      swaks(),
      sendmail({ message: changed((l) => l.replace('.. a dot', '[attachment removed]')) }),
      ['strong compare/body-changed 19|18'],
    ],
  ];
  for (const [title, client, server, expected] of cases)
    it(title, () => {
      const report = compareLogs(client, server);
      assert.equal(report.pairs.length, 1);
      assert.deepEqual(signs(report), expected);
    });

  it('a client that ends lines in LF alone: silent where the server had them so, a sign where it had CR LF', () => {
    const smtplib = [
      "reply: b'220 mail.example.com ESMTP\\r\\n'",
      ...before.flatMap((c, i) => [`send: '${c}\\r\\n'`, `reply: b'${answers[i]}\\r\\n'`]),
      `send: b'${[...MESSAGE, ''].join('\\n')}.\\r\\n'`,
      "reply: b'250 2.0.0 Ok\\r\\n'",
      "send: 'QUIT\\r\\n'",
      "reply: b'221 2.0.0 Bye\\r\\n'",
      '',
    ].join('\n');
    const bare = MESSAGE.reduce((log, l) => log.replace(`<<< ${l}\r\n`, `<<< ${l}\n`), sendmail());
    assert.deepEqual(signs(compareLogs(smtplib, bare)), []);
    assert.deepEqual(signs(compareLogs(smtplib, sendmail())), ['strong compare/line-ends-changed 10|10']);
  });

  for (const mark of ['[2026-11-23 01:01:35] 4', '[2026-11-23 01:01:35]<5> mutt_socket_write_d() 4'])
    it(`the dot that doubles a line's own, logged by itself: ${mark}`, () => {
      const heard = mark.replace('write_d', 'readln_d');
      const mutt = swaks()
        .replace(/^===.*\n/, '')
        .replace(/^ -> \.\. /m, ` -> . -> . `)
        .replace(/ -> /g, `${mark}> `)
        .replace(/^<- {2}/gm, `${heard}< `);
      assert.match(mutt, /> \.\[.*> \. a dot/);
      const report = compareLogs(mutt, sendmail());
      assert.equal(report.pairs.length, 1);
      assert.deepEqual(signs(report), []);
    });

  it('a Haraka log without its beginning', () => {
    const at = '2026-11-22T10:15:00.001Z [PROTOCOL] [2D3E4F50-1B2C-4D5E-8F90-112233445566.1] [core]';
    const haraka = before.slice(1).flatMap((c, i) => [`${at} C: ${c} state=1`, `${at} S: ${answers[i + 1]}`]);
    const report = compareLogs(swaks(), [...haraka, `${at} S: 250 2.0.0 Ok`, `${at} C: QUIT state=1`, ''].join('\n'));
    assert.equal(report.pairs.length, 1);
    assert.deepEqual(signs(report), []);
  });

  it("a client's log that got its times when all was over says nothing of early answers", () => {
    const client = swaks().replace(/^(?=.)/gm, 'Nov 23 04:05:06 host swaks[321]: ');
    const server = sendmail().split('\n').slice(0, -1);
    const timed = server.map((l, i) => `2026-11-23T01:00:${String(10 + i)}+00:00 mail sendmail[101]: ${l}`).join('\n');
    const ticking = (log: string): string => log.replace(/:06 (?=.*QUIT)/, ':07 ');
    assert.deepEqual(signs(compareLogs(client, timed)), []);
    assert.match(signs(compareLogs(ticking(client), timed)).join(), /answered-early/);
  });

  it('says of a log that was cut that it has a part of the session', () => {
    const lines = sendmail().split('\n');
    const cut = [lines.slice(0, 16), lines.slice(0, 7), lines.slice(6)].map((l) => l.join('\n') + '\n');
    for (const log of cut) {
      const report = compareLogs(swaks(), log);
      assert.deepEqual([signs(report), report.pairs[0]?.partial], [[], ['server']]);
      assert.match(report.summary, /^No sign of .* The server's log has only a part of the session\.$/);
    }
    assert.equal(compareLogs(swaks(), sendmail()).pairs[0]!.partial, undefined);
  });

  it('a bounce that sendmail writes for itself between two commands is no command', () => {
    const client = [
      '03616 === CONNECT mail.example.com.',
      '03616 <<< 220 mail.example.com ESMTP\r',
      '03616 >>> EHLO client.example.org',
      '03616 <<< 250 mail.example.com\r',
      '03616 >>> MAIL From:<bob@example.org> SIZE=367',
      '03616 <<< 552 5.3.4 Too long\r',
      '03616 >>> This is a MIME-encapsulated message',
      '03616 >>> ',
      '03616 >>> >>> MAIL From:<bob@example.org> SIZE=367',
      '03616 >>> 554 5.0.0 Service unavailable',
      '03616 >>> QUIT',
      '03616 >>> ',
      '03616 >>> RSET',
      '03616 <<< 250 2.0.0 Ok\r',
      '03616 >>> MAIL From:<> SIZE=391',
      '03616 <<< 250 2.1.0 Ok\r',
      '03616 >>> QUIT',
      '03616 <<< 221 2.0.0 Bye\r',
      '',
    ];
    const server = client
      .filter((_, i) => i > 0 && (i < 6 || i > 11))
      .map((l) => l.replace('\r', '').replace(/<<<|>>>/, (m) => (m === '<<<' ? '>>>' : '<<<')))
      .join('\n');
    const report = compareLogs(client.join('\n'), server);
    assert.equal(report.pairs.length, 1);
    assert.deepEqual(signs(report), []);
  });
});
