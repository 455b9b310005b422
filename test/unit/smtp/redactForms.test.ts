/** Secrets in every form in which programs log them: none of them is left, raw, in base64 or encoded for a URL. */
import assert from 'node:assert/strict';
import { decodeBase64, encodeBase64 as b } from '../../../server/src/core/base64';
import { readTranscript } from '../../../server/src/core/smtp/reader';
import { redact } from '../../../server/src/core/smtp/redact/redact';
import { compact } from '../../support/corpus';

const PASSWORD = 'Tr0ub4dor&3';
const TOKEN = 'ya29.a0AfH6SMBx' + '0123456789abcdefABCDEF'.repeat(8);
const plain = b(`\0fred\0${PASSWORD}`);
const bearer = b(`user=fred@example.org\x01auth=Bearer ${TOKEN}\x01\x01`);
const wrapped = bearer.match(/.{1,76}/g)!;

const session = (lines: readonly string[], after: readonly string[] = []): string =>
  [
    'S: 220 mail.example.com ESMTP',
    'C: EHLO client.example.org',
    'S: 250-mail.example.com',
    'S: 250 AUTH PLAIN LOGIN XOAUTH2',
    ...lines,
    'C: QUIT',
    'S: 221 2.0.0 Bye',
    ...(after.length > 0 ? ['', ...after] : []),
  ].join('\n') + '\n';

/** As curl --trace and xxd write bytes. */
function dump(bytes: string, width: 1 | 2 = 1): string[] {
  return (bytes.match(/[^]{1,16}/g) ?? []).map((row, i) => {
    const hex = [...row].map((c) => c.charCodeAt(0).toString(16).padStart(2, '0'));
    const digits = width === 1 ? hex.join(' ') : hex.join('').replace(/(....)(?=.)/g, '$1 ');
    return `${(i * 16).toString(16).padStart(4, '0')}: ${digits.padEnd(48)} ${row.replace(/[^\x20-\x7e]/g, '.')}`;
  });
}

const swaks =
  ['=== Trying mail:25...', '=== Connected to mail.', '<-  220 mail ESMTP', ' -> QUIT', '<-  221 bye'].join('\n') + '\n';

const cases: [string, string][] = [
  ['PLAIN', session([`C: AUTH PLAIN ${plain}`, 'S: 235 Ok'], [`see ${plain}, ${PASSWORD}, ${b(PASSWORD)}`])],
  ['PLAIN shown decoded, \\0', session([`C: AUTH PLAIN \\0fred\\0${PASSWORD}`, 'S: 235 Ok'], [`${PASSWORD} ${b(PASSWORD)}`])],
  ['PLAIN shown decoded, \\000', session([`C: AUTH PLAIN \\000fred\\000${PASSWORD}`, 'S: 235 Ok'], [PASSWORD])],
  ['PLAIN shown decoded, ^@', session([`C: AUTH PLAIN ^@fred^@${PASSWORD}`, 'S: 235 Ok'], [PASSWORD])],
  [
    'LOGIN, the password asked for first',
    session(['C: AUTH LOGIN', 'S: 334 UGFzc3dvcmQ6', `C: ${b(PASSWORD)}`, 'S: 334 VXNlcm5hbWU6', 'C: ZnJlZA==', 'S: 235 Ok']),
  ],
  [
    'LOGIN without base64',
    session(
      ['C: AUTH LOGIN', 'S: 334 VXNlcm5hbWU6', 'C: fred', 'S: 334 UGFzc3dvcmQ6', `C: ${PASSWORD}`, 'S: 535 No'],
      [b(PASSWORD)],
    ),
  ],
  [
    'a token over several lines',
    session([`C: AUTH XOAUTH2 ${wrapped[0]}`, ...wrapped.slice(1).map((l) => `C: ${l}`), 'S: 235 Ok']),
  ],
  ['a token over several lines, bare', session([`C: AUTH XOAUTH2 ${wrapped[0]}`, ...wrapped.slice(1), 'S: 235 Ok'])],
  [
    'a token over several lines, indented',
    session([`C: AUTH XOAUTH2 ${wrapped[0]}`, ...wrapped.slice(1).map((l) => `    ${l}`), 'S: 235 Ok']),
  ],
  [
    'OAUTHBEARER, and its token in HTTP',
    session(
      [`C: AUTH OAUTHBEARER ${b(`n,a=fred@example.org,\x01auth=Bearer ${TOKEN}\x01\x01`)}`, 'S: 235 Ok'],
      [`Authorization: Bearer ${TOKEN}`],
    ),
  ],
  [
    'base64 within other base64',
    session(
      [`C: AUTH PLAIN ${plain}`, 'S: 235 Ok'],
      ['', 'x', 'xy'].map((x) => b(`${x}user=fred pass=${PASSWORD} x`)),
    ),
  ],
  [
    'base64 escaped as in JSON and in a URL',
    session(
      [`C: AUTH PLAIN ${b(`\0fr?>\0>?${PASSWORD}`)}`, 'S: 235 Ok'],
      [
        JSON.stringify({ line: `AUTH PLAIN ${b(`\0fr?>\0>?${PASSWORD}`)}` })
          .replaceAll('/', '\\/')
          .replaceAll('=', '\\u003d'),
        encodeURIComponent(b(`\0fr?>\0>?${PASSWORD}`)),
      ],
    ),
  ],
  [
    'hex dumps',
    session([`C: AUTH PLAIN ${plain}`, 'S: 235 Ok'], [...dump(`AUTH PLAIN ${plain}\r\n`), '', ...dump(`pass ${PASSWORD}`, 2)]),
  ],
  ['a hex dump alone', session([], dump(`AUTH PLAIN ${plain}\r\n`))],
  ['swaks’s command line', `$ swaks -t a@b.example -au fred -ap '${PASSWORD}' -s mail\n${swaks}`],
  ['swaks’s command line, long', `$ swaks -t a@b.example --auth-user fred --auth-password=${PASSWORD} -s mail\n${swaks}`],
  ['curl’s command line', session([], [`curl smtp://mail.example.com --user 'fred:${PASSWORD}' -T x`])],
  ['a URL', session([], [`curl smtps://fred:${encodeURIComponent(PASSWORD)}@mail.example.com/`, encodeURIComponent(PASSWORD)])],
  ['PHPMailer', session([], [`$mail->Username = 'fred';`, `$mail->Password = '${PASSWORD}';`, b(PASSWORD)])],
  ['nodemailer', session([], [`auth: { user: 'fred', pass: '${PASSWORD}' }`, `{"auth":{"user":"fred","pass":"${PASSWORD}"}}`])],
  ['smtplib', session([], [`smtp.login("fred", "${PASSWORD}")`])],
  ['Exim -d', session([], ['1234 plain authenticator server_condition:', '1234   $auth2 = fred', `1234   $auth3 = ${PASSWORD}`])],
];

