/** The logs of a comparison: files, or the lines of a document that are selected. */
import * as vscode from 'vscode';
import type { LineRange } from '../../../server/src/protocol';
import { nameOf } from './choose';

export interface Log {
  readonly uri: string;
  /** The lines that count, where not all do. */
  readonly lines?: LineRange;
}

/** Those whose text is in the editor only: changed, or without a file. */
export function unsaved(uris: readonly vscode.Uri[]): string[] {
  return uris
    .filter((uri) => {
      const document = vscode.workspace.textDocuments.find((d) => d.uri.toString() === uri.toString());
      return document?.isDirty || document?.isUntitled;
    })
    .map((uri) => uri.toString());
}

interface Item extends vscode.QuickPickItem {
  readonly log?: Log;
}

/**
 * The two parts that Compare Selection compares: two selections of the editor, else the selection and what the user chooses:
 * another editor's selection, the clipboard, a document. Undefined if there is no selection or he changed his mind.
 */
export async function chooseSelections(
  pick: (first: vscode.Uri) => Promise<vscode.Uri | undefined>,
): Promise<[Log, Log] | undefined> {
  const editor = vscode.window.activeTextEditor;
  const [first, second] = editor ? selectionsOf(editor) : [];
  if (!editor || !first) {
    void vscode.window.showInformationMessage(vscode.l10n.t('Select the lines of a session first, then run this command again.'));
    return undefined;
  }
  if (second) return [first, second];
  const others = vscode.window.visibleTextEditors.filter((e) => e !== editor).flatMap(selectionsOf);
  const clipboard = (await vscode.env.clipboard.readText()).trim() !== '';
  const items: Item[] = [
    ...others.map((log) => ({
      label: vscode.l10n.t('Selection in {0}', nameOf(vscode.Uri.parse(log.uri))),
      description: linesOf(log),
      log,
    })),
    ...(clipboard ? [{ label: vscode.l10n.t('Clipboard') }] : []),
  ];
  const document: Item = { label: vscode.l10n.t('Another transcript…') };
  const title = vscode.l10n.t('Compare the selection with what?');
  const chosen = items.length === 0 ? document : await vscode.window.showQuickPick([...items, document], { title });
  if (!chosen) return undefined;
  if (chosen.log) return [first, chosen.log];
  if (chosen === document) {
    const uri = await pick(editor.document.uri);
    return uri && [first, { uri: uri.toString() }];
  }
  const content = await vscode.env.clipboard.readText();
  const pasted = await vscode.workspace.openTextDocument({ language: 'smtp-transcript', content });
  return [first, { uri: pasted.uri.toString() }];
}

/** The selections of an editor that hold something, in the order of the document, as whole lines. */
function selectionsOf({ document, selections }: vscode.TextEditor): Log[] {
  return selections
    .filter((s) => !s.isEmpty)
    .sort((a, b) => a.start.compareTo(b.start))
    .map(({ start, end }) => ({
      uri: document.uri.toString(),
      lines: [start.line, end.character === 0 && end.line > start.line ? end.line - 1 : end.line],
    }));
}

function linesOf({ lines }: Log): string {
  return lines ? vscode.l10n.t('lines {0} to {1}', lines[0] + 1, lines[1] + 1) : '';
}
