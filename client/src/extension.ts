/** The extension's main on the desktop and on a remote machine: the language server is a Node process. */
import path from 'node:path';
import { commands, type ExtensionContext } from 'vscode';
import { activateWith } from './activate';
import type { RecordArguments } from './record/ask';

let stop: (() => Promise<void>) | undefined;

export function activate(context: ExtensionContext): void {
  context.subscriptions.push(
    commands.registerCommand('postmaster.recordSession', async (given?: RecordArguments) => {
      // Loaded when asked for: hardly anybody needs it, and never at the start.
      const { recordCommand } = await import('./record/command');
      return recordCommand(given);
    }),
  );
  stop = activateWith(context, async (options) => {
    // Loaded here and not above: the library takes longer to load than all the rest together.
    const { LanguageClient, TransportKind } = await import('vscode-languageclient/node');
    const server = { module: path.join(context.extensionPath, 'dist', 'server.js'), transport: TransportKind.ipc };
    return new LanguageClient('postmaster', 'Postmaster', { run: server, debug: server }, options);
  });
}

export function deactivate(): Promise<void> | undefined {
  return stop?.();
}
