import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { CancellationTokenSource } from 'vscode-languageserver/node';
import { languages } from '../../server/src/core/languages';
import { connect, spawnServer, type TestClient } from '../support/client';
import { createToy, toyLanguages } from '../support/toy';

const uri = 'file:///etc/mail/access';
const start = { line: 0, character: 0 };

describe('server: whatever happens', () => {
  let client: TestClient;
  afterEach(() => client.stop());

  it('a feature that breaks gives an empty result and one line in the log, and the server goes on', async () => {
    const toy = createToy();
    client = await connect({ languages: toyLanguages(toy) });
    client.open(uri, toy.id, 'boom');
    assert.equal(await client.request('hover', uri, start), null);
    assert.deepEqual(await client.request('completion', uri, start), []);
    assert.deepEqual(await client.request('documentSymbol', uri), []);
    assert.equal(await client.request('hover', uri, start), null);
    assert.deepEqual(client.log, [
      'textDocument/hover failed: boom at somewhere',
      'textDocument/completion failed: boom at somewhere',
      'textDocument/documentSymbol failed: boom at somewhere',
    ]);
    client.change(uri, { text: 'foo' });
    assert.notEqual(await client.request('hover', uri, start), null);
  });

  it('a parser that breaks does not end the server', async () => {
    const toy = createToy();
    const languages = toyLanguages({
      ...toy,
      parse: () => {
        throw new Error('no parse');
      },
    });
    client = await connect({ languages });
    client.open(uri, toy.id, 'x');
    assert.deepEqual(await client.problems(uri), []);
    assert.equal(await client.request('hover', uri, start), null);
  });

  it('a request that is cancelled while it waits is answered without the work', async () => {
    const toy = createToy();
    client = await connect({ languages: toyLanguages(toy) });
    client.open(uri, toy.id, 'foo');
    const source = new CancellationTokenSource();
    const asked = client.connection.sendRequest('textDocument/hover', { textDocument: { uri }, position: start }, source.token);
    source.cancel();
    await assert.rejects(asked, { code: -32800 });
    assert.equal(toy.parses.count, 0);
  });

  it('edits sent faster than anybody types give the same text as the whole text sent anew', async () => {
    const toy = createToy();
    client = await connect({ languages: toyLanguages(toy) });
    const text = fc.string({ unit: fc.constantFrom('a', 'foo', '\n', '\r\n', '\r', ' ', 'é', '𝄞') });
    const edit = fc.record({ from: fc.nat(40), length: fc.nat(5), text });
    let n = 0;
    await fc.assert(
      fc.asyncProperty(text, fc.array(edit, { maxLength: 20 }), async (initial, edits) => {
        const file = `file:///edits/${n++}.access`;
        client.open(file, toy.id, initial);
        let expected = initial;
        for (const e of edits) {
          const from = whole(expected, Math.min(e.from, expected.length));
          const to = whole(expected, Math.min(from + e.length, expected.length));
          const range = { start: place(expected, from), end: place(expected, to) };
          client.change(file, { range, text: e.text });
          expected = expected.slice(0, from) + e.text + expected.slice(to);
        }
        const after = await client.problems(file);
        client.change(file, { text: expected });
        assert.deepEqual(after, await client.problems(file));
        assert.equal(after.length, expected.split('foo').length - 1);
        client.close(file);
      }),
      { numRuns: 60 },
    );
  });

  it('every language opens, changes and closes, with any bytes in it', async () => {
    client = await connect();
    const bytes = Array.from({ length: 256 }, (_, i) => String.fromCharCode(i)).join('');
    for (const id of languages.keys()) {
      const file = `file:///any/${id}`;
      client.open(file, id, bytes);
      await everything(client, file);
      client.change(
        file,
        { range: { start, end: start }, text: '((((`````"""\n' },
        { range: { start, end: { line: 3, character: 0 } }, text: '' },
      );
      await everything(client, file);
      client.change(file, { text: '' });
      await everything(client, file);
      client.close(file);
    }
    assert.deepEqual(client.log, []);
  });

  it('a line of five million characters does not stop any language', async function () {
    this.timeout(60_000);
    client = await connect();
    for (const id of languages.keys()) {
      const file = `file:///long/${id}`;
      client.open(file, id, 'x'.repeat(5_000_000));
      await everything(client, file);
      client.close(file);
    }
    assert.deepEqual(client.log, []);
  });
});

describe('server: as a process of its own', () => {
  it('speaks --stdio to any client and ends when told', async () => {
    const client = await spawnServer({ capabilities: {} });
    assert.equal(client.initialized.serverInfo?.name, 'Postmaster');
    client.open(uri, 'sendmail-access', 'Connect:example.com\tRELAY\n');
    assert.ok(Array.isArray(await client.request('documentSymbol', uri)));
    await client.stop();
  });

  it('reads no devices that a folder has links to', async function () {
    if (process.platform === 'win32') this.skip();
    const folder = mkdtempSync(path.join(tmpdir(), 'mail-'));
    try {
      for (const name of ['aliases', 'access']) symlinkSync('/dev/zero', path.join(folder, name));
      const client = await spawnServer();
      const file = pathToFileURL(path.join(folder, 'sendmail.mc')).href;
      client.open(file, 'sendmail-mc', "FEATURE(`acces_db')\n");
      assert.ok((await client.problems(file)).some((p) => p.code === 'mc/unknown-feature'));
      await client.stop();
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

/** Asks for all there is. */
async function everything(client: TestClient, file: string): Promise<void> {
  const range = { start, end: { line: 10, character: 0 } };
  await Promise.all([
    client.problems(file),
    client.request('hover', file, { line: 1, character: 3 }),
    client.request('completion', file, { line: 1, character: 3 }),
    client.request('documentSymbol', file),
    client.request('foldingRange', file),
    client.request('definition', file, start),
    client.request('references', file, start, { context: { includeDeclaration: true } }),
    client.request('codeAction', file, undefined, { range, context: { diagnostics: [] } }),
    client.initialized.capabilities.semanticTokensProvider && client.request('semanticTokens/full', file),
    client.initialized.capabilities.codeLensProvider && client.request('codeLens', file),
  ]);
}

/** An editor never cuts CR LF or a pair of surrogates in two. */
function whole(text: string, offset: number): number {
  const [before, after] = [text.charCodeAt(offset - 1), text.charCodeAt(offset)];
  return (before === 13 && after === 10) || (before >= 0xd800 && before < 0xdc00 && after >= 0xdc00) ? offset - 1 : offset;
}

function place(text: string, offset: number): { line: number; character: number } {
  const lines = text.slice(0, offset).split(/\r\n|\r|\n/);
  return { line: lines.length - 1, character: lines.at(-1)!.length };
}
