/** The extension's main on the desktop and on a remote machine: the language server is a Node process. */
import path from 'node:path';
import { commands, type ExtensionContext } from 'vscode';
import type { RecordArguments } from './record/ask';

let stop: (() => Promise<void>) | undefined;

export async function activate(context: ExtensionContext): Promise<void> {
  context.subscriptions.push(
    commands.registerCommand('postmaster.recordSession', async (given?: RecordArguments) => {
      // Loaded when asked for: hardly anybody needs it, and never at the start.
      const { recordCommand } = await import('./record/command');
      return recordCommand(given);
    }),
  );
  // Loaded here and not above: what both clients share is in the browser's file, and the library takes longer still.
  const { activateWith } = await import('./activate');
  stop = activateWith(context, async (options) => {
    const { LanguageClient, TransportKind } = await import('vscode-languageclient/node');
    const server = { module: path.join(context.extensionPath, 'dist', 'server.js'), transport: TransportKind.ipc };
    return new LanguageClient('postmaster', 'Postmaster', { run: server, debug: server }, options);
  });
}

export function deactivate(): Promise<void> | undefined {
  return stop?.();
}
