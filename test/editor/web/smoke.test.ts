/** The extension in the browser: the server runs in a worker there, and must do the same. */
import * as vscode from 'vscode';
import * as see from '../support';

const faulty = 'Connect:10.1\tRELAY\nConnect:10.1\tREJECT\n';

describe('in the browser', () => {
  afterEach(see.closeAll);

  it('the extension starts its web build', async () => {
    const extension = vscode.extensions.getExtension('postmaster.postmaster');
    if (!extension) throw new Error('VS Code does not know the extension');
    await extension.activate();
    if (extension.extensionKind !== vscode.ExtensionKind.UI) throw new Error('it runs on the server');
  });

  it('a problem is shown', async () => {
    const { document } = await see.openText('sendmail-access', faulty);
    await see.problemsThat('the key that is there twice', document, (all) => all.some((p) => p.range.start.line === 1));
  });

  it('a hover explains', async () => {
    const { document } = await see.openText('sendmail-access', faulty);
    const text = await see.hoverAt(document, see.placeOf(document, 'RELAY', 1));
    if (!text.includes('RELAY')) throw new Error(text);
  });

  it('two logs are compared: the worker has the editor read their bytes', async () => {
    const file = (name: string): vscode.Uri => vscode.Uri.joinPath(see.workspace(), 'sessions', name);
    await vscode.commands.executeCommand('postmaster.compareSessions', file('client.smtp'), file('server.smtp'));
    const report = await see.until('the report', () =>
      vscode.window.visibleTextEditors.map((e) => e.document).find((d) => d.languageId === 'postmaster-report'),
    );
    if (!/^(certain|likely): /.test(report.getText())) throw new Error(report.getText());
  });
});
