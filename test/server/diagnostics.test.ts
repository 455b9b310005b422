import assert from 'node:assert/strict';
import type { Diagnostic } from 'vscode-languageserver/node';
import { MOST_PROBLEMS } from '../../server/src/diagnostics';
import { connect, eventually, modern, type TestClient } from '../support/client';
import { createToy, toyLanguages, type Toy } from '../support/toy';

const uri = 'file:///etc/mail/access';
const brief = (d: Diagnostic): string => `${d.range.start.line}:${d.range.start.character} ${d.severity} ${d.code}`;

describe('server: diagnostics', () => {
  let toy: Toy;
  let client: TestClient | undefined;

  beforeEach(() => {
    toy = createToy();
  });
  afterEach(() => client?.stop());

  it('are given when pulled, with rule, source and related places', async () => {
    client = await connect({ languages: toyLanguages(toy) });
    client.open(uri, toy.id, 'foo\n foo');
    const problems = await client.problems(uri);
    assert.deepEqual(problems.map(brief), ['0:0 2 toy/no-foo', '1:1 2 toy/no-foo']);
    assert.equal(problems[0]!.source, 'postmaster');
    assert.equal(problems[0]!.codeDescription, undefined);
    assert.deepEqual(problems[0]!.relatedInformation, [
      { location: { uri, range: { start: { line: 1, character: 1 }, end: { line: 1, character: 4 } } }, message: 'another foo' },
    ]);
    assert.deepEqual(client.pushed, []);
  });

  it('are not sent twice to a client that has them', async () => {
    client = await connect({ languages: toyLanguages(toy) });
    client.open(uri, toy.id, 'foo');
    const first = await client.report(uri);
    assert.equal((await client.report(uri, first.resultId)).kind, 'unchanged');
    client.change(uri, { text: 'foo foo' });
    assert.equal((await client.report(uri, first.resultId)).kind, 'full');
  });

  it('are pushed to a client that cannot pull, for the newest version only, and taken back on close', async () => {
    client = await connect({ languages: toyLanguages(toy), capabilities: {} });
    const { pushed } = client;
    client.open(uri, toy.id, 'foo');
    client.change(uri, { text: 'foo foo' });
    await eventually(() => pushed.length > 0);
    assert.deepEqual(
      pushed.map((p) => [p.version, p.diagnostics.length]),
      [[2, 2]],
    );
    client.close(uri);
    await eventually(() => pushed.length === 2);
    assert.deepEqual(pushed[1]!.diagnostics, []);
  });

  it('follow the settings at once, pulled', async () => {
    client = await connect({
      languages: toyLanguages(toy),
      settings: { rules: { 'toy/no-foo': 'error', 'toy/other': 'nonsense' } },
    });
    let refreshed = 0;
    client.connection.onRequest('workspace/diagnostic/refresh', () => {
      refreshed++;
      return null;
    });
    client.open(uri, toy.id, 'foo');
    const first = await client.report(uri);
    assert.equal(first.kind === 'full' && first.items[0]!.severity, 1);
    client.configure({ rules: { 'toy/no-foo': 'off' } });
    await eventually(() => refreshed > 0);
    assert.deepEqual(await client.report(uri, first.resultId).then((r) => r.kind === 'full' && r.items), []);
    client.configure({ rules: 7 });
    assert.deepEqual((await client.problems(uri)).map(brief), ['0:0 2 toy/no-foo']);
  });

  it('follow the settings at once, pushed to a client that cannot be asked', async () => {
    client = await connect({
      languages: toyLanguages(toy),
      capabilities: {},
      initializationOptions: { settings: { rules: { 'toy/no-foo': 'hint' } } },
    });
    const { pushed } = client;
    client.open(uri, toy.id, 'foo');
    await eventually(() => pushed.length === 1);
    assert.equal(pushed[0]!.diagnostics[0]!.severity, 4);
    client.configure({ rules: { 'toy/no-foo': 'off' } });
    await eventually(() => pushed.length === 2);
    assert.deepEqual(pushed[1]!.diagnostics, []);
  });

  it('use the defaults when the client does not answer for its settings', async () => {
    client = await connect({ languages: toyLanguages(toy) });
    client.connection.onRequest('workspace/configuration', () => {
      throw new Error('no settings today');
    });
    client.open(uri, toy.id, 'foo');
    assert.equal((await client.problems(uri)).length, 1);
  });

  it('end with a notice when there are too many, the most severe kept', async () => {
    client = await connect({ languages: toyLanguages(toy) });
    client.open(uri, toy.id, 'foo\n'.repeat(MOST_PROBLEMS + 5));
    const problems = await client.problems(uri);
    assert.equal(problems.length, MOST_PROBLEMS + 1);
    assert.equal(
      problems.at(-1)!.message,
      `${MOST_PROBLEMS + 5} problems in this file; the ${MOST_PROBLEMS} most severe are shown.`,
    );
  });

  it('of the other rules are there when one rule breaks, and the log says so in one line', async () => {
    client = await connect({ languages: toyLanguages(toy) });
    client.open(uri, toy.id, 'foo boom');
    assert.deepEqual((await client.problems(uri)).map(brief), ['0:0 2 toy/no-foo']);
    client.change(uri, { text: 'foo boom ' });
    await client.problems(uri);
    assert.deepEqual(client.log, ['rule toy/broken failed: the rule is broken']);
  });

  it('are in the language of the user', async () => {
    const l10n = { '{0} problems in this file; the {1} most severe are shown.': '{0} Probleme, {1} davon gezeigt.' };
    client = await connect({ languages: toyLanguages(toy), capabilities: modern, initializationOptions: { l10n } });
    client.open(uri, toy.id, 'foo\n'.repeat(MOST_PROBLEMS + 1));
    assert.equal((await client.problems(uri)).at(-1)!.message, `${MOST_PROBLEMS + 1} Probleme, ${MOST_PROBLEMS} davon gezeigt.`);
    await client.stop();
    client = await connect({ languages: toyLanguages(toy), initializationOptions: { l10n: {} } });
  });
});
