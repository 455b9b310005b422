/** Inlay hints: what the languages say between the lines, as far as the user wants it. */
import type { Connection, InlayHint } from 'vscode-languageserver';
import { offsetAt, placeAt } from './core/text';
import type { Documents } from './documents';
import { guarded, type Log } from './guard';
import type { SettingsSource } from './settings';

export function serveInlays(connection: Connection, documents: Documents, settings: SettingsSource, log: Log): void {
  connection.languages.inlayHint.on(
    guarded(log, 'textDocument/inlayHint', [] as InlayHint[], async ({ textDocument, range }) => {
      const opened = documents.get(textDocument.uri);
      if (!opened?.language.inlays) return [];
      const { source } = opened.model;
      const within = { start: offsetAt(source, range.start), end: offsetAt(source, range.end) };
      const { inlays } = await settings.of(textDocument.uri);
      return opened.language.inlays(opened.model, within, inlays).map((hint): InlayHint => ({
        position: placeAt(source, hint.offset),
        label: hint.label,
        paddingLeft: true,
        ...(hint.tooltip !== undefined && { tooltip: hint.tooltip }),
      }));
    }),
  );
}
