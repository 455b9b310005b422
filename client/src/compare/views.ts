/** What a comparison shows: both logs lined up in the diff editor, and beside it the report with links into the logs. */
import * as vscode from 'vscode';
import type { CompareResult, Side } from '../../../server/src/protocol';
import { nameOf, same, VIEW_SCHEME } from './choose';
import type { Log } from './logs';
import { showProblems } from './problems';

export const OPEN_PLACE = 'postmaster.openPlace';

/** A comparison on show. Its documents are `postmaster-compare:/<id>/<part>/<name>`. */
interface Shown {
  readonly id: string;
  result: CompareResult;
  /** As they were given, selections and all. */
  readonly logs: readonly Log[];
  readonly problems: vscode.DiagnosticCollection;
}

type Part = Side | 'report';

export interface Views extends vscode.Disposable {
  /** Shows a comparison, in place of an older one of the same two logs. */
  show(result: CompareResult, logs: readonly Log[]): Promise<void>;
  /** The logs of the comparison that a document shows; without one, of the active editor's, else of the last. */
  logsOf(uri?: vscode.Uri): readonly Log[] | undefined;
}

/** Makes the documents of comparisons, follows their editors, and clears up when they close or the logs change. */
export function createViews(): Views {
  const shown = new Map<string, Shown>();
  const changed = new vscode.EventEmitter<vscode.Uri>();
  const find = (uri: vscode.Uri): { of: Shown; part: Part } | undefined => {
    const [, id, part] = uri.path.split('/');
    const of = [...shown.values()].find((s) => s.id === id);
    return of && { of, part: part as Part };
  };
  let count = 0;

  const texts: vscode.TextDocumentContentProvider = {
    onDidChange: changed.event,
    provideTextDocumentContent(uri) {
      const { of, part } = find(uri) ?? {};
      if (!of || !part) return '';
      return part === 'report' ? of.result.text : of.result.aligned[part].text;
    },
  };

  const links: vscode.DocumentLinkProvider = {
    provideDocumentLinks(document) {
      const { of, part } = find(document.uri) ?? {};
      if (!of || part !== 'report') return [];
      return of.result.links.map((l) => {
        const range = new vscode.Range(document.positionAt(l.start), document.positionAt(l.end));
        const link = new vscode.DocumentLink(range, openPlace(of.result[l.side], l.line));
        link.tooltip = vscode.l10n.t('Open {0} at line {1}', nameOf(vscode.Uri.parse(of.result[l.side])), l.line + 1);
        return link;
      });
    },
  };

  const definitions: vscode.DefinitionProvider = {
    provideDefinition(document, position) {
      const { of, part } = find(document.uri) ?? {};
      if (!of || !part || part === 'report') return undefined;
      const line = of.result.aligned[part].lines[position.line] ?? undefined;
      return line === undefined
        ? undefined
        : new vscode.Location(vscode.Uri.parse(of.result[part]), new vscode.Position(line, 0));
    },
  };

  const lenses: vscode.CodeLensProvider = {
    provideCodeLenses(document) {
      const { of, part } = find(document.uri) ?? {};
      if (!of || part !== 'report') return [];
      const lens = (title: string, command: string): vscode.CodeLens =>
        new vscode.CodeLens(new vscode.Range(0, 0, 0, 0), { title, command, arguments: [document.uri] });
      return [
        lens(vscode.l10n.t('Show Ladder'), 'postmaster.showLadder'),
        lens(vscode.l10n.t('Compare Again'), 'postmaster.compareAgain'),
      ];
    },
  };

  const selector = { scheme: VIEW_SCHEME };
  const subscriptions = [
    vscode.workspace.registerTextDocumentContentProvider(VIEW_SCHEME, texts),
    vscode.languages.registerDocumentLinkProvider(selector, links),
    vscode.languages.registerDefinitionProvider(selector, definitions),
    vscode.languages.registerCodeLensProvider(selector, lenses),
    vscode.commands.registerCommand(OPEN_PLACE, (uri: string, line: number) => openLog(uri, line)),
    vscode.window.tabGroups.onDidChangeTabs(({ closed }) => {
      if (closed.length > 0) forgetClosed();
    }),
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (contentChanges.length === 0) return;
      const uri = document.uri.toString();
      for (const s of shown.values()) if (s.result.client === uri || s.result.server === uri) s.problems.clear();
    }),
    changed,
  ];

  function forgetClosed(): void {
    const open = openUris();
    for (const [key, s] of shown) {
      if (!open.has(uriOf(s, 'report').toString())) s.problems.clear();
      if ((['report', 'client', 'server'] as const).some((part) => open.has(uriOf(s, part).toString()))) continue;
      s.problems.dispose();
      shown.delete(key);
    }
  }

  return {
    async show(result, logs) {
      const key = JSON.stringify(logs);
      let s = shown.get(key);
      if (s) s.result = result;
      else {
        s = {
          id: String(++count),
          result,
          logs,
          problems: vscode.languages.createDiagnosticCollection(`postmaster-compare-${count}`),
        };
        shown.set(key, s);
      }
      for (const part of ['report', 'client', 'server'] as const) changed.fire(uriOf(s, part));
      showProblems(s.problems, result);
      if (result.aligned.client.lines.length > 0) await openDiff(s);
      await openReport(s);
    },
    logsOf(uri) {
      const active = vscode.window.activeTextEditor?.document.uri;
      const of = (u: vscode.Uri | undefined): Shown | undefined => (u?.scheme === VIEW_SCHEME ? find(u)?.of : undefined);
      return (uri ? of(uri) : (of(active) ?? [...shown.values()].at(-1)))?.logs;
    },
    dispose() {
      for (const s of shown.values()) s.problems.dispose();
      for (const d of subscriptions) d.dispose();
    },
  };
}

