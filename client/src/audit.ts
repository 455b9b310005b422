/** Security Audit: the findings of a mail folder as a document whose places lead to the files. */
import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { AUDIT, type AuditParams, type AuditResult } from '../../server/src/protocol';

/** The scheme of its documents: `postmaster-audit:/etc/mail/Security Audit?<uri of a file of the folder>`. */
export const AUDIT_SCHEME = 'postmaster-audit';

/** Registers the command and what shows its documents. */
export function registerAudit(client: Promise<BaseLanguageClient>): vscode.Disposable {
  const results = new Map<string, AuditResult>();
  const changed = new vscode.EventEmitter<vscode.Uri>();
  const selector = { scheme: AUDIT_SCHEME };
  return vscode.Disposable.from(
    changed,
    vscode.workspace.registerTextDocumentContentProvider(AUDIT_SCHEME, {
      onDidChange: changed.event,
      provideTextDocumentContent: (uri) => results.get(uri.toString())?.text ?? '',
    }),
    vscode.languages.registerDocumentLinkProvider(selector, {
      provideDocumentLinks: (document) =>
        (results.get(document.uri.toString())?.links ?? []).map(({ start, end, uri, line }) => {
          const range = new vscode.Range(document.positionAt(start), document.positionAt(end));
          return new vscode.DocumentLink(range, vscode.Uri.parse(uri).with({ fragment: `L${line + 1}` }));
        }),
    }),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => void results.delete(uri.toString())),
    vscode.commands.registerCommand('postmaster.securityAudit', async (resource?: vscode.Uri) => {
      const of = resource ?? vscode.window.activeTextEditor?.document.uri;
      const result = of && (await audit(await client, of));
      if (!of || !result) {
        void vscode.window.showInformationMessage(
          vscode.l10n.t('Open sendmail.mc or one of the files beside it: the audit looks at their folder.'),
        );
        return;
      }
      const uri = vscode.Uri.from({
        scheme: AUDIT_SCHEME,
        path: vscode.Uri.joinPath(of, '..', vscode.l10n.t('Security Audit')).path,
        query: of.toString(),
      });
      results.set(uri.toString(), result);
      // To change the language is to close the document and open it again, which forgets the result.
      const document = await vscode.languages.setTextDocumentLanguage(
        await vscode.workspace.openTextDocument(uri),
        'postmaster-report',
      );
      results.set(uri.toString(), result);
      changed.fire(uri);
      await vscode.window.showTextDocument(document, { preview: false, viewColumn: vscode.ViewColumn.Beside });
    }),
  );
}

async function audit(client: BaseLanguageClient, uri: vscode.Uri): Promise<AuditResult | null> {
  const params: AuditParams = { uri: uri.toString() };
  return client.sendRequest<AuditResult | null>(AUDIT, params);
}
