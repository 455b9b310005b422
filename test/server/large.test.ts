/** A log of 50 MB, as large as VS Code hands over: everything that a user sees of it still comes. No clock is read. */
import assert from 'node:assert/strict';
import type {
  CodeLens,
  Diagnostic,
  DocumentDiagnosticReport,
  DocumentLink,
  DocumentSymbol,
  Hover,
  SemanticTokens,
} from 'vscode-languageserver/node';
import { MOST_PROBLEMS } from '../../server/src/diagnostics';
import { connect, modern, spawnServer, type TestClient } from '../support/client';

const uri = 'file:///tmp/busy.smtp';
const capabilities = {
  ...modern,
  textDocument: { ...modern.textDocument, semanticTokens: { requests: { range: true, full: true } } as never },
};

/** What is said in the `n`-th session; every tenth has its recipient refused. */
function session(n: number): string[] {
  const pid = String(10_000 + (n % 89_999));
  return [
    `>>> 220 mail.example.com ESMTP Sendmail 8.17.1/8.17.1; Mon, 23 Nov 2026 06:00:00 GMT`,
    `<<< EHLO client${n}.example.org`,
    `>>> 250-mail.example.com Hello client${n}.example.org [192.0.2.${n % 250}], pleased to meet you`,
    '>>> 250-ENHANCEDSTATUSCODES',
    '>>> 250 PIPELINING',
    `<<< MAIL FROM:<bob.${n}@example.org>`,
    `>>> 250 2.1.0 <bob.${n}@example.org>... Sender ok`,
    `<<< RCPT TO:<alice.${n}@example.com>`,
    n % 10 === 9
      ? `>>> 451 4.7.1 <alice.${n}@example.com>... Greylisted, please come back later`
      : `>>> 250 2.1.5 <alice.${n}@example.com>... Recipient ok`,
    '<<< QUIT',
    '>>> 221 2.0.0 mail.example.com closing connection',
  ].map((line) => `${pid} ${line}\n`);
}

/** Logs of sendmail -X: eight sessions at a time, their lines in turn. */
function busyLog(characters: number): { text: string; sessions: number } {
  const parts: string[] = [];
  let length = 0;
  let n = 0;
  while (length < characters) {
    const together = Array.from({ length: 8 }, () => session(n++));
    for (let line = 0; line < together[0]!.length; line++)
      for (const lines of together) {
        parts.push(lines[line]!);
        length += lines[line]!.length;
      }
  }
  return { text: parts.join(''), sessions: n };
}

describe('server: a log of 50 MB', function () {
  this.timeout(300_000);
  const { text, sessions } = busyLog(50_000_000);
  const lines = sessions * 11;
  let client: TestClient;

  before(async () => {
    client = await spawnServer({ capabilities });
    client.open(uri, 'smtp-transcript', text);
  });
  after(() => client.stop());

  it('has a hover in its midst', async () => {
    const line = Math.floor(lines / 176) * 88 + 8; // the first line of the second lines of eight sessions
    const hover = await client.request<Hover>('hover', uri, { line, character: 11 });
    assert.match(JSON.stringify(hover.contents), /EHLO/);
  });

  it('has its problems, the list cut with a notice that says so', async () => {
    const problems = await client.problems(uri);
    assert.equal(problems.length, MOST_PROBLEMS + 1);
    assert.equal(problems.filter((p) => p.code === 'smtp/refused').length, MOST_PROBLEMS);
    const refusals = Math.floor(sessions / 10);
    assert.equal(problems.at(-1)!.message, `${refusals} problems in this file; the ${MOST_PROBLEMS} most severe are shown.`);
  });

  it('has an outline with every session', async () => {
    const outline = await client.request<DocumentSymbol[]>('documentSymbol', uri);
    assert.equal(outline.length, sessions);
    assert.equal(outline.at(-1)!.name, `client${sessions - 1}.example.org → mail.example.com`);
  });

  it('has a lens for each session of the beginning, and links, as many as an editor draws', async () => {
    const lenses = await client.request<CodeLens[]>('codeLens', uri);
    assert.equal(lenses.length, 5000);
    assert.match(lenses[0]!.command!.title, /^client0\.example\.org → mail\.example\.com · bob\.0@example\.org → alice\.0@/);
    assert.equal((await client.request<DocumentLink[]>('documentLink', uri)).length, 5000);
  });

  it('is coloured as it comes into view', async () => {
    const range = { start: { line: lines - 88, character: 0 }, end: { line: lines - 1, character: 50 } };
    const { data } = await client.request<SemanticTokens>('semanticTokens/range', uri, undefined, { range });
    assert.ok(data.length >= 88 * 5);
    await assert.rejects(client.request('semanticTokens/full', uri), { code: -32802 });
  });

  it('follows an edit, and the places behind it', async () => {
    client.change(uri, { range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, text: '\n' });
    const problems = await client.problems(uri);
    // Of the tenth session, the second of the second eight, the ninth line; and the new one.
    assert.equal(problems[0]!.range.start.line, 8 * 11 + 8 * 8 + 1 + 1);
  });
});

describe('server: a large log that changes while it is judged', function () {
  this.timeout(120_000);
  const { text } = busyLog(2_000_000);
  let client: TestClient;
  beforeEach(async () => {
    client = await connect({ capabilities });
    client.open(uri, 'smtp-transcript', text);
  });
  afterEach(() => client.stop());

  it('is judged no further, and then anew', async () => {
    const first = client.report(uri).then(
      () => 'judged',
      (error: { code: number; data: unknown }) => [error.code, error.data],
    );
    const edit = { range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, text: 'x\n' };
    client.change(uri, edit);
    const second = client.report(uri);
    assert.deepEqual(await first, [-32802, { retriggerRequest: true }]);
    assert.ok(rulesOf(await second).has('smtp/refused'));
  });

  it('answers a hover before its problems are found', async () => {
    const order: string[] = [];
    await client.request('hover', uri, { line: 0, character: 11 });
    const problems = client.report(uri).then(() => order.push('problems'));
    const hover = client.request('hover', uri, { line: 0, character: 11 }).then(() => order.push('hover'));
    await Promise.all([problems, hover]);
    assert.deepEqual(order, ['hover', 'problems']);
  });
});

function rulesOf(report: DocumentDiagnosticReport): Set<unknown> {
  return new Set(report.kind === 'full' ? report.items.map((d: Diagnostic) => d.code) : []);
}
