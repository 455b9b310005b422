import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import * as see from '../support';

const clientLog = (): vscode.Uri => vscode.Uri.joinPath(see.workspace(), 'sessions/client.smtp');
const serverLog = (): vscode.Uri => vscode.Uri.joinPath(see.workspace(), 'sessions/server.smtp');

/** The report in whatever column it stands. */
function report(): Promise<vscode.TextDocument> {
  return see.until('the report', () => vscode.workspace.textDocuments.find((d) => d.languageId === 'postmaster-report'));
}

/** Problems that the comparison found, not the transcript's own. */
function evidence(uri: vscode.Uri): vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(uri).filter((d) => see.ruleOf(d).startsWith('compare/'));
}

describe('Compare Sessions', () => {
  afterEach(see.closeAll);

  it('compares the two transcripts in view: verdict, both sides lined up, evidence in the logs', async () => {
    await vscode.window.showTextDocument(serverLog(), { viewColumn: vscode.ViewColumn.One, preview: false });
    await vscode.window.showTextDocument(clientLog(), { viewColumn: vscode.ViewColumn.Two, preview: false });
    await vscode.commands.executeCommand('postmaster.compareSessions');

    const text = (await report()).getText();
    assert.match(text, /^(likely|certain): .*(Norton|Symantec)/);
    assert.match(text, /354/);

    const diff = vscode.window.tabGroups.all.flatMap((g) => g.tabs).find((t) => t.input instanceof vscode.TabInputTextDiff);
    const { original, modified } = diff!.input as vscode.TabInputTextDiff;
    const lines = async (uri: vscode.Uri) => (await vscode.workspace.openTextDocument(uri)).getText().split('\n');
    const [left, right] = [await lines(original), await lines(modified)];
    assert.equal(left.length, right.length);
    const answer = left.findIndex((l) => l.startsWith('S: 354'));
    assert.match(right[answer]!, /^S: 354/);
    assert.notEqual(left[answer], right[answer]);

    const found = await see.until('evidence in the client log', () => {
      const all = evidence(clientLog());
      return all.length > 0 ? all : undefined;
    });
    const decisive = found.find((d) => d.severity === vscode.DiagnosticSeverity.Warning)!;
    assert.equal(decisive.relatedInformation![0]!.location.uri.toString(), serverLog().toString());
    assert.ok(evidence(serverLog()).length > 0);
  });

  it('takes two chosen files in either order, and its links open the logs at their lines', async () => {
    await vscode.commands.executeCommand('postmaster.compareSessions', serverLog(), [serverLog(), clientLog()]);
    const document = await report();
    assert.match(document.getText(), /^(likely|certain): /);
    const links = await vscode.commands.executeCommand<vscode.DocumentLink[]>('vscode.executeLinkProvider', document.uri);
    const first = links.find((l) => l.target?.scheme === 'command')!;
    const line = Number(document.getText(first.range));
    const [uri, at] = JSON.parse(first.target!.query) as [string, number];
    await vscode.commands.executeCommand(first.target!.path, uri, at);
    const editor = await see.until('the log', () => {
      const active = vscode.window.activeTextEditor;
      return active?.document.uri.toString() === clientLog().toString() ? active : undefined;
    });
    assert.equal(editor.selection.active.line + 1, line);
  });

  it('takes its problems back when the report closes or a log changes', async () => {
    const compare = () => vscode.commands.executeCommand('postmaster.compareSessions', clientLog(), serverLog());
    const gone = () => see.until('no evidence', () => (evidence(clientLog()).length === 0 ? true : undefined));
    await compare();
    await report();
    assert.ok(evidence(clientLog()).length > 0);
    const tab = vscode.window.tabGroups.all
      .flatMap((g) => g.tabs)
      .find((t) => t.input instanceof vscode.TabInputText && t.input.uri.path.includes('/report/'))!;
    await vscode.window.tabGroups.close(tab);
    await gone();

    await compare();
    assert.ok(evidence(clientLog()).length > 0);
    const editor = await vscode.window.showTextDocument(clientLog(), { preview: false });
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), ' '));
    await gone();
  });
});
