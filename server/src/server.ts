/**
 * The language server: routes from the protocol to the languages' features. Takes its connection and its host, so that
 * Node, a browser's worker and tests start the same server.
 */
import * as l10n from '@vscode/l10n';
import {
  LSPErrorCodes,
  RegistrationRequest,
  ResponseError,
  type ClientCapabilities,
  type CompletionItem,
  type Connection,
  type DocumentLink,
  type FoldingRange,
  type SelectionRange,
  type SelectionRangeParams,
  type ServerCapabilities,
  type SignatureHelp,
  type TextDocumentPositionParams,
  type TextEdit,
} from 'vscode-languageserver';
import { codeActions } from './actions';
import { serveAudit } from './auditing';
import { capabilitiesOf, joinLegends, registeredForSome } from './capabilities';
import { completionOf, editOf, flatSymbols, signatureOf, markupOf, rangeOf, sourcesOf, symbolOf, type Client } from './convert';
import { languages as ours } from './core/languages';
import type { Completion, Language } from './core/language';
import { lineCount, lineSpan, offsetAt, type Source, type Span } from './core/text';
import { serveDiagnostics, type Problems } from './diagnostics';
import { serveComparing } from './comparing';
import { followDocuments, MANY_LINES, type Documents, type Opened } from './documents';
import { followFolders } from './folders';
import { guarded, once, type Log } from './guard';
import { serveCallHierarchy } from './hierarchy';
import type { Host } from './host';
import { phrasesOf } from './phrases';
import type { InitializationOptions } from './protocol';
import { serveInlays } from './inlays';
import { serveLenses } from './lenses';
import { serveNames } from './names';
import { serveRedacting } from './redacting';
import { followSettings } from './settings';
import { packTokens } from './tokens';

/** Starts serving on `connection`, which must not listen yet. `languages` are Postmaster's own except in tests. */
export function startServer(connection: Connection, host: Host, languages: ReadonlyMap<string, Language> = ours): void {
  const log = once((line) => connection.console.error(line));
  const documents = followDocuments(connection, languages);

  // A connection has one handler for this; several parts of the server wait for it.
  const waiting: (() => void)[] = [];
  const whenReady = (then: () => void): void => void waiting.push(then);
  connection.onInitialized(() => waiting.forEach((then) => then()));

  connection.onInitialize((params) => {
    const options = (params.initializationOptions ?? {}) as InitializationOptions;
    if (options.l10n) l10n.config({ contents: phrasesOf(options.l10n) });
    const { capabilities } = params;
    const offered = capabilitiesOf([...languages.values()], joinLegends(languages.values()));
    const pull = capabilities.textDocument?.diagnostic !== undefined;
    if (!pull) delete offered.diagnosticProvider;
    const registrations = options.languageIds
      ? registeredForSome(offered, [...languages.values()], capabilities.textDocument)
      : [];
    if (registrations.length > 0)
      whenReady(() => void connection.sendRequest(RegistrationRequest.type, { registrations }).catch(() => {}));

    let settingsChanged = (): void => {};
    const settings = followSettings(connection, capabilities, options.settings, () => settingsChanged(), whenReady);
    documents.onClose((uri) => settings.forget(uri));
    const roots = (params.workspaceFolders ?? []).map(({ uri }) => uri.replace(/\/$/, ''));
    const folders = followFolders(connection, documents, host, capabilities, roots, whenReady);
    const canRefresh = capabilities.workspace?.diagnostics?.refreshSupport ?? false;
    const problems = serveDiagnostics(connection, documents, settings, folders, pull, canRefresh, log);
    settingsChanged = () => {
      if (!pull || capabilities.workspace?.diagnostics?.refreshSupport) problems.settingsChanged();
      if (capabilities.workspace?.inlayHint?.refreshSupport) void connection.languages.inlayHint.refresh();
    };

    serveReading(connection, documents, capabilities, log);
    serveNames(connection, documents, folders, log);
    serveCallHierarchy(connection, documents, folders, log);
    serveCompletion(connection, documents, clientOf(capabilities), log);
    serveActions(connection, documents, problems, options.commands ?? [], log);
    serveTokens(connection, documents, languages, capabilities, log);
    serveInlays(connection, documents, settings, log);
    serveComparing({ connection, documents, host, log, l10n: options.l10n });
    serveAudit(connection, folders, settings, log);
    serveRedacting(connection, documents, host, log);
    serveLenses(connection, documents, folders, settings, options.commands ?? [], log);
    return { capabilities: offered satisfies ServerCapabilities, serverInfo: { name: 'Postmaster' } };
  });
  connection.listen();
}

