/** The command Redact Transcript: a copy of a log that can be shown to others. */
import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { REDACT, type RedactOptions, type RedactParams, type RedactResult } from '../../server/src/protocol';

const LANGUAGE = 'smtp-transcript';

/**
 * Redacts a document, else the active editor's, into a new untitled one. `what` is for keybindings and other extensions: the names
 * of `RedactOptions` to take out beyond logins; without it the user is asked.
 */
export async function redactTranscript(
  client: Promise<BaseLanguageClient>,
  resource?: vscode.Uri,
  what?: readonly string[],
): Promise<void> {
  const document =
    resource instanceof vscode.Uri ? await vscode.workspace.openTextDocument(resource) : vscode.window.activeTextEditor?.document;
  if (!document) {
    void vscode.window.showInformationMessage(vscode.l10n.t('Open the log first, then run this command again.'));
    return;
  }
  const options = Array.isArray(what) ? optionsOf(what) : await choose();
  if (!options) return;
  // The server knows transcripts only; of other documents it gets the text.
  const text = document.languageId === LANGUAGE ? {} : { text: document.getText() };
  const params: RedactParams = { uri: document.uri.toString(), options, ...text };
  try {
    const title = vscode.l10n.t('Redacting the transcript');
    const result = await vscode.window.withProgress({ location: vscode.ProgressLocation.Window, title }, async () =>
      (await client).sendRequest<RedactResult>(REDACT, params),
    );
    await show(result);
  } catch (error) {
    void vscode.window.showErrorMessage(error instanceof Error ? error.message : String(error));
  }
}

async function show({ text, places, secrets }: RedactResult): Promise<void> {
  const redacted = await vscode.workspace.openTextDocument({ language: LANGUAGE, content: text });
  await vscode.window.showTextDocument(redacted, { preview: false });
  void vscode.window.showInformationMessage(
    places === 0
      ? vscode.l10n.t('Nothing had to be taken out. Look it through all the same before you give it to others.')
      : vscode.l10n.t(
          '{0} places were redacted, {1} of them logins. Look it through before you give it to others: names can stand where nobody expects them.',
          places,
          secrets,
        ),
  );
}

interface Choice extends vscode.QuickPickItem {
  readonly option: keyof RedactOptions;
}

/** Asks what to take out beyond logins; undefined if the user changed his mind. */
async function choose(): Promise<RedactOptions | undefined> {
  const choices: Choice[] = [
    {
      option: 'addresses',
      label: vscode.l10n.t('Mail addresses'),
      description: vscode.l10n.t('what stands before the @, and names of users'),
    },
    { option: 'hosts', label: vscode.l10n.t('Host names'), description: vscode.l10n.t('domains too') },
    { option: 'ips', label: vscode.l10n.t('IP addresses') },
    { option: 'messages', label: vscode.l10n.t('Message text'), description: vscode.l10n.t('subjects and names of files too') },
  ];
  const chosen = await vscode.window.showQuickPick(choices, {
    canPickMany: true,
    title: vscode.l10n.t('Redact what, beyond logins?'),
    placeHolder: vscode.l10n.t('Logins are always taken out. Each name gets one stand-in, in every log.'),
  });
  return chosen && optionsOf(chosen.map((c) => c.option));
}

function optionsOf(names: readonly string[]): RedactOptions {
  return Object.fromEntries(names.map((name) => [name, true]));
}
