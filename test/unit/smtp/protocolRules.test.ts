import assert from 'node:assert/strict';
import { transcript } from '../../../server/src/core/smtp/language';
import { mailboxFault } from '../../../server/src/core/smtp/mailbox';
import { problemsOf } from '../../support/marked';

/** A dialogue in S:/C: notation that begins like any other. `offers` are the EHLO keywords. */
function dialogue(lines: readonly string[], offers: readonly string[] = ['8BITMIME']): string {
  const reply = ['mail.example.com', ...offers].map((k, i, all) => `S: 250${i === all.length - 1 ? ' ' : '-'}${k}`);
  return ['S: 220 mail.example.com ESMTP', 'C: EHLO client.example.org', ...reply, ...lines].join('\n');
}

const MAIL = ['C: MAIL FROM:<bob@example.org>', 'S: 250 2.1.0 Ok'];
const RCPT = ['C: RCPT TO:<alice@example.com>', 'S: 250 2.1.5 Ok'];
const QUIT = ['C: QUIT', 'S: 221 2.0.0 Bye'];

/** Line, severity and rule of what is found, refusals aside. */
function faults(text: string): string[] {
  return problemsOf(transcript, text)
    .filter((p) => !p.endsWith('smtp/refused'))
    .map((p) => p.replace(/^(\d+):\d+/, '$1'));
}

function table(cases: readonly (readonly [name: string, text: string, expected: readonly string[]])[]): void {
  for (const [name, text, expected] of cases) it(name, () => assert.deepEqual(faults(text), expected));
}

describe('paths of MAIL and RCPT', () => {
  const ok = 'S: 250 2.1.0 Ok';
  const syntax = 'S: 501 5.5.4 Syntax error';
  const one = (command: string, reply: string): string => dialogue([`C: ${command}`, reply, ...QUIT]);
  const warning = ['5 warning smtp/path-syntax'];
  const info = ['5 info smtp/path-syntax'];
  const hint = ['5 hint smtp/path-syntax'];
  table([
    ['no FROM:', one('MAIL <bob@example.org>', syntax), warning],
    ['no FROM:, taken', one('MAIL <bob@example.org>', ok), info],
    ['no colon', one('MAIL FROM <bob@example.org>', syntax), warning],
    ['TO: after MAIL', one('MAIL TO:<bob@example.org>', syntax), warning],
    ['a blank after the colon', one('MAIL FROM: <bob@example.org>', ok), hint],
    ['a blank after the colon, refused', one('MAIL FROM: <bob@example.org>', syntax), info],
    ['no brackets', one('MAIL FROM:bob@example.org', ok), hint],
    ['no brackets, refused', one('MAIL FROM:bob@example.org', syntax), warning],
    ['a name before the address', one('MAIL FROM:Bob <bob@example.org>', syntax), warning],
    ['no closing bracket', one('MAIL FROM:<bob@example.org', syntax), warning],
    ['a parameter too near', one('MAIL FROM:<bob@example.org>,', ok), info],
    ['the null sender', one('MAIL FROM:<>', ok), []],
    [
      'no recipient',
      one('RCPT TO:<>', 'S: 553 5.1.3 User address required').replace('C: RCPT', MAIL.join('\n') + '\nC: RCPT'),
      ['7 warning smtp/path-syntax'],
    ],
    ['a name without a domain', one('MAIL FROM:<bob>', ok), []],
    ['a name without a domain, refused', one('MAIL FROM:<bob>', 'S: 501 5.1.7 Bad sender address syntax'), warning],
    ['two dots', one('MAIL FROM:<bob..b@example.org>', ok), info],
    ['two dots in quotation marks', one('MAIL FROM:<"bob..b"@example.org>', ok), []],
    ['a bracket in quotation marks', one('MAIL FROM:<"a>b"@example.org>', ok), []],
    ['a source route', one('MAIL FROM:<@relay.example,@b.example:bob@example.org>', ok), hint],
    ['letters of other scripts', one('MAIL FROM:<jürgen@example.org>', ok), warning],
    // The log has lost or changed what the server saw.
    ['an address eaten by a web page', one('MAIL FROM:', syntax), []],
    ['an address eaten, a parameter left', one('MAIL FROM: SIZE=100', syntax).replace('8BITMIME', 'SIZE'), []],
    ['asterisks', one('MAIL FROM:***', syntax), []],
    ['words for an address', one('MAIL FROM:<sender address>', syntax), []],
    ['an address that a web page protects', one('MAIL FROM:<[email protected]>', syntax), []],
    ['at in words', one('MAIL FROM:<bob at example.org>', syntax), []],
    ['dots', one('MAIL FROM:<...@example.org>', syntax), []],
    ['a refusal for another reason', one('MAIL FROM:<.bob@example.org>', 'S: 550 5.7.1 no'), info],
  ]);

  it('say a blank once in each session', () => {
    const text = dialogue(['C: MAIL FROM: <bob@example.org>', ok, 'C: RCPT TO: <alice@example.com>', ok, ...QUIT]);
    assert.deepEqual(faults(text), ['5 hint smtp/path-syntax']);
  });

  it('know letters of other scripts with SMTPUTF8', () => {
    const text = dialogue(['C: MAIL FROM:<jürgen@example.org> SMTPUTF8', ok, ...QUIT], ['SMTPUTF8']);
    assert.deepEqual(faults(text), []);
  });

  const addresses: [string, RegExp | undefined][] = [
    ['bob@example.org', undefined],
    ["!#$%&'*+-/=?^_`{|}~@example.org", undefined],
    ['bob@[192.0.2.1]', undefined],
    ['bob@[IPv6:2001:db8::1]', undefined],
    ['bob@my_host.example', undefined],
    ['"a \\" b"@example.org', undefined],
    ['bob@192.0.2.1', /user@\[192\.0\.2\.1\]/],
    ['bob@[192.0.2.1', /not closed/],
    ['bob@[300.0.2.1]', /no IPv4/],
    ['bob@[2001:db8::1]', /\[IPv6:2001:db8::1\]/],
    ['bob@-example.org', /hyphen/],
    ['bob@example.org.', /edge of the domain/],
    ['bob@ex ample.org', /A blank may not stand in a domain/],
    ['bob smith@example.org', /blank in the address/],
    ['bob@a@b.example', /more than one @/],
    ['@example.org', /nothing before/],
    ['bob@', /nothing after/],
    ['<bob@example.org', /Two angle brackets/],
    ['"bob@example.org', /not closed/],
    ['a,b@example.org', /^, may not/],
    ['bob', /no domain/],
  ];
  for (const [address, expected] of addresses)
    it(`address ${address}`, () => {
      const message = mailboxFault(address)?.message;
      if (expected) assert.match(message ?? '', expected);
      else assert.equal(message, undefined);
    });
});