function clientOf(capabilities: ClientCapabilities): Client {
  const { hover, completion } = capabilities.textDocument ?? {};
  return {
    markdown: hover?.contentFormat?.includes('markdown') ?? false,
    snippets: completion?.completionItem?.snippetSupport ?? false,
  };
}

/** Hover, outline, folding, selection: all that only looks at the text. */
function serveReading(connection: Connection, documents: Documents, capabilities: ClientCapabilities, log: Log): void {
  const client = clientOf(capabilities);
  const trees = capabilities.textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport ?? false;
  const mostFolds = capabilities.textDocument?.foldingRange?.rangeLimit ?? Infinity;

  connection.onHover(
    guarded(log, 'textDocument/hover', null, (params) => {
      const { opened, offset } = at(documents, params);
      const hover = opened?.language.hover?.(opened.model, offset);
      return hover ? { contents: markupOf(hover.markdown, client), range: rangeOf(opened!.model.source, hover.span) } : null;
    }),
  );

  connection.onSignatureHelp(
    guarded<TextDocumentPositionParams, SignatureHelp | null>(log, 'textDocument/signatureHelp', null, (params) => {
      const { opened, offset } = at(documents, params);
      const found = opened?.language.signature?.(opened.model, offset);
      return found ? signatureOf(found, client) : null;
    }),
  );

  connection.onDocumentFormatting(
    guarded<{ textDocument: { uri: string } }, TextEdit[]>(log, 'textDocument/formatting', [], ({ textDocument }) => {
      const opened = documents.get(textDocument.uri);
      return opened?.language.format?.(opened.model).map((edit) => editOf(opened.model.source, edit)) ?? [];
    }),
  );

  connection.onDocumentSymbol(
    guarded(log, 'textDocument/documentSymbol', [], ({ textDocument }) => {
      const opened = documents.get(textDocument.uri);
      const symbols = opened?.language.symbols?.(opened.model).map((s) => symbolOf(opened.model.source, s)) ?? [];
      return trees ? symbols : flatSymbols(textDocument.uri, symbols);
    }),
  );

  connection.onFoldingRanges(
    guarded<{ textDocument: { uri: string } }, FoldingRange[]>(log, 'textDocument/foldingRange', [], ({ textDocument }) => {
      const opened = documents.get(textDocument.uri);
      const folds = opened?.language.folds?.(opened.model) ?? [];
      return folds.filter((f) => f.endLine > f.startLine).slice(0, mostFolds);
    }),
  );

  connection.onDocumentLinks(
    guarded<{ textDocument: { uri: string } }, DocumentLink[]>(log, 'textDocument/documentLink', [], ({ textDocument }) => {
      const opened = documents.get(textDocument.uri);
      const links = opened?.language.links?.(opened.model) ?? [];
      return links.map(({ span, ...link }) => ({ range: rangeOf(opened!.model.source, span), ...link }));
    }),
  );

  connection.onSelectionRanges(
    guarded<SelectionRangeParams, SelectionRange[]>(log, 'textDocument/selectionRange', [], ({ textDocument, positions }) => {
      const opened = documents.get(textDocument.uri);
      return positions.map((position) => {
        if (!opened) return { range: { start: position, end: position } };
        const offset = offsetAt(opened.model.source, position);
        const spans = opened.language.selections?.(opened.model, offset) ?? [];
        return chained(opened.model.source, spans.length > 0 ? spans : [{ start: offset, end: offset }]);
      });
    }),
  );
}

