import assert from 'node:assert/strict';
import { compareLogs, signs } from '../../support/compare';

/** What the ways of logging differ in, each beside the server's full log of the same session: none of it is a sign. */
describe('ways of logging are no signs:', () => {
  const begin = [
    'S: 220 mail.example.com ESMTP Postfix',
    'C: EHLO client.example.org',
    'S: 250-mail.example.com',
    'S: 250-AUTH PLAIN LOGIN',
    'S: 250 8BITMIME',
  ];
  const login = [
    'C: AUTH LOGIN',
    'S: 334 VXNlcm5hbWU6',
    'C: Ym9i',
    'S: 334 UGFzc3dvcmQ6',
    'C: c2VjcmV0',
    'S: 235 2.7.0 Authentication successful',
  ];
  const mail = [
    'C: MAIL FROM:<bob@example.org>',
    'S: 250 2.1.0 Ok',
    'C: RCPT TO:<alice@example.com>',
    'S: 250 2.1.5 Ok',
    'C: DATA',
    'S: 354 End data with <CR><LF>.<CR><LF>',
  ];
  const text = ['C: From: bob@example.org', 'C: Subject: x', 'C: ', 'C: Hello', 'C: .', 'S: 250 2.0.0 Ok: queued as 4F2A1BCDEF'];
  const end = ['C: QUIT', 'S: 221 2.0.0 Bye'];
  const whole = [...begin, ...login, ...mail, ...text, ...end];

  function none(client: readonly string[], server: readonly string[] = whole): void {
    const report = compareLogs(client.join('\n') + '\n', server.join('\n') + '\n');
    assert.deepEqual(signs(report), []);
    assert.equal(report.pairs.length, 1);
  }

  it('a login that is left out', () => none([...begin, ...mail, ...text, ...end]));
  it('a login that is masked', () =>
    none([
      ...begin,
      'C: AUTH LOGIN',
      'S: 334 VXNlcm5hbWU6',
      'C: ****',
      'S: 334 UGFzc3dvcmQ6',
      'C: ****',
      'S: 235 2.7.0 Authentication successful',
      ...mail,
      ...text,
      ...end,
    ]));
  it('a login that a remark stands for', () =>
    none([
      ...begin,
      'C: Logging suppressed (it probably contained auth information)',
      'S: 235 2.7.0 Authentication successful',
      ...mail,
      ...text,
      ...end,
    ]));
  it('a challenge that is masked', () =>
    none(
      whole,
      whole.map((l) => (l.startsWith('S: 334') ? 'S: 334 <authentication response>' : l)),
    ));
  it('no QUIT', () => none(whole.slice(0, -2)));
  it('no reply to QUIT', () => none(whole.slice(0, -1)));
  it('a message of which the header is shown', () =>
    none([
      ...begin,
      ...login,
      ...mail,
      'C: From: bob@example.org',
      'C: Subject: x',
      'C: ',
      'C: .',
      'S: 250 2.0.0 Ok: queued as 4F2A1BCDEF',
      ...end,
    ]));
  it('a message that is left out', () =>
    none([...begin, ...login, ...mail, 'C: .', 'S: 250 2.0.0 Ok: queued as 4F2A1BCDEF', ...end]));
  it('an EHLO reply on one line', () =>
    none(whole, [...begin.slice(0, 2), 'S: 250 mail.example.com AUTH PLAIN LOGIN 8BITMIME', ...whole.slice(5)]));
  it('the first line of the EHLO reply only', () => none([...begin.slice(0, 3), ...whole.slice(5)]));
  it('the last line of the EHLO reply only', () => none([...begin.slice(0, 2), 'S: 250 8BITMIME', ...whole.slice(5)]));
  it('a greeting of which another program says the first lines', () => none(['S: 220-mail.example.com wait please', ...whole]));
  it("HTML's entities", () => none(whole.map((l) => l.replace(/</g, '&lt;').replace(/>/g, '&gt;'))));
  it('angle brackets that a web page ate', () => none(whole.map((l) => l.replace(/<[^<>]*>/g, ''))));
  it('names made unreadable', () => none(whole.map((l) => l.replace('mail.example.com', 'mail.xxx.com'))));
  it('codes without texts', () => none(whole.map((l) => l.replace(/^(S: \d\d\d[- ]).*/, '$1'))));
  it('white space and line ends', () => none(whole.map((l) => l.replace(/ (?=[a-z])/g, '  ') + (l === 'C: .' ? '\r' : ' \r'))));
  it('commands written anew by a log that has codes only', () => {
    const terse = [
      'S: 220',
      'C: EHLO client.example.org',
      'S: 250',
      'C: MAIL FROM:<bob@example.org>',
      'S: 250',
      'C: RCPT TO:<alice@example.com>',
      'S: 250',
      'C: DATA',
      'S: 250',
      'C: QUIT',
      'S: 240',
    ];
    none([...begin, 'C: MAIL FROM:<bob@example.org> SIZE=100', ...mail.slice(1), ...text, ...end], terse);
  });
  it('commands all before their replies', () => {
    const commands = [...mail.filter((l) => l.startsWith('C:'))];
    const replies = mail.filter((l) => l.startsWith('S:'));
    none([...begin, ...login, ...commands, ...replies, ...text, ...end]);
  });
  it('two sessions of which one log has but the second', () => {
    const second = whole.map((l) => l.replace('4F2A1BCDEF', '5A3B2CDEF0').replace('alice', 'carol'));
    const report = compareLogs(second.join('\n') + '\n', [...whole, ...second].join('\n') + '\n');
    assert.deepEqual(signs(report), []);
    assert.deepEqual(
      report.pairs.map((p) => p.serverSession),
      [1],
    );
  });
});
