/** What the server offers: read off the languages, so that a feature is offered as soon as one language has it. */
import { TextDocumentSyncKind, type ServerCapabilities } from 'vscode-languageserver';
import type { Language, TokenLegend } from './core/language';

/** The legend of all languages' semantic tokens together. */
export function joinLegends(languages: Iterable<Language>): TokenLegend {
  const types = new Set<string>();
  const modifiers = new Set<string>();
  for (const { tokenLegend } of languages) {
    tokenLegend?.types.forEach((t) => types.add(t));
    tokenLegend?.modifiers.forEach((m) => modifiers.add(m));
  }
  return { types: [...types], modifiers: [...modifiers] };
}

/** The capabilities the languages' features add up to. */
export function capabilitiesOf(languages: readonly Language[], legend: TokenLegend): ServerCapabilities {
  const some = (feature: keyof Language) => languages.some((l) => l[feature] !== undefined);
  const triggers = new Set(languages.flatMap((l) => l.triggerCharacters ?? []));
  return {
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
    ...(some('validate') && {
      diagnosticProvider: { identifier: 'postmaster', interFileDependencies: true, workspaceDiagnostics: false },
      codeActionProvider: { codeActionKinds: ['quickfix', ...(some('refactors') ? ['refactor.rewrite'] : [])] },
    }),
    ...(some('complete') && { completionProvider: { triggerCharacters: [...triggers], resolveProvider: true } }),
    ...(some('signature') && {
      signatureHelpProvider: { triggerCharacters: [...new Set(languages.flatMap((l) => l.signatureCharacters ?? []))] },
    }),
    ...(some('format') && { documentFormattingProvider: true }),
    ...(some('semanticTokens') && {
      semanticTokensProvider: {
        legend: { tokenTypes: [...legend.types], tokenModifiers: [...legend.modifiers] },
        full: true,
        range: true,
      },
    }),
    ...(some('lenses') && { codeLensProvider: {} }),
    ...(some('links') && { documentLinkProvider: {} }),
    hoverProvider: some('hover'),
    documentSymbolProvider: some('symbols'),
    foldingRangeProvider: some('folds'),
    definitionProvider: some('definition'),
    referencesProvider: some('references'),
    renameProvider: { prepareProvider: true },
    callHierarchyProvider: true,
    workspaceSymbolProvider: true,
    documentHighlightProvider: some('references') || some('highlights'),
    ...(some('selections') && { selectionRangeProvider: true }),
    ...(some('inlays') && { inlayHintProvider: true }),
  };
}
