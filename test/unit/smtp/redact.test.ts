import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { readTranscript } from '../../../server/src/core/smtp/reader';
import { everything, redact, type RedactOptions } from '../../../server/src/core/smtp/redact/redact';
import fc from 'fast-check';
import { decodeBase64, encodeBase64 } from '../../../server/src/core/base64';
import { transcript } from '../../../server/src/core/smtp/language';
import { compareLogs } from '../../support/compare';
import { compact, corpusLogs, corpusText } from '../../support/corpus';
import { fixed, problemsOf } from '../../support/marked';

function redacted(text: string, options?: RedactOptions): string {
  return redact(readTranscript(text), options).text;
}

/** What a log's sessions are, names aside. */
function shape(text: string): unknown {
  const { format, vantage, sessions } = compact(readTranscript(text));
  return { format, vantage, sessions: sessions.map(({ vantage, tls, dialogue }) => ({ vantage, tls, dialogue })) };
}

const BEGIN = [
  'S: 220 mail.example.com ESMTP',
  'C: EHLO client.example.org',
  'S: 250-mail.example.com',
  'S: 250 AUTH PLAIN LOGIN',
];
const END = ['C: QUIT', 'S: 221 2.0.0 Bye'];

/** What becomes of a dialogue's lines between a greeting and a QUIT; base64 in braces is decoded: `C: AUTH PLAIN {\0a\0b}`. */
function dialogue(lines: readonly string[], options?: RedactOptions): string[] {
  const text = [...BEGIN, ...lines.map(coded), ...END].join('\n');
  return redacted(text, options).split('\n').slice(BEGIN.length, -END.length).map(decoded);
}

function coded(line: string): string {
  return line.replace(/\{(.*)\}/, (_, bytes: string) => encodeBase64(bytes));
}

function decoded(line: string): string {
  return line.replace(/[\w+/]{8,}={0,2}$/, (code) => {
    const bytes = decodeBase64(code);
    return bytes !== undefined && /redacted/.test(bytes) ? `{${bytes}}` : code;
  });
}

