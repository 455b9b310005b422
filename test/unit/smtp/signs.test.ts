import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { DataEvent } from '../../../server/src/core/smtp/model';
import { readTranscript } from '../../../server/src/core/smtp/reader';
import { headerFields, programOfGreeting, programsSaying, signsOf, strangeVoices } from '../../../server/src/core/smtp/signs';

const folder = path.join(process.cwd(), 'test/fixtures/corpus/pairs');

/** Products whose strong signs a log shows in what was said, not in messages. */
function spoken(text: string): string[] {
  const signs = readTranscript(text).sessions.flatMap((s) => signsOf(s));
  const strong = signs.filter((s) => s.fingerprint.strength === 'strong' && !['header', 'body'].includes(s.fingerprint.where));
  return [...new Set(strong.map((s) => s.fingerprint.product))];
}

describe('who speaks', () => {
  const greetings: [string, string | undefined][] = [
    ['220 mail.example.com ESMTP Sendmail 8.17.1/8.17.1; Sun, 22 Nov 2026 05:00:00 GMT', 'sendmail'],
    ['220 mail.example.com ESMTP Postfix (Debian/GNU)', 'Postfix'],
    ['220 mail.example.com ESMTP Exim 4.96 Sun, 22 Nov 2026 05:00:00 +0000', 'Exim'],
    ['220 mail.example.com ESMTP', undefined],
    ['220 mail.example.com Python SMTP 1.4.3', 'aiosmtpd'],
    ['220 mx.google.com ESMTP abc - gsmtp', 'Gmail'],
  ];
  for (const [text, program] of greetings) it(text, () => assert.equal(programOfGreeting(text)?.program, program));

  it('knows several programs with the same words', () => {
    const names = programsSaying('data', '354 End data with <CR><LF>.<CR><LF>').map((v) => v.program);
    assert.deepEqual(names, ['sendmail', 'Postfix', 'aiosmtpd']);
  });

  it('finds words that the program of the greeting does not say', () => {
    const log = (banner: string, data: string): string =>
      `S: 220 m.example ${banner}\nC: HELO a\nS: 250 m.example\nC: MAIL FROM:<a@b.example>\nS: 250 Ok\nC: RCPT TO:<c@d.example>\nS: 250 Ok\nC: DATA\nS: 354 ${data}`;
    const voices = (banner: string, data: string): string[] =>
      strangeVoices(readTranscript(log(banner, data)).sessions[0]!).map((v) => `${v.program}: ${v.text} (${v.others.join()})`);
    assert.deepEqual(voices('ESMTP Postfix', 'Enter message, ending with "." on a line by itself'), [
      'Postfix: 354 Enter message, ending with "." on a line by itself (Exim)',
    ]);
    assert.deepEqual(voices('ESMTP Postfix', 'End data with <CR><LF>.<CR><LF>'), []);
    assert.deepEqual(voices('ESMTP', 'Whatever'), [], 'a greeting that names nobody');
  });

  it('never finds strange words or foreign products in direct sessions', () => {
    for (const name of readdirSync(folder)) {
      if (!/^(?:direct|haproxy|socat|nginx-stream|stunnel-wrap)--/.test(name)) continue;
      for (const side of ['client.log', 'server.log']) {
        const text = readFileSync(path.join(folder, name, side), 'latin1');
        assert.deepEqual(spoken(text), [], `${name} ${side}`);
        assert.deepEqual(readTranscript(text).sessions.flatMap(strangeVoices), [], `${name} ${side}`);
      }
    }
  });

  const products: [string, string, string[]][] = [
    ['clamsmtp--swaks--sendmail', 'client.log', ['ClamSMTP or proxsmtp']],
    ['clamsmtp--swaks-virus-drop--sendmail', 'client.log', ['ClamSMTP or proxsmtp', 'ClamSMTP']],
    ['seed-ibm', 'client.log', ['Norton AntiVirus / Symantec email proxy']],
    ['scripted-cisco--swaks--sendmail', 'client.log', ['Cisco PIX/ASA SMTP inspection']],
  ];
  for (const [name, side, expected] of products)
    it(`${name} ${side}`, () => assert.deepEqual(spoken(readFileSync(path.join(folder, name, side), 'latin1')), expected));
});

describe('header fields of a message', () => {
  const data = (lines: string[]): DataEvent => ({ kind: 'data', lines }) as unknown as DataEvent;

  it('are joined where they are folded', () => {
    const { fields, bodyAt } = headerFields(data(['Subject: a', '\tb', ' c', 'To: d', '', 'Body: e']));
    assert.deepEqual(
      fields.map((f) => [f.name, f.text, f.line, f.endLine]),
      [
        ['Subject', 'Subject: a b c', 0, 2],
        ['To', 'To: d', 3, 3],
      ],
    );
    assert.equal(bodyAt, 5);
  });

  it('end where a line is none', () => {
    assert.deepEqual(headerFields(data(['just text', 'To: d'])), { fields: [], bodyAt: 0 });
    assert.deepEqual(headerFields(data([])), { fields: [], bodyAt: 0 });
  });
});