function serveCompletion(connection: Connection, documents: Documents, client: Client, log: Log): void {
  // The documentation of a long list is asked for one item at a time: the last list is kept for that.
  let last: { id: number; completions: readonly Completion[] } = { id: 0, completions: [] };

  connection.onCompletion(
    guarded<TextDocumentPositionParams & { context?: { triggerCharacter?: string } }, CompletionItem[]>(
      log,
      'textDocument/completion',
      [],
      (params) => {
        const { opened, offset } = at(documents, params);
        const trigger = params.context?.triggerCharacter;
        // The languages share one list of trigger characters; each answers to its own.
        if (!opened?.language.complete || (trigger && !opened.language.triggerCharacters?.includes(trigger))) return [];
        const completions = opened.language.complete(opened.model, offset);
        const id = last.id + 1;
        last = { id, completions };
        return completions.map((c, index) => ({ ...completionOf(opened.model.source, c, client), data: { id, index } }));
      },
    ),
  );

  connection.onCompletionResolve(async (item, token) => {
    const resolve = guarded(log, 'completionItem/resolve', item, (): CompletionItem => {
      const { id, index } = (item.data ?? {}) as { id?: number; index?: number };
      const documentation = id === last.id ? last.completions[index ?? -1]?.documentation : undefined;
      return documentation ? { ...item, documentation: markupOf(documentation, client) } : item;
    });
    return resolve(undefined, token);
  });
}

function serveActions(
  connection: Connection,
  documents: Documents,
  problems: Problems,
  commands: readonly string[],
  log: Log,
): void {
  connection.onCodeAction(
    guarded(log, 'textDocument/codeAction', [], async (params) => {
      const opened = documents.get(params.textDocument.uri);
      if (!opened) return [];
      const found = await problems.of(opened);
      return codeActions(opened, found.problems, params, commands, sourcesOf(found.folder), found.folder);
    }),
  );
}

function serveTokens(
  connection: Connection,
  documents: Documents,
  languages: ReadonlyMap<string, Language>,
  capabilities: ClientCapabilities,
  log: Log,
): void {
  const legend = joinLegends(languages.values());
  const inView = Boolean(capabilities.textDocument?.semanticTokens?.requests?.range);
  const tokens = (opened: Opened | undefined, within?: Span): { data: number[] } => {
    const found = opened?.language.semanticTokens?.(opened.model, within) ?? [];
    return { data: opened ? packTokens(opened.model.source, found, legend, within) : [] };
  };
  connection.languages.semanticTokens.on(
    guarded(log, 'textDocument/semanticTokens/full', { data: [] as number[] }, ({ textDocument }) => {
      const opened = documents.get(textDocument.uri);
      // An empty answer would take away the colours of what is in view.
      if (inView && opened && lineCount(opened.model.source) > MANY_LINES)
        throw new ResponseError(LSPErrorCodes.ServerCancelled, 'A file of this size is coloured as it comes into view.');
      return tokens(opened);
    }),
  );
  connection.languages.semanticTokens.onRange(
    guarded(log, 'textDocument/semanticTokens/range', { data: [] as number[] }, ({ textDocument, range }) => {
      const opened = documents.get(textDocument.uri);
      if (!opened) return { data: [] };
      const { source } = opened.model;
      const lastLine = Math.min(range.end.line, lineCount(source) - 1);
      return tokens(opened, {
        start: offsetAt(source, { line: range.start.line, character: 0 }),
        end: lineSpan(source, lastLine).end,
      });
    }),
  );
}

function at(documents: Documents, params: TextDocumentPositionParams): { opened: Opened | undefined; offset: number } {
  const opened = documents.get(params.textDocument.uri);
  return { opened, offset: opened ? offsetAt(opened.model.source, params.position) : 0 };
}

/** Ranges as the protocol has them: the innermost, each with the next as its parent. */
function chained(source: Source, spans: readonly Span[]): SelectionRange {
  const outermost = undefined as SelectionRange | undefined;
  return spans.reduceRight((parent, span) => ({ range: rangeOf(source, span), ...(parent && { parent }) }), outermost)!;
}
