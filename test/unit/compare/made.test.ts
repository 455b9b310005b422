import assert from 'node:assert/strict';
import type { CompareReport } from '../../../server/src/core/compare/report';
import { compareLogs, signs } from '../../support/compare';
import type { Meddler } from '../../support/lab/meddlers';
import { meddlers } from '../../support/lab/meddlers';
import type { Pen } from '../../support/lab/render';
import { clientPens, serverPens } from '../../support/lab/render';
import type { Made } from '../../support/lab/scripts';
import { converse, scripts } from '../../support/lab/scripts';
import type { Said } from '../../support/lab/wire';
import { serverKinds } from '../../support/lab/wire';

/** Pens that write the message's text down. */
const SHOWS =
  /^(?:swaks|smtplib2?|nodemailer|net-smtp|telnet|mutt|neomutt|s-nail|sendmail-X(?:-client)?|ssmtp|javamail|phpmailer|s-c|opensmtpd|aiosmtpd)$/;

/** Server logs with codes, counts or commands alone: most of what is done to replies cannot be seen beside them. */
const TERSE = /^(?:postfix-maillog|iis|aiosmtpd-info)$/;

/** Every server, script and pair of formats, a different choice of them for each meddler: deterministic. */
function* conversations(meddler: Meddler | undefined, most: number): Generator<[Made, Pen, Pen, string, number]> {
  const all = serverKinds.flatMap((kind) => serverPens[kind]!.map((pen) => [kind, pen] as const));
  const titles = Object.keys(scripts);
  const start = meddler ? meddlers.indexOf(meddler) * 131 : 0;
  for (let n = 0; n < most; n++) {
    const i = start + n;
    const [kind, serverPen] = all[(i * 7) % all.length]!;
    const title = titles[(i * 11 + Math.floor(i / 15)) % titles.length]!;
    const clientPen = clientPens[(i * 5 + Math.floor(i / 21)) % clientPens.length]!;
    const made = converse(scripts[title]!, kind, meddler, i % 97);
    yield [made, clientPen, serverPen, `${title}: ${clientPen.name} and ${serverPen.name} of ${kind}`, i];
  }
}

/** Each end writes down what it had; the server's clock is wrong and in another zone. */
function compared(made: Made, clientPen: Pen, serverPen: Pen, n: number): CompareReport {
  const ink = { skew: 0, pid: 12_000 + (n % 999), peer: 'mail.example.com', address: '127.0.0.1' };
  const server = { ...ink, skew: ((n % 29) - 14) * 3600 - 97, peer: 'client.example.org', address: '127.0.0.2' };
  return compareLogs(clientPen.write(made.client, ink), serverPen.write(made.server, server));
}

function isVisible(made: Made, clientPen: Pen, serverPen: Pen): boolean {
  const mail = SHOWS.test(clientPen.name) && SHOWS.test(serverPen.name);
  const shown = (said: readonly Said[]): string =>
    JSON.stringify(said.filter((s) => mail || s.what !== 'message').map((s) => s.lines));
  return shown(made.client) !== shown(made.server);
}

/** What happens to logs before somebody looks at them. `n` chooses where. */
const MISHAPS: readonly (readonly [string, (log: string, n: number) => string])[] = [
  [
    'its beginning lost',
    (log, n) =>
      log
        .split('\n')
        .slice((n % 9) + 1)
        .join('\n'),
  ],
  [
    'its end lost',
    (log, n) =>
      log
        .split('\n')
        .slice(0, -((n % 9) + 2))
        .join('\n') + '\n',
  ],
  ['cut in the middle of a line', (log, n) => log.slice(0, Math.floor(log.length * (0.3 + (n % 60) / 100)))],
  ['long lines cut', (log) => log.replace(/^(.{512}).*$/gm, '$1')],
  ['Windows line ends', (log) => log.replace(/\r?\n/g, '\r\n')],
  ['blanks at the ends of lines taken out', (log) => log.replace(/[ \t\r]+\n/g, '\n')],
  ['names and addresses blacked out', (log) => log.replace(/(?:alice|carol)@/g, 'xxxxx@').replace(/127\.0\.0\.2/g, 'x.x.x.x')],
  ['eaten by a web page', (log) => log.replace(/</g, '&lt;').replace(/>/g, '&gt;')],
];

describe('Compare Sessions on made conversations', () => {
  it('is silent on direct ones, whoever wrote them down', function () {
    this.timeout(60_000);
    for (const [made, clientPen, serverPen, title, n] of conversations(undefined, 900)) {
      const report = compared(made, clientPen, serverPen, n);
      assert.equal(report.verdict, 'none', `${title}\n${signs(report).join('\n')}`);
      // Postfix's plain log says nothing of a mail refused at its end.
      if (serverPen.name !== 'postfix-maillog') assert.equal(report.pairs.length, 1, title);
    }
  });

  for (const side of ['client', 'server'] as const)
    for (const [mishap, harm] of MISHAPS)
      it(`is silent on direct ones where the ${side}'s log was harmed: ${mishap}`, function () {
        this.timeout(60_000);
        for (const [made, clientPen, serverPen, title, n] of conversations(undefined, 260)) {
          const harmed = (pen: Pen, which: string): Pen =>
            which === side ? { ...pen, write: (wire, ink) => harm(pen.write(wire, ink), n) } : pen;
          const report = compared(made, harmed(clientPen, 'client'), harmed(serverPen, 'server'), n);
          assert.equal(report.verdict, 'none', `${title}\n${signs(report).join('\n')}`);
        }
      });

  let seen = 0;
  let found = 0;
  for (const meddler of meddlers)
    it(meddler.name, () => {
      const missed: string[] = [];
      let visible = 0;
      for (const [made, clientPen, serverPen, title, n] of conversations(meddler, 36)) {
        if (TERSE.test(serverPen.name) || !isVisible(made, clientPen, serverPen)) continue;
        visible++;
        const report = compared(made, clientPen, serverPen, n);
        if (report.verdict !== 'likely' && report.verdict !== 'certain') missed.push(`${title}: ${report.verdict}`);
        else if (report.product !== undefined) assert.match(report.product, meddler.product ?? /^nobody's/, title);
      }
      seen += visible;
      found += visible - missed.length;
      assert.ok(visible > 1, 'some logs show it');
      assert.ok(missed.length <= visible * (meddler.rare ?? 0.05), missed.join('\n'));
    });

  it('finds at least 95 of 100 altogether', () => {
    assert.ok(found >= seen * 0.95, `${found} of ${seen}`);
  });
});