describe('chunks', () => {
  const chunk = (command: string): string[] => [`C: ${command}`, 'C: Hello Alice!', 'S: 250 2.0.0 Ok'];
  const message = [...MAIL, ...RCPT];
  table([
    ['one chunk', dialogue([...message, ...chunk('BDAT 14 LAST'), ...QUIT], ['CHUNKING']), []],
    ['two chunks', dialogue([...message, ...chunk('BDAT 14'), ...chunk('BDAT 14 LAST'), ...QUIT], ['CHUNKING']), []],
    ['an empty last one', dialogue([...message, ...chunk('BDAT 14'), 'C: BDAT 0 LAST', 'S: 250 Ok', ...QUIT], ['CHUNKING']), []],
    ['not offered', dialogue([...message, 'C: BDAT 14 LAST', 'S: 503 5.5.1 no'], ['8BITMIME']), ['9 warning smtp/bdat']],
    ['offers masked', dialogue([...message, 'C: BDAT 14 LAST', 'S: 503 5.5.1 no'], ['XXXXXXXX']), ['4 warning smtp/masked']],
    ['no size', dialogue([...message, 'C: BDAT', 'S: 501 5.5.4 no', ...QUIT], ['CHUNKING']), ['9 warning smtp/bdat']],
    ['no number', dialogue([...message, 'C: BDAT x LAST', 'S: 501 5.5.4 no', ...QUIT], ['CHUNKING']), ['9 warning smtp/bdat']],
    ['no last one', dialogue([...message, ...chunk('BDAT 14'), ...QUIT], ['CHUNKING']), ['9 warning smtp/bdat']],
    ['given up', dialogue([...message, ...chunk('BDAT 14'), 'C: RSET', 'S: 250 Ok', ...QUIT], ['CHUNKING']), []],
    ['a log that stops', dialogue([...message, ...chunk('BDAT 14')], ['CHUNKING']), []],
    [
      'DATA after a chunk',
      dialogue([...message, ...chunk('BDAT 14'), 'C: DATA', 'S: 503 5.5.1 no', 'C: RSET', 'S: 250 Ok'], ['CHUNKING']),
      ['12 warning smtp/bdat'],
    ],
  ]);
});

