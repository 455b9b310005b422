import assert from 'node:assert/strict';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import * as see from '../support';

/** Replaces `from` by `to` in an open document, as somebody types. */
async function type(document: vscode.TextDocument, from: string, to: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  const start = see.placeOf(document, from);
  edit.replace(document.uri, new vscode.Range(start, document.positionAt(document.offsetAt(start) + from.length)), to);
  assert.ok(await vscode.workspace.applyEdit(edit));
}

/** Waits for a problem of a rule, and applies the fix with this title. */
async function mend(document: vscode.TextDocument, rule: string, title: string): Promise<void> {
  const [problem] = (await see.problemsThat(rule, document, (all) => all.some((p) => see.ruleOf(p) === rule))).filter(
    (p) => see.ruleOf(p) === rule,
  );
  const fix = await see.until(`the fix ${title}`, async () =>
    (await see.fixesFor(document, problem!)).find((action) => action.title === title),
  );
  assert.ok(await vscode.workspace.applyEdit(fix.edit!));
  await see.problemsThat(`no more ${rule}`, document, (all) => !all.some((p) => see.ruleOf(p) === rule));
}

describe('a mail folder', () => {
  // A copy: an editor that saves by itself would change the samples.
  let folder: vscode.Uri;
  const open = async (name: string): Promise<vscode.TextDocument> =>
    (await vscode.window.showTextDocument(vscode.Uri.joinPath(folder, name), { preview: false })).document;
  beforeEach(async () => {
    const temporary = vscode.Uri.file(mkdtempSync(path.join(tmpdir(), 'postmaster-')));
    folder = vscode.Uri.joinPath(temporary, 'mail');
    await vscode.workspace.fs.copy(vscode.Uri.joinPath(see.workspace(), 'mail'), folder);
  });
  afterEach(async () => {
    await see.closeAll();
    await vscode.workspace.fs.delete(vscode.Uri.joinPath(folder, '..'), { recursive: true });
  });

  it('the access tag whose feature is gone is named, and no more once it is back', async () => {
    const mc = await open('sendmail.mc');
    const access = await open('access');
    await see.problemsThat('nothing wrong in the sample', access, (all) => all.length === 0);
    await type(mc, "FEATURE(`greet_pause', `2000')dnl", 'dnl');
    const [problem] = await see.problemsThat('a tag that needs a feature', access, (all) => all.length > 0);
    assert.equal(see.ruleOf(problem!), 'folder/tag-needs-feature');
    assert.match(problem!.message, /greet_pause/);
    await type(mc, "FEATURE(`redirect')", "FEATURE(`greet_pause', `2000')dnl\nFEATURE(`redirect')");
    await see.problemsThat('nothing wrong any more', access, (all) => all.length === 0);
  });

  it('three faults are mended by quick fix, one of them in another file', async () => {
    const mc = await open('sendmail.mc');
    await type(mc, 'blocklist_recipients', 'blacklist_recipients');
    await mend(mc, 'mc/deprecated-feature', await titleOf(mc, 'mc/deprecated-feature'));
    assert.match(mc.getText(), /blocklist_recipients/);

    const access = await open('access');
    await type(access, 'Connect:192.168.11\t', 'Connect:192.168.11.0/24\t');
    await mend(access, 'access/cidr', await titleOf(access, 'access/cidr'));
    assert.match(access.getText(), /Connect:192\.168\.11\tRELAY/);

    const table = await open('virtusertable');
    await type(table, 'info@shop.example.com', 'info@store.example.net');
    await mend(table, 'folder/domain-not-local', 'Add store.example.net to local-host-names');
    const names = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(folder, 'local-host-names'));
    assert.match(names.getText(), /^store\.example\.net$/m);
  });

  it('an alias is renamed in all files', async () => {
    const document = await open('aliases');
    const place = see.placeOf(document, 'office:', 2);
    const edit = await see.until('a rename', async () => {
      const found = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
        'vscode.executeDocumentRenameProvider',
        document.uri,
        place,
        'bureau',
      );
      return found.size > 0 ? found : undefined;
    });
    assert.deepEqual(
      edit
        .entries()
        .map(([uri]) => uri.path.split('/').pop())
        .sort(),
      ['aliases', 'virtusertable'],
    );
    assert.ok(await vscode.workspace.applyEdit(edit));
    assert.match(document.getText(), /^bureau:/m);
    assert.match(document.getText(), /^webmaster:\s+bureau$/m);
    const table = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(folder, 'virtusertable'));
    assert.match(table.getText(), /\tbureau$/m);
  });

  it('the security audit says what it found, with places, and what it looked at', async () => {
    const mc = await open('sendmail.mc');
    await type(mc, "FEATURE(`delay_checks')dnl", "FEATURE(`promiscuous_relay')dnl");
    await see.problemsThat('the open relay', mc, (all) => all.some((p) => see.ruleOf(p) === 'mc/open-relay'));
    await vscode.commands.executeCommand('postmaster.securityAudit', mc.uri);
    const report = await see.until('the audit', () =>
      vscode.workspace.textDocuments.find((d) => d.uri.scheme === 'postmaster-audit'),
    );
    assert.match(report.getText(), /sendmail\.mc:\d+ {2}error\n.*open relay.*\(mc\/open-relay\)/);
    assert.match(report.getText(), /Looked at: .*local-host-names/);
    const links = await vscode.commands.executeCommand<vscode.DocumentLink[]>('vscode.executeLinkProvider', report.uri);
    assert.ok(links.some((link) => link.target?.path === mc.uri.path && /^L\d+$/.test(link.target.fragment)));
  });
});

/** The title of the fix that is offered first for a rule. */
async function titleOf(document: vscode.TextDocument, rule: string): Promise<string> {
  const found = await see.problemsThat(rule, document, (all) => all.some((p) => see.ruleOf(p) === rule));
  const problem = found.find((p) => see.ruleOf(p) === rule)!;
  return see.until(`a fix of ${rule}`, async () => (await see.fixesFor(document, problem))[0]?.title);
}
