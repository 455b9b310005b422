import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import * as see from '../support';

const refused = `S: 220 mail.example.com ESMTP ready
C: EHLO client.example.org
S: 250-mail.example.com
S: 250-PIPELINING
S: 250 STARTTLS
C: MAIL FROM:<a@example.org>
S: 250 2.1.0 Ok
C: RCPT TO:<b@example.com>
S: 451 4.7.1 Greylisted, try again later
C: QUIT
S: 221 2.0.0 Bye
`;

describe('an SMTP transcript', () => {
  afterEach(see.closeAll);

  it('the sample opens in its language; the outline has its session, which folds', async () => {
    const { document } = await see.openSample('sessions/server.smtp');
    assert.equal(document.languageId, 'smtp-transcript');
    const outline = await see.outlineOf(document);
    assert.equal(outline.length, 1, JSON.stringify(outline));
    const folds = await see.foldsOf(document);
    assert.ok(
      folds.some((fold) => /^(9|10)-2\d$/.test(fold)),
      `the message does not fold: ${folds.join(' ')}`,
    );
  });

  it('the hover explains a reply code and an enhanced status code, with what they answer', async () => {
    const { document } = await see.openText('smtp-transcript', refused);
    const code = await see.hoverAt(document, see.placeOf(document, '451', 1));
    assert.match(code, /451/);
    assert.match(code, /RCPT/);
    const enhanced = await see.hoverAt(document, see.placeOf(document, '4.7.1', 1));
    assert.match(enhanced, /4\.7\.1/);
    assert.match(enhanced, /policy|greylist/i);
  });

  it('the hover explains a command and an extension', async () => {
    const { document } = await see.openText('smtp-transcript', refused);
    assert.match(await see.hoverAt(document, see.placeOf(document, 'RCPT TO', 1)), /RCPT/);
    assert.match(await see.hoverAt(document, see.placeOf(document, 'PIPELINING', 1)), /PIPELINING/);
  });

  it('a refusal is information at its line', async () => {
    const { document } = await see.openText('smtp-transcript', refused);
    const problems = await see.problemsThat('the refusal', document, (all) => all.some((p) => p.range.start.line === 8));
    assert.equal(problems.find((p) => p.range.start.line === 8)!.severity, vscode.DiagnosticSeverity.Information);
  });
});