const left = [
  PASSWORD.slice(0, 9),
  encodeURIComponent(PASSWORD),
  'VHIwdWI0ZG9y',
  'RyMHViNGRvc',
  'UcjB1YjRkb3',
  '54 72 30',
  '5472 3075',
  TOKEN.slice(0, 20),
  TOKEN.slice(-20),
  ...wrapped.slice(1).map((line) => line.slice(0, 40)),
];

describe('redacting secrets in every form', () => {
  for (const [name, text] of cases)
    it(name, () => {
      const before = readTranscript(text);
      const after = redact(before).text;
      for (const piece of left) {
        // The password with letters before it has only its own encodings.
        if (name.startsWith('base64 escaped') && piece !== encodeURIComponent(PASSWORD)) continue;
        assert.ok(!after.includes(piece), `${piece}\n${after}`);
      }
      assert.deepEqual(compact(readTranscript(after)), compact(before), after);
      assert.equal(redact(readTranscript(after)).text, after, 'redacted again it changes');
    });

  it('takes the digests and proofs that a password can be guessed from', () => {
    const digest = '0123456789abcdef0123456789abcdef';
    const log = session(
      [
        'C: AUTH DIGEST-MD5',
        `S: 334 ${b('realm="example.org",nonce="abc",qop="auth"')}`,
        `C: ${b(`username="fred",realm="example.org",nonce="abc",response=${digest}`)}`,
        `S: 334 ${b('rspauth=ea40f60335c427b5527b84dbabcdfffd')}`,
        'C: ',
        'S: 235 Ok',
      ],
      [`response=${digest}`, 'rspauth ea40f60335c427b5527b84dbabcdfffd'],
    );
    const { text } = redact(readTranscript(log));
    assert.doesNotMatch(text, /0123456789abcdef|ea40f603|cmVzcG9uc2U|cnNwYXV0aD/);
  });

  it('takes the keys of a TLS session', () => {
    const keys = [
      `    Master-Key: ${'0A'.repeat(48)}`,
      `    Resumption PSK: ${'AB12'.repeat(16)}`,
      `CLIENT_RANDOM ${'ab'.repeat(32)} ${'cd'.repeat(48)}`,
      `CLIENT_TRAFFIC_SECRET_0 ${'ab'.repeat(32)} ${'cd'.repeat(48)}`,
    ];
    assert.doesNotMatch(redact(readTranscript(session([], keys))).text, /0A0A|AB12|cdcd/);
  });

  it('leaves what only looks like a secret', () => {
    const lines = [
      'smtp_sasl_password_maps = hash:/etc/postfix/sasl_passwd',
      'password: expired, see https://mail.example.com:443/help',
      "password = '********', pass: '<hidden>'",
      'bypass=1 passed=2 compass: "north"',
      'tls -u nobody',
    ];
    const log = session([], lines);
    assert.equal(redact(readTranscript(log)).text, log);
  });

  it('keeps a dump’s shape', () => {
    const rows = dump(`AUTH PLAIN ${plain}\r\n`);
    const after = redact(readTranscript(session([], rows)))
      .text.split('\n')
      .slice(-rows.length - 1, -1);
    assert.deepEqual(
      after.map((line) => line.length),
      rows.map((line) => line.length),
    );
    assert.match(after[0]!, /^0000: 41 55 54 48 20 50 4c 41 49 4e 20 (?:58 ){5} *AUTH PLAIN X{5}$/);
    assert.equal(decodeBase64(plain)?.includes(PASSWORD), true);
  });
});
