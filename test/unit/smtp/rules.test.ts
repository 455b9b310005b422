import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { transcript } from '../../../server/src/core/smtp/language';
import { problemsOf } from '../../support/marked';

/** A dialogue in S:/C: notation that begins like any other. `offers` are the EHLO keywords. */
function dialogue(lines: string, offers = ['8BITMIME']): string {
  const reply = ['mail.example.com', ...offers].map((k, i, all) => `S: 250${i === all.length - 1 ? ' ' : '-'}${k}`);
  return ['S: 220 mail.example.com ESMTP', 'C: EHLO client.example.org', ...reply, ...lines.trim().split('\n')].join('\n');
}

const MAIL = 'C: MAIL FROM:<bob@example.org>\nS: 250 2.1.0 Ok';
const RCPT = 'C: RCPT TO:<alice@example.com>\nS: 250 2.1.5 Ok';
const QUIT = 'C: QUIT\nS: 221 2.0.0 Bye';
const MESSAGE = 'C: DATA\nS: 354 Go ahead\nC: Subject: x\nC:\nC: text\nC: .\nS: 250 2.0.0 Ok';

/** Rule ids of what is found in a dialogue, refusals aside. */
function faults(text: string): string[] {
  return problemsOf(transcript, text)
    .map((p) => p.split(' ').slice(1).join(' '))
    .filter((p) => !p.endsWith('smtp/refused'));
}

function messages(text: string): string[] {
  return transcript.validate!(transcript.parse(text)).map((p) => p.message);
}

