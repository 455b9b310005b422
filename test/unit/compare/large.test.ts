import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { readableAll } from '../../../server/src/core/bytes';
import { compare } from '../../../server/src/core/compare/compare';
import { compareLarge, type ByteSource, type Progress } from '../../../server/src/core/compare/large/compare';
import { linesOf, type Lined } from '../../../server/src/core/compare/large/findings';
import type { CompareReport, LogPlace, SessionPair } from '../../../server/src/core/compare/report';
import { readTranscript } from '../../../server/src/core/smtp/reader';
import { corpusText } from '../../support/corpus';
import { glue, randomFrom, templatesOf, type Glued, type Template } from '../../support/glue';

/** A log in memory that gives at most `most` bytes at a time. */
function sourceOf(log: string, most = Infinity): ByteSource {
  const bytes = Buffer.from(log, 'latin1');
  return {
    size: bytes.length,
    read: (at, into) => bytes.copy(into, 0, at, Math.min(bytes.length, at + Math.min(into.length, most))),
  };
}

function large(first: string, second: string, inDetail = Infinity, most?: number): CompareReport | undefined {
  const onBrokenRule = (rule: string, error: unknown): never => {
    throw new Error(rule, { cause: error });
  };
  const work = compareLarge(sourceOf(first, most), sourceOf(second, most), { onBrokenRule, inDetail });
  for (;;) {
    const { done, value } = work.next();
    if (!done) continue;
    if (value)
      assert.deepEqual(
        Array.from(value.lined(), outlineOf),
        [...value.pairs()].map((like) => outlineOf({ like, lines: linesOf(like) })),
      );
    return value?.report;
  }
}

/** What a pair with other lines in place of its own has in common with it, and these lines. */
function outlineOf({ like, lines }: Lined): unknown {
  const signs = like.evidence.map((e) => [e.rule, e.weight, e.message, !e.client, !e.server]);
  return [like.verdict, like.product, ...signs, ...Array.from(lines).slice(0, linesOf(like).length)];
}

/** What a user sees of a report, a line each: the pairs with signs in full, how many there are without, what has no partner. */
function seen(report: CompareReport | undefined, texts: boolean): string[] {
  assert.ok(report);
  const place = (p: LogPlace | undefined): string =>
    p ? `${(p.lines ?? [p.line, p.endLine]).join(',')} ${texts ? p.text : ''}` : '-';
  const pair = (p: SessionPair): string[] => {
    const where = `${p.client.line}-${p.client.endLine}|${p.server.line}-${p.server.endLine}`;
    return [
      `${where} ${p.verdict} ${p.product} ${p.points} ${p.sameConnection}`,
      ...p.evidence
        .map(
          (e) =>
            `${where}: ${e.weight} ${e.rule} ${e.change} ${e.product}: ${e.message} [${place(e.client)}] [${place(e.server)}]`,
        )
        .sort(),
    ];
  };
  const none = report.pairs.filter((p) => p.verdict === 'none');
  const neutral = none.reduce((n, p) => n + p.evidence.filter((e) => e.weight === 'neutral').length, 0);
  return [
    ...report.pairs.filter((p) => p.verdict !== 'none').flatMap(pair),
    JSON.stringify(report.silent ?? { pairs: none.length, neutral }),
    ...report.unpaired.client.map((u) => `client alone ${u.line}-${u.endLine}`),
    ...report.unpaired.server.map((u) => `server alone ${u.line}-${u.endLine}`),
    `${report.verdict} ${report.product} ${report.summary} ${report.swapped}`,
    ...report.meaning,
    ...report.next,
  ];
}

/** The lines that only one of the two has. */
function difference(a: readonly string[], b: readonly string[]): string[] {
  const [left, right] = [new Set(a), new Set(b)];
  return [...a.filter((l) => !right.has(l)).map((l) => `- ${l}`), ...b.filter((l) => !left.has(l)).map((l) => `+ ${l}`)];
}

function agree({ client, server }: Glued, most?: number): void {
  const whole = readableAll(compare(readTranscript(client), readTranscript(server)));
  assert.deepEqual(difference(seen(large(client, server, Infinity, most), true), seen(whole, true)).slice(0, 40), []);
  assert.deepEqual(difference(seen(large(client, server, 0), false), seen(whole, false)).slice(0, 40), []);
}

