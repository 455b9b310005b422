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

  it('a long log is surveyed', async () => {
    const session = (id: number): string =>
      [
        '>>> 220 mail.example.com ESMTP Sendmail 8.17.1/8.17.1; Sun, 22 Nov 2026 04:12:15 GMT',
        `<<< HELO pc${id}.example.org`,
        `>>> 250 mail.example.com Hello pc${id}.example.org [192.0.2.7], pleased to meet you`,
        '<<< MAIL FROM:<fred@example.org>',
        '>>> 250 2.1.0 <fred@example.org>... Sender ok',
        `<<< RCPT TO:<user${id}@example.com>`,
        `>>> 550 5.1.1 <user${id}@example.com>... User unknown`,
        '<<< QUIT',
        '>>> 221 2.0.0 mail.example.com closing connection',
      ]
        .map((line) => `${30_000 + id} ${line}\n`)
        .join('');
    const { document } = await see.openText('smtp-transcript', Array.from({ length: 80 }, (_, id) => session(id)).join(''));
    await see.problemsThat('each refusal', document, (all) => all.length === 80 && all[79]!.message.includes('user79@'));
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
