import assert from 'node:assert/strict';
import { compareLogs, evidenceOf, signs } from '../../support/compare';
import type { Pen } from '../../support/lab/render';
import { clientPens, serverPens } from '../../support/lab/render';
import { converse } from '../../support/lab/scripts';

/** A session as short as it can be told from others. */
interface Short {
  readonly helo?: string;
  readonly from?: string;
  readonly to?: string;
  readonly greeting?: string;
  readonly id?: string;
  readonly message?: string;
  readonly reply?: string;
}

function log({
  helo = 'ws1.example.org',
  from = 'bob@example.org',
  to = 'alice@example.com',
  greeting = 'mail.example.com ESMTP',
  id,
  message,
  reply,
}: Short) {
  return [
    `S: 220 ${greeting}`,
    `C: HELO ${helo}`,
    'S: 250 mail.example.com',
    `C: MAIL FROM:<${from}>`,
    'S: 250 2.1.0 Ok',
    `C: RCPT TO:<${to}>`,
    `S: ${reply ?? '250 2.1.5 Ok'}`,
    ...(reply
      ? []
      : [
          'C: DATA',
          'S: 354 End data with <CR><LF>.<CR><LF>',
          ...(message ? [`C: Message-ID: <${message}>`] : []),
          'C: Subject: x',
          'C: ',
          'C: text',
          'C: .',
          `S: 250 2.0.0 Ok: queued as ${id ?? 'A1B2C3D4E5'}`,
        ]),
    'C: QUIT',
    'S: 221 2.0.0 Bye',
    '',
  ].join('\n');
}

/** Pairs as `client-server`, sessions counted from 1 in the order of each log. */
function paired(client: readonly Short[], server: readonly Short[]): string[] {
  const report = compareLogs(client.map(log).join(''), server.map(log).join(''));
  return report.pairs.map((p) => `${p.clientSession + 1}-${p.serverSession + 1}`);
}

describe('pairing sessions', () => {
  it('by queue id, whatever the order', () => {
    assert.deepEqual(paired([{ id: 'AAAA111111' }, { id: 'BBBB222222' }], [{ id: 'BBBB222222' }, { id: 'AAAA111111' }]), [
      '1-2',
      '2-1',
    ]);
  });

  it('by Message-ID where a proxy gives other ids', () => {
    assert.deepEqual(
      paired(
        [
          { id: 'AAAA111111', message: '1@x' },
          { id: 'BBBB222222', message: '2@x' },
        ],
        [
          { id: 'CCCC333333', message: '2@x' },
          { id: 'DDDD444444', message: '1@x' },
        ],
      ),
      ['1-2', '2-1'],
    );
  });

  it('by HELO name and envelope', () => {
    const reply = '550 5.7.1 no';
    assert.deepEqual(
      paired(
        [
          { helo: 'a', reply },
          { helo: 'b', reply },
        ],
        [
          { helo: 'b', reply },
          { helo: 'c', reply },
          { helo: 'a', reply },
        ],
      ),
      ['1-3', '2-1'],
    );
  });

  it('by envelope where a proxy gives its own HELO name', () => {
    const reply = '550 5.7.1 no';
    assert.deepEqual(
      paired(
        [{ helo: 'a', to: 'x@example.com', reply }],
        [
          { helo: 'proxy', to: 'y@example.com', reply },
          { helo: 'proxy', to: 'x@example.com', reply },
        ],
      ),
      ['1-2'],
    );
  });

  it('by order where nothing else tells them apart and there are as many', () => {
    const reply = '550 5.7.1 no';
    assert.deepEqual(paired([{ reply }, { reply }], [{ reply }, { reply }]), ['1-1', '2-2']);
  });

  it('not at all where two mails share nothing', () => {
    assert.deepEqual(paired([{ from: 'a@x', to: 'b@x', id: 'AAAA111111' }], [{ from: 'c@x', to: 'd@x', id: 'BBBB222222' }]), []);
  });

  it('takes sessions that could be several for two attempts: another answer is no sign', () => {
    const refused = { reply: '451 4.7.1 Greylisting in action' };
    const client = log({ reply: '250 2.1.5 Ok' });
    const server = [refused, refused].map(log).join('');
    const report = compareLogs(client, server);
    assert.deepEqual(signs(report), []);
    assert.equal(report.pairs[0]?.sameConnection, 'no');
    // With one candidate the same difference is a sign.
    assert.deepEqual(signs(compareLogs(client, log(refused))), ['decisive compare/reply-code-differs 7|7']);
  });

  it('says which sessions have no partner', () => {
    const report = compareLogs(
      log({ id: 'AAAA111111' }),
      [{ id: 'AAAA111111' }, { helo: 'other', from: 'x@y', to: 'z@y', id: 'EEEE555555' }].map(log).join(''),
    );
    assert.deepEqual(report.unpaired.client, []);
    assert.equal(report.unpaired.server.length, 1);
    assert.match(report.unpaired.server[0]!.reason, /\(other\)$/);
  });

  // In more than linear time this would never end.
  it('holds 20,000 sessions against as many', () => {
    const many = Array.from({ length: 20_000 }, (_, i) =>
      log({ reply: '550 5.7.1 no', helo: `ws${i % 7}`, to: `u${i}@example.com` }),
    );
    const report = compareLogs(many.join(''), [...many].reverse().join(''));
    assert.equal(report.pairs.length, 20_000);
    assert.deepEqual(evidenceOf(report), []);
  }).timeout(300_000);
});

