import * as vscode from 'vscode';

/** Reads the active editor's file as a transcript, whatever its name: any log may hold an SMTP session. */
export async function openAsTranscript(resource?: vscode.Uri): Promise<void> {
  const document = resource ? await vscode.workspace.openTextDocument(resource) : vscode.window.activeTextEditor?.document;
  if (!document) {
    void vscode.window.showInformationMessage(vscode.l10n.t('Open the log first, then run this command again.'));
    return;
  }
  const transcript = await vscode.languages.setTextDocumentLanguage(document, 'smtp-transcript');
  await vscode.window.showTextDocument(transcript);
}
