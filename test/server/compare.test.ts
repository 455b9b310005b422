import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { CancellationTokenSource } from 'vscode-languageserver/node';
import { READ_FILE, type CompareResult, type LadderResult } from '../../server/src/protocol';
import { busyPair } from '../support/busy';
import { connect, spawnServer, type TestClient } from '../support/client';

const pair = path.resolve('test/fixtures/corpus/pairs/seed-ibm');
const clientLog = pathToFileURL(path.join(pair, 'client.log')).href;
const serverLog = pathToFileURL(path.join(pair, 'server.log')).href;
const host = { read: (uri: string) => Promise.resolve(readFileSync(new URL(uri), 'latin1')) };

describe('server: Compare Sessions', () => {
  let client: TestClient | undefined;
  afterEach(() => client?.stop());

  const compare = (left: string, right: string, unsaved: string[] = []) =>
    client!.connection.sendRequest<CompareResult>('postmaster/compare', { left, right, unsaved });

  it('finds the proxy and gives report, links and the lines side by side, whatever the order', async () => {
    client = await connect({ host });
    const result = await compare(clientLog, serverLog);
    assert.match(result.report.verdict, /likely|certain/);
    const swapped = await compare(serverLog, clientLog);
    assert.equal(swapped.client, clientLog);
    assert.equal(swapped.server, serverLog);
    assert.deepEqual(swapped.aligned, result.aligned);
    assert.ok(result.links.length > 0);
    for (const link of result.links) assert.match(result.text.slice(link.start, link.end), /^\d+$/);
    const { client: left, server: right } = result.aligned;
    assert.equal(left.text.split('\n').length, right.text.split('\n').length);
    assert.equal(left.lines.length, right.lines.length);
    const lines = readFileSync(path.join(pair, 'client.log'), 'latin1').split('\n');
    const rset = left.text.split('\n').findIndex((l) => l.startsWith('C: RSET'));
    assert.match(lines[left.lines[rset]!]!, /RSET/);
  });

  it('finds nothing between a log and itself', async () => {
    client = await connect({ host });
    const { report, text } = await compare(serverLog, serverLog);
    assert.equal(report.verdict, 'none');
    assert.match(text, /^none: /);
  });

  it("reads the file's bytes: the editor's text has lost its line ends", async () => {
    client = await connect({ host });
    const text = readFileSync(path.join(pair, 'client.log'), 'latin1');
    client.open(clientLog, 'smtp-transcript', 'no transcript at all');
    assert.equal((await compare(clientLog, clientLog)).report.verdict, 'none');
    await assert.rejects(compare(clientLog, serverLog, [clientLog]), /client\.log is no SMTP transcript/);
    client.change(clientLog, { text });
    assert.notEqual((await compare(clientLog, serverLog, [clientLog])).report.verdict, 'none');
  });

  it('reads text that has no file from the editor', async () => {
    client = await connect();
    client.open('untitled:Untitled-1', 'smtp-transcript', readFileSync(path.join(pair, 'client.log'), 'latin1'));
    client.open('untitled:Untitled-2', 'smtp-transcript', readFileSync(path.join(pair, 'server.log'), 'latin1'));
    const { report, text } = await compare('untitled:Untitled-1', 'untitled:Untitled-2');
    assert.notEqual(report.verdict, 'none');
    assert.match(text, /Untitled-1 +Untitled-2/);
  });

  it('shows 8-bit text as the reader knows it, and links that still fit', async () => {
    const said = (text: string) =>
      Buffer.from(`S: 220 mail ESMTP\nC: EHLO a\nS: 250 ${text}\nC: QUIT\nS: 221 bye\n`).toString('latin1');
    const files: Record<string, string> = { 'file:///a': said('Grüße'), 'file:///b': said('Servus, woast scho') };
    client = await connect({ host: { read: (uri) => Promise.resolve(files[uri]!) } });
    const result = await compare('file:///a', 'file:///b');
    assert.match(result.aligned.client.text, /S: 250 Grüße/);
    for (const link of result.links) assert.match(result.text.slice(link.start, link.end), /^\d+$/);
  });

  it('says which file is no transcript or cannot be read, in one line', async () => {
    client = await spawnServer();
    const readme = pathToFileURL(path.resolve('package.json')).href;
    await assert.rejects(compare(readme, serverLog), {
      message: 'package.json is no SMTP transcript: no session was found in it.',
    });
    await assert.rejects(compare(serverLog, 'file:///no/such%20file'), { message: '/no/such file: there is no such file.' });
    await assert.rejects(compare('what is this', serverLog), /what is this/);
    assert.deepEqual(client.log, []);
    assert.notEqual((await compare(clientLog, serverLog)).report.verdict, 'none');
  });

  it('has the client read what is in no file system of the machine', async () => {
    client = await spawnServer();
    const asked: string[] = [];
    client.connection.onRequest(READ_FILE, ({ uri }: { uri: string }) => {
      asked.push(uri);
      return { bytes: readFileSync(path.join(pair, path.basename(uri)), 'latin1') };
    });
    const { report } = await compare('vscode-vfs://repo/client.log', 'vscode-vfs://repo/server.log');
    assert.notEqual(report.verdict, 'none');
    assert.deepEqual(asked, ['vscode-vfs://repo/client.log', 'vscode-vfs://repo/server.log']);
  });

  it('stops when it is cancelled between two steps', async () => {
    const source = new CancellationTokenSource();
    client = await connect({
      host: {
        read(uri) {
          source.cancel();
          return new Promise((resolve) => setTimeout(() => resolve(readFileSync(new URL(uri), 'latin1')), 50));
        },
      },
    });
    await assert.rejects(
      client.connection.sendRequest('postmaster/compare', { left: clientLog, right: serverLog }, source.token),
      {
        code: -32800,
      },
    );
  });

  const ladder = (logs: { uri: string; lines?: [number, number] }[], more: object = {}) =>
    client!.connection.sendRequest<LadderResult>('postmaster/ladder', {
      logs,
      page: { nonce: 'n', script: 'x.js', state: '[]' },
      ...more,
    });

  it('draws a comparison as a page with links into the logs, and as a drawing', async () => {
    client = await connect({ host });
    const logs = [{ uri: clientLog }, { uri: serverLog }];
    const page = await ladder(logs);
    assert.match(page.verdict, /likely|certain/);
    assert.match(page.text, /<script nonce="n" src="x\.js">/);
    assert.match(page.text, /data-log="0" data-line="10"/);
    assert.match((await ladder(logs, { draw: 'h0p0' })).text, /^<svg /);
    const nothing = ladder([{ uri: clientLog }, { uri: serverLog, lines: [900, 901] }]);
    await assert.rejects(nothing, { message: 'No SMTP session was found in what is selected in server.log.' });
  });

  it('compares the lines that are selected, by their own numbers', async () => {
    client = await connect();
    const log = readFileSync(path.join(pair, 'client.log'), 'latin1');
    const both = `notes\nof mine\n${log}\n\nthe other side\n${readFileSync(path.join(pair, 'server.log'), 'latin1')}`;
    const end = 2 + log.split('\n').length;
    client.open('untitled:Both', 'smtp-transcript', both);
    const uri = 'untitled:Both';
    const last = both.split('\n').length - 1;
    const { report } = await client.connection.sendRequest<CompareResult>('postmaster/compare', {
      left: uri,
      right: uri,
      unsaved: [uri],
      lines: [
        [2, end - 1],
        [end + 1, last],
      ],
    });
    assert.match(report.verdict, /likely|certain/);
    const lines = both.split('\n');
    const data = report.pairs[0]!.evidence.find((e) => e.rule === 'compare/data-answered-elsewhere')!;
    assert.match(lines[data.client!.line]!, /354 Please start/);
    assert.match(lines[data.server!.line]!, /354 Enter mail/);
    assert.ok(data.client!.line >= 2 && data.server!.line > end);
  });

  describe('of large files', function () {
    this.timeout(120_000);
    const folder = mkdtempSync(path.join(os.tmpdir(), 'postmaster-'));
    const [large, busy] = ['client.log', 'server.log'].map((name) => pathToFileURL(path.join(folder, name)).href) as [
      string,
      string,
    ];
    before(() => {
      const logs = busyPair(12_000_000, new Set([1000, 2000]));
      writeFileSync(new URL(large), logs.client.join(''), 'latin1');
      writeFileSync(new URL(busy), logs.server.join(''), 'latin1');
    });
    after(() => rmSync(folder, { recursive: true }));

    it('tells how far it has come, answers meanwhile, and names the altered sessions', async () => {
      client = await spawnServer();
      const progress: { percentage: number; message: string }[] = [];
      client.connection.onNotification('$/progress', ({ value }: { value: (typeof progress)[number] }) => {
        progress.push(value);
      });
      const params = { left: large, right: busy, workDoneToken: 'one' };
      const comparing = client.connection.sendRequest<CompareResult>('postmaster/compare', params);
      client.open('file:///a.smtp', 'smtp-transcript', 'S: 220 mail ESMTP\nC: QUIT\nS: 221 bye\n');
      const order: string[] = [];
      const hover = client.connection
        .sendRequest('textDocument/hover', { textDocument: { uri: 'file:///a.smtp' }, position: { line: 1, character: 4 } })
        .then(() => order.push('hover'));
      const { report, text, aligned } = await comparing;
      order.push('comparison');
      await hover;
      assert.deepEqual(order, ['hover', 'comparison']);
      assert.equal(report.pairs.length, 2);
      assert.ok(report.pairs.every((p) => p.verdict === 'certain' || p.verdict === 'likely'));
      assert.ok((report.silent?.pairs ?? 0) > 1000);
      assert.match(text, /354 Go ahead/);
      assert.match(aligned.client.text, /S: 354 Go ahead/);
      assert.ok(progress.every((p, i) => p.percentage <= 100 && p.percentage >= (progress[i - 1]?.percentage ?? 0)));
    });

    it('draws them', async () => {
      client = await spawnServer();
      const logs = [{ uri: large }, { uri: busy }];
      const { text } = await client.connection.sendRequest<LadderResult>('postmaster/ladder', { logs, page: { nonce: 'x' } });
      assert.match(text, /354 Go ahead/);
    });

    it('stops at once when it is cancelled, and compares again', async () => {
      client = await spawnServer();
      const source = new CancellationTokenSource();
      const cancelled = client.connection.sendRequest('postmaster/compare', { left: large, right: busy }, source.token);
      source.cancel();
      await assert.rejects(cancelled, { code: -32800 });
      assert.equal((await compare(large, busy)).report.pairs.length, 2);
    });

    it('compares in slices where there are no threads', async () => {
      client = await connect({ host });
      const { report, text } = await compare(busy, large);
      assert.equal(report.swapped, true);
      assert.equal(report.pairs.length, 2);
      assert.match(text, /354 Go ahead/);
    });
  });
});
