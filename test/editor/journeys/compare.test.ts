import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import * as see from '../support';

/** The tabs of all columns that show what the extension makes for a comparison. */
function views(): { report?: vscode.Uri; diff?: vscode.TabInputTextDiff } {
  const inputs = vscode.window.tabGroups.all.flatMap((group) => group.tabs.map((tab) => tab.input));
  const ours = (uri: vscode.Uri): boolean => uri.scheme === 'postmaster-compare';
  const report = inputs.find((input): input is vscode.TabInputText => input instanceof vscode.TabInputText && ours(input.uri));
  const diff = inputs.find((input) => input instanceof vscode.TabInputTextDiff && ours(input.original));
  return { ...(report && { report: report.uri }), ...(diff instanceof vscode.TabInputTextDiff && { diff }) };
}

describe('Compare Sessions', () => {
  let client: vscode.TextDocument;
  let server: vscode.TextDocument;

  // The two logs of IBM's article, side by side, and the command without a further word.
  before(async () => {
    client = (await see.openSample('sessions/client.smtp')).document;
    const beside = { viewColumn: vscode.ViewColumn.Beside, preview: false };
    server = (await vscode.window.showTextDocument(vscode.Uri.joinPath(see.workspace(), 'sessions/server.smtp'), beside))
      .document;
    await vscode.commands.executeCommand('postmaster.compareSessions');
  });
  after(see.closeAll);

  it('the report leads with the verdict and the product, then the evidence', async () => {
    const uri = await see.until('the report', () => views().report);
    const report = (await vscode.workspace.openTextDocument(uri)).getText();
    assert.match(report.split('\n')[0]!, /^(certain|likely)\b.*(Norton|Symantec)/);
    assert.ok(report.includes('354 Please start mail input.'), report);
    assert.ok(report.includes('354 Enter mail, end with'), report);
    assert.match(report, /250 Mail queued for delivery/);
    assert.match(report, /neutral: /);
  });

  it('its links lead to the lines of both logs', async () => {
    const uri = await see.until('the report', () => views().report);
    const links = await vscode.commands.executeCommand<vscode.DocumentLink[]>('vscode.executeLinkProvider', uri);
    const targets = links.map((link) => decodeURIComponent(String(link.target)));
    for (const [name, line] of [
      ['client.smtp', 10],
      ['server.smtp', 8],
    ] as const) {
      assert.ok(
        targets.some((target) => target.includes(name) && target.includes(`,${line}]`)),
        `no link to line ${line + 1} of ${name}: ${targets.join(' ')}`,
      );
    }
  });

  it('the diff editor shows both logs lined up, in one form', async () => {
    const { original, modified } = await see.until('the diff editor', () => views().diff);
    const lines = async (uri: vscode.Uri): Promise<string[]> =>
      (await vscode.workspace.openTextDocument(uri)).getText().split(/\r?\n/);
    const [left, right] = [await lines(original), await lines(modified)];
    const row = left.findIndex((line) => line.includes('354 Please start mail input.'));
    assert.ok(row >= 0, left.join('\n'));
    assert.ok(right[row]!.includes('354 Enter mail'), right.join('\n'));
    assert.ok(![...left, ...right].some((line) => /\[rx\]|>>>|\^M/.test(line)), 'the marks of the logging programs are gone');
  });

  it('both logs carry the evidence as problems, each with the line of the other side', async () => {
    const about = async (document: vscode.TextDocument, line: number): Promise<vscode.Diagnostic> => {
      const problems = await see.problemsThat('the 354 line as evidence', document, (all) =>
        all.some((p) => p.range.start.line === line && see.ruleOf(p).startsWith('compare/')),
      );
      return problems.find((p) => p.range.start.line === line && see.ruleOf(p).startsWith('compare/'))!;
    };
    const [here] = (await about(client, 10)).relatedInformation ?? [];
    assert.equal(here?.location.uri.toString(), server.uri.toString());
    assert.equal(here.location.range.start.line, 8);
    const [there] = (await about(server, 8)).relatedInformation ?? [];
    assert.equal(there?.location.uri.toString(), client.uri.toString());
    assert.equal(there.location.range.start.line, 10);
  });

  it('with the report the problems go', async () => {
    await see.closeAll();
    await see.until('no evidence', () =>
      vscode.languages.getDiagnostics(client.uri).every((p) => !see.ruleOf(p).startsWith('compare/')) ? true : undefined,
    );
  });
});

describe('Compare Sessions on chosen files', () => {
  const file = (name: string): vscode.Uri => vscode.Uri.joinPath(see.workspace(), 'sessions', name);
  const evidence = (name: string): vscode.Diagnostic[] =>
    vscode.languages.getDiagnostics(file(name)).filter((d) => see.ruleOf(d).startsWith('compare/'));

  before(async () => {
    const [client, server] = [file('client.smtp'), file('server.smtp')];
    await vscode.commands.executeCommand('postmaster.compareSessions', server, [server, client]);
  });
  after(see.closeAll);

  it('takes the two that are selected in the explorer, whatever their order; a link opens the log at its line', async () => {
    const uri = await see.until('the report', () => views().report);
    const document = await vscode.workspace.openTextDocument(uri);
    const links = await vscode.commands.executeCommand<vscode.DocumentLink[]>('vscode.executeLinkProvider', uri);
    const first = links.find((link) => link.target?.scheme === 'command')!;
    const [log, line] = JSON.parse(first.target!.query) as [string, number];
    assert.equal(Number(document.getText(first.range)), line + 1);
    await vscode.commands.executeCommand(first.target!.path, log, line);
    const editor = await see.until('the log', () => {
      const active = vscode.window.activeTextEditor;
      return active?.document.uri.toString() === file('client.smtp').toString() ? active : undefined;
    });
    assert.equal(editor.selection.active.line, line);
  });

  it('takes its problems back when a log is changed', async () => {
    await see.until('evidence', () => (evidence('client.smtp').length > 0 ? true : undefined));
    const editor = await vscode.window.showTextDocument(file('client.smtp'), { preview: false });
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), ' '));
    await see.until('no evidence', () => (evidence('client.smtp').length === 0 ? true : undefined));
    await vscode.commands.executeCommand('undo');
  });
});
