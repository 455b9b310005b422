/** The extension's main in the browser: the language server is a worker. */
import { Uri, type ExtensionContext } from 'vscode';
import { activateWith } from './activate';

export function activate(context: ExtensionContext): void {
  activateWith(context, async (options) => {
    const { LanguageClient } = await import('vscode-languageclient/browser');
    const worker = new Worker(Uri.joinPath(context.extensionUri, 'dist', 'worker.js').toString(true));
    return new LanguageClient('postmaster', 'Postmaster', worker, options);
  });
}
