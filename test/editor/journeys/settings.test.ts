import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import * as see from '../support';

const faulty = 'Connect:10.1\tRELAY\nConnect:10.1\tREJECT\n';

describe('settings', () => {
  const rules = vscode.workspace.getConfiguration('postmaster');
  afterEach(async () => {
    await rules.update('rules', undefined, vscode.ConfigurationTarget.Global);
    await see.closeAll();
  });

  it('a rule that is switched off takes its problem along at once, and brings it back', async () => {
    const { document } = await see.openText('sendmail-access', faulty);
    const [problem] = await see.problemsThat('a problem', document, (all) => all.length > 0);
    const rule = see.ruleOf(problem!);
    await rules.update('rules', { [rule]: 'off' }, vscode.ConfigurationTarget.Global);
    await see.problemsThat(`no ${rule}`, document, (all) => all.every((p) => see.ruleOf(p) !== rule));
    await rules.update('rules', { [rule]: 'hint' }, vscode.ConfigurationTarget.Global);
    const again = await see.problemsThat(`${rule} again`, document, (all) => all.some((p) => see.ruleOf(p) === rule));
    assert.equal(again.find((p) => see.ruleOf(p) === rule)!.severity, vscode.DiagnosticSeverity.Hint);
  });
});
