/** From a Postfix log that is open as plain text to a copy that can be shown: the same in both extension hosts. */
import * as vscode from 'vscode';
import * as see from './support';

const peer = 'client.example.org[192.0.2.7]';

/** Postfix -v, other daemons' lines among it; a login in clear, a message put off. */
const log =
  [
    `postfix/smtpd[3211]: connect from ${peer}`,
    `postfix/smtpd[3211]: > ${peer}: 220 mail.example.com ESMTP Postfix`,
    'postfix/qmgr[812]: 4F3BC2A7: removed',
    `postfix/smtpd[3211]: < ${peer}: EHLO client.example.org`,
    `postfix/smtpd[3211]: > ${peer}: 250-mail.example.com`,
    `postfix/smtpd[3211]: > ${peer}: 250-STARTTLS`,
    `postfix/smtpd[3211]: > ${peer}: 250-AUTH PLAIN LOGIN`,
    `postfix/smtpd[3211]: > ${peer}: 250 ENHANCEDSTATUSCODES`,
    `postfix/smtpd[3211]: < ${peer}: AUTH PLAIN AGZyZWQAc3dvcmRmaXNo`,
    'postfix/smtpd[3211]: xsasl_dovecot_server_first: sasl_method PLAIN, init_response AGZyZWQAc3dvcmRmaXNo',
    `postfix/smtpd[3211]: > ${peer}: 235 2.7.0 Authentication successful`,
    `postfix/smtpd[3211]: < ${peer}: MAIL FROM:<fred@example.org>`,
    `postfix/smtpd[3211]: > ${peer}: 250 2.1.0 Ok`,
    `postfix/smtpd[3211]: < ${peer}: RCPT TO:<bob@example.com>`,
    `postfix/smtpd[3211]: > ${peer}: 451 4.7.1 <bob@example.com>: Recipient address rejected: Greylisted`,
    `postfix/smtpd[3211]: < ${peer}: QUIT`,
    `postfix/smtpd[3211]: > ${peer}: 221 2.0.0 Bye`,
    `postfix/smtpd[3211]: disconnect from ${peer} ehlo=1 auth=1 mail=1 rcpt=0/1 quit=1 commands=4/5`,
  ]
    .map((line, i) => `Nov 22 04:12:${15 + i} mail ${line}`)
    .join('\n') + '\n';

const secret = /AGZyZWQ|c3dvcmRmaXNo|swordfish/;

function check(held: boolean, message: string): void {
  if (!held) throw new Error(message);
}

