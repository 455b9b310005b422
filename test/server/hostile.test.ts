/** Whatever a client sends: the server answers, its places lie in the text, and nothing is said to have failed. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import {
  CancellationTokenSource,
  LSPErrorCodes,
  type CallHierarchyItem,
  type CompletionItem,
  type Diagnostic,
  type Hover,
  type MarkupContent,
  type Range,
} from 'vscode-languageserver/node';
import { createSource, lineCount, lineText, offsetAt, type Place } from '../../server/src/core/text';
import { connect, modern, type TestClient } from '../support/client';

/** A mail folder with a file in each language as people have it, and a log. By language: the file's name, what is in it. */
const files: Readonly<Record<string, readonly [name: string, text: string]>> = {
  'sendmail-mc': ['sendmail.mc', real('mc/debian-12.mc')],
  'sendmail-cf': ['sendmail.cf', real('cf/small.cf')],
  'sendmail-access': ['access', real('access/redhat.access')],
  'mail-aliases': ['aliases', real('aliases/every-form.aliases')],
  'sendmail-virtusertable': ['virtusertable', real('virtusertable/every-form.virtusertable')],
  'sendmail-mailertable': ['mailertable', real('mailertable/every-form.mailertable')],
  'sendmail-domaintable': ['domaintable', real('domaintable/merger.domaintable')],
  'sendmail-genericstable': ['genericstable', real('genericstable/users.genericstable')],
  'sendmail-domains': ['relay-domains', real('domains/isp.relay-domains')],
  'tcp-rules': ['tcp.smtp', real('tcprules/qmail.tcp.smtp')],
  'smtp-transcript': ['client.smtp', real('../corpus/pairs/clamsmtp--swaks-authplain--postfix/client.log')],
};

function real(file: string): string {
  return readFileSync(`test/fixtures/real/${file}`, 'latin1');
}

const root = 'file:///etc/mail';
const uriOf = (language: string): string => `${root}/${files[language]![0]}`;

