/** A session recorded by us and by a real sendmail at once, directly and through real proxies; then both are compared. */
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { postmasterAsync } from '../cli/run';
import { missing, startProxy, startSendmail, type Daemon, type Sendmail } from '../support/mailDaemons';

interface Compared {
  verdict: string;
  product?: string;
  pairs: { verdict: string; evidence: { rule: string }[] }[];
  unpaired: { client: unknown[]; server: unknown[] };
}

describe('a session recorded on both sides', () => {
  let folder: string;
  let sendmail: Sendmail;
  let proxy: Daemon | undefined;
  let sessions = 0;
  before(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'postmaster-both-'));
    sendmail = await startSendmail();
  });
  afterEach(async () => {
    await proxy?.stop();
    proxy = undefined;
  });
  after(async () => {
    await sendmail?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  async function recordAndCompare(port: number): Promise<Compared & { exit: number | null }> {
    const client = path.join(folder, `${port}.smtp`);
    const before = sessions === 0 ? '' : readFileSync(sendmail.log, 'latin1');
    const addresses = ['--from', 'alice@client.example.org', '--to', 'bob@mail.example.com', '--helo', 'client.example.org'];
    const recorded = await postmasterAsync(['record', `127.0.0.1:${port}`, ...addresses, '-o', client]);
    assert.equal(recorded.err, '');
    assert.match(recorded.out, /^the server took the message: 250 2\.0\.0 \w+ Message accepted for delivery\n$/);
    const server = readFileSync(await sendmail.written(++sessions), 'latin1').slice(before.length);
    const compared = await postmasterAsync(['compare', client, '-', '--format', 'json'], Buffer.from(server, 'latin1'));
    return { ...(JSON.parse(compared.out) as Compared), exit: compared.exit };
  }

  it('by a client and a server that speak to each other directly: none', async () => {
    const { exit, verdict, pairs, unpaired } = await recordAndCompare(sendmail.port);
    assert.equal(verdict, 'none');
    assert.equal(exit, 0);
    assert.equal(pairs.length, 1);
    assert.deepEqual(unpaired, { client: [], server: [] });
  });

  for (const [program, product] of [
    ['clamsmtpd', /ClamSMTP/],
    ['proxsmtpd', /proxsmtp/],
  ] as const) {
    it(`through ${program}: certain, and it is named`, async function () {
      if (missing(program).length > 0) return this.skip();
      proxy = await startProxy(program, sendmail.port);
      const found = await recordAndCompare(proxy.port);
      assert.equal(found.verdict, 'certain');
      assert.equal(found.exit, 1);
      assert.match(found.product ?? '', product);
      const rules = found.pairs.flatMap((p) => p.evidence.map((e) => e.rule));
      assert.ok(rules.length > 3, rules.join(' '));
    });
  }
});
