/** Logs judged by the shapes of their sessions: the same problems as when each session is read and judged. */
import assert from 'node:assert/strict';
import { hover } from '../../../server/src/core/smtp/hover';
import { runRules, type Problem, type RuleOptions } from '../../../server/src/core/problem';
import { openTranscript } from '../../../server/src/core/smtp/open';
import { readTranscript } from '../../../server/src/core/smtp/reader';
import { judgeShapes, type Judgement } from '../../../server/src/core/smtp/survey/judge';
import { surveyLog } from '../../../server/src/core/smtp/survey/survey';
import { rules, validate } from '../../../server/src/core/smtp/validate';
import { busyLog, type BusyOptions, type Recorded } from '../../support/busyLog';
import { corpusLogs, corpusText } from '../../support/corpus';
import { linesOf } from '../../support/dialogue';
import { cases } from '../../support/faults';
import { randomFrom } from '../../support/glue';
import { converse, scripts } from '../../support/lab/scripts';

/** Every session of sendmail -X among the captured logs, without its process ids. */
const captured: Recorded[] = corpusLogs().flatMap((name) => {
  const text = corpusText(name);
  if (!/^\d+ (?:<<<|>>>) /.test(text)) return [];
  const byId = new Map<string, string[]>();
  for (const line of text.match(/[^\n]+\n?/g) ?? []) {
    const id = /^\d+(?= (?:<<<|>>>|===))/.exec(line)?.[0];
    if (id === undefined) continue;
    const own = byId.get(id);
    if (own) own.push(line.slice(id.length + 1));
    else byId.set(id, [line.slice(id.length + 1)]);
  }
  return [...byId.values()];
});

const faulty: Recorded[] = cases.map(([, , script]) =>
  linesOf(script).map(({ from, text }) => (from === 'C' ? `<<< ${text}\r\n` : `>>> ${text}\n`)),
);

const made: Recorded[] = Object.values(scripts).map((script, i) =>
  converse(script, 'sendmail', undefined, i).server.flatMap(({ from, what, lines }) =>
    [...lines, ...(what === 'message' ? ['.'] : [])].map((text) => (from === 'client' ? `<<< ${text}\r\n` : `>>> ${text}\n`)),
  ),
);

const PLAIN: Recorded = [
  '>>> 220 mail.example.com ESMTP Sendmail 8.17.1/8.17.1; Tue, 1 Nov 2005 10:31:26 -0600\n',
  '<<< EHLO client.example.org\r\n',
  '>>> 250-mail.example.com Hello client.example.org [192.0.2.5], pleased to meet you\n',
  '>>> 250-PIPELINING\n',
  '>>> 250-SIZE 26214400\n',
  '>>> 250 HELP\n',
  '<<< MAIL FROM:<bob@example.org> SIZE=2048\r\n',
  '>>> 250 2.1.0 <bob@example.org>... Sender ok\n',
  '<<< RCPT TO:<alice@example.com>\r\n',
  '>>> 250 2.1.5 <alice@example.com>... Recipient ok\n',
  '<<< DATA\r\n',
  '>>> 354 Enter mail, end with "." on a line by itself\n',
  '<<< Subject: 4ABC1234\r\n',
  '<<< \r\n',
  '<<< how are you\r\n',
  '<<< .\r\n',
  '>>> 250 2.0.0 4ABC1234 Message accepted for delivery\n',
  '<<< QUIT\r\n',
  '>>> 221 2.0.0 mail.example.com closing connection\n',
];
const REFUSED = PLAIN.map((line) => (/Recipient ok/.test(line) ? '>>> 550 5.1.1 <alice@example.com>... User unknown\n' : line));

const ORDINARY: Omit<BusyOptions, 'random'> = { sessions: 120, atOnce: 8, forks: 0.2, damaged: 0, cut: 0, idsComeAgain: false };

function judged(log: string, options?: RuleOptions): (Judgement & { readonly connections: number }) | undefined {
  const survey = surveyLog(log);
  if (!survey) return undefined;
  const steps = judgeShapes(survey, rules, options);
  for (;;) {
    const step = steps.next();
    if (step.done) return { ...step.value, connections: survey.connections.length };
  }
}

function said(problems: readonly Problem[]): string[] {
  return problems.map((p) => `${p.start}–${p.end} ${p.severity} ${p.rule} ${p.message} ${JSON.stringify(p.related ?? [])}`);
}

/** How many connections were surveyed and how many judged in full; the problems must be the same. Undefined for an unfit log. */
function compared(log: string): (Pick<Judgement, 'inFull'> & { readonly connections: number }) | undefined {
  const fast = judged(log);
  if (fast) assert.deepEqual(said(fast.problems), said(runRules(rules, readTranscript(log))));
  return fast;
}