describe('server: hostile input', () => {
  let client: TestClient;

  beforeEach(async () => {
    client = await connect({
      capabilities: {
        ...modern,
        textDocument: { ...modern.textDocument, inlayHint: {}, semanticTokens: { requests: {} } as never },
      },
      initializationOptions: { commands: ['postmaster.redactTranscript'] },
      host: { list: () => Promise.resolve([]) },
    });
    for (const [language, [, text]] of Object.entries(files)) client.open(uriOf(language), language, text);
  });

  afterEach(async () => {
    await client.stop();
  });

  const pieces = [
    ...['\0', '\ud800', '\udfff', '\ufeff', '\u2028', '𝄞', '\x7f', 'ÿ', '\r', '\n', '\r\n', '\t', ' ', '\\', '\\\n', '\n\t'],
    ...[
      '`',
      "'",
      '"',
      '(',
      ')',
      '<',
      '>',
      '[',
      ']',
      '{',
      '}',
      ',',
      ':',
      ';',
      '@',
      '%',
      '$',
      '#',
      '!',
      '|',
      '/',
      '=',
      '+',
      '*',
      '.',
      '-',
    ],
    ...[
      'dnl ',
      'define(`',
      'FEATURE(`',
      'DAEMON_OPTIONS(`',
      'changequote(',
      'ifelse(',
      '$@',
      '$1',
      ':include:',
      'ERROR:',
      'From:',
      'R$*\t',
    ],
    ...[
      'EHLO ',
      '250-',
      '354 ',
      'AUTH PLAIN ',
      'BDAT 9999999999999999999 LAST',
      'MAIL FROM:<',
      '.\r\n',
      '=?utf-8?b?',
      '<<< ',
      ' -> ',
      '0',
      '\n\n![picture](https://example.net/)',
    ],
  ];

  for (const language of Object.keys(files)) {
    it(`${language}: edits at any place, and questions about any place`, async function () {
      this.timeout(300_000);
      const [, initial] = files[language]!;
      const uri = uriOf(language);
      const number = fc.nat(1 << 20);
      const edit = fc.record({
        at: number,
        take: fc.constantFrom(0, 0, 1, 3, 40),
        put: fc.array(fc.constantFrom(...pieces), { maxLength: 3 }),
      });
      await fc.assert(
        fc.asyncProperty(
          fc.array(edit, { minLength: 1, maxLength: 8 }),
          fc.array(number, { minLength: 2, maxLength: 2 }),
          async (edits, asked) => {
            let text = initial;
            client.change(uri, { text });
            for (const { at, take, put } of edits) {
              const start = at % (text.length + 1);
              const range = rangeIn(text, start, start + take);
              const source = createSource(text);
              text = text.slice(0, offsetAt(source, range.start)) + put.join('') + text.slice(offsetAt(source, range.end));
              client.change(uri, { range, text: put.join('') });
            }
            const [a, b] = asked.map((n) => n % (text.length + 1)) as [number, number];
            const { start, end } = rangeIn(text, Math.min(a, b), Math.max(a, b));
            await ask(uri, text, start, { start, end });
          },
        ),
        { numRuns: RUNS },
      );
      assert.deepEqual(client.log, []);
    });
  }

  it('any bytes', async function () {
    this.timeout(300_000);
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...Object.keys(files)),
        fc.string({ unit: 'binary', maxLength: 300 }),
        async (language, text) => {
          client.change(uriOf(language), { text });
          await ask(uriOf(language), text, nowhere, { start: nowhere, end: nowhere });
        },
      ),
      { numRuns: RUNS * 5 },
    );
    assert.deepEqual(client.log, []);
  });

  for (const piece of ['(', '`', '"', 'ifelse(', "define(`a',`", '${', 'a: "', 'a,', '\\', '\0', '\ud800', '250-'])
    it(`a hundred thousand times ${JSON.stringify(piece)}`, async function () {
      this.timeout(300_000);
      const text = piece.repeat(100_000);
      for (const language of Object.keys(files)) {
        const range = rangeIn(text, text.length >> 1, text.length);
        client.change(uriOf(language), { text });
        await ask(uriOf(language), text, range.start, range);
      }
      assert.deepEqual(client.log, []);
    });

  it('places outside of the text, and ranges the wrong way round', async () => {
    const far = { line: 1e9, character: 1e9 };
    for (const [language, [, text]] of Object.entries(files))
      for (const [start, end] of [
        [far, far],
        [far, nowhere],
        [nowhere, far],
        [
          { line: 0, character: 1e9 },
          { line: 2, character: 0 },
        ],
        [
          { line: -1, character: -1 },
          { line: -5, character: 3 },
        ],
      ] as const)
        await ask(uriOf(language), text, start, { start, end });
    assert.deepEqual(client.log, []);
  });

  it('files that are closed, or were never open', async () => {
    for (const [language, [, text]] of Object.entries(files)) {
      client.close(uriOf(language));
      await ask(uriOf(language), text, nowhere, { start: nowhere, end: nowhere });
    }
    for (const uri of ['', 'x', 'file:', 'file:///', 'untitled:Untitled-1', 'file:///%ff/%', 'http://[', '\0'])
      await ask(uri, '', nowhere, { start: nowhere, end: nowhere });
    assert.deepEqual(client.log, []);
  });

  it('edits, questions and cancellations faster than anybody answers', async () => {
    const asked: Promise<unknown>[] = [];
    for (let round = 0; round < 40; round++) {
      for (const [language, [, text]] of Object.entries(files)) {
        const uri = uriOf(language);
        const at = rangeIn(text, (round * 97) % text.length, (round * 97) % text.length);
        client.change(uri, { range: at, text: pieces[(round * 7) % pieces.length]! });
        for (const method of ['diagnostic', 'hover', 'completion', 'semanticTokens/full', 'references', 'codeLens']) {
          const source = new CancellationTokenSource();
          const params = { textDocument: { uri }, position: at.start, context: {} };
          asked.push(client.connection.sendRequest(`textDocument/${method}`, params, source.token));
          if ((round + asked.length) % 3 === 0) source.cancel();
        }
        if (round % 10 === 9) {
          client.close(uri);
          client.open(uri, language, text);
        }
      }
    }
    const fine: readonly unknown[] = [LSPErrorCodes.RequestCancelled, LSPErrorCodes.ServerCancelled];
    for (const outcome of await Promise.allSettled(asked))
      if (outcome.status === 'rejected')
        assert.ok(fine.includes((outcome.reason as { code?: number }).code), String(outcome.reason));
    for (const [language, [, text]] of Object.entries(files)) {
      client.change(uriOf(language), { text });
      await ask(uriOf(language), text, nowhere, { start: nowhere, end: nowhere });
    }
    assert.deepEqual(client.log, []);
  });

  it('requests of our own that make no sense are refused in words', async () => {
    const log = uriOf('smtp-transcript');
    const [start, end] = [0, 1e9];
    for (const [method, params] of [
      ['postmaster/compare', { left: uriOf('sendmail-mc'), right: log }],
      ['postmaster/compare', { left: log, right: 'file:///nowhere' }],
      ['postmaster/compare', { left: log, right: log, lines: [[1e9, -4], undefined], unsaved: [log] }],
      ['postmaster/ladder', { logs: [{ uri: 'x:y', lines: [start, end] }, { uri: log }] }],
      ['postmaster/ladder', { logs: [] }],
      ['postmaster/redact', { uri: 'file:///nowhere' }],
      ['postmaster/redact', { uri: log, text: '' }],
    ] as const)
      await assert.rejects(client.connection.sendRequest(method, params), { code: LSPErrorCodes.RequestFailed }, method);
  });

  it('a request without its parameters is no end', async () => {
    const methods = ['hover', 'completion', 'rename', 'prepareRename', 'codeAction', 'selectionRange', 'diagnostic', 'inlayHint'];
    for (const method of methods) await client.connection.sendRequest(`textDocument/${method}`, { textDocument: {} });
    await client.connection.sendRequest('completionItem/resolve', {});
    await client.connection.sendRequest('callHierarchy/incomingCalls', { item: {} });
    assert.notEqual(await client.problems(uriOf('sendmail-mc')), undefined);
  });

  async function ask(uri: string, text: string, position: Place, range: Range): Promise<void> {
    const source = createSource(text);
    const at = <R>(method: string, more?: object): Promise<R> => client.request<R>(method, uri, position, more);
    const of = <R>(method: string, more?: object): Promise<R> => client.request<R>(method, uri, undefined, more);
    const diagnostics = await client.problems(uri);
    const completions = await at<CompletionItem[]>('completion');
    const items = await at<CallHierarchyItem[]>('prepareCallHierarchy');
    const hover = await at<Hover | null>('hover');
    // The editor would fetch it.
    if (hover) assert.doesNotMatch((hover.contents as MarkupContent).value, /^!\[/m, 'a picture that the file names');
    const answers: unknown[] = [
      diagnostics,
      completions,
      items,
      ...(completions.length > 0 ? [await client.connection.sendRequest('completionItem/resolve', completions.at(-1))] : []),
      hover,
      await at('signatureHelp'),
      await at('definition'),
      await at('references', { context: { includeDeclaration: false } }),
      await at('documentHighlight'),
      await at('prepareRename'),
      await at('rename', { newName: 'other' }),
      await of('documentSymbol'),
      await of('foldingRange'),
      await of('codeLens'),
      await of('documentLink'),
      await of('selectionRange', { positions: [position, range.end] }),
      await of('inlayHint', { range }),
      await of('semanticTokens/full'),
      await of('semanticTokens/range', { range }),
      await of('formatting', { options: { tabSize: 8, insertSpaces: false } }),
      await of('codeAction', { range, context: { diagnostics: diagnostics.filter((d: Diagnostic) => d.code !== undefined) } }),
      await client.connection.sendRequest('workspace/symbol', { query: text.slice(offsetAt(source, position)).slice(0, 3) }),
      await client.connection.sendRequest('postmaster/audit', { uri }),
    ];
    for (const item of items)
      for (const way of ['incomingCalls', 'outgoingCalls'])
        answers.push(await client.connection.sendRequest(`callHierarchy/${way}`, { item }));
    for (const place of rangesIn(answers, uri, uri)) {
      for (const { line, character } of [place.start, place.end]) {
        assert.ok(line >= 0 && line < lineCount(source), `line ${line} of ${lineCount(source)}`);
        // A CR of a line end may be what is wrong with the line.
        assert.ok(character >= 0 && character <= lineText(source, line).length + 1, `character ${character} of line ${line}`);
      }
      assert.ok(
        place.start.line < place.end.line ||
          (place.start.line === place.end.line && place.start.character <= place.end.character),
      );
    }
  }
});

const nowhere: Place = { line: 0, character: 0 };

const RUNS = 20;

/** Ranges of what was answered that are about `uri`. */
function* rangesIn(answer: unknown, about: string | undefined, uri: string): Generator<Range> {
  if (typeof answer !== 'object' || answer === null) return;
  if ('uri' in answer && typeof answer.uri === 'string') about = answer.uri;
  if ('start' in answer && 'end' in answer) {
    if (about === uri && typeof answer.start === 'object') yield answer as Range;
    return;
  }
  for (const [key, value] of Object.entries(answer)) {
    if (key === 'data' || key === 'from' || key === 'fromRanges') continue;
    yield* rangesIn(value, key.startsWith('file:') ? key : about, uri);
  }
}

/** The range from one offset to another. */
function rangeIn(text: string, from: number, to: number): Range {
  const source = createSource(text);
  const place = (offset: number): Place => {
    const line = source.lineStarts.findLastIndex((s) => s <= offset);
    return { line, character: Math.min(offset - source.lineStarts[line]!, lineText(source, line).length) };
  };
  return { start: place(Math.min(from, text.length)), end: place(Math.min(to, text.length)) };
}
