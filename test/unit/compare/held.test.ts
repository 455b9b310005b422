import assert from 'node:assert/strict';
import { compareLogs, evidenceOf } from '../../support/compare';

/** What is said in a session, and by whom; `.` is the end of the message. */
const TALK: readonly (readonly ['C' | 'S', string])[] = [
  ['S', '220 mail.example.com ESMTP Postfix'],
  ['C', 'EHLO client.example.org'],
  ['S', '250 mail.example.com'],
  ['C', 'MAIL FROM:<bob@example.org>'],
  ['S', '250 2.1.0 Ok'],
  ['C', 'RCPT TO:<alice@example.com>'],
  ['S', '250 2.1.5 Ok'],
  ['C', 'DATA'],
  ['S', '354 End data with <CR><LF>.<CR><LF>'],
  ['C', '.'],
  ['S', '250 2.0.0 Ok: queued as 4F2A1BCDEF'],
  ['C', 'QUIT'],
  ['S', '221 2.0.0 Bye'],
];

const clock = (seconds: number): string => new Date(seconds * 1000).toISOString().slice(11, 19);

/** `times` are those of TALK's lines, in seconds. */
function clientLog(times: readonly number[], talk = TALK): string {
  return talk.map(([who, text], i) => `SMTP: ${clock(times[i]!)} [${who === 'C' ? 'tx' : 'rx'}] ${text}\n`).join('');
}

function serverLog(times: readonly number[], talk = TALK): string {
  return talk
    .map(([who, text], i) =>
      text === '.'
        ? ''
        : `Nov 22 ${clock(times[i]!)} mail postfix/smtpd[9102]: ${who === 'C' ? '<' : '>'} client.example.org[192.0.2.7]: ${text}\n`,
    )
    .join('');
}

/** Times of TALK where each line takes a second, and those at the places named so many more. */
function times(start: number, waits: Readonly<Record<number, number>> = {}): number[] {
  let at = start;
  return TALK.map((_, i) => (at += (i % 2) + (waits[i] ?? 0)));
}

const found = (client: readonly number[], server: readonly number[], talk = TALK): string[] =>
  evidenceOf(compareLogs(clientLog(client, talk), serverLog(server, talk)))
    .filter((e) => e.rule === 'compare/held-on-the-way')
    .map((e) => e.message);

/** The clocks differ by hours, in every direction and over midnight. */
const START = 40_000;
const CLOCKS = [0, 7 * 60 + 3, -3600, 9 * 3600, 43_200, -43_199, 46_000];

describe('compare/held-on-the-way', () => {
  for (const clocks of CLOCKS) {
    it(`finds an answer that came late, the clocks ${clocks} s apart`, () => {
      const server = times(START + clocks);
      // All that follows comes eight seconds later on both sides.
      const late = server.map((s, i) => (i > 10 ? s + 8 : s));
      assert.deepEqual(found(times(START, { 10: 8 }), late), [
        'the answer to the message was held back: it took 8 seconds to the client, others none',
      ]);
    });

    it(`finds a command that came late, the clocks ${clocks} s apart`, () => {
      assert.deepEqual(found(times(START, { 6: 9 }), times(START + clocks, { 5: 9 })), [
        'RCPT was held back: it took 9 seconds to the server, others none',
      ]);
    });

    it(`is silent on a server that thinks, a client that types and a slow network, the clocks ${clocks} s apart`, () => {
      for (let i = 1; i < TALK.length; i++)
        assert.deepEqual(found(times(START, { [i]: 30 }), times(START + clocks, { [i]: 30 })), [], TALK[i]![1]);
      assert.deepEqual(
        found(
          times(START),
          times(START + clocks).map((s, i) => s + (TALK[i]![0] === 'C' ? 2 : -2)),
        ),
        [],
      );
    });
  }

  it('is silent on four seconds', () => assert.deepEqual(found(times(START, { 6: 4 }), times(START, { 5: 4 })), []));

  it('is silent on a clock put right in between', () => {
    for (let i = 1; i < TALK.length; i++)
      for (const jump of [-60, -8, 8, 60])
        assert.deepEqual(
          found(
            times(START),
            times(START).map((s, k) => (k < i ? s : s + jump)),
          ),
          [],
          `${jump} at ${i}`,
        );
  });

  it('is silent on a log written down in blocks', () => {
    const server = times(START, { 3: 5, 6: 7, 9: 4, 11: 6 });
    for (let block = 2; block <= TALK.length; block++) {
      const client = server.map((_, i) => server[Math.min(TALK.length - 1, Math.ceil((i + 1) / block) * block - 1)]!);
      assert.deepEqual(found(client, server), [], `blocks of ${block}`);
      assert.deepEqual(found(server, client), [], `blocks of ${block}, server`);
    }
  });

  it('is silent on commands sent in a row, which a server answers one by one', () => {
    const talk = [0, 1, 2, 3, 5, 7, 4, 6, 8, 9, 10, 11, 12].map((i) => TALK[i]!);
    const client = [0, 0, 0, 1, 1, 1, 12, 12, 12, 13, 13, 14, 14];
    const server = [0, 0, 0, 1, 11, 12, 1, 11, 12, 13, 13, 14, 14];
    const order = talk.map((_, i) => i).sort((a, b) => server[a]! - server[b]! || a - b);
    const log = serverLog(
      order.map((i) => START + server[i]!),
      order.map((i) => talk[i]!),
    );
    const report = compareLogs(
      clientLog(
        client.map((s) => START + s),
        talk,
      ),
      log,
    );
    assert.deepEqual(
      evidenceOf(report)
        .filter((e) => e.rule === 'compare/held-on-the-way')
        .map((e) => e.message),
      [],
    );
  });

  it('is silent on a refusal that the server wrote down before it slept over it', () => {
    const talk = TALK.map(([who, text]) => [who, text.replace('250 2.1.5 Ok', '550 5.1.1 No such user')] as const);
    assert.deepEqual(found(times(START, { 6: 20 }), times(START, { 7: 20 }), talk), []);
  });
});
