/** The commands that compare: choose transcripts or selections, have the server compare them, show what comes back. */
import * as vscode from 'vscode';
import type { BaseLanguageClient, ProgressType } from 'vscode-languageclient';
import { COMPARE, type CompareParams, type CompareResult } from '../../../server/src/protocol';
import type { Ladders } from '../ladder/panel';
import { chooseTwo, nameOf, pickTranscript, resources } from './choose';
import { chooseSelections, unsaved, type Log } from './logs';
import type { Views } from './views';

/** Compare Sessions; `args` are what a menu, a lens or another extension hands over. Three logs and more are shown as a ladder. */
export async function compareSessions(
  client: Promise<BaseLanguageClient>,
  views: Views,
  ladders: Ladders,
  args: readonly unknown[],
): Promise<void> {
  const given = resources(args);
  if (given.length > 2) return ladders.show(given.map(logOf));
  const chosen = await chooseTwo(args);
  if (chosen) await compareLogs(client, views, chosen.map(logOf));
}

/** Compare Selection: two selections, or one and another log. */
export async function compareSelection(client: Promise<BaseLanguageClient>, views: Views): Promise<void> {
  const chosen = await chooseSelections((first) =>
    pickTranscript(vscode.l10n.t('Compare the selection with which transcript?'), [first]),
  );
  if (chosen) await compareLogs(client, views, chosen);
}

/** Show Ladder: of the comparison in front, else of the logs that the user chooses as for Compare Sessions. */
export async function showLadder(views: Views, ladders: Ladders, args: readonly unknown[]): Promise<void> {
  const given = resources(args);
  const front = views.logsOf(given[0]);
  if (front) return ladders.show(front);
  const chosen = given.length > 2 ? given : await chooseTwo(args);
  if (chosen) await ladders.show(chosen.map(logOf));
}

/** Compare Again: what the ladder, the report or the lined-up logs in front show. */
export async function compareAgain(client: Promise<BaseLanguageClient>, views: Views, ladders: Ladders): Promise<void> {
  if (await ladders.again()) return;
  const logs = views.logsOf();
  if (logs) await compareLogs(client, views, logs);
  else void vscode.window.showInformationMessage(vscode.l10n.t('Nothing was compared yet. Run Compare Sessions first.'));
}

/** Compares two logs and shows report and lined-up logs; of more than two the first and the last. */
export async function compareLogs(client: Promise<BaseLanguageClient>, views: Views, logs: readonly Log[]): Promise<void> {
  const [left, right] = [logs[0]!, logs.at(-1)!];
  const uris = [left, right].map((log) => vscode.Uri.parse(log.uri));
  const params: CompareParams = {
    left: left.uri,
    right: right.uri,
    unsaved: unsaved(uris),
    ...((left.lines || right.lines) && { lines: [left.lines, right.lines] }),
  };
  try {
    const title = vscode.l10n.t('Comparing {0} and {1}', nameOf(uris[0]!), nameOf(uris[1]!));
    const result = await vscode.window.withProgress(
      { location: vscode.ProgressLocation.Notification, title, cancellable: true },
      async (progress, token) => request(await client, params, token, progress),
    );
    if (result) await views.show(result, [left, right]);
  } catch (error) {
    void vscode.window.showErrorMessage(error instanceof Error ? error.message : String(error));
  }
}

function logOf(uri: vscode.Uri): Log {
  return { uri: uri.toString() };
}

/** Asks the server. Undefined as soon as the user cancels, even if the server still works. */
function request(
  client: BaseLanguageClient,
  params: CompareParams,
  token: vscode.CancellationToken,
  progress: vscode.Progress<{ message?: string; increment?: number }>,
): Promise<CompareResult | undefined> {
  const workDoneToken = `compare-${++requests}`;
  let reached = 0;
  // The type is there for the compiler alone.
  const follow = client.onProgress<WorkDone>({} as ProgressType<WorkDone>, workDoneToken, ({ percentage = 0, message }) => {
    progress.report({ message, increment: Math.max(0, percentage - reached) });
    reached = Math.max(reached, percentage);
  });
  return new Promise((resolve, reject) => {
    const finish = (how: () => void): void => {
      follow.dispose();
      how();
    };
    token.onCancellationRequested(() => finish(() => resolve(undefined)));
    client.sendRequest<CompareResult>(COMPARE, { ...params, workDoneToken }, token).then(
      (result) => finish(() => resolve(result)),
      (error: unknown) =>
        finish(() => {
          if (!token.isCancellationRequested) reject(error instanceof Error ? error : new Error(String(error)));
        }),
    );
  });
}

let requests = 0;

interface WorkDone {
  readonly percentage?: number;
  readonly message?: string;
}