/** Sessions with up to nine recipients, some of them refused; of one in two something is altered on the way. */
function sentToMany(sessions: number, random: () => number): Glued {
  const logs = { client: '', server: '' };
  for (let n = 0; n < sessions; n++) {
    const dialogue: [client: string, server: string][] = [];
    const say = (line: string, other = line): number => dialogue.push([line, other]);
    const [host, id] = [`pc${n % 7}.example.org`, `6AN${'abcdefgh'[n % 8]}${'uvwxyz'[n % 6]}x${String(10_000 + n)}`];
    say(`<220 mx.example.org ESMTP Sendmail 8.17.1/8.17.1; Tue, 1 Nov 2005 10:${10 + (n % 50)}:${10 + (n % 47)} -0600`);
    say(`>EHLO ${host}`);
    say(`<250-mx.example.org Hello ${host} [192.0.2.1], pleased to meet you`);
    say('<250 8BITMIME');
    say(`>MAIL FROM:<from${n}@example.org>`);
    say(`<250 2.1.0 <from${n}@example.org>... Sender ok`);
    const recipients = 1 + Math.floor(random() * 9);
    const altered = random() < 0.5 ? Math.floor(random() * 6) : -1;
    for (let r = 0; r < recipients; r++) {
      const to = `<to${n}.${r}@example.com>`;
      say(`>RCPT TO:${to}`);
      const refused = random() < 0.2;
      const reply = refused ? `<550 5.1.1 ${to}... User unknown` : `<250 2.1.5 ${to}... Recipient ok`;
      if (altered === 0 && r + 1 === recipients) say(reply, `<451 4.7.1 ${to}... Try again later`);
      else say(reply);
    }
    if (altered === 1)
      dialogue.push(['', `>RCPT TO:<to${n}.${Math.floor(random() * recipients)}@example.com>`], ['', '<250 2.1.5 Ok']);
    if (altered === 2) dialogue.push(['', '>NOOP'], ['', '<250 2.0.0 OK']);
    if (altered === 3)
      dialogue.splice(6 + 2 * Math.floor(random() * recipients), 0, ['', '>RSET'], ['', '<250 2.0.0 Reset state']);
    say('>DATA');
    say('<354 Enter mail, end with "." on a line by itself');
    dialogue.push(['', '>Subject: test'], ['', '>'], ['', `>Number ${n}`]);
    say('>.');
    say(
      altered === 4 ? '<250 2.0.0 Ok' : `<250 2.0.0 ${id} Message accepted for delivery`,
      `<250 2.0.0 ${id} Message accepted for delivery`,
    );
    say('>QUIT');
    say('<221 2.0.0 mx.example.org closing connection');
    for (const [client, server] of dialogue) {
      if (client !== '') logs.client += `SMTP: 10:31:23 [${client.startsWith('<') ? 'rx' : 'tx'}] ${client.slice(1)}\r\n`;
      logs.server += `${2000 + n} ${server.startsWith('<') ? '>>>' : '<<<'} ${server.slice(1)}\n`;
    }
  }
  return logs;
}