describe('pairing sessions by their times', () => {
  /** The same probe over and over, without an id: `at` in seconds. */
  const probe = (pen: Pen, at: number, pid: number, skew: number): string => {
    const { client } = converse(
      { name: 'monitor.example.org', mails: [{ from: 'p@x', to: ['nobody@y'], lines: [''] }] },
      'postfix',
      undefined,
      1,
    );
    return pen.write(client, { skew: at + skew, pid, peer: 'monitor.example.org', address: '127.0.0.2' });
  };
  const mutt = clientPens.find((p) => p.name === 'mutt')!;
  const smtpd = serverPens.postfix![0]!;
  // No two stretches of them are alike: of a probe that comes every minute nobody can tell which is which.
  let turn = 1;
  let now = 0;
  const times = Array.from({ length: 1000 }, () => {
    turn = (turn * 48_271) % 2_147_483_647;
    return (now += 20 + (turn % 53));
  });
  const server = times.map((at, i) => probe(smtpd, at, 2000 + i, 0)).join('');

  for (const skew of [0, 95, -3 * 3600 - 50, 11 * 3600])
    it(`finds eight among a thousand alike, clocks ${skew} seconds apart`, () => {
      const some = [3, 40, 41, 199, 500, 640, 777, 990];
      const report = compareLogs(some.map((i) => probe(mutt, times[i]!, 1, skew)).join(''), server);
      assert.equal(report.verdict, 'none');
      assert.deepEqual(
        report.pairs.map((p) => p.serverSession),
        some,
      );
      assert.equal(report.unpaired.server.length, 992);
    });

  it('leaves out a session that the server had not', () => {
    const some = [3, 40, 199, 500, 640];
    const lonely = [...some.map((i) => times[i]!), times[990]! + 5000];
    const report = compareLogs(lonely.map((at) => probe(mutt, at, 1, 60)).join(''), server);
    assert.deepEqual(
      report.pairs.map((p) => p.serverSession),
      some,
    );
    assert.equal(report.unpaired.client.length, 1);
  });
});

describe('one connection for each recipient', () => {
  it('is seen as one thing', () => {
    const session = (to: readonly string[]): string =>
      [
        'S: 220 mail.example.com ESMTP',
        'C: HELO ws1.example.org',
        'S: 250 mail.example.com',
        'C: MAIL FROM:<bob@example.org>',
        'S: 250 2.1.0 Ok',
        ...to.flatMap((a) => [`C: RCPT TO:<${a}>`, 'S: 250 2.1.5 Ok']),
        'C: DATA',
        'S: 354 End data with <CR><LF>.<CR><LF>',
        'C: Message-ID: <1@x>',
        'C: ',
        'C: text',
        'C: .',
        'S: 250 2.0.0 Ok',
        'C: QUIT',
        'S: 221 2.0.0 Bye',
        '',
      ].join('\n');
    const all = ['alice@example.com', 'carol@example.com', 'dave@example.com'];
    const report = compareLogs(session(all), all.map((a) => session([a])).join(''));
    assert.ok(['likely', 'certain'].includes(report.verdict));
    assert.equal(evidenceOf(report).filter((e) => e.rule === 'compare/session-split').length, 2);
  });
});
