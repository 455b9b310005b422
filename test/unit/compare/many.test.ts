import assert from 'node:assert/strict';
import { pageHtml } from '../../../server/src/core/compare/ladder/html';
import { pageOf } from '../../../server/src/core/compare/ladder/page';
import { spreadOf } from '../../../server/src/core/compare/spread';
import { reportText } from '../../../server/src/core/compare/text';
import { readTranscript } from '../../../server/src/core/smtp/reader';
import { compareLogs, signs } from '../../support/compare';

const POSTFIX = 'ESMTP Postfix';
const EXIM = 'ESMTP Exim 4.96 Sun, 22 Nov 2026 04:02:52 +0000';
const SENDMAIL = 'ESMTP Sendmail 8.17.1/8.17.1; Sun, 22 Nov 2026 04:02:49 GMT';

/** A short session with a server that offers `keywords`. */
function session(n: number, program: string, keywords: readonly string[], hello = 'EHLO client.example.org'): string {
  const host = `mx${n}.example.com`;
  const offer = [host, ...keywords].map((k, i, all) => `S: 250${i < all.length - 1 ? '-' : ' '}${k}`);
  return [
    `S: 220 ${host} ${program}`,
    `C: ${hello}`,
    ...offer,
    `C: MAIL FROM:<bob${n}@example.org>`,
    'S: 250 2.1.0 Ok',
    `C: RCPT TO:<alice${n}@example.com>`,
    'S: 250 2.1.5 Ok',
    'C: QUIT',
    'S: 221 2.0.0 Bye',
    '',
  ].join('\n');
}

const CANNED = ['SIZE 20480000', '8BITMIME', 'DSN'];
const OWN = ['PIPELINING', 'SIZE 20480000', 'STARTTLS', '8BITMIME', 'DSN'];
const SERVER = session(9, POSTFIX, OWN);

const canned = (...sessions: string[]): string[] => signs(compareLogs(sessions.join(''), SERVER));

describe('what many sessions show together', () => {
  it('is the same offer from servers of two programs', () => {
    assert.deepEqual(canned(session(1, POSTFIX, CANNED), session(2, EXIM, CANNED)), [
      'strong compare/canned-capabilities 3,15|-',
    ]);
    const report = compareLogs(session(1, POSTFIX, CANNED) + session(2, EXIM, CANNED), SERVER);
    assert.equal(report.verdict, 'likely');
    assert.match(report.summary, /answers for the server/);
    assert.match(reportText(report, ['a', 'b']).text, /Postfix, Exim all offer the same in the same order: SIZE, 8BITMIME, DSN/);
  });

  it('is certain with three', () => {
    const report = compareLogs([POSTFIX, EXIM, SENDMAIL].map((p, i) => session(i, p, CANNED)).join(''), SERVER);
    assert.equal(report.verdict, 'certain');
  });

  const silent: readonly (readonly [string, string[]])[] = [
    ['servers of one program', [session(1, POSTFIX, CANNED), session(2, POSTFIX, CANNED)]],
    ['another order', [session(1, POSTFIX, CANNED), session(2, EXIM, [...CANNED].reverse())]],
    ['another limit', [session(1, POSTFIX, CANNED), session(2, EXIM, ['SIZE 1000', '8BITMIME', 'DSN'])]],
    ['two keywords', [session(1, POSTFIX, CANNED.slice(1)), session(2, EXIM, CANNED.slice(1))]],
    ['greetings that name nobody', [session(1, 'ESMTP', CANNED), session(2, 'ESMTP ready', CANNED)]],
    ['HELO', [session(1, POSTFIX, [], 'HELO a'), session(2, EXIM, [], 'HELO a')]],
  ];
  for (const [what, sessions] of silent) it(`is nothing: ${what}`, () => assert.deepEqual(canned(...sessions), []));
});

describe('in how many sessions a sign appears', () => {
  const numbers = [1, 2, 3, 4, 5, 6];
  const less = OWN.filter((k) => k !== 'STARTTLS');
  const client = numbers.map((n) => session(n, POSTFIX, n < 3 ? less : OWN)).join('');
  const server = numbers.map((n) => session(n, POSTFIX, OWN)).join('');
  const report = compareLogs(client, server);

  it('is counted', () => {
    assert.deepEqual(
      spreadOf(report).map((s) => [s.rule, s.pairs]),
      [['compare/starttls-withheld', 2]],
    );
    // Pairs that are only counted are pairs, too.
    const { text } = reportText({ ...report, silent: { pairs: 94, neutral: 0 } }, ['a', 'b']);
    assert.match(text, /How many of the 100 pairs of sessions show it:\n +2 {2}strong {4}STARTTLS was withheld/);
  });

  it('stands in the report and on the page', () => {
    const { text } = reportText(report, ['a', 'b']);
    assert.match(text, /How many of the 6 pairs of sessions show it:\n +2 {2}strong {4}STARTTLS was withheld/);
    assert.match(text, /Not every session shows every sign/);
    const page = pageHtml(pageOf(report, readTranscript(client), readTranscript(server), ['a', 'b']), { nonce: 'x' });
    assert.match(page, /<td>2 of 6<\/td><td>strong<\/td><td>STARTTLS was withheld/);
    assert.match(page, /Not every session shows every sign/);
  });

  it('is not told of one session, nor where none has a sign', () => {
    assert.doesNotMatch(
      reportText(compareLogs(session(1, POSTFIX, less), session(1, POSTFIX, OWN)), ['a', 'b']).text,
      /How many/,
    );
    assert.doesNotMatch(reportText(compareLogs(server, server.replaceAll('bob', 'bob')), ['a', 'b']).text, /How many/);
  });

  it('has no advice where all sessions show it', () => {
    const all = compareLogs(numbers.map((n) => session(n, POSTFIX, less)).join(''), server);
    assert.match(reportText(all, ['a', 'b']).text, /How many of the 6/);
    assert.doesNotMatch(reportText(all, ['a', 'b']).text, /Not every session/);
  });
});

describe('logs that do not belong together', () => {
  const mail = (id: string): string =>
    `C: DATA\nS: 354 go\nC: Message-ID: <${id}@client.example.org>\nC:\nC: Hello\nC: .\nS: 250 Ok\nC: QUIT`;
  const whole = (program: string, id: string): string => session(1, program, OWN).replace('C: QUIT', mail(id));

  it('are two mails to two servers: nothing is compared', () => {
    const report = compareLogs(whole(POSTFIX, 'a.1'), whole(SENDMAIL, 'b.2'));
    assert.equal(report.verdict, 'none');
    assert.match(report.summary, /No session of one log belongs to a session of the other/);
  });

  it('are one mail, though another program greets: something answers in between', () => {
    assert.notEqual(compareLogs(whole(POSTFIX, 'a.1'), whole(SENDMAIL, 'a.1')).verdict, 'none');
  });

  it('are one log twice: it is said', () => {
    const report = compareLogs(whole(POSTFIX, 'a.1'), whole(POSTFIX, 'a.1'));
    assert.equal(report.verdict, 'none');
    assert.match(report.summary, /same, letter by letter/);
  });

  it('are two attempts: both should be of one server', () => {
    const told = (date: string): string => whole(SENDMAIL.replace('04:02:49', date), 'a.1');
    const [first, second] = [told('04:02:49'), told('05:00:00').replace('S: 250-STARTTLS\n', '')];
    const { next, verdict } = compareLogs(second, first);
    assert.notEqual(verdict, 'none');
    assert.match(next[0]!, /two attempts/);
  });
});
