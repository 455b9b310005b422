import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import { missing, startProxy, startSendmail, type Daemon, type Sendmail } from '../../support/mailDaemons';
import * as see from '../support';

/** A dialogue that was shown, and what it said. */
interface Asked {
  readonly message: string;
  readonly detail: string;
}

/** Answers the modal dialogues as a user who picks the button with this text, or closes them. */
function answering(button: string | undefined): { asked: Asked[]; restore: () => void } {
  const asked: Asked[] = [];
  const window = vscode.window as { showWarningMessage: unknown };
  const original = window.showWarningMessage;
  window.showWarningMessage = (message: string, options: { modal?: boolean; detail?: string }, ...buttons: string[]) => {
    assert.equal(options.modal, true);
    asked.push({ message, detail: options.detail ?? '' });
    return Promise.resolve(buttons.find((b) => b === button));
  };
  return { asked, restore: () => (window.showWarningMessage = original) };
}

describe('Record SMTP Session', () => {
  let sendmail: Sendmail;
  let proxy: Daemon | undefined;
  let sessions = 0;
  before(async function () {
    if (missing().length > 0) return this.skip();
    sendmail = await startSendmail();
  });
  after(async () => {
    await see.closeAll();
    await proxy?.stop();
    await sendmail?.stop();
  });

  const request = (port: number): object => ({
    ...{ host: '127.0.0.1', port, tls: 'starttls', user: '', message: '' },
    ...{ from: 'alice@client.example.org', to: ['bob@mail.example.com'], name: 'client.example.org' },
  });

  /** Records a session and compares it with what sendmail wrote of it; gives the report's first line. */
  async function verdictOf(port: number): Promise<string> {
    const user = answering('Send and Record');
    let uri: vscode.Uri | undefined;
    try {
      uri = await vscode.commands.executeCommand<vscode.Uri | undefined>('postmaster.recordSession', request(port));
    } finally {
      user.restore();
    }
    assert.ok(uri);
    assert.equal(user.asked.length, 1);
    assert.equal(user.asked[0]!.message, 'Send a message to bob@mail.example.com through 127.0.0.1?');
    assert.match(user.asked[0]!.detail, new RegExp(`port ${port}\\..*\\n.*<alice@client\\.example\\.org>`));
    const shown = vscode.window.activeTextEditor!.document;
    assert.equal(shown.uri.toString(), uri.toString());
    assert.equal(shown.languageId, 'smtp-transcript');
    // The log grows: what was there before belongs to the sessions before.
    const log = await sendmail.written(++sessions);
    const text = Buffer.from(await vscode.workspace.fs.readFile(vscode.Uri.file(log))).toString('latin1');
    const last = text.slice(text.lastIndexOf('>>> 220 ') - 6);
    const server = path.join(tmpdir(), `postmaster-journey-${process.pid}-${sessions}.smtp`);
    writeFileSync(server, last, 'latin1');
    await vscode.commands.executeCommand('postmaster.compareSessions', uri, vscode.Uri.file(server));
    const name = `postmaster-journey-${process.pid}-${sessions}`;
    const report = await see.until('the report', () => {
      const inputs = vscode.window.tabGroups.all.flatMap((group) => group.tabs.map((tab) => tab.input));
      const uris = inputs.flatMap((input) => (input instanceof vscode.TabInputText ? [input.uri] : []));
      return uris.find((u) => u.scheme === 'postmaster-compare' && u.path.includes('/report/') && u.path.includes(name));
    });
    return (await vscode.workspace.openTextDocument(report)).lineAt(0).text;
  }

  it('sends nothing unless the user agrees', async () => {
    const user = answering(undefined);
    try {
      assert.equal(await vscode.commands.executeCommand('postmaster.recordSession', request(sendmail.port)), undefined);
    } finally {
      user.restore();
    }
    assert.equal(user.asked.length, 1);
    const log = await vscode.workspace.fs.readFile(vscode.Uri.file(sendmail.log)).then(
      (bytes) => bytes.length,
      () => 0,
    );
    assert.equal(log, 0);
  });

  it('directly: the recording and the log of sendmail agree', async () => {
    assert.match(await verdictOf(sendmail.port), /^none\b/);
  });

  it('through a real proxy: it is found and named', async function () {
    if (missing('clamsmtpd').length > 0) return this.skip();
    proxy = await startProxy('clamsmtpd', sendmail.port);
    assert.match(await verdictOf(proxy.port), /^(likely|certain)\b.*ClamSMTP/);
  });

  it('hands nothing to a command in an address', async () => {
    const user = answering('Send and Record');
    try {
      const bad = { ...request(sendmail.port), to: ['bob@mail.example.com>\r\nDATA'] };
      assert.equal(await vscode.commands.executeCommand('postmaster.recordSession', bad), undefined);
    } finally {
      user.restore();
    }
    assert.deepEqual(user.asked, []);
  });
});
