import assert from 'node:assert/strict';
import type { Session } from '../../../server/src/core/smtp/model';
import { readTranscript } from '../../../server/src/core/smtp/reader';
import { createWindows, type WindowSession } from '../../../server/src/core/smtp/windows';
import { corpusText } from '../../support/corpus';

/** What a session says, with its lines in the whole log (from 0). */
const told = (session: Session, before = 0): string =>
  [session.line + before, session.complete, ...session.events.map((e) => `${e.line + before} ${e.kind} ${e.text}`)].join('\n');

function inWindows(log: string, size: number, chunk: number): string[] {
  const windows = createWindows(size);
  const found: WindowSession[] = [];
  for (let i = 0; i < log.length; i += chunk) found.push(...windows.push(log.slice(i, i + chunk)));
  found.push(...windows.end());
  return found.map(({ session, before }) => told(session, before)).sort();
}

const whole = (log: string): string[] =>
  readTranscript(log)
    .sessions.map((s) => told(s))
    .sort();

/** Processes that talk at the same time, a line of each in turn, never more than `at` of them. */
function busy(sessions: number, at: number): string {
  const open: string[][] = [];
  const log: string[] = [];
  for (let n = 0; n < sessions || open.length > 0;) {
    while (n < sessions && open.length < at) {
      const text = `>>> 220 mail.example.com ESMTP\n<<< EHLO c${n}.example.org\n>>> 250-mail.example.com\n>>> 250 HELP\n<<< MAIL FROM:<a${n}@example.org>\n>>> 250 ok\n<<< RCPT TO:<b@example.com>\n>>> 250 ok\n<<< DATA\n>>> 354 go\n<<< Subject: ${n}\n<<< \n<<< .\n>>> 250 ok\n<<< QUIT\n>>> 221 bye`;
      open.push(text.split('\n').map((line) => `${10_000 + n} ${line}`));
      n++;
    }
    const i = (log.length * 7919) % open.length;
    log.push(open[i]!.shift()!);
    if (open[i]!.length === 0) open.splice(i, 1);
  }
  return log.join('\n') + '\n';
}

describe('a log read window by window', () => {
  it('gives the sessions it has in one piece, with the same lines', () => {
    const log = busy(300, 6);
    const expected = whole(log);
    assert.equal(expected.length, 300);
    for (const [size, chunk] of [
      [20_000, 1_000],
      [16_000, 777],
      [50_000, 50_000],
    ] as const)
      assert.deepEqual(inWindows(log, size, chunk), expected, `${size} ${chunk}`);
  });

  it('does so for logs of other programs, one session after the other', () => {
    for (const name of ['direct--swaks--sendmail', 'direct--curl-tls--postfix']) {
      for (const side of ['client', 'server']) {
        const one = corpusText(`pairs/${name}/${side}.log`);
        const log = one.repeat(6);
        const sessions = whole(log);
        const found = inWindows(log, one.length * 3, 500);
        assert.equal(found.length, sessions.length, `${name} ${side}`);
      }
    }
  });

  it('ends with a session that never ends, in pieces', () => {
    const noop = '10001 <<< NOOP\n10001 >>> 250 ok\n';
    const log = `10001 >>> 220 mail.example.com ESMTP\n10001 <<< EHLO c.example.org\n10001 >>> 250 mail.example.com\n${noop.repeat(2_000)}`;
    const found = inWindows(log, 10_000, 1_000);
    assert.ok(found.length > 1);
    assert.equal(found.join('\n').split('command NOOP').length - 1, 2_000);
  });

  it('takes a line without end', () => {
    const windows = createWindows(1_000);
    for (let i = 0; i < 100_000; i++) assert.equal(windows.push('x').length, 0);
    assert.equal(windows.end().length, 0);
  });
});