describe('Compare Sessions on large logs', function () {
  this.timeout(60_000); // on a busy machine

  const root = path.resolve('test/fixtures/corpus/pairs');
  const all = readdirSync(root).filter((name) => {
    const { client, server } = JSON.parse(readFileSync(path.join(root, name, 'pair.json'), 'utf8')) as Record<
      'client' | 'server',
      { format: string }
    >;
    return client.format === 'swaks' && server.format === 'sendmail-X';
  });
  const templates: Template[] = templatesOf(
    all.map((name) => ({ name, client: corpusText(`pairs/${name}/client.log`), server: corpusText(`pairs/${name}/server.log`) })),
  );

  it('has sessions to try', () => assert.ok(templates.length > 15, String(templates.length)));

  it('agrees with the comparison in memory on each captured pair', () => {
    for (const name of all) {
      const [client, server] = ['client', 'server'].map((side) => corpusText(`pairs/${name}/${side}.log`)) as [string, string];
      const found = large(client, server);
      if (!found) continue;
      assert.deepEqual(seen(found, true), seen(readableAll(compare(readTranscript(client), readTranscript(server))), true), name);
    }
  });

  for (const seed of [1, 2, 3])
    it(`agrees on captured sessions glued together, ${seed}`, () =>
      agree(glue(templates, { sessions: 120, alter: 0, missing: 0.2, random: randomFrom(seed) }), 5000));

  for (let seed = 10; seed < 22; seed++)
    it(`agrees when sessions are altered at random, ${seed}`, () =>
      agree(glue(templates, { sessions: 60, alter: 0.5, missing: 0.1, random: randomFrom(seed) })));

  for (let seed = 31; seed < 37; seed++)
    it(`agrees where the client hides its messages, ${seed}`, () =>
      agree(glue(templates, { sessions: 60, alter: 0.4, missing: 0.1, hides: true, random: randomFrom(seed) }), 777));

  for (let seed = 70; seed < 74; seed++)
    it(`agrees where one log has a few of the other's sessions, ${seed}`, () => {
      const { client, server } = glue(templates, { sessions: 80, alter: 0.4, missing: 0.85, random: randomFrom(seed) });
      assert.ok(client.length * 3 < server.length);
      agree({ client, server }, 5000);
      const all = glue(templates, { sessions: 60, alter: 0.3, missing: 0, random: randomFrom(seed + 10) });
      agree({ client: all.client, server: all.server.slice(0, all.client.length / 4) }, 5000);
    });

  for (const seed of [90, 91])
    it(`agrees however many recipients a message has, and looks at few in full, ${seed}`, () => {
      const logs = sentToMany(200, randomFrom(seed));
      agree(logs);
      const work = compareLarge(sourceOf(logs.client), sourceOf(logs.server), { inDetail: 0 });
      let inFull = 0;
      for (let step = work.next(); !step.done; step = work.next()) ({ inFull } = step.value);
      assert.ok(inFull < 80, `${inFull} in full`);
    });

  it('sees what was sent over one connection and received over several', () => {
    const session = (n: number, messages: readonly number[], client: boolean): string => {
      const [to, from] = client ? ['SMTP: 10:31:23 [tx] ', 'SMTP: 10:31:23 [rx] '] : [`${3000 + n} <<< `, `${3000 + n} >>> `];
      const lines = [`${from}220 mx.example.org ESMTP Sendmail 8.17.1/8.17.1; Tue, 1 Nov 2005 10:31:2${n % 10} -0600`];
      lines.push(`${to}HELO pc.example.org`, `${from}250 mx.example.org Hello pc.example.org [192.0.2.1], pleased to meet you`);
      for (const m of messages) {
        lines.push(`${to}MAIL FROM:<a${m}@example.org>`, `${from}250 2.1.0 <a${m}@example.org>... Sender ok`);
        lines.push(`${to}RCPT TO:<b${m}@example.com>`, `${from}250 2.1.5 <b${m}@example.com>... Recipient ok`);
        lines.push(`${to}DATA`, `${from}354 Enter mail, end with "." on a line by itself`, `${to}.`);
        lines.push(`${from}250 2.0.0 6ANabyx0${13_000 + m} Message accepted for delivery`);
      }
      return [...lines, `${to}QUIT`, `${from}221 2.0.0 mx.example.org closing connection`, ''].join('\n');
    };
    const pairs = [[1, 2], [3], [4, 5, 6], [7]];
    const client = pairs.map((messages, n) => session(n, messages, true)).join('');
    const apart = pairs.flat().map((m) => [m]);
    const server = apart.map((messages, n) => session(n, messages, false)).join('');
    agree({ client, server });
    assert.match(seen(large(client, server), true).join('\n'), /compare\/session-split/);
    const other = apart.map((messages, n) => session(n, messages, true)).join('');
    agree({ client: other, server: pairs.map((messages, n) => session(n, messages, false)).join('') });
  });

  it('sees the same offer from servers of several programs', () => {
    const greetings = ['ESMTP Postfix', 'ESMTP Exim 4.96 Sun, 22 Nov 2026 04:02:52 +0000', 'ESMTP Postfix', 'ESMTP'];
    const session = (n: number, offer: string): string =>
      [
        `SMTP: 10:31:23 [rx] 220 mx${n}.example.com ${greetings[n % 4]}`,
        'SMTP: 10:31:23 [tx] EHLO pc.example.org',
        ...[`mx${n}.example.com`, 'PIPELINING', offer].map((k) => `SMTP: 10:31:23 [rx] 250-${k}`),
        'SMTP: 10:31:23 [rx] 250 DSN',
        'SMTP: 10:31:23 [tx] QUIT',
        'SMTP: 10:31:23 [rx] 221 2.0.0 Bye',
        '',
      ].join('\n');
    const server = '1 >>> 220 mx.example.net ESMTP Postfix\n1 <<< QUIT\n1 >>> 221 2.0.0 Bye\n';
    const logOf = (offers: readonly string[]): string => offers.map((offer, n) => session(n, offer)).join('');
    for (const [offers, signs] of [
      [['SIZE 1000', 'SIZE 1000', 'SIZE 1000', 'SIZE 1000'], 1],
      [['SIZE 1000', 'SIZE 2000', 'SIZE 1000', 'SIZE 1000'], 0],
    ] as const) {
      const whole = compare(readTranscript(logOf(offers)), readTranscript(server));
      const found = large(logOf(offers), server);
      const told = [found, whole].map((r) => r?.together?.map((e) => [e.rule, e.weight, e.message, e.client?.line]) ?? []);
      assert.deepEqual(told[0], told[1]);
      assert.equal(told[0]!.length, signs);
      assert.equal(found?.verdict, whole.verdict);
    }
  });

  it('puts swapped logs right', () => {
    const { client, server } = glue(templates, { sessions: 30, alter: 0.3, missing: 0, random: randomFrom(40) });
    agree({ client: server, server: client });
  });

  it('leaves logs of other formats to the comparison in memory', () => {
    const { client } = glue(templates, { sessions: 5, alter: 0, missing: 0, random: randomFrom(50) });
    assert.equal(large(client, client), undefined);
    assert.equal(large('', ''), undefined);
    assert.equal(large(client, corpusText('pairs/direct--swaks-authplain--postfix/server.log')), undefined);
    assert.equal(large(client, '\0\x01\x02'.repeat(1000)), undefined);
  });

  it('does no more in a step than reading a chunk, pairing a hundred sessions, or looking at some in full', () => {
    const { client, server } = glue(templates, { sessions: 700, alter: 0, missing: 0, random: randomFrom(61) });
    const altered = glue(templates, { sessions: 300, alter: 1, missing: 0.2, random: randomFrom(62) });
    const without = server.replace(/^(\d+ >>> 250 2\.0\.0 )\w+( Message accepted)/gm, '$1unknown$2');
    // All at once, and no session has an end.
    const open = altered.server.replace(/^\d+ >>> 221 .*\n/gm, '');
    for (const [first, second] of [
      [client, without],
      [altered.client, altered.server],
      [altered.client, open],
    ] as const) {
      const work = compareLarge(sourceOf(first), sourceOf(second));
      let last: Pick<Progress, 'read' | 'pairs' | 'inFull'> = { read: 0, pairs: 0, inFull: 0 };
      let whole = 0; // steps after all was read
      for (let step = work.next(); !step.done; step = work.next()) {
        const { read, size, pairs, inFull } = step.value;
        assert.ok(read - last.read <= 256 * 1024, `${read - last.read} bytes`);
        assert.ok(inFull - last.inFull <= 6, `${inFull - last.inFull} in full`);
        if (last.read === size) {
          whole++;
          assert.ok(pairs - last.pairs <= 100, `${pairs - last.pairs} pairs`);
        }
        last = { read, pairs, inFull };
      }
      assert.ok(whole > 1, `${whole} steps`);
      assert.ok(last.inFull > 50, `${last.inFull} in full`);
    }
  });

  it('tells how far it has come, and pairs with signs before it is done', () => {
    const { client, server } = glue(templates, { sessions: 600, alter: 0.1, missing: 0, random: randomFrom(60) });
    const steps: Progress[] = [];
    const work = compareLarge(sourceOf(client, 20_000), sourceOf(server, 20_000));
    for (let step = work.next(); !step.done; step = work.next()) steps.push(step.value);
    assert.ok(steps.length > 20);
    assert.ok(steps.every((s, i) => i === 0 || s.read >= steps[i - 1]!.read));
    assert.equal(steps.at(-1)!.read, steps.at(-1)!.size);
    const first = steps.findIndex((s) => s.signs > 0);
    assert.ok(first >= 0 && first < steps.length / 2, `first sign at step ${first} of ${steps.length}`);
  });
});
