import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type {
  CodeAction,
  CompletionItem,
  DocumentSymbol,
  Hover,
  InlayHint,
  Location,
  SelectionRange,
  SignatureHelp,
  TextEdit,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { cursor } from '../support/marked';
import { spawnServer, type TestClient } from '../support/client';

/** What a user of each language sees first: `|` is where the mouse or the caret is. */
const views: readonly {
  readonly language: string;
  readonly problem: readonly [text: string, code: string];
  readonly hover: readonly [text: string, says: RegExp];
  readonly completion?: readonly [text: string, label: string];
  readonly outline?: readonly [text: string, name: RegExp];
}[] = [
  {
    language: 'sendmail-mc',
    problem: ["OSTYPE(`linux')\nFEATURE(`acces_db')\nMAILER(`smtp')\n", 'mc/unknown-feature'],
    hover: ["OSTYPE(`linux')\ndefine(`confPRIV|ACY_FLAGS', `goaway')\n", /PrivacyOptions/],
    completion: ['FEATURE(`acc|', 'access_db'],
  },
  {
    language: 'sendmail-access',
    problem: ['Connect:10.1\tRELAY\nConnect:10.1\tREJECT\n', 'map/duplicate-key'],
    hover: ['Connect:10.1\tREL|AY\n', /RELAY/],
    completion: ['Connect:10.1\tRE|', 'REJECT'],
    outline: ['Connect:10.1\tRELAY\n', /Connect/],
  },
  {
    language: 'mail-aliases',
    problem: ['postmaster: root\nno colon here\n', 'aliases/missing-colon'],
    hover: ['post|master: root\nroot: alice@example.com\n', /alice@example\.com/],
    outline: ['postmaster: root\n', /postmaster/],
  },
  {
    language: 'smtp-transcript',
    problem: ['S: 220 mail ESMTP\nC: HELO\nS: 501 5.0.0 HELO requires domain address\n', 'smtp/hello-without-name'],
    hover: ['S: 220 mail ESMTP\nC: HELO a\nS: 4|51 4.7.1 Greylisted\n', /451/],
    outline: ['S: 220 mail.example.com ESMTP\nC: HELO a\nS: 250 ok\n', /mail\.example\.com|a/],
  },
];

describe('server: the languages, over --stdio', () => {
  let client: TestClient;
  let count = 0;
  before(async () => {
    client = await spawnServer();
  });
  after(() => client.stop());

  const open = (language: string, text: string): string => {
    const uri = `untitled:${language}-${count++}`;
    client.open(uri, language, text);
    return uri;
  };
  const placeIn = (marked: string) => {
    const { text, offset } = cursor(marked);
    const before = text.slice(0, offset).split('\n');
    return { text, position: { line: before.length - 1, character: before.at(-1)!.length } };
  };

  for (const { language, problem, hover, completion, outline } of views) {
    it(`${language}: problem, hover, completion, outline`, async () => {
      const problems = await client.problems(open(language, problem[0]));
      assert.ok(
        problems.some((p) => p.code === problem[1]),
        problems.map((p) => p.code).join(' '),
      );
      const over = placeIn(hover[0]);
      const said = await client.request<Hover>('hover', open(language, over.text), over.position);
      assert.match((said.contents as { value: string }).value, hover[1]);
      if (completion) {
        const typed = placeIn(completion[0]);
        const items = await client.request<CompletionItem[]>('completion', open(language, typed.text), typed.position);
        assert.ok(items.some((i) => i.label === completion[1]));
      }
      if (outline) {
        const symbols = await client.request<DocumentSymbol[]>('documentSymbol', open(language, outline[0]));
        assert.match(symbols.map((s) => s.name).join(' '), outline[1]);
      }
      assert.deepEqual(client.log, []);
    });
  }

  it('smtp-transcript: hints, growing selection, marks and the lines of a queue id', async () => {
    const log = readFileSync('test/fixtures/corpus/pairs/direct--swaks-authplain--postfix/server.log', 'utf8');
    const uri = open('smtp-transcript', log);
    const lines = log.split('\n');
    const range = { start: { line: 0, character: 0 }, end: { line: lines.length, character: 0 } };
    const hints = (): Promise<InlayHint[]> => client.request('inlayHint', uri, undefined, { range });
    const auth = lines.findIndex((l) => l.includes(': AUTH PLAIN '));
    assert.deepEqual(
      (await hints()).map((h) => [h.position.line, h.label]),
      [[auth, 'user alice@mail.example.com']],
    );
    client.configure({ transcript: { elapsedTime: true, userNames: false } });
    assert.deepEqual(
      (await hints()).filter((h) => (h.label as string).startsWith('user')),
      [],
    );
    client.configure({});

    const mail = lines.findIndex((l) => l.includes(': MAIL FROM:'));
    const position = { line: mail, character: lines[mail]!.indexOf('MAIL') };
    const [selection] = await client.request<SelectionRange[]>('selectionRange', uri, undefined, { positions: [position] });
    const grown: number[] = [];
    for (let s: SelectionRange | undefined = selection; s; s = s.parent) grown.push(s.range.end.line - s.range.start.line);
    assert.ok(grown.length >= 4 && grown.every((n, i) => i === 0 || n >= grown[i - 1]!), grown.join());

    const queued = lines.findIndex((l) => l.includes('queued as'));
    const id = { line: queued, character: lines[queued]!.indexOf('queued as ') + 12 };
    const others = await client.request<Location[]>('definition', uri, id);
    assert.ok(others.length > 1 && others.every((l) => l.range.start.line !== queued));
    const all = await client.request<Location[]>('references', uri, id, { context: { includeDeclaration: false } });
    assert.equal(all.length, others.length + 1);
    assert.equal((await client.request<unknown[]>('documentHighlight', uri, id)).length, all.length);
    assert.deepEqual(client.log, []);
  });

  it('sendmail-mc: the form of the call that is being typed, and a file laid out anew', async () => {
    const { text, offset } = cursor("OSTYPE(`linux')dnl\nFEATURE(`access_db',`|')dnl  \n");
    const uri = open('sendmail-mc', text);
    const before = text.slice(0, offset).split('\n');
    const place = { line: before.length - 1, character: before.at(-1)!.length };
    const help = await client.request<SignatureHelp>('signatureHelp', uri, place);
    const [signature] = help.signatures;
    const [start, end] = signature!.parameters![help.activeParameter as number]!.label as [number, number];
    assert.equal(signature!.label.slice(start, end), 'map spec');
    assert.equal(await client.request<SignatureHelp | null>('signatureHelp', uri, { line: 0, character: 0 }), null);
    const edits = await client.request<TextEdit[]>('formatting', uri, undefined, {
      options: { tabSize: 8, insertSpaces: false },
    });
    const laidOut = TextDocument.applyEdits(TextDocument.create(uri, 'sendmail-mc', 0, text), edits);
    assert.equal(laidOut, "OSTYPE(`linux')dnl\nFEATURE(`access_db', `')dnl\n");
  });

  it('one repair mends the quotes that a web page mangled, wherever the user stands', async () => {
    const whole = readFileSync('samples/mail/sendmail.mc', 'utf8');
    const mangled = whole.replaceAll("'", '@#');
    const uri = open('sendmail-mc', mangled);
    const first = (await client.problems(uri)).find((p) => String(p.code).includes('quote'))!;
    const actions = await client.request<CodeAction[]>('codeAction', uri, undefined, {
      range: first.range,
      context: { diagnostics: [first] },
    });
    const repaired = actions.map((a) => {
      const document = TextDocument.create(uri, 'sendmail-mc', 0, mangled);
      return TextDocument.applyEdits(document, a.edit?.changes?.[uri] as TextEdit[]);
    });
    assert.ok(repaired.includes(whole), actions.map((a) => a.title).join(' | '));
  });
});