describe('the order of commands in a group', () => {
  const text = ['C: Subject: x', 'C:', 'C: text', 'C: .'];
  const group = ['C: MAIL FROM:<b@b.example>', 'C: RCPT TO:<a@b.example>', 'C: DATA'];
  const replies = ['S: 250 2.1.0 Ok', 'S: 250 2.1.5 Ok', 'S: 354 Go'];
  table([
    ['as RFC 2920 has it', dialogue([...group, ...replies, ...text, 'S: 250 Ok', ...QUIT], ['PIPELINING']), []],
    [
      'text before the 354',
      dialogue([...group, ...text, ...replies, 'S: 250 Ok', ...QUIT], ['PIPELINING']),
      ['8 warning smtp/pipelining-order'],
    ],
    [
      'a command after QUIT',
      dialogue(['C: QUIT', 'C: RSET', 'S: 221 Bye', 'S: 250 Ok'], ['PIPELINING']),
      ['6 info smtp/pipelining-order'],
    ],
    [
      'a command after STARTTLS',
      dialogue(['C: STARTTLS', 'C: EHLO a.example', 'S: 220 Go', 'S: 250 mail.example.com'], ['PIPELINING', 'STARTTLS']),
      ['7 warning smtp/text-after-starttls'],
    ],
    [
      'the same where pipelining is not offered',
      dialogue(['C: STARTTLS', 'C: RSET', 'S: 220 Go', 'S: 250 Ok'], ['STARTTLS']),
      ['6 warning smtp/text-after-starttls'],
    ],
    [
      'the same where TLS is refused',
      dialogue(['C: STARTTLS', 'C: RSET', 'S: 454 4.7.0 no', 'S: 250 Ok'], ['STARTTLS', 'PIPELINING']),
      ['7 info smtp/text-after-starttls'],
    ],
    [
      'STARTTLS at the end of a group',
      dialogue(
        ['C: RSET', 'C: STARTTLS', 'S: 250 Ok', 'S: 220 Go', 'C: EHLO a.example', 'S: 250 mail.example.com'],
        ['PIPELINING', 'STARTTLS'],
      ),
      [],
    ],
  ]);
});

describe('replies that a command cannot have', () => {
  const message = ['C: DATA', 'S: 354 Go', 'C: text', 'C: .', 'S: 250 Ok'];
  const rule = 'smtp/reply-not-allowed';
  table([
    ['354 to RCPT', dialogue([...MAIL, 'C: RCPT TO:<a@b.example>', 'S: 354 Go']), [`8 warning ${rule}`]],
    ['354 where the log lost DATA', dialogue([...MAIL, ...RCPT.slice(0, 1), ...message.slice(1), ...QUIT]), []],
    ['334 where the log lost AUTH', dialogue(['C: NOOP', 'S: 334 PDE+', 'C: YQ==', 'S: 235 2.7.0 Ok', ...QUIT]), []],
    ['334 to MAIL', dialogue(['C: MAIL FROM:<a@b.example>', 'S: 334 x']), [`6 warning ${rule}`]],
    ['250 to DATA', dialogue([...MAIL, ...RCPT, 'C: DATA', 'S: 250 Ok', ...QUIT]), [`10 info ${rule}`]],
    [
      '250 to DATA where the log has another 354',
      dialogue([...MAIL, ...RCPT, ...message, ...MAIL, ...RCPT, 'C: DATA', 'S: 250 Ok', ...QUIT]),
      [`19 warning ${rule}`],
    ],
    [
      '220 to MAIL after a lost reply',
      dialogue(['C: NOOP', 'C: MAIL FROM:<a@b.example>', 'C: RSET', 'S: 250 Ok', 'S: 354 Ok'], ['PIPELINING']),
      ['6 info smtp/pipelining-order'],
    ],
    ['251 to QUIT', dialogue(['C: QUIT', 'S: 251 Bye']), [`6 info ${rule}`]],
    ['any refusal', dialogue(['C: MAIL FROM:<a@b.example>', 'S: 571 no', 'C: NOOP', 'S: 421 4.3.2 no']), []],
    ['251 to RCPT', dialogue([...MAIL, 'C: RCPT TO:<a@b.example>', 'S: 251 will forward', ...QUIT]), []],
    ['a login', dialogue(['C: AUTH CRAM-MD5', 'S: 334 PDE+', 'C: YQ==', 'S: 235 2.7.0 Ok', ...QUIT], ['AUTH CRAM-MD5']), []],
  ]);
});

describe('replies that come too early', () => {
  const rule = 'smtp/answered-early';
  table([
    [
      'inside the message',
      dialogue([
        ...MAIL,
        ...RCPT,
        'C: DATA',
        'S: 354 Go',
        'C: Subject: x',
        'C:',
        'S: 250 2.0.0 Ok',
        'C: some text',
        'C: .',
        ...QUIT,
      ]),
      [`13 warning ${rule}`],
    ],
    [
      'before DATA',
      dialogue([...MAIL, ...RCPT, 'S: 354 Go', 'C: DATA', 'C: Subject: x', 'C:', 'C: text', 'C: .', 'S: 250 Ok', ...QUIT]),
      [`9 warning ${rule}`],
    ],
    [
      'no final dot, and a new message',
      dialogue([...MAIL, ...RCPT, 'C: DATA', 'S: 354 Go', 'C: text', 'S: 250 Ok', ...QUIT]),
      ['11 warning smtp/unterminated-data'],
    ],
  ]);
});