/** Registers the journey's steps with Mocha; each goes on where the one before ended. */
export function postfixJourney(): void {
  describe('a Postfix -v log that is open as plain text', () => {
    let document: vscode.TextDocument;
    after(see.closeAll);

    it('is a transcript once "Open as SMTP Transcript" is run', async () => {
      const editor = await see.openText('plaintext', log);
      await vscode.commands.executeCommand('postmaster.openAsTranscript');
      document = await see.until('the transcript', () =>
        vscode.window.activeTextEditor?.document.languageId === 'smtp-transcript'
          ? vscode.window.activeTextEditor.document
          : undefined,
      );
      check(document.getText() === editor.document.getText(), 'the text has changed');
    });

    it('has a lens that sums its session up: who, from, to, outcome, TLS, how long', async () => {
      const titles = await see.until('the lenses', async () => {
        const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
          'vscode.executeCodeLensProvider',
          document.uri,
          10,
        );
        return lenses.length > 0 ? lenses.map((l) => `${l.range.start.line}: ${l.command?.title}`) : undefined;
      });
      const told = '0: client.example.org → mail.example.com · fred@example.org → bob@example.com, 451 4.7.1 · no TLS · 17 s';
      check(titles.includes(told), titles.join('\n'));
    });

    it('has an outline: the session, and in it the transaction', async () => {
      const outline = await see.outlineOf(document);
      check(outline.length === 1 && outline[0]!.name === 'client.example.org → mail.example.com', JSON.stringify(outline));
      check(outline[0]!.children[0]?.name === 'fred@example.org → bob@example.com', JSON.stringify(outline));
    });

    it('explains 4.7.1 with what it answers, and links it to its RFC', async () => {
      const text = await see.hoverAt(document, see.placeOf(document, '4.7.1', 2));
      check(/4\.7\.1/.test(text) && /RCPT/.test(text) && /greylist/i.test(text), text);
      check(text.includes('https://www.rfc-editor.org/rfc/rfc3463#section-3.8'), text);
      const links = await vscode.commands.executeCommand<vscode.DocumentLink[]>('vscode.executeLinkProvider', document.uri, 10);
      const code = links.find((l) => document.getText(l.range) === '451 4.7.1');
      check(code?.target?.toString(true) === 'https://www.rfc-editor.org/rfc/rfc3463#section-3.8', JSON.stringify(links));
    });

    it('leads from the reply to its command, and tells the sides apart', async () => {
      const found = await vscode.commands.executeCommand<(vscode.Location | vscode.LocationLink)[]>(
        'vscode.executeDefinitionProvider',
        document.uri,
        see.placeOf(document, '4.7.1', 2),
      );
      const [target] = found.map((f) => ('range' in f ? f.range : f.targetRange));
      check(target?.start.line === see.placeOf(document, 'RCPT TO').line, JSON.stringify(found));
      const tokens = await vscode.commands.executeCommand<vscode.SemanticTokens>(
        'vscode.provideDocumentSemanticTokens',
        document.uri,
      );
      check(tokens.data.length > 5 * 20, `${tokens.data.length / 5} tokens`);
    });

    it('says who logs in and not the password, grows a selection to the session, marks the exchange', async () => {
      const all = new vscode.Range(0, 0, document.lineCount, 0);
      const hints = await vscode.commands.executeCommand<vscode.InlayHint[]>(
        'vscode.executeInlayHintProvider',
        document.uri,
        all,
      );
      const login = see.placeOf(document, 'AUTH PLAIN AG');
      check(hints.length === 1 && hints[0]!.label === 'user fred', JSON.stringify(hints));
      check(hints[0]!.position.line === login.line, JSON.stringify(hints));
      const [range] = await vscode.commands.executeCommand<vscode.SelectionRange[]>(
        'vscode.executeSelectionRangeProvider',
        document.uri,
        [see.placeOf(document, 'RCPT TO', 1)],
      );
      const grown: string[] = [];
      for (let r: vscode.SelectionRange | undefined = range; r; r = r.parent)
        grown.push(`${r.range.start.line + 1}-${r.range.end.line + 1}`);
      check(
        ['14-14', '14-15', '12-15', '1-18'].every((lines) => grown.includes(lines)),
        grown.join(' '),
      );
      const marks = await vscode.commands.executeCommand<vscode.DocumentHighlight[]>(
        'vscode.executeDocumentHighlights',
        document.uri,
        see.placeOf(document, '451 4.7.1', 1),
      );
      check(
        marks
          .map((m) => m.range.start.line + 1)
          .sort()
          .join() === '14,15',
        JSON.stringify(marks),
      );
    });

    it('warns of the login in clear and of the password in the log', async () => {
      const line = see.placeOf(document, 'AUTH PLAIN AG').line;
      const problems = await see.problemsThat('the warnings', document, (all) => all.length >= 3);
      const here = problems.filter((p) => p.range.start.line === line).map(see.told);
      const column = 'Nov 22 04:12:23 mail postfix/smtpd[3211]: < client.example.org[192.0.2.7]: '.length + 1;
      check(here.includes(`${line + 1}:${column} warning smtp/auth-in-clear`), here.join('\n'));
      check(here.includes(`${line + 1}:${column + 11} warning smtp/password-in-log`), here.join('\n'));
    });

    it('gives a copy without the login by "Redact Transcript", which reads as the same session', async () => {
      const lines = document.lineCount;
      await vscode.commands.executeCommand('postmaster.redactTranscript', document.uri, []);
      const copy = await see.until('the copy', () => {
        const active = vscode.window.activeTextEditor?.document;
        return active && active !== document ? active : undefined;
      });
      check(copy.languageId === 'smtp-transcript' && copy.lineCount === lines, copy.getText());
      check(!secret.test(copy.getText()), copy.getText());
      check(/AUTH PLAIN AHJlZGFjdGVkAHJlZGFjdGVk\n/.test(copy.getText()), copy.getText());
      const [before, after] = [await see.outlineOf(document), await see.outlineOf(copy)];
      check(JSON.stringify(before) === JSON.stringify(after), JSON.stringify(after));
      check(secret.test(document.getText()), 'the log itself has changed');
      await vscode.window.showTextDocument(document);
    });

    it('offers that command at the warning, and a fix that takes the login out where it stands', async () => {
      const [clear] = see.problemsOf(document).filter((p) => see.ruleOf(p) === 'smtp/auth-in-clear');
      const fixes = await see.fixesFor(document, clear!);
      const command = fixes.find((f) => f.command?.command === 'postmaster.redactTranscript');
      check(command !== undefined, fixes.map((f) => f.title).join('\n'));
      const fix = fixes.find((f) => f.edit);
      check(fix !== undefined && fix.title === 'Take this login out of the log', fixes.map((f) => f.title).join('\n'));
      await see.apply(fix!);
      check(!secret.test(document.getText()), document.getText());
      await see.problemsThat('no password', document, (all) => all.every((p) => see.ruleOf(p) !== 'smtp/password-in-log'));
      check((await see.outlineOf(document)).length === 1, 'the session is lost');
    });
  });
}
