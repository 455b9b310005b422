/** The ladder in the editor: a panel for each comparison, drawn by the server, drawn again when the logs change. */
import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { LADDER, type LadderParams, type LadderResult } from '../../../server/src/protocol';
import { nameOf } from '../compare/choose';
import { unsaved, type Log } from '../compare/logs';
import type { PageMessage } from './messages';

const VIEW_TYPE = 'postmaster.ladder';
/** True while an editor shows a line that the ladder led to: Escape leads back. */
const FROM_LADDER = 'postmaster.fromLadder';
/** A log that is being written changes in bursts (ms). */
const QUIET = 500;

interface Shown {
  readonly panel: vscode.WebviewPanel;
  readonly logs: readonly Log[];
  stale: boolean;
  drawing?: vscode.CancellationTokenSource;
}

export interface Ladders extends vscode.Disposable {
  /** Shows the ladder of logs of one way, two or more; the panel that is there, drawn again, if there is one. */
  show(logs: readonly Log[]): Promise<void>;
  /** Compares again what the panel in front shows; false if there is none. */
  again(): Promise<boolean>;
}

/** Makes the panels, opens logs for them, and brings back those of the last window. `compare` shows two logs lined up. */
export function createLadders(
  extension: vscode.Uri,
  client: Promise<BaseLanguageClient>,
  openLog: (uri: string, line: number, columns?: readonly vscode.ViewColumn[]) => Promise<void>,
  compare: (logs: readonly Log[]) => Promise<void>,
): Ladders {
  const panels = new Map<string, Shown>();
  let last: Shown | undefined;

  function adopt(panel: vscode.WebviewPanel, logs: readonly Log[]): Shown {
    const key = JSON.stringify(logs);
    const shown: Shown = { panel, logs, stale: true };
    panels.set(key, shown);
    panel.webview.options = { enableScripts: true, localResourceRoots: [vscode.Uri.joinPath(extension, 'dist')] };
    const watchers = watch(logs, () => changed(shown));
    panel.webview.onDidReceiveMessage((message: PageMessage) => void answer(shown, message));
    panel.onDidChangeViewState(() => {
      if (panel.active) last = shown;
      if (panel.visible && shown.stale) void draw(shown);
    });
    panel.onDidDispose(() => {
      for (const d of watchers) d.dispose();
      shown.drawing?.cancel();
      panels.delete(key);
      if (last === shown) last = undefined;
      void vscode.commands.executeCommand('setContext', FROM_LADDER, false);
    });
    return shown;
  }

  function changed(shown: Shown): void {
    shown.stale = true;
    if (shown.panel.visible) void draw(shown);
  }

  /** Has the server draw. A run that is not over yet is given up: only what the logs say now counts. */
  async function draw(shown: Shown): Promise<void> {
    shown.drawing?.cancel();
    const source = (shown.drawing = new vscode.CancellationTokenSource());
    shown.stale = false;
    const { webview } = shown.panel;
    try {
      const nonce = newNonce();
      const script = webview.asWebviewUri(vscode.Uri.joinPath(extension, 'dist', 'ladder.js')).toString();
      const page = { nonce, script, language: vscode.env.language, state: JSON.stringify(shown.logs) };
      const { text } = await ask({ page }, shown, source.token);
      if (!source.token.isCancellationRequested) webview.html = text;
    } catch (error) {
      if (source.token.isCancellationRequested) return;
      shown.stale = true;
      void vscode.window.showErrorMessage(told(error));
    }
  }

  async function ask(
    what: Pick<LadderParams, 'page' | 'draw'>,
    { logs }: Shown,
    token?: vscode.CancellationToken,
  ): Promise<LadderResult> {
    const params: LadderParams = { ...what, logs, unsaved: unsaved(logs.map((log) => vscode.Uri.parse(log.uri))) };
    return (await client).sendRequest<LadderResult>(LADDER, params, token);
  }

  async function answer(shown: Shown, message: PageMessage): Promise<void> {
    last = shown;
    if (message.open) {
      await vscode.commands.executeCommand('setContext', FROM_LADDER, true);
      // Both logs side by side, beside the ladder where there is room.
      const own = shown.panel.viewColumn ?? vscode.ViewColumn.One;
      const free = vscode.window.tabGroups.all.map((g) => g.viewColumn).filter((c) => c !== own);
      const columns = [...free, Math.max(own, ...free) + 1, Math.max(own, ...free) + 2];
      for (const [i, { log, line }] of message.open.entries()) {
        const uri = shown.logs[log]?.uri;
        if (uri) await openLog(uri, line, message.open.length > 1 ? columns.slice(i) : columns.slice(0, 1));
      }
    }
    if (message.do === 'again') await draw(shown);
    if (message.do === 'logs') await compare(shown.logs);
    if (message.do === 'html' || message.do === 'svg') await save(shown, message.do, message.pair);
  }

  async function save(shown: Shown, form: 'html' | 'svg', pair = ''): Promise<void> {
    try {
      const page = { nonce: newNonce(), language: vscode.env.language };
      const { text } = await ask({ page, ...(form === 'svg' && { draw: pair }) }, shown);
      const log = vscode.Uri.parse(shown.logs[0]!.uri);
      const filters: Record<string, string[]> = form === 'html' ? { HTML: ['html'] } : { SVG: ['svg'] };
      const folder = log.scheme === 'untitled' ? undefined : vscode.Uri.joinPath(log, '..', `comparison.${form}`);
      const target = await vscode.window.showSaveDialog({ filters, ...(folder && { defaultUri: folder }) });
      if (target) await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(text));
    } catch (error) {
      void vscode.window.showErrorMessage(told(error));
    }
  }

  async function reveal(shown: Shown | undefined): Promise<boolean> {
    await vscode.commands.executeCommand('setContext', FROM_LADDER, false);
    shown?.panel.reveal(undefined, false);
    return shown !== undefined;
  }

  const subscriptions = [
    vscode.commands.registerCommand('postmaster.backToLadder', () => reveal(last)),
    vscode.window.registerWebviewPanelSerializer(VIEW_TYPE, {
      async deserializeWebviewPanel(panel, state: { logs?: Log[] } | undefined) {
        const logs = state?.logs ?? [];
        if (logs.length < 2) panel.dispose();
        else await draw(adopt(panel, logs));
      },
    }),
  ];

  return {
    async show(logs) {
      const known = panels.get(JSON.stringify(logs));
      if (known) {
        await reveal(known);
        return draw(known);
      }
      const title = vscode.l10n.t('Ladder: {0}', logs.map((log) => nameOf(vscode.Uri.parse(log.uri))).join(' ↔ '));
      const panel = vscode.window.createWebviewPanel(VIEW_TYPE, title, vscode.ViewColumn.Active, { enableFindWidget: true });
      last = adopt(panel, logs);
      await draw(last);
    },
    async again() {
      const front = [...panels.values()].find((s) => s.panel.active);
      if (front) await draw(front);
      return front !== undefined;
    },
    dispose() {
      for (const { panel } of panels.values()) panel.dispose();
      for (const d of subscriptions) d.dispose();
    },
  };
}

/** Tells when a log changes, in the editor or on the disk, once it has been quiet for a moment. */
function watch(logs: readonly Log[], changed: () => void): vscode.Disposable[] {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const soon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(changed, QUIET);
  };
  const uris = [...new Set(logs.map((log) => log.uri))];
  const files = uris.map((uri) => vscode.Uri.parse(uri)).filter((uri) => uri.scheme !== 'untitled');
  return [
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (contentChanges.length > 0 && uris.includes(document.uri.toString())) soon();
    }),
    ...files.flatMap((uri) => {
      const watcher = vscode.workspace.createFileSystemWatcher(
        new vscode.RelativePattern(vscode.Uri.joinPath(uri, '..'), nameOf(uri)),
      );
      return [watcher, watcher.onDidChange(soon), watcher.onDidCreate(soon)];
    }),
    { dispose: () => clearTimeout(timer) },
  ];
}

function newNonce(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((b) => b.toString(16).padStart(2, '0')).join('');
}

function told(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
