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

  // A lens says "with …": it wants to be asked. Otherwise two in view, or only two open, can be nothing but those meant.
  const asked = typeof args[0] === 'string';
  const two = [visibleTranscripts(), openTranscripts()].find((t) => t.length === 2);
  if (!asked && two && (given.length === 0 || two.some((t) => same(t, given[0]!)))) return [two[0]!, two[1]!];

  const active = vscode.window.activeTextEditor?.document;
  const first =
    given[0] ??
    (active && isTranscript(active) ? active.uri : undefined) ??
    (await pickTranscript(vscode.l10n.t('Compare which transcript?'), []));
  if (!first) return undefined;
  const second = await pickTranscript(vscode.l10n.t('Compare {0} with which transcript?', nameOf(first)), [first]);
  return second && [first, second];
}

/** The last part of a path. */
export function nameOf(uri: vscode.Uri): string {
  return uri.path.split('/').pop() || uri.toString();
}

/** The resources that a menu, a lens or a caller names. */
export function resources(args: readonly unknown[]): vscode.Uri[] {
  const [, second] = args;
  if (Array.isArray(second) && second.length >= 2) return second.map(toUri).filter((u) => u !== undefined);
  return args
    .slice(0, Array.isArray(second) ? 1 : undefined)
    .map(toUri)
    .filter((u) => u !== undefined);
}

function toUri(value: unknown): vscode.Uri | undefined {
  if (value instanceof vscode.Uri) return value;
  return typeof value === 'string' ? vscode.Uri.parse(value, true) : undefined;
}

interface Item extends vscode.QuickPickItem {
  readonly uri?: vscode.Uri;
}

/** Asks for one of the open transcripts or any file. */
export async function pickTranscript(title: string, without: readonly vscode.Uri[]): Promise<vscode.Uri | undefined> {
  const items: Item[] = unique([...visibleTranscripts(), ...openTranscripts()])
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

function visibleTranscripts(): vscode.Uri[] {
  return unique(vscode.window.visibleTextEditors.filter((e) => isTranscript(e.document)).map((e) => e.document.uri));
}

/**
 * Transcripts that have a tab. The editor keeps documents for a while after their tab is closed, and has none yet for a tab of
 * the last session that was not looked at: there the name tells.
 */
function openTranscripts(): vscode.Uri[] {
  const documents = new Map(vscode.workspace.textDocuments.map((d) => [d.uri.toString(), d]));
  const inputs = vscode.window.tabGroups.all.flatMap((g) => g.tabs.map((t) => t.input));
  const uris = inputs.filter((input) => input instanceof vscode.TabInputText).map((input) => input.uri);
  return unique(uris).filter((uri) => {
    const document = documents.get(uri.toString());
    return document ? isTranscript(document) : uri.scheme !== VIEW_SCHEME && /\.(smtp|smtplog)$|\/smtp\.sessions$/.test(uri.path);
  });
}

function isTranscript(document: vscode.TextDocument): boolean {
  return document.languageId === LANGUAGE && document.uri.scheme !== VIEW_SCHEME && document.uri.scheme !== 'git';
}

function unique(uris: readonly vscode.Uri[]): vscode.Uri[] {
  return [...new Map(uris.map((u) => [u.toString(), u])).values()];
}

export function same(a: vscode.Uri, b: vscode.Uri): boolean {
  return a.toString() === b.toString();
}
