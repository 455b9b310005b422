import assert from 'node:assert/strict';
import { compare } from '../../../server/src/core/compare/compare';
import { reportText } from '../../../server/src/core/compare/text';
import { alignedTexts } from '../../../server/src/core/compare/views';
import { readTranscript } from '../../../server/src/core/smtp/reader';
import { corpusText } from '../../support/corpus';

function logs(name: string) {
  return [
    readTranscript(corpusText(`pairs/${name}/client.log`)),
    readTranscript(corpusText(`pairs/${name}/server.log`)),
  ] as const;
}

describe('the report as text', () => {
  it("leads with the verdict, then the evidence with both lines (IBM's example)", () => {
    const [client, server] = logs('seed-ibm');
    const { text } = reportText(compare(client, server), ['client.log', 'server.log']);
    const lines = text.split('\n');
    assert.match(lines[0]!, /^certain: something between this client and this server .*\. It behaves like Norton/);
    assert.match(lines[2]!, /^ +client\.log +server\.log$/);
    assert.match(
      lines[3]!,
      /^ +11 {2}354 Please start mail input\. +≠ +9 {2}354 Enter mail, end with "\." on a .*… +decisive {2}DATA was answered/,
    );
    assert.match(
      lines[4]!,
      /^ +13 {2}250 Mail queued for delivery\. +≠ +24 {2}250 2\.0\.0 jA1GVM5200898 Message .*… +decisive {2}/,
    );
    assert.equal(lines[5], '  neutral: 2 differences that prove nothing');
    assert.ok(lines.includes('What it means:') && lines.includes('Next:'));
  });

  it('names lines of the logs where its links say so', () => {
    for (const name of [
      'seed-ibm',
      'scripted-symantec--telnet--sendmail',
      'mixed--interleaved6-two-via-clamsmtp--sendmail',
      'direct--swaks--sendmail',
    ]) {
      const [client, server] = logs(name);
      const { text, links } = reportText(compare(client, server), ['a', 'b']);
      assert.ok(links.length > 0);
      for (const link of links) {
        assert.equal(text.slice(link.start, link.end), String(link.line + 1));
        assert.ok(link.line < (link.side === 'client' ? client : server).source.lineStarts.length);
      }
    }
  });

  it('has the logs in their places when they were swapped', () => {
    const [client, server] = logs('seed-ibm');
    const { text } = reportText(compare(server, client), ['second.log', 'first.log']);
    assert.match(text, /^ +first\.log +second\.log$/m);
    assert.match(text, /the sides were put right/);
  });

  it('says what was looked at when there is no sign', () => {
    const { text } = reportText(compare(...logs('direct--swaks--sendmail')), ['a', 'b']);
    assert.match(text, /^none: no sign of anything between this client and this server\.\n/);
    assert.match(text, /Looked at:\n {2}Greeting .*= equal\n/);
    assert.match(text, /TLS .*○ not in the logs\n/);
    assert.match(text, /What this does not prove:\n {2}- What relays below SMTP leaves no sign/);
  });

  it('lists sessions without a partner', () => {
    const { text } = reportText(compare(logs('seed-ibm')[0], logs('direct--swaks--sendmail')[1]), ['a', 'b']);
    assert.match(
      text,
      /In the client's log alone, 1 session:\n {2}1–13 {2}the server's log has no session like this \(IBM8370FEC6B24\)/,
    );
  });

  it('has no secret in it', () => {
    const [client, server] = logs('direct--nodemailer-auth--sendmail');
    const report = compare(client, server);
    const views = alignedTexts(report, client, server);
    const all = JSON.stringify(report) + reportText(report, ['a', 'b']).text + views.client.text + views.server.text;
    assert.doesNotMatch(all, /AGFsaWNl|UGFzc3cwcmQ|Passw0rd/);
  });
});

describe('both logs lined up', () => {
  /** Rows as a diff editor would show them: `=` equal, `≠` both have it, `<` the client alone, `>` the server alone. */
  function rows(name: string): string[] {
    const [client, server] = logs(name);
    const views = alignedTexts(compare(client, server), client, server);
    const left = views.client.text.split('\n');
    const right = views.server.text.split('\n');
    assert.equal(left.length, right.length);
    assert.deepEqual([views.client.lines.length, views.server.lines.length], [left.length - 1, right.length - 1]);
    return left.slice(0, -1).map((l, i) => {
      const r = right[i]!;
      return l === r ? `= ${l}` : l === '' ? `> ${r}` : r === '' ? `< ${l}` : `≠ ${l} | ${r}`;
    });
  }

  it("differs exactly where it matters (IBM's example)", () => {
    assert.deepEqual(
      rows('seed-ibm').filter((r) => !r.startsWith('=')),
      [
        '≠ S: 354 Please start mail input. | S: 354 Enter mail, end with "." on a line by itself',
        '≠ S: 250 Mail queued for delivery. | S: 250 2.0.0 ‹id› Message accepted for delivery',
      ],
    );
    assert.ok(rows('seed-ibm').includes('= C: ‹message text, 13 lines, in one log only›'));
    assert.ok(rows('seed-ibm')[0]!.endsWith('Sendmail ‹date›'));
  });

  it('is the same on both sides for direct connections, whoever logged them', () => {
    for (const name of [
      'direct--swaks--sendmail',
      'direct--swaks-pipeline--sendmail',
      'direct--netsmtp--sendmail',
      'direct--curl--sendmail',
      'direct--nc-paste--postfix',
      'direct--nodemailer-auth--sendmail',
    ])
      assert.deepEqual(
        rows(name).filter((r) => !r.startsWith('=')),
        [],
        name,
      );
  });

  it('shows a header that was put in as a line of its own', () => {
    assert.ok(rows('clamsmtp--swaks--sendmail').includes('> C: X-Virus-Scanned: ClamAV using ClamSMTP'));
  });

  it('knows where each line comes from', () => {
    const [client, server] = logs('clamsmtp--swaks--sendmail');
    const views = alignedTexts(compare(client, server), client, server);
    const at = views.server.text.split('\n').indexOf('C: X-Virus-Scanned: ClamAV using ClamSMTP');
    assert.equal(views.server.lines[at], 29);
    assert.equal(views.client.lines[at], undefined);
  });
});