describe('dots between odd line ends', () => {
  const log = (...text: string[]): string =>
    [
      '1 >>> 220 mail.example.com ESMTP',
      '1 <<< EHLO a.example^M',
      '1 >>> 250 mail.example.com',
      '1 <<< MAIL FROM:<a@a.example>^M',
      '1 >>> 250 2.1.0 Ok',
      '1 <<< RCPT TO:<b@b.example>^M',
      '1 >>> 250 2.1.5 Ok',
      '1 <<< DATA^M',
      '1 >>> 354 Go',
      ...text.map((line) => `1 <<< ${line}`),
      '1 >>> 250 2.0.0 Ok',
    ].join('\n');
  table([
    ['CR LF . CR LF', log('text^M', '.^M'), []],
    ['LF . LF', log('text', '.'), ['11 warning smtp/smuggling']],
    ['LF . CR LF', log('text', '.^M'), ['11 warning smtp/smuggling']],
    ['CR LF . LF', log('text^M', '.'), ['11 warning smtp/smuggling']],
    ['a bare LF elsewhere', log('text', 'text^M', '.^M'), ['10 warning smtp/bare-line-end']],
    ['a log without line ends', log('text', '.').replaceAll('^M', ''), []],
  ]);
  const forms: [string, string][] = [
    [log('text', '.'), 'LF . LF'],
    [log('text', '.^M'), 'LF . CR LF'],
    [log('text^M', '.'), 'CR LF . LF'],
  ];
  for (const [text, form] of forms)
    it(`names ${form}`, () => {
      const messages = transcript.validate!(transcript.parse(text)).map((p) => p.message);
      assert.ok(
        messages.some((m) => m.includes(`(${form})`)),
        messages.join('\n'),
      );
    });
});

describe('waits', () => {
  const log = (...rows: [time: string, text: string][]): string =>
    rows
      .map(([time, text]) => {
        const peer = 'client.example.org[192.0.2.1]';
        return `Nov ${time < '12' ? 23 : 22} ${time} mail postfix/smtpd[12345]: ${text === 'connect' ? `connect from ${peer}` : text.replace(/^[<>] /, `$&${peer}: `)}`;
      })
      .join('\n');
  const begin: [string, string][] = [
    ['23:50:00', 'connect'],
    ['23:50:01', '> 220 mail.example.com ESMTP Postfix'],
    ['23:50:01', '< EHLO client.example.org'],
    ['23:50:01', '> 250 mail.example.com'],
  ];
  const late = (at: string): string =>
    log(...begin, ['23:50:02', '< MAIL FROM:<a@b.example>'], [at, '> 250 2.1.0 Ok'], [at, '< QUIT'], [at, '> 221 2.0.0 Bye']);
  const messages = (text: string): string[] =>
    transcript.validate!(transcript.parse(text)).flatMap((p) => (p.rule === 'smtp/waiting-time' ? [p.message] : []));

  it('are nothing to speak of below 30 s', () => assert.deepEqual(messages(late('23:50:31')), []));
  it('are worth knowing from 30 s on', () =>
    assert.match(messages(late('23:50:32')).join(), /^The server took 30 s to answer MAIL FROM:<a@b\.example>\. Slow/));
  it('name the limit', () => assert.match(messages(late('23:56:02')).join(), /^The server took 6 min .* must wait 5 minutes/));
  it('go over midnight', () => assert.match(messages(late('00:01:02')).join(), /^The server took 11 min to/));
  it('are not judged where times run backwards', () => assert.deepEqual(messages(late('23:40:00')), []));
  it('know a greeting that is held back', () => {
    const text = log(
      ['05:00:00', 'connect'],
      ['05:00:05', '> 220 mail.example.com ESMTP Postfix'],
      ['05:00:05', '< QUIT'],
      ['05:00:05', '> 221 2.0.0 Bye'],
    );
    assert.match(messages(text).join(), /^The greeting came after 5 s\. .*greet_pause/);
  });
  it('know a silent client', () => {
    const text = log(...begin, ['23:56:01', '< QUIT'], ['23:56:01', '> 221 2.0.0 Bye']);
    assert.match(messages(text).join(), /^The client was silent for 6 min before/);
  });
});
