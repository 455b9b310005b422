/** The command Compare Sessions: chooses two transcripts, has the server compare them, shows what comes back. */
import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { COMPARE, type CompareParams, type CompareResult } from '../../../server/src/protocol';
import { chooseTwo, nameOf } from './choose';
import type { Views } from './views';

/** What the command does; `args` are what a menu, a lens or another extension hands over. */
export async function compareSessions(
  client: Promise<BaseLanguageClient>,
  views: Views,
  args: readonly unknown[],
): Promise<void> {
  const chosen = await chooseTwo(args);
  if (!chosen) return;
  const [left, right] = chosen;
  const params: CompareParams = { left: left.toString(), right: right.toString(), unsaved: unsaved(chosen) };
  try {
    const title = vscode.l10n.t('Comparing {0} and {1}', nameOf(left), nameOf(right));
    const result = await vscode.window.withProgress(
      { location: vscode.ProgressLocation.Notification, title, cancellable: true },
      async (_, token) => request(await client, params, token),
    );
    if (result) await views.show(result);
  } catch (error) {
    void vscode.window.showErrorMessage(error instanceof Error ? error.message : String(error));
  }
}

/** Asks the server. Undefined as soon as the user cancels, even if the server still works. */
function request(
  client: BaseLanguageClient,
  params: CompareParams,
  token: vscode.CancellationToken,
): Promise<CompareResult | undefined> {
  return new Promise((resolve, reject) => {
    token.onCancellationRequested(() => resolve(undefined));
    client.sendRequest<CompareResult>(COMPARE, params, token).then(resolve, (error: unknown) => {
      if (!token.isCancellationRequested) reject(error instanceof Error ? error : new Error(String(error)));
    });
  });
}

/** Those whose text is in the editor only: changed, or without a file. */
function unsaved(uris: readonly vscode.Uri[]): string[] {
  return uris
    .filter((uri) => {
      const document = vscode.workspace.textDocuments.find((d) => d.uri.toString() === uri.toString());
      return document?.isDirty || document?.isUntitled;
    })
    .map((uri) => uri.toString());
}
