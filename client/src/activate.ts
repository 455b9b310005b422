/** What the desktop and the browser share: the language client and the commands. */
import * as vscode from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import {
  READ_FILE,
  READ_FOLDER,
  type InitializationOptions,
  type ReadFileParams,
  type ReadFileResult,
  type ReadFolderParams,
  type ReadFolderResult,
} from '../../server/src/protocol';
import { AUDIT_SCHEME, registerAudit } from './audit';
import { toByteString } from './bytes';
import { compareAgain, compareLogs, compareSelection, compareSessions, showLadder } from './compare/command';
import { VIEW_SCHEME } from './compare/choose';
import { createViews, openLog } from './compare/views';
import { createLadders } from './ladder/panel';
import { redactTranscript } from './redact';
import { openAsTranscript } from './transcript';

/** Makes the language client for where we run. May take its time: it loads the library. */
export type CreateClient = (options: LanguageClientOptions) => Promise<BaseLanguageClient>;

const languages = [
  'sendmail-mc',
  'sendmail-cf',
  'sendmail-access',
  'mail-aliases',
  'sendmail-virtusertable',
  'sendmail-mailertable',
  'sendmail-domaintable',
  'sendmail-genericstable',
  'sendmail-domains',
  'tcp-rules',
  'smtp-transcript',
];

/** Documents that are shown for comparison only: an older version, the two sides lined up. They have no problems of their own. */
const viewSchemes: ReadonlySet<string> = new Set(['git', VIEW_SCHEME, AUDIT_SCHEME]);

/** Starts the language server in the background and registers the commands. Gives what stops the server again. */
export function activateWith(context: vscode.ExtensionContext, create: CreateClient): () => Promise<void> {
  const log = vscode.window.createOutputChannel('Postmaster', { log: true });
  const client = start(create, log);
  client.catch((error: unknown) => {
    log.error(error instanceof Error ? error : String(error));
    void vscode.window.showErrorMessage(
      vscode.l10n.t('Postmaster could not start its language server. The output channel "Postmaster" has the details.'),
    );
  });
  const views = createViews();
  const ladders = createLadders(context.extensionUri, client, openLog, (logs) => compareLogs(client, views, logs));
  context.subscriptions.push(
    log,
    views,
    registerAudit(client),
    ladders,
    vscode.commands.registerCommand('postmaster.openAsTranscript', openAsTranscript),
    vscode.commands.registerCommand('postmaster.redactTranscript', (resource?: vscode.Uri, what?: readonly string[]) =>
      redactTranscript(client, resource, what),
    ),
    vscode.commands.registerCommand('postmaster.compareSessions', (...args: unknown[]) =>
      compareSessions(client, views, ladders, args),
    ),
    vscode.commands.registerCommand('postmaster.compareSelection', () => compareSelection(client, views)),
    vscode.commands.registerCommand('postmaster.compareAgain', () => compareAgain(client, views, ladders)),
    vscode.commands.registerCommand('postmaster.showLadder', (...args: unknown[]) => showLadder(views, ladders, args)),
  );
  return () =>
    client.then(
      (c) => c.stop(),
      () => {},
    );
}

async function start(create: CreateClient, log: vscode.LogOutputChannel): Promise<BaseLanguageClient> {
  const initializationOptions: InitializationOptions = {
    l10n: vscode.l10n.bundle,
    commands: ['postmaster.compareSessions', 'postmaster.redactTranscript'],
    languageIds: true,
  };
  const client = await create({
    documentSelector: languages.map((language) => ({ language })),
    outputChannel: log,
    initializationOptions,
    middleware: {
      provideDiagnostics: (document, previousResultId, token, next) => {
        const uri = document instanceof vscode.Uri ? document : document.uri;
        return viewSchemes.has(uri.scheme) ? undefined : next(document, previousResultId, token);
      },
    },
  });
  client.onRequest(READ_FILE, async ({ uri }: ReadFileParams): Promise<ReadFileResult> => {
    return { bytes: toByteString(await vscode.workspace.fs.readFile(vscode.Uri.parse(uri, true))) };
  });
  client.onRequest(READ_FOLDER, async ({ uri }: ReadFolderParams): Promise<ReadFolderResult> => {
    const entries = await vscode.workspace.fs.readDirectory(vscode.Uri.parse(uri, true));
    return { names: entries.filter(([, type]) => (type & vscode.FileType.Directory) === 0).map(([name]) => name) };
  });
  await client.start();
  return client;
}
