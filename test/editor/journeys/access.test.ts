import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import * as see from '../support';

const faulty = ['Connect:10.1\tRELAY', 'From:spam.example.net\tREJECT', 'Connect:10.1\tREJECT', 'From:x@example.net', ''].join(
  '\n',
);

describe('access', () => {
  afterEach(see.closeAll);

  it('the sample opens in its language and has no problem', async () => {
    const { document } = await see.openSample('mail/access');
    assert.equal(document.languageId, 'sendmail-access');
    await see.hoverAt(document, see.placeOf(document, 'RELAY', 1));
    await see.problemsThat('no problem in the sample', document, (problems) => problems.length === 0);
  });

  it('a key that is there twice and one without a value are shown, where makemap would complain', async () => {
    const { document } = await see.openText('sendmail-access', faulty);
    const problems = await see.problemsThat('two errors', document, (all) => all.length >= 2);
    const lines = problems.filter((p) => p.severity === vscode.DiagnosticSeverity.Error).map((p) => p.range.start.line + 1);
    assert.deepEqual([...new Set(lines)].sort(), [3, 4]);
  });

  it('the hover explains a tag and an action', async () => {
    const { document } = await see.openText('sendmail-access', faulty);
    assert.match(await see.hoverAt(document, see.placeOf(document, 'RELAY', 1)), /RELAY/);
    assert.match(await see.hoverAt(document, see.placeOf(document, 'Connect', 1)), /Connect/);
  });

  it('completion offers the actions after the key', async () => {
    const { document } = await see.openText('sendmail-access', 'Connect:10.1\tRE');
    await see.completionsAt(document, new vscode.Position(0, 15), 'REJECT');
  });
});
