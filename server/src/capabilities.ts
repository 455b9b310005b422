/** What the server offers: read off the languages, so that a feature is offered as soon as one language has it. */
import {
  TextDocumentSyncKind,
  type Registration,
  type ServerCapabilities,
  type TextDocumentClientCapabilities,
} from 'vscode-languageserver';
import type { Language, LanguageId, TokenLegend } from './core/language';

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

/**
 * What an editor has in its menus for all languages once a server offers it: where the client lets us, it is taken out of `offered`
 * and registered for those that have it.
 */
export function registeredForSome(
  offered: ServerCapabilities,
  languages: readonly Language[],
  { formatting, rename, callHierarchy }: TextDocumentClientCapabilities = {},
): Registration[] {
  const features = [
    ['documentFormattingProvider', 'textDocument/formatting', formatting, (l: Language) => l.format !== undefined],
    ['renameProvider', 'textDocument/rename', rename, ({ id }: Language) => !withoutNames.has(id)],
    ['callHierarchyProvider', 'textDocument/prepareCallHierarchy', callHierarchy, ({ id }: Language) => withCalls.has(id)],
  ] as const;
  return features.flatMap(([name, method, client, has]): Registration[] => {
    const options = offered[name];
    if (!options || !client?.dynamicRegistration) return [];
    delete offered[name];
    const documentSelector = languages.filter(has).map(({ id }) => ({ language: id }));
    return [{ id: method, method, registerOptions: { ...(typeof options === 'object' && options), documentSelector } }];
  });
}

/** Nothing in them is found in another file. */
const withoutNames: ReadonlySet<string> = new Set<LanguageId>(['smtp-transcript', 'sendmail-cf', 'tcp-rules']);

/** Where an entry leads to others. */
const withCalls: ReadonlySet<string> = new Set<LanguageId>(['mail-aliases', 'sendmail-virtusertable']);