describe('redacting logins', () => {
  const cases: [string, string[], string[]][] = [
    ['PLAIN with its data', ['C: AUTH PLAIN {\0fred\0swordfish}'], ['C: AUTH PLAIN {\0redacted\0redacted}']],
    [
      'PLAIN after 334',
      ['C: AUTH PLAIN', 'S: 334 ', 'C: {\0fred\0swordfish}', 'S: 235 Ok'],
      ['C: AUTH PLAIN', 'S: 334 ', 'C: {\0redacted\0redacted}', 'S: 235 Ok'],
    ],
    [
      'LOGIN, and a second attempt',
      ['C: AUTH LOGIN', 'S: 334 VXNlcm5hbWU6', 'C: {fred}', 'S: 334 UGFzc3dvcmQ6', 'C: {swordfish}', 'S: 535 5.7.8 No'],
      ['C: AUTH LOGIN', 'S: 334 VXNlcm5hbWU6', 'C: {redacted}', 'S: 334 UGFzc3dvcmQ6', 'C: {redacted}', 'S: 535 5.7.8 No'],
    ],
    [
      'LOGIN with the name',
      ['C: AUTH LOGIN {fred}', 'S: 334 UGFzc3dvcmQ6', 'C: {swordfish}'],
      ['C: AUTH LOGIN {redacted}', 'S: 334 UGFzc3dvcmQ6', 'C: {redacted}'],
    ],
    [
      'CRAM-MD5: the answer, not the challenge',
      ['C: AUTH CRAM-MD5', 'S: 334 PDEuMkBhPg==', `C: {fred ${'ab'.repeat(16)}}`],
      ['C: AUTH CRAM-MD5', 'S: 334 PDEuMkBhPg==', `C: {redacted ${'0'.repeat(32)}}`],
    ],
    [
      'XOAUTH2',
      ['C: AUTH XOAUTH2 {user=fred\x01auth=Bearer ya29.token\x01\x01}'],
      ['C: AUTH XOAUTH2 {user=redacted\x01auth=Bearer redacted\x01\x01}'],
    ],
    [
      'SCRAM: both sides, as the proofs let a password be guessed',
      [
        'C: AUTH SCRAM-SHA-256 {n,,n=fred,r=abc}',
        'S: 334 {r=abcdef,s=c2FsdA==,i=4096}',
        'C: {c=biws,r=abcdef,p=cHJvb2Y=}',
        'S: 334 {v=c2ln}',
        'C: ',
        'S: 235 Ok',
      ],
      ['C: AUTH SCRAM-SHA-256 {redacted}', 'S: 334 {redacted}', 'C: {redacted}', 'S: 334 {redacted}', 'C: ', 'S: 235 Ok'],
    ],
    ['a mechanism nobody knows', ['C: AUTH X-OWN {anything}'], ['C: AUTH X-OWN {redacted}']],
    [
      'a password typed without base64',
      ['C: AUTH LOGIN', 'S: 334 VXNlcm5hbWU6', 'C: fred!', 'S: 334 UGFzc3dvcmQ6', 'C: sword fish', 'S: 535 No'],
      ['C: AUTH LOGIN', 'S: 334 VXNlcm5hbWU6', 'C: {redacted}', 'S: 334 UGFzc3dvcmQ6', 'C: {redacted}', 'S: 535 No'],
    ],
    [
      'a password typed too late, and what the server says of it',
      ['C: c3dvcmRmaXNo', 'S: 500 5.5.1 Command unrecognized: "c3dvcmRmaXNo"'],
      ['C: redacted', 'S: 500 5.5.1 Command unrecognized: "redacted"'],
    ],
    [
      'the token of a URL',
      ['C: BURL imap://fred@imap.example.com/Sent;UID=20;URLAUTH=submit+fred:internal:91354a473744909de610943775f92038 LAST'],
      [`C: BURL imap://fred@imap.example.com/Sent;UID=20;URLAUTH=submit+fred:internal:${'0'.repeat(32)} LAST`],
    ],
    [
      'neither a cancelled login nor one that the log hides',
      ['C: AUTH PLAIN', 'S: 334 ', 'C: *', 'S: 501 5.7.0 Cancelled', 'C: AUTH LOGIN ****'],
      ['C: AUTH PLAIN', 'S: 334 ', 'C: *', 'S: 501 5.7.0 Cancelled', 'C: AUTH LOGIN ****'],
    ],
  ];
  for (const [name, lines, expected] of cases) it(name, () => assert.deepEqual(dialogue(lines), expected));

  it('leaves a log without logins as it is', () => {
    const text = corpusText('pairs/direct--swaks--sendmail/server.log');
    assert.equal(redact(readTranscript(text)).edits.length, 0);
    assert.equal(redacted(text), text);
  });

  it('finds in debug output what the dialogue shows, and what it does not', () => {
    const at = 'Nov 22 03:52:58 mail postfix/smtpd[13837]:';
    const log = [
      `${at} connect from client.example.org[192.0.2.1]`,
      `${at} > client.example.org[192.0.2.1]: 220 mail.example.com ESMTP Postfix`,
      `${at} < client.example.org[192.0.2.1]: EHLO client.example.org`,
      `${at} > client.example.org[192.0.2.1]: 250 AUTH LOGIN PLAIN`,
      `${at} < client.example.org[192.0.2.1]: AUTH LOGIN`,
      `${at} xsasl_cyrus_server_first: sasl_method LOGIN`,
      `${at} > client.example.org[192.0.2.1]: 334 UGFzc3dvcmQ6`,
      `${at} < client.example.org[192.0.2.1]: ${encodeBase64('swordfish 9')}`,
      `${at} xsasl_cyrus_server_next: decoded response: swordfish 9`,
      `${at} warning: dict_login: "swordfish 9" given, ${encodeBase64('fred:swordfish 9')}, swordfish%209`,
    ].join('\n');
    const smtp = [
      "Nov 22 03:52:58 mail postfix/smtp[1]: smtp_sasl_passwd_lookup: host `mail.example.com' user `fred' pass `trout'",
      'Nov 22 03:52:58 mail postfix/smtp[1]: maps_find: smtp_sasl_password_maps: hash:/etc/postfix/sasl_passwd(0,lock): mail.example.com = fred:trout',
      'Nov 22 03:52:58 mail postfix/smtp[1]: xsasl_cyrus_client_first: uncoded initial reply: \\000fred\\000trout',
    ].join('\n');
    const text = redacted(`${log}\n${smtp}\n`);
    assert.doesNotMatch(text, /swordfish|trout|c3dvcmRmaXNo/);
    assert.match(text, /decoded response: redacted\n/);
    assert.match(text, /user `fred' pass `redacted'\n/);
    assert.match(text, /= fred:redacted\n/);
  });

  it('finds a weak password only where it stands alone', () => {
    const text = dialogue([
      'C: AUTH PLAIN {\0fred\0hello}',
      'S: 535 5.7.8 hello is wrong (hello), hellofresh.example, hello=1, /hello/',
    ]);
    assert.equal(text[1], 'S: 535 5.7.8 redacted is wrong (redacted), hellofresh.example, hello=1, /hello/');
  });

  it('finds an AUTH command in a line of another log', () => {
    const text = [...BEGIN, ...END, '', `proxy[12]: peer said AUTH PLAIN ${encodeBase64('\0fred\0swordfish')} to me`].join('\n');
    assert.match(redacted(text), /AUTH PLAIN cmVkYWN0ZWQ= to me$/);
  });

  it('changes nothing that was redacted before', () => {
    for (const log of corpusLogs().filter((l) => l.includes('auth'))) {
      const once = redacted(corpusText(log));
      assert.equal(redacted(once), once, log);
    }
  });
});

describe('the warning of a password', () => {
  const text = [...BEGIN, coded('C: AUTH PLAIN {\0fred\0swordfish}'), 'S: 235 Ok', ...END, '', 'swordfish'].join('\n');
  const warning = 'smtp/password-in-log';

  it('is at the data, and its fix takes the password out wherever it stands', () => {
    assert.deepEqual(
      problemsOf(transcript, text).filter((p) => p.endsWith(warning)),
      [`5:15 warning ${warning}`],
    );
    const after = fixed(transcript, text, warning);
    assert.doesNotMatch(after, /swordfish|AGZyZWQ/);
    assert.deepEqual(
      problemsOf(transcript, after).filter((p) => p.endsWith(warning)),
      [],
    );
  });

  it('is not of names, proofs and what is masked', () => {
    const lines = [
      'C: AUTH LOGIN',
      'S: 334 VXNlcm5hbWU6',
      'C: ZnJlZA==',
      'S: 535 No',
      coded(`C: AUTH CRAM-MD5 {fred ${'ab'.repeat(16)}}`),
      'S: 535 No',
      coded('C: AUTH PLAIN {\0fred\0/* secret */}'),
      'S: 535 No',
    ];
    assert.deepEqual(
      problemsOf(transcript, [...BEGIN, ...lines, ...END].join('\n')).filter((p) => p.endsWith(warning)),
      [],
    );
  });
});

describe('redacting names', () => {
  const names: RedactOptions = { addresses: true, hosts: true, ips: true };

  it('gives the same name the same stand-in, of the same form', () => {
    const [mail, echo, rcpt] = dialogue(
      [
        'C: MAIL FROM:<alice@mail.example.com>',
        'S: 250 2.1.0 <alice@mail.example.com>... Sender ok',
        'C: RCPT TO:<alice@example.com>',
      ],
      names,
    );
    const address = /<(.*)>/.exec(mail!)![1]!;
    assert.match(address, /^[a-z]+@mail\.[a-z]+\.example$/);
    assert.equal(echo, `S: 250 2.1.0 <${address}>... Sender ok`);
    assert.equal(rcpt, `C: RCPT TO:<${address.replace('@mail.', '@')}>`);
  });

  const kept: [string, string][] = [
    ['the number of a version', 'S: 250 Sendmail 8.17.1.9/8.17.1.9'],
    ['a version in a trace', 'S: 250 (8.17.1/8.17.1)'],
    ['the null sender and postmaster', 'C: MAIL FROM:<>'],
    ['parameters', 'C: MAIL FROM:<> SIZE=5 BODY=8BITMIME'],
    ['names of files', 'S: 451 4.3.0 sendmail.cf: line 3, see mail.log'],
    ['enhanced codes and clocks', 'S: 451 4.7.1 at 04:12:15'],
    ['a reply without names', 'S: 250 2.0.0 Ok: queued as F1B4D3FE6'],
  ];
  for (const [name, line] of kept) it(`leaves ${name}`, () => assert.deepEqual(dialogue([line], names), [line]));

  const replaced: [string, string, RegExp][] = [
    [
      'an address with parameters',
      'C: MAIL FROM:<bob@example.org> AUTH=bob@example.org',
      /^C: MAIL FROM:<(\w+@\w+\.example)> AUTH=\1$/,
    ],
    [
      'bounces and routes, with their signs',
      'C: RCPT TO:<bob+tag%host@relay.example.net>',
      /^C: RCPT TO:<\w+\+\w+%\w+@relay\.\w+\.example>$/,
    ],
    ['IPv4, in brackets too', 'S: 250 [192.0.2.7] and 192.0.2.7', /^S: 250 \[(198\.1[89]\.\d+\.\d+)\] and \1$/],
    ['IPv6', 'S: 250 [IPv6:2001:db8:1::7] and ::1', /^S: 250 \[IPv6:2001:db8::[\da-f]+\] and 2001:db8::[\da-f]+$/],
    ['host names under a country', 'S: 250 www.firm.co.uk', /^S: 250 www\.\w+\.example$/],
    [
      'a local recipient, and where it comes again',
      'C: RCPT TO:<fredericka>\nS: 550 5.1.1 <fredericka>... User unknown',
      /^C: RCPT TO:<(\w{5})>\nS: 550 5\.1\.1 <\1>\.\.\. User unknown$/,
    ],
    [
      'the name of VRFY',
      'C: VRFY fredericka\nS: 250 2.1.5 <fredericka@example.com>',
      /^C: VRFY (\w{5})\nS: 250 2\.1\.5 <\1@\w+\.example>$/,
    ],
  ];
  for (const [name, lines, expected] of replaced)
    it(`replaces ${name}`, () => assert.match(dialogue(lines.split('\n'), names).join('\n'), expected));

  it('replaces only what it was asked to', () => {
    const line = 'C: MAIL FROM:<bob@example.org> X=192.0.2.7';
    assert.match(dialogue([line], { addresses: true })[0]!, /^C: MAIL FROM:<\w{5}@example\.org> X=192\.0\.2\.7$/);
    assert.match(dialogue([line], { hosts: true })[0]!, /^C: MAIL FROM:<bob@\w{5}\.example> X=192\.0\.2\.7$/);
    assert.match(dialogue([line], { ips: true })[0]!, /^C: MAIL FROM:<bob@example\.org> X=198\./);
  });

  it('replaces a client’s bare name, and the machine of a syslog', () => {
    const at = 'Nov 22 03:52:58 zeus postfix/smtpd[13837]:';
    const log = [
      `${at} connect from unknown[192.0.2.1]`,
      `${at} > unknown[192.0.2.1]: 220 mail.example.com ESMTP Postfix`,
      `${at} < unknown[192.0.2.1]: HELO hades`,
      `${at} > unknown[192.0.2.1]: 250 mail.example.com`,
      `${at} NOQUEUE: reject: RCPT from unknown[192.0.2.1]: 554 5.7.1 no; helo=<hades>`,
    ];
    const text = redacted(log.join('\n'), names);
    assert.doesNotMatch(text, /zeus|hades/);
    assert.match(text, /HELO (\w+)\n[^]*helo=<\1>$/);
  });

  it('replaces the machine in Exchange’s connectors, and nothing else of them', () => {
    const row = (n: number, event: string, data: string): string =>
      `2026-01-11T15:59:53.909Z,ZEUS\\Default Frontend ZEUS,08DAF3EC62278461,${n},192.0.2.1:25,192.0.2.2:56026,${event},${data},`;
    const text = redacted(
      [
        row(0, '+', ''),
        row(1, '>', '220 zeus.example.com Microsoft ESMTP MAIL Service ready'),
        row(2, '<', 'EHLO a.example.org'),
      ].join('\n'),
      names,
    );
    assert.match(text, /^2026-01-11T15:59:53\.909Z,([A-Z]{5})\\Default Frontend \1,08DAF3EC62278461,0,198\./);
    assert.doesNotMatch(text, /zeus/i);
  });

  it('leaves the names by which a product is known', () => {
    const text = redacted(corpusText('pairs/clamsmtp--swaks--sendmail/client.log'), everything);
    assert.match(text, /<- {2}250-smtp\.passthru/);
    assert.match(
      redacted('S: 220 mx.google.com ESMTP x - gsmtp\nC: EHLO client.example.org\nS: 250 mx.google.com', names),
      /^S: 220 mx\.google\.com ESMTP/,
    );
  });

  it('replaces the host in a challenge', () => {
    const lines = ['C: AUTH CRAM-MD5', `S: 334 ${encodeBase64('<12.34@mail.example.com>')}`];
    const code = dialogue(lines, names)[1]!.slice(7);
    assert.match(decodeBase64(code)!, /^<[^@]+@mail\.\w+\.example>$/);
  });

  it('leaves role accounts', () => {
    assert.match(dialogue(['C: RCPT TO:<Postmaster@example.com>'], names)[0]!, /<Postmaster@\w+\.example>/);
  });
});

describe('redacting messages', () => {
  const message = (lines: readonly string[], options: RedactOptions = { messages: true }): string[] => {
    const all = ['C: DATA', 'S: 354 Go', ...lines.map((l) => `C: ${l}`), 'C: .', 'S: 250 2.0.0 Ok'];
    return dialogue(all, options)
      .slice(2, -2)
      .map((l) => l.slice(3));
  };

  it('keeps lengths, capitals, signs and dots, and equal lines equal', () => {
    const [subject, blank, first, dots, again] = message([
      'Subject: Pay Anna 500',
      '',
      '..Send 12 kg, please',
      '..',
      '..Send 12 kg, please',
    ]);
    assert.match(subject!, /^Subject: [A-Z][a-z]{2} [A-Z][a-z]{3} \d{3}$/);
    assert.notEqual(subject, 'Subject: Pay Anna 500');
    assert.equal(blank, '');
    assert.match(first!, /^\.\.[A-Z][a-z]{3} \d\d [a-z]{2}, [a-z]{6}$/);
    assert.equal(dots, '..');
    assert.equal(again, first);
  });

  it('keeps the frame of a message: dates, types, boundaries, encoded words', () => {
    const lines = [
      'Date: Sun, 22 Nov 2026 04:00:00 +0000',
      'Content-Type: multipart/mixed; boundary="==x1"',
      '',
      '--==x1',
      'Content-Type: text/plain; name="pay.txt"',
      '',
      'secret words',
      '--==x1--',
    ];
    const after = message(lines);
    assert.deepEqual([after[0], after[1], after[3], after[7]], [lines[0], lines[1], lines[3], lines[7]]);
    assert.match(after[4]!, /^Content-Type: text\/plain; name="(?!pay)\w{3}\.\w{3}"$/);
    assert.match(after[6]!, /^(?!secret)[a-z]{6} [a-z]{5}$/);
    assert.match(
      message(['Subject: =?UTF-8?Q?Gr=C3=BC=C3=9Fe_an?= alle'])[0]!,
      /^Subject: =\?UTF-8\?Q\?[A-Z][a-z]=C3=A9=C3=A9[a-z]_[a-z]{2}\?= [a-z]{4}$/,
    );
  });

  it('makes every script unreadable, in bytes and in text', () => {
    assert.deepEqual(
      message(['', 'Grüße', '密码'])
        .slice(1)
        .map((l) => /[üß密码]/.test(l)),
      [false, false],
    );
    const bytes = message(['', 'Gr\xc3\xbc\xc3\x9fe'])[1]!;
    assert.match(bytes, /^[A-Z][a-z]\xc3\xa9\xc3\xa9[a-z]$/);
  });

  it('leaves addresses to who asks for them', () => {
    assert.match(message(['From: Bob <bob@example.org>'])[0]!, /^From: (?!Bob)\w{3} <bob@example\.org>$/);
    assert.match(message(['From: Bob <bob@example.org>'], everything)[0]!, /^From: \w{3} <\w{5}@\w{5}\.example>$/);
  });

  it('keeps what a scanner wrote', () => {
    const lines = ['X-Virus-Scanned: ClamAV using ClamSMTP', '', 'Checked by AVG. www.avg.com'];
    assert.deepEqual(message(lines), lines);
  });

  it('keeps the length of a chunk', () => {
    const chunk = 'From: bob@example.org\r\n\r\nhello\r\n';
    const lines = [`C: BDAT ${chunk.length} LAST`, 'C: From: bob@example.org', 'C: ', 'C: hello', 'S: 250 2.0.0 Ok'];
    const after = dialogue(lines, everything);
    assert.deepEqual(
      after.map((l) => l.length),
      lines.map((l) => l.length),
    );
    assert.doesNotMatch(after.join('\n'), /bob|hello/);
  });
});

describe('redacting anything', () => {
  it('never throws; the edits are in order and apart', () => {
    const piece = fc.constantFrom(
      'S: 220 a.example\n',
      'C: AUTH PLAIN ',
      'C: AUTH LOGIN\n',
      'S: 334 ',
      'AGZyZWQAc3dvcmRmaXNo',
      '\n',
      '\r',
      'C: DATA\nS: 354 x\n',
      'C: .\n',
      '@',
      'bob@',
      '<',
      '>',
      '\\n',
      '::',
      '1.2.3.4',
      'BDAT 5\n',
      'é',
      '\ud800',
      '12846 <<< ',
      "send: b'",
      'x',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string()), { maxLength: 40 }), (parts) => {
        const text = parts.join('');
        const { edits } = redact(readTranscript(text), everything);
        let from = 0;
        for (const edit of edits) {
          assert.ok(from <= edit.start && edit.start <= edit.end && edit.end <= text.length);
          from = edit.end;
        }
      }),
    );
  });
});

