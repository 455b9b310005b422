/** What the journeys share: files as a user opens them, and what VS Code then shows. Nothing here waits a fixed time. */
import * as vscode from 'vscode';

/** How long (ms) a thing may take to appear: a machine may be slow, a test that fails may be late. */
const patience = 20_000;

/** Asks `probe` until it gives something; fails with `what` and what was seen last. */
export async function until<T>(
  what: string,
  probe: () => T | undefined | Thenable<T | undefined>,
  seen?: () => unknown,
): Promise<T> {
  const late = Date.now() + patience;
  for (;;) {
    const value = await probe();
    if (value !== undefined) return value;
    if (Date.now() > late)
      throw new Error(`never came: ${what}${seen ? `\nseen instead: ${JSON.stringify(seen(), null, 1)}` : ''}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** The folder that VS Code has open: samples/. */
export function workspace(): vscode.Uri {
  return vscode.workspace.workspaceFolders![0]!.uri;
}

/** Opens a file of samples/ in an editor, as a click in the explorer does. */
export async function openSample(path: string): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(vscode.Uri.joinPath(workspace(), path), { preview: false });
}

/** Opens a new, unsaved text in an editor. */
export async function openText(language: string, content: string): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ language, content }), { preview: false });
}

/** Closes every editor without asking about what is not saved. */
export async function closeAll(): Promise<void> {
  while (vscode.window.activeTextEditor?.document.isDirty) {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  }
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}

/** A problem as the user reads it: `3:9 error mc/unknown-feature` (line and column from 1). */
export function told(problem: vscode.Diagnostic): string {
  const severity = ['error', 'warning', 'info', 'hint'][problem.severity];
  return `${problem.range.start.line + 1}:${problem.range.start.character + 1} ${severity} ${ruleOf(problem)}`;
}

export function ruleOf(problem: vscode.Diagnostic): string {
  const { code } = problem;
  return String(typeof code === 'object' ? code.value : (code ?? ''));
}

/** Our problems of a document. */
export function problemsOf(document: vscode.TextDocument): vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(document.uri).filter((d) => /^[a-z]+\//.test(ruleOf(d)));
}

/** Waits until the problems of a document are as `wanted` says, and gives them. */
export function problemsThat(
  what: string,
  document: vscode.TextDocument,
  wanted: (problems: readonly vscode.Diagnostic[]) => boolean,
): Promise<vscode.Diagnostic[]> {
  const now = (): vscode.Diagnostic[] => problemsOf(document);
  return until(
    what,
    () => (wanted(now()) ? now() : undefined),
    () => now().map(told),
  );
}

/** Where `text` begins in a document; `inside` characters further if given. */
export function placeOf(document: vscode.TextDocument, text: string, inside = 0): vscode.Position {
  const offset = document.getText().indexOf(text);
  if (offset < 0) throw new Error(`the document does not hold ${text}`);
  return document.positionAt(offset + inside);
}

/** The text of the hover at a place, waited for: the server may still be starting. */
export function hoverAt(document: vscode.TextDocument, place: vscode.Position): Promise<string> {
  return until(`a hover at line ${place.line + 1}`, async () => {
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', document.uri, place);
    const text = hovers
      .flatMap((hover) => hover.contents)
      .map((content) => (typeof content === 'string' ? content : content.value))
      .join('\n');
    return text.trim() || undefined;
  });
}

/** The labels that completion offers at a place, once `wanted` is among them. */
export function completionsAt(document: vscode.TextDocument, place: vscode.Position, wanted: string): Promise<string[]> {
  let labels: string[] = [];
  return until(
    `the completion ${wanted}`,
    async () => {
      const list = await vscode.commands.executeCommand<vscode.CompletionList>(
        'vscode.executeCompletionItemProvider',
        document.uri,
        place,
      );
      labels = list.items.map(({ label }) => (typeof label === 'string' ? label : label.label));
      return labels.includes(wanted) ? labels : undefined;
    },
    () => labels.slice(0, 20),
  );
}

/** The quick fixes offered for a problem. */
export async function fixesFor(document: vscode.TextDocument, problem: vscode.Diagnostic): Promise<vscode.CodeAction[]> {
  const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    problem.range,
    vscode.CodeActionKind.QuickFix.value,
  );
  return actions.filter((action) => action.kind && vscode.CodeActionKind.QuickFix.contains(action.kind));
}

/** Carries out a quick fix as a click on it does. */
export async function apply(fix: vscode.CodeAction): Promise<void> {
  if (fix.edit && !(await vscode.workspace.applyEdit(fix.edit))) throw new Error(`the edit of "${fix.title}" was refused`);
  if (fix.command) await vscode.commands.executeCommand(fix.command.command, ...((fix.command.arguments ?? []) as unknown[]));
}

/** A name in the outline with what is below it. */
export interface Outline {
  readonly name: string;
  readonly children: readonly Outline[];
}

/** The outline of a document, once it has one. */
export function outlineOf(document: vscode.TextDocument): Promise<Outline[]> {
  const plain = (symbol: vscode.DocumentSymbol): Outline => ({ name: symbol.name, children: symbol.children.map(plain) });
  return until('an outline', async () => {
    const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[] | undefined>(
      'vscode.executeDocumentSymbolProvider',
      document.uri,
    );
    return symbols?.length ? symbols.map(plain) : undefined;
  });
}

/** The lines that fold, as `first-last` (from 1), once there are any. */
export function foldsOf(document: vscode.TextDocument): Promise<string[]> {
  return until('something to fold', async () => {
    const ranges = await vscode.commands.executeCommand<vscode.FoldingRange[] | undefined>(
      'vscode.executeFoldingRangeProvider',
      document.uri,
    );
    return ranges?.length ? ranges.map((r) => `${r.start + 1}-${r.end + 1}`) : undefined;
  });
}