describe('rules of transcripts', () => {
  it('find nothing in a good session', () => {
    assert.deepEqual(problemsOf(transcript, dialogue([MAIL, RCPT, MESSAGE, QUIT].join('\n'))), []);
  });

  it('find nothing in two messages over one connection', () => {
    const again = [MAIL, RCPT, MESSAGE, 'C: RSET\nS: 250 2.0.0 Ok', MAIL, RCPT, MESSAGE, QUIT];
    assert.deepEqual(problemsOf(transcript, dialogue(again.join('\n'))), []);
  });

  describe('refusals', () => {
    it('say what the reply means, at its line', () => {
      const text = dialogue([MAIL, 'C: RCPT TO:<grey@example.com>', 'S: 451 4.7.1 Greylisting in action', QUIT].join('\n'));
      assert.deepEqual(problemsOf(transcript, text), ['8:4 info smtp/refused']);
      assert.match(
        messages(text)[0]!,
        /^451 4\.7\.1 to RCPT TO:<grey@example\.com>: temporary refusal: not allowed\. .*greylisting/,
      );
    });

    it('go by the words of known programs', () => {
      const text = dialogue(
        [MAIL, 'C: RCPT TO:<x@other.example>', 'S: 554 5.7.1 <x@other.example>: Relay access denied', QUIT].join('\n'),
      );
      assert.match(messages(text)[0]!, /Relaying denied: .*mynetworks/);
    });

    it('know what a refused EHLO means', () => {
      const text =
        'S: 220 a.example\nC: EHLO b.example\nS: 500 Command unrecognized: "XXXX b.example"\nC: HELO b.example\nS: 250 a.example\n' +
        QUIT;
      assert.match(messages(text).join('\n'), /500 to EHLO b\.example: .*The client says HELO and goes on/);
    });

    it('never show login data', () => {
      const text = dialogue('C: AUTH PLAIN AGFsaWNlAHNlY3JldA==\nS: 535 5.7.8 Error: authentication failed\n' + QUIT, [
        'AUTH PLAIN',
      ]);
      assert.ok(messages(text).length > 0);
      for (const message of messages(text)) assert.doesNotMatch(message, /AGFsaWNlA|secret/);
    });
  });

  const cases: [string, string, string[]][] = [
    [
      'RCPT before MAIL',
      dialogue(`${RCPT.replace('250 2.1.5 Ok', '503 5.5.1 need MAIL')}\n${QUIT}`),
      ['warning smtp/rcpt-before-mail'],
    ],
    [
      'RCPT after RSET',
      dialogue([MAIL, 'C: RSET\nS: 250 Ok', 'C: RCPT TO:<a@b.example>\nS: 503 5.5.1 need MAIL', QUIT].join('\n')),
      ['warning smtp/rcpt-before-mail'],
    ],
    [
      'MAIL twice',
      dialogue([MAIL, 'C: MAIL FROM:<c@d.example>\nS: 503 5.5.1 nested MAIL', QUIT].join('\n')),
      ['warning smtp/nested-mail'],
    ],
    ['MAIL after the message', dialogue([MAIL, RCPT, MESSAGE, MAIL, RCPT, MESSAGE, QUIT].join('\n')), []],
    [
      'DATA without RCPT',
      dialogue([MAIL, 'C: DATA\nS: 503 5.5.1 need RCPT', QUIT].join('\n')),
      ['warning smtp/data-without-recipient'],
    ],
    [
      'DATA after refused recipients',
      dialogue(
        [MAIL, 'C: RCPT TO:<x@b.example>\nS: 550 5.1.1 User unknown', 'C: DATA\nS: 554 5.5.1 no valid recipients', QUIT].join(
          '\n',
        ),
      ),
      ['warning smtp/data-without-recipient'],
    ],
    [
      'pipelined DATA after refused recipients',
      dialogue(
        'C: MAIL FROM:<b@b.example>\nC: RCPT TO:<x@b.example>\nC: DATA\nS: 250 2.1.0 Ok\nS: 550 5.1.1 User unknown\nS: 554 5.5.1 no valid recipients\n' +
          QUIT,
        ['PIPELINING'],
      ),
      [],
    ],
    ['no EHLO', `S: 220 mail.example.com ESMTP\n${MAIL}\n${RCPT}\n${MESSAGE}\n${QUIT}`, ['warning smtp/hello-missing']],
    ['a log that begins later', `${MAIL}\n${RCPT}\n${MESSAGE}\n${QUIT}`, []],
    ['a log that begins with RCPT', `C: RCPT TO:<a@b.example>\nS: 250 2.1.5 Ok\n${MESSAGE}\n${QUIT}`, []],
    ['a log that stops in DATA', dialogue([MAIL, RCPT, 'C: DATA\nS: 354 Go ahead\nC: Subject: x'].join('\n')), []],
    [
      'HELO without a name',
      `S: 220 mail.example.com\nC: HELO\nS: 501 Syntax: HELO hostname\n${QUIT}`,
      ['warning smtp/hello-without-name'],
    ],
    [
      'AUTH in clear though STARTTLS is offered',
      dialogue('C: AUTH PLAIN AGFsaWNlAHNlY3JldA==\nS: 235 2.7.0 Ok\n' + QUIT, ['AUTH PLAIN', 'STARTTLS']),
      ['warning smtp/auth-in-clear'],
    ],
    [
      'AUTH in clear, TLS unknown',
      dialogue('C: AUTH LOGIN\nS: 334 VXNlcm5hbWU6\nC: YQ==\nS: 535 5.7.8 no\n' + QUIT, ['AUTH LOGIN']),
      ['info smtp/auth-in-clear'],
    ],
    [
      'AUTH with a challenge',
      dialogue('C: AUTH CRAM-MD5\nS: 334 PDE+\nC: YQ==\nS: 535 5.7.8 no\n' + QUIT, ['AUTH CRAM-MD5', 'STARTTLS']),
      ['info smtp/auth-in-clear'],
    ],
    [
      'AUTH twice',
      dialogue('C: AUTH EXTERNAL =\nS: 235 2.7.0 Ok\nC: AUTH EXTERNAL =\nS: 503 5.5.1 Already\n' + QUIT, ['AUTH EXTERNAL']),
      ['warning smtp/out-of-place'],
    ],
    [
      'STARTTLS in a transaction',
      dialogue([MAIL, 'C: STARTTLS\nS: 503 5.5.1 no', QUIT].join('\n'), ['STARTTLS']),
      ['warning smtp/out-of-place'],
    ],
    [
      'parameter after HELO',
      `S: 220 mail.example.com\nC: HELO a.example\nS: 250 mail.example.com\nC: MAIL FROM:<a@b.example> SIZE=10\nS: 250 Ok\n${QUIT}`,
      ['warning smtp/parameter-not-offered'],
    ],
    [
      'parameter offered',
      dialogue(`C: MAIL FROM:<a@b.example> BODY=8BITMIME SIZE=10\nS: 250 Ok\n${QUIT}`, ['SIZE', '8BITMIME']),
      [],
    ],
    [
      'parameter where keywords are masked',
      dialogue(`C: MAIL FROM:<a@b.example> SIZE=10\nS: 250 Ok\n${QUIT}`, ['XXXXXXXA', '8BITMIME']),
      ['warning smtp/masked'],
    ],
    ['private parameter', dialogue(`C: MAIL FROM:<a@b.example> XYZZY=1\nS: 250 Ok\n${QUIT}`), []],
    [
      'enhanced code of another class',
      dialogue(`C: MAIL FROM:<a@b.example>\nS: 550 4.7.1 no\n${QUIT}`),
      ['warning smtp/enhanced-class'],
    ],
    [
      'honest RSET after a refused recipient',
      dialogue([MAIL, 'C: RCPT TO:<x@b.example>\nS: 550 5.1.1 no', 'C: RSET\nS: 250 Ok', MAIL, RCPT, MESSAGE, QUIT].join('\n')),
      [],
    ],
    [
      'a transaction given up',
      dialogue([MAIL, RCPT, 'C: RSET\nS: 250 Ok', 'C: MAIL FROM:<other@b.example>\nS: 250 Ok', RCPT, MESSAGE, QUIT].join('\n')),
      ['info smtp/rset-for-data'],
    ],
    [
      'RSET in place of DATA',
      dialogue([MAIL, RCPT, 'C: RSET\nS: 250 Ok', MAIL, RCPT, MESSAGE, QUIT].join('\n')),
      ['warning smtp/rset-for-data'],
    ],
    [
      'NOOP before DATA',
      dialogue([MAIL, RCPT, 'C: NOOP\nS: 250 Ok', 'C: NOOP\nS: 250 Ok', MESSAGE, QUIT].join('\n')),
      ['info smtp/noop-in-transaction'],
    ],
    ['NOOP between messages', dialogue([MAIL, RCPT, MESSAGE, 'C: NOOP\nS: 250 Ok', QUIT].join('\n')), []],
    [
      'a server hanging up on a message',
      dialogue([MAIL, RCPT, 'C: DATA\nS: 354 Go\nC: text\nS: 421 4.4.2 timeout'].join('\n')),
      [],
    ],
  ];
  for (const [name, text, expected] of cases) it(name, () => assert.deepEqual(faults(text), expected));

  it('judge by what the server took, not by what the client said', () => {
    const refused = dialogue(['C: MAIL FROM:<a@b.example>\nS: 553 5.1.8 no', MAIL, RCPT, MESSAGE, QUIT].join('\n'));
    assert.deepEqual(faults(refused), []);
  });

  it('do not judge after a lost reply', () => {
    const text =
      '1 >>> 220 mail.example.com ESMTP\n1 <<< EHLO a.example\n1 >>> 250 mail.example.com\n1 <<< MAIL FROM:<a@b.example>\n1 <<< RCPT TO:<c@d.example>\n1 >>> 250 2.1.5 Ok\n1 <<< QUIT\n1 >>> 221 Bye';
    assert.deepEqual(faults(text), []);
  });

  it('can be switched off, and silenced at one place', () => {
    const text = `S: 220 mail.example.com\nC: HELO\nS: 501 no\n${QUIT}`;
    assert.deepEqual(problemsOf(transcript, text, { rules: { 'smtp/hello-without-name': 'off', 'smtp/refused': 'off' } }), []);
    assert.deepEqual(problemsOf(transcript, text, { rules: { 'smtp/hello-without-name': 'error', 'smtp/refused': 'off' } }), [
      '2:4 error smtp/hello-without-name',
    ]);
  });

  it('never throw, and report inside the text', () => {
    const line = fc.oneof(
      fc.constantFrom(
        ...dialogue(
          [MAIL, RCPT, MESSAGE, QUIT, 'C: RSET', 'S: 421 no', 'C: AUTH LOGIN', 'S: 334 x', 'C: BDAT 3 LAST'].join('\n'),
        ).split('\n'),
      ),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 40 }), fc.constantFrom('\n', '\r\n', '\r'), (lines, eol) => {
        const text = lines.join(eol);
        const onBrokenRule = (rule: string, error: unknown): never => {
          throw new Error(rule, { cause: error });
        };
        for (const p of transcript.validate!(transcript.parse(text), { onBrokenRule }))
          assert.ok(0 <= p.start && p.start <= p.end && p.end <= text.length, p.rule);
      }),
    );
  });
});

