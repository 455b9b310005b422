import assert from 'node:assert/strict';
import fc from 'fast-check';
import { compareLogs, evidenceOf, signs } from '../../support/compare';
import { corpusLogs, corpusText } from '../../support/corpus';

const ibm = { client: corpusText('pairs/seed-ibm/client.log'), server: corpusText('pairs/seed-ibm/server.log') };

describe('Compare Sessions', () => {
  describe("on IBM's example", () => {
    const report = compareLogs(ibm.client, ibm.server);

    it('finds the proxy and names it', () => {
      assert.match(report.verdict, /^(?:likely|certain)$/);
      assert.match(report.product ?? '', /Norton|Symantec/);
    });

    it('has evidence on both 354 lines and on both last replies, and on nothing else', () => {
      assert.deepEqual(signs(report), [
        'decisive compare/data-answered-elsewhere 11|9',
        'decisive compare/final-reply-differs 13|24',
      ]);
    });

    it("takes the greeting's date and the client's RSET for what they are: signs of two attempts", () => {
      const neutral = evidenceOf(report).filter((e) => e.weight === 'neutral');
      assert.deepEqual(
        neutral.map((e) => [e.rule, e.client?.line, e.server?.line]),
        [
          ['compare/natural-difference', 0, 0],
          ['compare/only-in-one-log', 3, undefined],
        ],
      );
      assert.equal(report.pairs[0]!.sameConnection, 'no');
    });

    it('says what to do', () => {
      assert.ok(report.next.some((n) => n.includes('ccSvcHst.exe')));
      assert.ok(report.meaning.length > 0);
    });
  });

  it('puts swapped logs right and finds the same', () => {
    for (const name of [
      'seed-ibm',
      'clamsmtp--swaks--sendmail',
      'direct--swaks--sendmail',
      'clamsmtp--swaks--postfix-plain-log',
    ]) {
      const client = corpusText(`pairs/${name}/client.log`);
      const server = corpusText(`pairs/${name}/server.log`);
      const report = compareLogs(client, server);
      assert.deepEqual(compareLogs(server, client), { ...report, swapped: !report.swapped }, name);
      assert.equal(report.swapped, false, name);
    }
  });

  describe('finds nothing in a log held against itself:', () => {
    for (const log of corpusLogs())
      it(log, () => {
        const text = corpusText(log);
        const report = compareLogs(text, text);
        assert.equal(report.verdict, 'none');
        assert.deepEqual(signs(report), []);
        if (!log.includes('postfix-plain-log'))
          assert.ok(report.pairs.length > 0 || report.summary.includes('no SMTP session'), report.summary);
      });
  });

  it('finds nothing in anything held against itself', () => {
    const line = fc.constantFrom(
      'S: 220 a.example ESMTP',
      'S: 220 smtp.passthru',
      'C: EHLO b',
      'S: 250-a.example',
      'S: 250 XXXXXXXA',
      'C: MAIL FROM:<a@b>',
      'S: 250 ok',
      'C: RCPT TO:<c@d>',
      'C: DATA',
      'S: 354 Please start mail input.',
      'C: Subject: x',
      'C: ',
      'C: .',
      'S: 250 Mail queued for delivery.',
      'C: RSET',
      'C: NOOP',
      'C: STARTTLS',
      'S: 220 go',
      'C: AUTH PLAIN AGEAYg==',
      'S: 235 ok',
      'C: QUIT',
      'S: 221 bye',
      'some prose',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(line, fc.string()), { maxLength: 40 }), (lines) => {
        const log = lines.join('\n');
        assert.deepEqual(signs(compareLogs(log, log)), []);
      }),
      { numRuns: 200 },
    );
  });

  it('never throws and keeps its places inside the logs', () => {
    const bits = [
      'S: 220 a ESMTP',
      'C: HELO b',
      'S: 250 a',
      '12 >>> 220 a',
      '12 <<< EHLO b\r',
      'C: DATA',
      'S: 354 x',
      'C: .',
      '\0',
      'é',
    ];
    const log = fc.array(fc.oneof(fc.constantFrom(...bits), fc.string()), { maxLength: 30 }).map((l) => l.join('\n'));
    fc.assert(
      fc.property(log, log, (a, b) => {
        const report = compareLogs(a, b);
        const lines = [a, b].map((t) => t.split(/\r\n|\r|\n/).length);
        for (const e of evidenceOf(report)) {
          const [client, server] = report.swapped ? [e.server, e.client] : [e.client, e.server];
          if (client) assert.ok(client.line >= 0 && client.endLine < lines[0]!);
          if (server) assert.ok(server.line >= 0 && server.endLine < lines[1]!);
        }
      }),
      { numRuns: 200 },
    );
  });

  describe('says what it could not do', () => {
    const direct = corpusText('pairs/direct--swaks--sendmail/server.log');

    it('when logs have nothing to do with each other', () => {
      const report = compareLogs(ibm.client, direct);
      assert.equal(report.verdict, 'none');
      assert.equal(report.pairs.length, 0);
      assert.match(report.summary, /^No session of one log belongs to a session of the other/);
      assert.deepEqual([report.unpaired.client.length, report.unpaired.server.length], [1, 1]);
    });

    it('when a log is empty or no log', () => {
      assert.equal(compareLogs('', '').summary, 'Neither log has an SMTP session.');
      assert.equal(compareLogs(ibm.client, '').verdict, 'none');
      assert.match(compareLogs(ibm.client, 'prose\n').summary, /server's log has no SMTP session/);
      assert.match(compareLogs('\x7fELF\0\x01\x02', direct).summary, /client's log has no SMTP session/);
    });

    it('when both logs were written by clients', () => {
      const a = corpusText('pairs/direct--swaks--sendmail/client.log');
      const b = corpusText('pairs/clamsmtp--swaks--sendmail/client.log');
      const report = compareLogs(a, b);
      assert.equal(report.verdict, 'none');
      assert.match(report.summary, /^Both logs were written by a client/);
    });
  });

  /** A direct connection stays one however much of a log is missing. */
  describe('finds nothing in direct logs that were cut', () => {
    for (const name of [
      'direct--curl-tls--postfix',
      'direct--netsmtp--sendmail',
      'direct--sendmail-v-reject--sendmail',
      'direct--nc-paste--postfix',
    ])
      it(name, () => {
        const client = corpusText(`pairs/${name}/client.log`).split('\n');
        const server = corpusText(`pairs/${name}/server.log`).split('\n');
        const cuts = (lines: string[]): string[] => {
          const step = Math.ceil(lines.length / 40);
          return lines.flatMap((_, i) =>
            i % step === 0 ? [lines.slice(0, i).join('\n') + '\n', lines.slice(i).join('\n')] : [],
          );
        };
        for (const cut of cuts(client)) assert.deepEqual(signs(compareLogs(cut, server.join('\n'))), [], cut.slice(0, 200));
        for (const cut of cuts(server)) assert.deepEqual(signs(compareLogs(client.join('\n'), cut)), [], cut.slice(0, 200));
      });
  });
});