describe('redacting long lines', () => {
  const units = ['a', '.', 'a.', '@', 'a@', ':', '0:', '::', '"', '-', '\\', '\\x', '=', '%', '[', '=E9', 'é', 'header a:', '1.'];
  for (const unit of units)
    it(`leaves the lines around a row of ${unit}`, () => {
      // Whoever takes more than linear time never ends here.
      const row = unit.repeat(500_000 / unit.length);
      const lines = [`C: NOOP ${row}`, 'C: DATA', 'S: 354 Go', `C: Subject: ${row}`, 'C: ', `C: ${row}`, 'C: .', row];
      const text = redacted([...BEGIN, ...lines, 'S: 250 2.0.0 Ok', ...END].join('\n'), everything).split('\n');
      assert.equal(text.length, BEGIN.length + lines.length + 1 + END.length);
      assert.deepEqual([text[0]!.slice(0, 6), text.at(-3), ...text.slice(-2)], ['S: 220', 'S: 250 2.0.0 Ok', ...END]);
    }).timeout(300_000);
});

describe('redacting the captured logs', () => {
  for (const log of corpusLogs())
    it(log, () => {
      const text = corpusText(log);
      const plain = redacted(text);
      assert.deepEqual(compact(readTranscript(plain)), compact(readTranscript(text)));
      for (const secret of SECRETS) assert.ok(!plain.includes(secret), secret);
      const all = redacted(text, everything);
      assert.deepEqual(shape(all), shape(text));
      for (const secret of [...SECRETS, ...NAMES]) assert.ok(!all.includes(secret), `${secret}: ${lineOf(all, secret)}`);
    });

  const SECRETS = ['Passw0rd', 'UGFzc3cwcmQ', 'AGFsaWNl', 'YWxpY2VA', '61e7f3ed1780e588d18116b31e6bbe0c', 'yOWRkN2Y0'];
  const NAMES = [
    'alice@',
    'bob@',
    'mail.example.com',
    'client.example.org',
    'proxy.example.net',
    'relay.example.net',
    '127.0.0.2',
  ];

  function lineOf(text: string, word: string): string {
    return text.split('\n').find((l) => l.includes(word)) ?? '';
  }
});

describe('redacting both logs of a captured pair', () => {
  const root = path.resolve('test/fixtures/corpus/pairs');
  for (const name of readdirSync(root).sort())
    it(name, () => {
      const [client, server] = ['client', 'server'].map((side) => corpusText(`pairs/${name}/${side}.log`)) as [string, string];
      const verdict = (a: string, b: string): unknown => {
        const { verdict, product, pairs } = compareLogs(a, b);
        return { verdict, product, pairs: pairs.map((p) => `${p.verdict} ${p.clientSession} ${p.serverSession}`) };
      };
      const before = verdict(client, server);
      assert.deepEqual(verdict(redacted(client), redacted(server)), before);
      assert.deepEqual(verdict(redacted(client, everything), redacted(server, everything)), before);
    });
});