describe('rules of transcripts on captured logs', () => {
  const folder = path.join(process.cwd(), 'test/fixtures/corpus/pairs');
  const pairs = readdirSync(folder).map((name) => ({
    name,
    facts: JSON.parse(readFileSync(path.join(folder, name, 'pair.json'), 'utf8')) as { proxy: boolean },
  }));
  /** Problems of warning severity and above, refusals and hints aside. */
  const warnings = (name: string, side: string): string[] =>
    problemsOf(transcript, readFileSync(path.join(folder, name, side), 'latin1'))
      .filter((p) => / (?:warning|error) /.test(p))
      .map((p) => p.split(' ')[2]!);
  const SEEDED = ['smtp/hello-without-name', 'smtp/hello-missing', 'smtp/rcpt-before-mail', 'smtp/data-without-recipient'];

  const LOGINS: Record<string, string[]> = {
    // On the loopback interface a login in clear text is information; that the log shows the password is not.
    'direct--nodemailer-auth--sendmail client.log': [],
    'direct--nodemailer-auth--sendmail server.log': ['smtp/password-in-log'],
    'direct--swaks-authplain--postfix client.log': ['smtp/password-in-log'],
    'direct--swaks-authplain--postfix server.log': ['smtp/password-in-log'],
    'direct--swaks-tls--sendmail client.log': ['smtp/password-in-log'],
    'direct--swaks-tls--sendmail server.log': ['smtp/password-in-log'],
  };

  for (const { name } of pairs.filter((p) => !p.facts.proxy))
    for (const side of ['client.log', 'server.log'])
      it(`${name} ${side}`, () => {
        // A login in clear text is what it says, and telnet-badseq was typed to be wrong.
        const expected = name.includes('telnet-badseq')
          ? SEEDED
          : /nodemailer-auth|authplain|swaks-tls/.test(name)
            ? LOGINS[`${name} ${side}`]
            : [];
        assert.deepEqual([...new Set(warnings(name, side))], expected);
      });

  const signs: [string, string, string][] = [
    ['scripted-symantec--ssmtp-v--postfix', 'server.log', 'smtp/rset-for-data'],
    ['scripted-symantec--ssmtp-v--postfix', 'client.log', 'smtp/strange-voice'],
    ['seed-ibm', 'client.log', 'smtp/strange-voice'],
    ['scripted-cisco--swaks--sendmail', 'client.log', 'smtp/masked'],
    ['proxsmtp--swaks-footer-bare-lf--sendmail', 'server.log', 'smtp/bare-line-end'],
  ];
  for (const [name, side, rule] of signs)
    it(`${name} ${side} shows ${rule}`, () => assert.ok(warnings(name, side).includes(rule)));
});
