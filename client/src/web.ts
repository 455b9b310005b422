/** The extension's main in the browser: the language server is a worker. */
import { commands, l10n, Uri, window, type ExtensionContext } from 'vscode';
import { activateWith } from './activate';

let stop: (() => Promise<void>) | undefined;

export function activate(context: ExtensionContext): void {
  context.subscriptions.push(
    commands.registerCommand('postmaster.recordSession', () =>
      window.showInformationMessage(
        l10n.t(
          'A browser cannot open SMTP connections. Record with VS Code on the desktop or over Remote, or with `postmaster record`.',
        ),
      ),
    ),
  );
  stop = activateWith(context, async (options) => {
    const { LanguageClient } = await import('vscode-languageclient/browser');
    const worker = new Worker(Uri.joinPath(context.extensionUri, 'dist', 'worker.js').toString(true));
    return new LanguageClient('postmaster', 'Postmaster', worker, options);
  });
}

export function deactivate(): Promise<void> | undefined {
  return stop?.();
}