describe('a log judged by the shapes of its sessions', function () {
  this.timeout(60_000);
  const seeds = Array.from({ length: Number(process.env.SURVEYS ?? 3) }, (_, i) => i + 1);

  it('reads one session of many that are alike', () => {
    const log = busyLog([PLAIN], { ...ORDINARY, random: randomFrom(1) });
    const { connections, inFull } = compared(log)!;
    assert.ok(connections >= 120); // a reply too far from its command begins another
    assert.ok(inFull <= 3, `${inFull}`);
  });

  it('says of each refusal what it says', () => {
    const log = busyLog([PLAIN, REFUSED], { ...ORDINARY, random: randomFrom(2) });
    const { connections, inFull } = compared(log)!;
    assert.ok(connections >= 120); // a reply too far from its command begins another
    assert.ok(inFull <= 6, `${inFull}`);
    assert.ok(judged(log)!.problems.length > 60);
  });

  it('respects settings', () => {
    const log = busyLog([REFUSED], { ...ORDINARY, random: randomFrom(3) });
    const off = { rules: { 'smtp/refused': 'off', 'smtp/data-without-recipient': 'hint' } } as const;
    assert.deepEqual(said(judged(log, off)!.problems), said(runRules(rules, readTranscript(log), off)));
  });

  it('respects comments', () => {
    const log = busyLog([REFUSED.flatMap((l) => (/^>>> 550/.test(l) ? ['=== postmaster-ignore smtp/refused\n', l] : [l]))], {
      ...ORDINARY,
      random: randomFrom(4),
    });
    assert.deepEqual(said(validate(openTranscript(log, 0))), said(runRules(rules, readTranscript(log))));
  });

  const pools: readonly (readonly [string, readonly Recorded[]])[] = [
    ['captured', captured],
    ['faulty', faulty],
    ['made', made],
    ['captured, faulty, made and plain', [...captured, ...faulty, ...made, ...Array.from({ length: 200 }, () => PLAIN)]],
  ];
  const ways: readonly (readonly [string, Partial<BusyOptions>])[] = [
    ['as they are', { forks: 0 }],
    ['with forks', {}],
    ['damaged', { damaged: 0.5, forks: 0 }],
    ['damaged, with forks', { damaged: 0.3 }],
    ['cut', { cut: 37, forks: 0 }],
    ['cut, with forks', { cut: 5 }],
    ['with ids that come again', { idsComeAgain: true, damaged: 0.1 }],
  ];
  for (const [name, recorded] of pools)
    for (const [how, options] of ways)
      it(`gives the same problems: ${name} sessions, ${how}`, () => {
        for (const seed of seeds) compared(busyLog(recorded, { ...ORDINARY, ...options, random: randomFrom(seed) }));
      });

  it('gives the same problems after an edit anywhere', () => {
    const random = randomFrom(5);
    const log = busyLog([PLAIN, REFUSED, ...faulty], { ...ORDINARY, sessions: 40, random });
    let fit = 0;
    const edits = 10 * seeds.length;
    for (let i = 0; i < edits; i++) {
      const at = Math.floor(random() * log.length);
      if (compared(log.slice(0, at) + 'abc0<> .'[i % 8] + log.slice(at))) fit++;
    }
    assert.ok(fit > 0.6 * edits, `${fit} of ${edits}`);
  });

  it('gives the same problems in text with other line ends', () => {
    for (const eol of ['\n', '\r\n', '^M\n']) {
      const log = busyLog([PLAIN, ...captured, ...faulty], { ...ORDINARY, random: randomFrom(6) });
      compared(log.replace(/\r?\n/g, eol));
    }
  });

  it('gives the same problems in a log of many pieces, and in lines that are longer than a piece', () => {
    const saying = (text: string): Recorded => PLAIN.map((line) => line.replace('how are you', text));
    const recorded = [PLAIN, REFUSED, saying('Grüße aus 東京'), saying('x'.repeat(70_000)), ...made];
    const log = busyLog(recorded, { ...ORDINARY, sessions: 600, random: randomFrom(9) });
    assert.ok(log.length > 500_000);
    assert.ok(compared(log.trimEnd()));
  });

  it('leaves alone what is no log of this kind, or one that must be read', () => {
    const log = busyLog([PLAIN], { ...ORDINARY, random: randomFrom(7) });
    const prose = 'Nov 22 04:12:15 mail postfix/smtpd[3211]: > a[192.0.2.7]: 220 mail.example.com ESMTP\n'.repeat(3);
    for (const other of [
      '',
      'x',
      log.slice(0, 900),
      log.replace('EHLO', 'EH\x1b[0mLO'),
      log.replace('QUIT', 'QU\rIT'),
      `\uFEFF${log}`,
    ])
      assert.equal(surveyLog(other), undefined);
    assert.equal(surveyLog(log + prose + log), undefined);
  });

  it('hovers as over a log that was read', () => {
    const log = busyLog([PLAIN, REFUSED, ...made], { ...ORDINARY, damaged: 0.1, forks: 0, random: randomFrom(8) });
    const [opened, read] = [openTranscript(log, 0), readTranscript(log)];
    assert.ok(opened.survey);
    for (let offset = 0; offset < log.length; offset += 97) assert.deepEqual(hover(opened, offset), hover(read, offset));
    assert.deepEqual(opened.sessions, read.sessions);
  });
});
