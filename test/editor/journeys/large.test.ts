import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import { glue, randomFrom, templatesOf } from '../../support/glue';
import * as see from '../support';

const MEGABYTE = 1_000_000;

/** The report on show, if there is one. */
function report(): vscode.Uri | undefined {
  const inputs = vscode.window.tabGroups.all.flatMap((group) => group.tabs.map((tab) => tab.input));
  const isReport = (input: unknown): input is vscode.TabInputText =>
    input instanceof vscode.TabInputText && input.uri.scheme === 'postmaster-compare';
  return inputs.find(isReport)?.uri;
}

describe('Compare Sessions on logs of more than sixty megabytes', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'postmaster-large-'));
  const [left, right] = ['client.log', 'server.log'].map((name) => vscode.Uri.file(path.join(folder, name)));
  const { withProgress } = vscode.window;

  before(function () {
    this.timeout(300_000);
    const pairs = path.join(vscode.extensions.getExtension('postmaster.postmaster')!.extensionPath, 'test/fixtures/corpus/pairs');
    const read = (name: string, file: string): string => readFileSync(path.join(pairs, name, file), 'latin1');
    const [template] = templatesOf(
      ['socat--swaks--sendmail'].map((name) => ({ name, client: read(name, 'client.log'), server: read(name, 'server.log') })),
    );
    // The message is made longer on both sides, so that a few thousand sessions are enough.
    const text = Array.from({ length: 400 }, (_, i) => `${String(i).padStart(4, '0')} ${'all work and no play '.repeat(3)}`);
    const lengthen = (lines: readonly string[], mark: string, end: string): string[] =>
      lines.flatMap((line) => (line.includes('Hello Alice') ? [line, ...text.map((t) => mark + t + end)] : [line]));
    const long = {
      ...template!,
      client: lengthen(template!.client, ' -> ', ''),
      server: lengthen(template!.server, '<<< ', '\r'),
    };
    const made = glue([long], { sessions: 2400, alter: 0, missing: 0, random: randomFrom(1) });
    writeFileSync(left!.fsPath, made.client, 'latin1');
    writeFileSync(right!.fsPath, made.server, 'latin1');
    assert.ok(made.client.length > 60 * MEGABYTE && made.server.length > 60 * MEGABYTE);
  });
  afterEach(async () => {
    vscode.window.withProgress = withProgress;
    await see.closeAll();
  });
  after(() => rmSync(folder, { recursive: true }));

  it('from the explorer, with progress', async () => {
    const told: number[] = [];
    vscode.window.withProgress = (options, task) =>
      withProgress(options, (progress, token) =>
        task({ report: (value) => (told.push((value as { increment?: number }).increment ?? 0), progress.report(value)) }, token),
      );
    await vscode.commands.executeCommand('postmaster.compareSessions', left, [left, right]);
    const uri = await see.until('the report', report);
    assert.match((await vscode.workspace.openTextDocument(uri)).getText(), /^none: /);
    assert.ok(told.filter((step) => step > 0).length > 1, `progress was told: ${told.join(' ')}`);
  });

  it('shows nothing after the user cancelled', async () => {
    vscode.window.withProgress = (options, task) =>
      withProgress(options, (progress) => {
        const source = new vscode.CancellationTokenSource();
        return task({ report: (value) => (source.cancel(), progress.report(value)) }, source.token);
      });
    await vscode.commands.executeCommand('postmaster.compareSessions', left, [left, right]);
    assert.equal(report(), undefined);
  });
});
