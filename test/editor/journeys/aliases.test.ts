import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import * as see from '../support';

const faulty = `postmaster: root
mailer-daemon: postmaster
root: alice@example.com
support: first@example.com
Support: second@example.com
decode: "|/usr/bin/uudecode"
no colon here
`;

describe('aliases', () => {
  afterEach(see.closeAll);

  it('the sample opens in its language, with nothing to be put right', async () => {
    const { document } = await see.openSample('mail/aliases');
    assert.equal(document.languageId, 'mail-aliases');
    await see.hoverAt(document, see.placeOf(document, 'postmaster:', 1));
    await see.problemsThat('no error and no warning in the sample', document, (all) =>
      all.every((p) => p.severity > vscode.DiagnosticSeverity.Warning),
    );
  });

  it('a missing colon, a name given twice and the decode alias are shown', async () => {
    const { document } = await see.openText('mail-aliases', faulty);
    const problems = await see.problemsThat('the three problems', document, (all) => {
      const lines = new Set(all.map((p) => p.range.start.line + 1));
      return [5, 6, 7].every((line) => lines.has(line));
    });
    const colon = problems.find((p) => p.range.start.line === 6);
    assert.equal(colon!.severity, vscode.DiagnosticSeverity.Error);
  });

  it('the hover says where mail for a name goes', async () => {
    const { document } = await see.openText('mail-aliases', faulty);
    assert.match(await see.hoverAt(document, see.placeOf(document, 'postmaster: root', 2)), /alice@example\.com/);
  });

  it('the definition of a target is its own line', async () => {
    const { document } = await see.openText('mail-aliases', faulty);
    const place = see.placeOf(document, ': root', 3);
    const found = await see.until('a definition', async () => {
      const all = await vscode.commands.executeCommand<(vscode.Location | vscode.LocationLink)[]>(
        'vscode.executeDefinitionProvider',
        document.uri,
        place,
      );
      return all.length > 0 ? all : undefined;
    });
    const lines = found.map((at) => ('targetRange' in at ? at.targetRange : at.range).start.line);
    assert.deepEqual(lines, [2]);
  });
});
