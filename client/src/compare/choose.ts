/** Which two transcripts to compare: those the user pointed at, else those in view, else by asking. */
import * as vscode from 'vscode';

/** A scheme of documents that only show something; nobody means them when he says "this transcript". */
export const VIEW_SCHEME = 'postmaster-compare';

const LANGUAGE = 'smtp-transcript';

/**
 * The two transcripts. `args` are what a menu or a lens hands over: one resource, two, or a resource and the list of all
 * selected ones, each a `Uri` or a string. Undefined if the user changed his mind.
 */
export async function chooseTwo(args: readonly unknown[]): Promise<[vscode.Uri, vscode.Uri] | undefined> {
  const given = resources(args);
  if (given.length >= 2) return [given[0]!, given[1]!];

  const visible = unique(vscode.window.visibleTextEditors.filter((e) => isTranscript(e.document)).map((e) => e.document.uri));
  const asked = typeof args[0] === 'string';
  if (!asked && visible.length === 2 && (given.length === 0 || visible.some((v) => same(v, given[0]!)))) {
    return [visible[0]!, visible[1]!];
  }

  const active = vscode.window.activeTextEditor?.document;
  const first =
    given[0] ??
    (active && isTranscript(active) ? active.uri : undefined) ??
    (await pick(vscode.l10n.t('Compare which transcript?'), []));
  if (!first) return undefined;
  const second = await pick(vscode.l10n.t('Compare {0} with which transcript?', nameOf(first)), [first]);
  return second && [first, second];
}

/** The last part of a path. */
export function nameOf(uri: vscode.Uri): string {
  return uri.path.split('/').pop() || uri.toString();
}

function resources(args: readonly unknown[]): vscode.Uri[] {
  const [first, second] = args;
  if (Array.isArray(second) && second.length >= 2) return second.map(toUri).filter((u) => u !== undefined);
  return [toUri(first), toUri(second)].filter((u) => u !== undefined);
}

function toUri(value: unknown): vscode.Uri | undefined {
  if (value instanceof vscode.Uri) return value;
  return typeof value === 'string' ? vscode.Uri.parse(value, true) : undefined;
}

interface Item extends vscode.QuickPickItem {
  readonly uri?: vscode.Uri;
}

/** Asks for one of the open transcripts or any file. */
async function pick(title: string, without: readonly vscode.Uri[]): Promise<vscode.Uri | undefined> {
  const visible = vscode.window.visibleTextEditors.map((e) => e.document);
  const open = [...visible, ...vscode.workspace.textDocuments].filter(isTranscript).map((d) => d.uri);
  const items: Item[] = unique(open)
    .filter((uri) => !without.some((w) => same(w, uri)))
    .map((uri) => ({ label: nameOf(uri), description: vscode.workspace.asRelativePath(uri), uri }));
  const file: Item = { label: vscode.l10n.t('Choose file…'), iconPath: new vscode.ThemeIcon('folder-opened'), alwaysShow: true };
  const picked =
    items.length === 0 ? file : await vscode.window.showQuickPick([...items, file], { title, matchOnDescription: true });
  if (!picked) return undefined;
  if (picked.uri) return picked.uri;
  const files = await vscode.window.showOpenDialog({
    title,
    openLabel: vscode.l10n.t('Compare'),
    defaultUri: without[0] && vscode.Uri.joinPath(without[0], '..'),
  });
  return files?.[0];
}

function isTranscript(document: vscode.TextDocument): boolean {
  return document.languageId === LANGUAGE && document.uri.scheme !== VIEW_SCHEME && document.uri.scheme !== 'git';
}

function unique(uris: readonly vscode.Uri[]): vscode.Uri[] {
  return [...new Map(uris.map((u) => [u.toString(), u])).values()];
}

function same(a: vscode.Uri, b: vscode.Uri): boolean {
  return a.toString() === b.toString();
}
