import assert from 'node:assert/strict';
import type {
  CodeAction,
  CodeLens,
  CompletionItem,
  DocumentSymbol,
  Hover,
  Location,
  SemanticTokens,
} from 'vscode-languageserver/node';
import { connect, eventually, type TestClient } from '../support/client';
import { createToy, toyLanguages, type Toy } from '../support/toy';

const uri = 'file:///etc/mail/access';

describe('server: features', () => {
  let toy: Toy;
  let client: TestClient;

  beforeEach(async () => {
    toy = createToy();
    client = await connect({ languages: toyLanguages(toy), initializationOptions: { commands: ['toy.do'] } });
  });
  afterEach(() => client.stop());

  it('offers what the languages have, and nothing else', async () => {
    assert.deepEqual(client.initialized.capabilities.completionProvider, { triggerCharacters: ['@'], resolveProvider: true });
    assert.equal(client.initialized.capabilities.hoverProvider, true);
    const bare = await connect({ languages: new Map([['tcp-rules', { id: 'tcp-rules', parse: (text) => toy.parse(text) }]]) });
    assert.equal(bare.initialized.capabilities.hoverProvider, false);
    assert.equal(bare.initialized.capabilities.completionProvider, undefined);
    assert.equal(bare.initialized.capabilities.diagnosticProvider, undefined);
    await bare.stop();
  });

  it('has nothing in the menus of a file that cannot be formatted, or where nothing can be renamed', async () => {
    const able = { dynamicRegistration: true };
    const textDocument = { formatting: able, rename: able, callHierarchy: able };
    const editor = await connect({ capabilities: { textDocument }, initializationOptions: { languageIds: true } });
    const { capabilities } = editor.initialized;
    assert.deepEqual(
      [capabilities.documentFormattingProvider, capabilities.renameProvider, capabilities.callHierarchyProvider],
      [undefined, undefined, undefined],
    );
    const registered = await eventually(() => editor.registered.length > 0 && editor.registered);
    const languages = registered.map(({ method, registerOptions }) => {
      const { documentSelector } = registerOptions as { documentSelector: { language: string }[] };
      return [method, documentSelector.map((d) => d.language).join(' ')];
    });
    assert.deepEqual(languages, [
      ['textDocument/formatting', 'sendmail-mc'],
      [
        'textDocument/rename',
        'sendmail-mc sendmail-access mail-aliases sendmail-virtusertable sendmail-mailertable sendmail-domaintable sendmail-genericstable sendmail-domains',
      ],
      ['textDocument/prepareCallHierarchy', 'mail-aliases sendmail-virtusertable'],
    ]);
    await editor.stop();
    // Another editor may give the files language ids of its own.
    const other = await connect({ capabilities: { textDocument } });
    assert.equal(other.initialized.capabilities.documentFormattingProvider, true);
    await other.stop();
  });

  it('hovers with the range the text is about', async () => {
    client.open(uri, toy.id, 'a\n foo');
    const hover = await client.request<Hover>('hover', uri, { line: 1, character: 2 });
    assert.deepEqual(hover, {
      contents: { kind: 'markdown', value: '**foo** is `bar`' },
      range: { start: { line: 1, character: 1 }, end: { line: 1, character: 4 } },
    });
    assert.equal(await client.request('hover', uri, { line: 0, character: 0 }), null);
  });

  it('hovers in plain text for a client that knows no Markdown', async () => {
    const plain = await connect({ languages: toyLanguages(toy), capabilities: {} });
    plain.open(uri, toy.id, 'foo');
    const hover = await plain.request<Hover>('hover', uri, { line: 0, character: 0 });
    assert.deepEqual(hover.contents, { kind: 'plaintext', value: 'foo is bar' });
    await plain.stop();
  });

  it('completes, and documents an item when it is looked at', async () => {
    client.open(uri, toy.id, 'x');
    const items = await client.request<CompletionItem[]>('completion', uri, { line: 0, character: 1 });
    assert.deepEqual(
      items.map((i) => [i.label, i.insertTextFormat, i.tags]),
      [
        ['plain', undefined, undefined],
        ['call', 2, [1]],
      ],
    );
    const resolved = await client.connection.sendRequest<CompletionItem>('completionItem/resolve', items[0]);
    assert.deepEqual(resolved.documentation, { kind: 'markdown', value: '**plain** text' });
    const without = await client.connection.sendRequest<CompletionItem>('completionItem/resolve', items[1]);
    assert.equal(without.documentation, undefined);
  });

  it('documents nothing from a list that is out of date', async () => {
    client.open(uri, toy.id, 'x');
    const old = await client.request<CompletionItem[]>('completion', uri, { line: 0, character: 1 });
    await client.request('completion', uri, { line: 0, character: 0 });
    const resolved = await client.connection.sendRequest<CompletionItem>('completionItem/resolve', old[0]);
    assert.equal(resolved.documentation, undefined);
  });

  it('completes without snippets for a client that has none', async () => {
    const plain = await connect({ languages: toyLanguages(toy), capabilities: {} });
    plain.open(uri, toy.id, '');
    const items = await plain.request<CompletionItem[]>('completion', uri, { line: 0, character: 0 });
    assert.equal((items[1]!.textEdit as { newText: string }).newText, 'call(name)');
    await plain.stop();
  });

  it("answers only to the language's own trigger characters", async () => {
    client.open(uri, toy.id, 'x');
    const ask = (triggerCharacter: string) =>
      client.request<CompletionItem[]>(
        'completion',
        uri,
        { line: 0, character: 1 },
        { context: { triggerKind: 2, triggerCharacter } },
      );
    assert.equal((await ask('@')).length, 2);
    assert.equal((await ask('`')).length, 0);
  });

  it('outlines, with names and ranges an editor accepts', async () => {
    client.open(uri, toy.id, 'one\n\nthree');
    const symbols = await client.request<DocumentSymbol[]>('documentSymbol', uri);
    assert.deepEqual(
      symbols.map((s) => s.name),
      ['one', '…', 'three'],
    );
    for (const s of symbols) assert.deepEqual(s.selectionRange, s.range);
  });

  it('outlines as a list for a client that knows no trees', async () => {
    const flat = await connect({ languages: toyLanguages(toy), capabilities: {} });
    flat.open(uri, toy.id, 'one');
    const symbols = await flat.request<{ name: string; location: Location }[]>('documentSymbol', uri);
    assert.equal(symbols[0]!.location.uri, uri);
    await flat.stop();
  });

  it('folds what has more than one line, no more than the client wants', async () => {
    client.open(uri, toy.id, 'one\ntwo');
    assert.deepEqual(await client.request('foldingRange', uri), [{ startLine: 0, endLine: 1 }]);
    const few = await connect({
      languages: toyLanguages(toy),
      capabilities: { textDocument: { foldingRange: { rangeLimit: 0 } } },
    });
    few.open(uri, toy.id, 'one\ntwo');
    assert.deepEqual(await few.request('foldingRange', uri), []);
    await few.stop();
  });

  it('finds definition, references and highlights', async () => {
    client.open(uri, toy.id, 'foo\nfoo');
    const position = { line: 1, character: 0 };
    const lines = (found: Location[]) => found.map((l) => l.range.start.line);
    assert.deepEqual(lines(await client.request('definition', uri, position)), [0]);
    const references = (includeDeclaration: boolean) =>
      client.request<Location[]>('references', uri, position, { context: { includeDeclaration } });
    assert.deepEqual(lines(await references(true)), [0, 1]);
    assert.deepEqual(lines(await references(false)), [1]);
    assert.equal((await client.request<unknown[]>('documentHighlight', uri, position)).length, 2);
  });

  it('packs semantic tokens, the whole file or a range', async () => {
    client.open(uri, toy.id, 'foo foo\n\n foo');
    const full = await client.request<SemanticTokens>('semanticTokens/full', uri);
    assert.deepEqual(full.data, [0, 0, 3, 0, 1, 0, 4, 3, 0, 2, 2, 1, 3, 0, 2]);
    const range = { start: { line: 1, character: 0 }, end: { line: 9, character: 0 } };
    const part = await client.request<SemanticTokens>('semanticTokens/range', uri, undefined, { range });
    assert.deepEqual(part.data, [2, 1, 3, 0, 2]);
  });

  it('shows lenses whose command the client has, with the file before their own arguments', async () => {
    client.open(uri, toy.id, 'x');
    const lenses = await client.request<CodeLens[]>('codeLens', uri);
    assert.deepEqual(
      lenses.map((l) => l.command),
      [
        { title: 'Only told', command: '' },
        { title: 'Do it', command: 'toy.do', arguments: [uri, 7] },
      ],
    );
    const other = await connect({ languages: toyLanguages(toy) });
    other.open(uri, toy.id, 'x');
    assert.equal((await other.request<CodeLens[]>('codeLens', uri)).length, 1);
    await other.stop();
  });

  it('repairs by code action, and silences a rule by a comment above the line', async () => {
    client.open(uri, toy.id, 'a\r\nfoo\r\n');
    const at = { start: { line: 1, character: 1 }, end: { line: 1, character: 1 } };
    const ask = (only?: string[]) =>
      client.request<CodeAction[]>('codeAction', uri, undefined, {
        range: at,
        context: { diagnostics: [], ...(only && { only }) },
      });
    const actions = await ask();
    assert.deepEqual(
      actions.map((a) => [a.title, a.isPreferred ?? false, a.diagnostics?.[0]?.code]),
      [
        ['Write bar', true, 'toy/no-foo'],
        ['Write bar everywhere', false, 'toy/no-foo'],
        ['Ignore toy/no-foo here', false, 'toy/no-foo'],
      ],
    );
    assert.deepEqual(actions[0]!.edit?.changes?.[uri], [
      { range: { start: { line: 1, character: 0 }, end: { line: 1, character: 3 } }, newText: 'bar' },
    ]);
    assert.deepEqual(await ask(['refactor']), []);
    client.change(
      uri,
      { range: at, text: '' },
      { range: { start: { line: 1, character: 0 }, end: { line: 1, character: 0 } }, text: edit(actions[2]!) },
    );
    assert.deepEqual(await client.problems(uri), []);
  });

  it('offers no comment where a line may continue the one above', async () => {
    client.open(uri, toy.id, 'a\n foo');
    const range = { start: { line: 1, character: 1 }, end: { line: 1, character: 1 } };
    const actions = await client.request<CodeAction[]>('codeAction', uri, undefined, { range, context: { diagnostics: [] } });
    assert.deepEqual(
      actions.map((a) => a.title),
      ['Write bar', 'Write bar everywhere'],
    );
  });

  it('offers no comment inside a call of an .mc file', async () => {
    const mc = await connect();
    const file = 'file:///etc/mail/sendmail.mc';
    const titles = async (text: string): Promise<string[]> => {
      mc.open(file, 'sendmail-mc', text);
      const { range } = (await mc.problems(file)).find((p) => p.code === 'mc/unknown-conf')!;
      const actions = await mc.request<CodeAction[]>('codeAction', file, undefined, { range, context: { diagnostics: [] } });
      mc.close(file);
      return actions.map((a) => a.title);
    };
    const ignore = 'Ignore mc/unknown-conf here';
    assert.ok((await titles("OSTYPE(`linux')\ndefine(`confTO_CONECT', `1m')\nMAILER(`smtp')\n")).includes(ignore));
    assert.ok(!(await titles("OSTYPE(`linux')\ndefine(\n`confTO_CONECT', `1m')\nMAILER(`smtp')\n")).includes(ignore));
    await mc.stop();
  });

  it('offers a repair of the whole file once, for all problems of the range', async () => {
    client.open(uri, toy.id, 'foo foo');
    const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 7 } };
    const actions = await client.request<CodeAction[]>('codeAction', uri, undefined, { range, context: { diagnostics: [] } });
    assert.deepEqual(
      actions.map((a) => [a.title, a.diagnostics?.length]),
      [
        ['Write bar', 1],
        ['Write bar everywhere', 2],
        ['Write bar', 1],
        ['Ignore toy/no-foo here', 2],
      ],
    );
  });

  it('parses a version once, whoever asks', async () => {
    client.open(uri, toy.id, 'foo');
    await Promise.all([
      client.problems(uri),
      client.request('hover', uri, { line: 0, character: 0 }),
      client.request('documentSymbol', uri),
      client.request('semanticTokens/full', uri),
    ]);
    assert.equal(toy.parses.count, 1);
    client.change(uri, { text: 'bar' });
    await client.problems(uri);
    assert.equal(toy.parses.count, 2);
  });

  it("goes by the file's name where the client calls the language something else", async () => {
    client.open(uri, 'conf', 'foo');
    assert.equal((await client.problems(uri)).length, 1);
    client.open('file:///etc/motd', 'plaintext', 'foo');
    assert.equal((await client.problems('file:///etc/motd')).length, 0);
  });

  it('has nothing to say of files that are not open', async () => {
    assert.equal(await client.request('hover', 'file:///no', { line: 0, character: 0 }), null);
    assert.deepEqual(await client.request('completion', 'file:///no', { line: 0, character: 0 }), []);
    assert.deepEqual(await client.problems('file:///no'), []);
  });
});

function edit(action: CodeAction): string {
  return action.edit!.changes![uri]![0]!.newText;
}