async function openDiff(s: Shown): Promise<void> {
  const [client, server] = [uriOf(s, 'client'), uriOf(s, 'server')];
  // The lines are in one form that the transcript's grammar and hovers know.
  for (const uri of [client, server]) {
    await vscode.languages.setTextDocumentLanguage(await vscode.workspace.openTextDocument(uri), 'smtp-transcript');
  }
  const title = vscode.l10n.t('{0} ↔ {1} (lined up)', nameOf(client), nameOf(server));
  const column = columnOf(server) ?? (vscode.window.tabGroups.all.length > 1 ? vscode.ViewColumn.One : vscode.ViewColumn.Active);
  await vscode.commands.executeCommand('vscode.diff', client, server, title, { preview: false, viewColumn: column });
}

async function openReport(s: Shown): Promise<void> {
  const document = await vscode.workspace.openTextDocument(uriOf(s, 'report'));
  const report = await vscode.languages.setTextDocumentLanguage(document, 'postmaster-report');
  await vscode.window.showTextDocument(report, { viewColumn: columnOf(report.uri) ?? (await newColumn()), preview: false });
}

/** Beside the diff if there is a column already, else below it: the lines of both are long and want the whole width. */
async function newColumn(): Promise<vscode.ViewColumn> {
  if (vscode.window.tabGroups.all.length > 1) return vscode.ViewColumn.Two;
  await vscode.commands.executeCommand('workbench.action.newGroupBelow');
  return vscode.ViewColumn.Active;
}

/** The column whose tab shows a document, itself or as the right side of a diff. */
function columnOf(uri: vscode.Uri): vscode.ViewColumn | undefined {
  const shows = ({ input }: vscode.Tab): boolean =>
    (input instanceof vscode.TabInputText && same(input.uri, uri)) ||
    (input instanceof vscode.TabInputTextDiff && same(input.modified, uri));
  return vscode.window.tabGroups.all.find((g) => g.tabs.some(shows))?.viewColumn;
}

/**
 * Opens a log at a line, in the column where it is, else in one that the active editor does not take up. `columns` are those it may
 * be opened in, where not all will do.
 */
export async function openLog(uri: string, line: number, columns?: readonly vscode.ViewColumn[]): Promise<void> {
  const resource = vscode.Uri.parse(uri);
  const opened = await vscode.workspace.openTextDocument(resource);
  const document =
    opened.languageId === 'smtp-transcript' ? opened : await vscode.languages.setTextDocumentLanguage(opened, 'smtp-transcript');
  const { activeTabGroup, all } = vscode.window.tabGroups;
  const other = all.find((g) => g !== activeTabGroup)?.viewColumn;
  const here = columnOf(resource);
  const place = document.lineAt(Math.min(line, document.lineCount - 1)).range;
  await vscode.window.showTextDocument(document, {
    viewColumn:
      here !== undefined && (columns?.includes(here) ?? true) ? here : (columns?.[0] ?? other ?? vscode.ViewColumn.Beside),
    selection: new vscode.Range(place.start, place.start),
  });
}

function openPlace(uri: string, line: number): vscode.Uri {
  return vscode.Uri.from({ scheme: 'command', path: OPEN_PLACE, query: JSON.stringify([uri, line]) });
}

function uriOf(s: Shown, part: Part): vscode.Uri {
  const { client, server } = s.result;
  const names = { client: nameOf(vscode.Uri.parse(client)), server: nameOf(vscode.Uri.parse(server)) };
  const name = part === 'report' ? vscode.l10n.t('Comparison of {0} and {1}', names.client, names.server) : names[part];
  return vscode.Uri.from({ scheme: VIEW_SCHEME, path: `/${s.id}/${part}/${name}` });
}

/** Every document some tab shows. */
function openUris(): Set<string> {
  const uris = vscode.window.tabGroups.all.flatMap((g) =>
    g.tabs.flatMap(({ input }) => {
      if (input instanceof vscode.TabInputText) return [input.uri];
      return input instanceof vscode.TabInputTextDiff ? [input.original, input.modified] : [];
    }),
  );
  return new Set(uris.map((u) => u.toString()));
}
