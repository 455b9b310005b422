import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import * as see from '../support';

const faulty = `divert(0)dnl
VERSIONID(\`example.com')dnl
OSTYPE(\`linux')dnl
FEATURE(\`acces_db')dnl
define(\`confPRIVACY_FLAGS', \`goaway')dnl
MAILER(\`local')dnl
MAILER(\`smtp')dnl
`;

/** What a web page made of the quotes: \`@#\` where a closing one stood. */
const mangled = `include(\`/usr/share/sendmail/cf/m4/cf.m4@#)dnl
OSTYPE(\`linux@#)dnl
define(\`confDEF_USER_ID@#,\`\`8:12@#@#)dnl
FEATURE(\`smrsh@#,\`/usr/sbin/smrsh@#)dnl
MAILER(\`local@#)dnl
MAILER(\`smtp@#)dnl
`;

describe('sendmail.mc', () => {
  afterEach(see.closeAll);

  it('the sample opens in its language and has no problem', async () => {
    const { document } = await see.openSample('mail/sendmail.mc');
    assert.equal(document.languageId, 'sendmail-mc');
    // A hover shows that the server has read the file: no problem then means that there is none.
    await see.hoverAt(document, see.placeOf(document, 'OSTYPE', 1));
    await see.problemsThat('no problem in the sample', document, (problems) => problems.length === 0);
  });

  it('an unknown feature is shown, with the name that was meant', async () => {
    const { document } = await see.openText('sendmail-mc', faulty);
    const [problem] = await see.problemsThat(
      'the problem',
      document,
      (problems) => problems.length > 0 && see.ruleOf(problems[0]!) === 'mc/unknown-feature',
    );
    assert.equal(see.ruleOf(problem!), 'mc/unknown-feature');
    assert.equal(problem!.severity, vscode.DiagnosticSeverity.Error);
    assert.equal(problem!.range.start.line, 3);
    assert.match(problem!.message, /access_db/);
  });

  it('the hover explains a macro and an option', async () => {
    const { document } = await see.openText('sendmail-mc', faulty);
    assert.match(await see.hoverAt(document, see.placeOf(document, 'confPRIVACY_FLAGS', 3)), /PrivacyOptions/);
    assert.match(await see.hoverAt(document, see.placeOf(document, 'OSTYPE', 1)), /OSTYPE/);
  });

  it('completion offers the features', async () => {
    const { document } = await see.openText('sendmail-mc', 'FEATURE(`acc');
    const labels = await see.completionsAt(document, new vscode.Position(0, 12), 'access_db');
    assert.ok(labels.includes('access_db'));
  });

  it('one quick fix repairs mangled quotes, and the problems go', async () => {
    const { document } = await see.openText('sendmail-mc', mangled);
    const problems = await see.problemsThat('problems of quotes', document, (all) =>
      all.some((p) => see.ruleOf(p).includes('quote')),
    );
    const problem = problems.find((p) => see.ruleOf(p).includes('quote'))!;
    const fixes = await see.fixesFor(document, problem);
    const wanted = mangled.replaceAll('@#', "'");
    const whole = fixes.find((fix) => /all|file|every/i.test(fix.title)) ?? fixes[0];
    assert.ok(whole, `no fix for ${see.told(problem)}`);
    await see.apply(whole);
    assert.equal(document.getText(), wanted);
    await see.problemsThat('nothing but advice after the fix', document, (all) =>
      all.every((p) => p.severity > vscode.DiagnosticSeverity.Warning),
    );
  });
});
