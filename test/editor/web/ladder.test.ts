/** The ladder where the extension runs in the browser: the worker draws it, the page's script comes from the extension's folder. */
import * as vscode from 'vscode';
import * as see from '../support';

describe('the ladder in the browser', () => {
  afterEach(see.closeAll);

  it('opens as a panel of its own, and comes to the front when it is asked for again', async () => {
    const file = (name: string): vscode.Uri => vscode.Uri.joinPath(see.workspace(), 'sessions', name);
    const ladders = (): vscode.Tab[] =>
      vscode.window.tabGroups.all.flatMap((g) => g.tabs).filter((tab) => tab.input instanceof vscode.TabInputWebview);
    const logs = [file('client.smtp'), file('server.smtp')];
    await vscode.commands.executeCommand('postmaster.showLadder', logs[0], logs);
    const [tab] = await see.until('the panel', () => (ladders().length > 0 ? ladders() : undefined));
    if (tab!.label !== 'Ladder: client.smtp ↔ server.smtp') throw new Error(tab!.label);
    await vscode.commands.executeCommand('postmaster.showLadder', logs[0], logs);
    if (ladders().length !== 1) throw new Error(`${ladders().length} panels`);
  });
});
