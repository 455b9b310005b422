/** Lines above lines: what the languages say themselves, and above a file of the configuration how a change is made live. */
import type { CodeLens, Connection } from 'vscode-languageserver';
import { rangeOf } from './convert';
import { howToMakeLive } from './core/config/folder/live';
import type { Lens } from './core/language';
import type { Documents, Opened } from './documents';
import { isConfiguration, type Folders } from './folders';
import { guarded, type Log } from './guard';
import type { SettingsSource } from './settings';

/**
 * A lens with a command is for clients that have it; the command gets the document's URI before the lens's own arguments. Above a
 * file of the configuration stands how a change is made live.
 */
export function serveLenses(
  connection: Connection,
  documents: Documents,
  folders: Folders,
  settings: SettingsSource,
  commands: readonly string[],
  log: Log,
): void {
  const live = async (opened: Opened): Promise<readonly Lens[]> => {
    if (!isConfiguration(opened) || !(await settings.of(opened.uri)).makeLive) return [];
    const folder = await folders.of(opened.uri);
    const file = folder.files.find((f) => f.uri === opened.uri);
    const title = file && howToMakeLive(folder, file);
    return title === undefined ? [] : [{ span: { start: 0, end: 0 }, title }];
  };
  connection.onCodeLens(
    guarded<{ textDocument: { uri: string } }, CodeLens[]>(log, 'textDocument/codeLens', [], async ({ textDocument }) => {
      const opened = documents.get(textDocument.uri);
      const lenses = opened?.language.lenses?.(opened.model) ?? (opened ? await live(opened) : []);
      return lenses
        .filter((lens) => lens.command === undefined || commands.includes(lens.command))
        .map((lens) => ({
          range: rangeOf(opened!.model.source, lens.span),
          command: {
            title: lens.title,
            command: lens.command ?? '',
            ...(lens.command !== undefined && { arguments: [textDocument.uri, ...(lens.arguments ?? [])] }),
          },
        }));
    }),
  );
}
