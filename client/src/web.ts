/** The extension's main in the browser: the language server is a worker. */
import { Uri, type ExtensionContext } from 'vscode';
import { activateWith } from './activate';

let stop: (() => Promise<void>) | undefined;

export function activate(context: ExtensionContext): void {
  stop = activateWith(context, async (options) => {
    const { LanguageClient } = await import('vscode-languageclient/browser');
    const worker = new Worker(Uri.joinPath(context.extensionUri, 'dist', 'worker.js').toString(true));
    return new LanguageClient('postmaster', 'Postmaster', worker, options);
  });
}

export function deactivate(): Promise<void> | undefined {
  return stop?.();
}
