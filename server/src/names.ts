/** Where a name stands: definition, references, highlights, rename and search. In one file and across a mail folder. */
import { t } from '@vscode/l10n';
import {
  LSPErrorCodes,
  ResponseError,
  SymbolKind,
  type Connection,
  type Location,
  type Range,
  type TextDocumentPositionParams,
  type RenameParams,
  type TextEdit,
  type WorkspaceEdit,
  type WorkspaceSymbol,
} from 'vscode-languageserver';
import { mentionAt, mentionsIn, sameAs, type Mention } from './core/config/folder/mentions';
import type { FolderFile, MailFolder } from './core/config/folder/model';
import { contains, lineAt, lineText, offsetAt, type Span } from './core/text';
import { rangeOf } from './convert';
import type { Documents, Opened } from './documents';
import { isConfiguration, type Folders } from './folders';
import { guarded, oneLine, type Log } from './guard';

/** Editors show no more, and a search is typed on. */
const MOST_SYMBOLS = 500;

interface Place {
  readonly opened: Opened;
  readonly offset: number;
  /** Undefined for transcripts, which lie in no mail folder. */
  readonly folder: MailFolder | undefined;
  readonly mention: Mention | undefined;
}

/** Registers the handlers on `connection`. */
export function serveNames(connection: Connection, documents: Documents, folders: Folders, log: Log): void {
  const placeOf = async ({ textDocument, position }: TextDocumentPositionParams): Promise<Place | undefined> => {
    const opened = documents.get(textDocument.uri);
    if (!opened) return undefined;
    const offset = offsetAt(opened.model.source, position);
    const folder = isConfiguration(opened) ? await folders.of(opened.uri) : undefined;
    return { opened, offset, folder, mention: folder && mentionIn(folder, opened.uri, offset) };
  };
  // What goes wrong between the files must not cost what the file knows by itself.
  const mentionIn = (folder: MailFolder, uri: string, offset: number): Mention | undefined => {
    try {
      return mentionAt(folder, uri, offset);
    } catch (error) {
      log(`names of the folder failed: ${oneLine(error)}`);
      return undefined;
    }
  };

  connection.onDefinition(
    guarded(log, 'textDocument/definition', [], async (params) => {
      const place = await placeOf(params);
      return place ? definitions(place) : [];
    }),
  );
  connection.onReferences(
    guarded(log, 'textDocument/references', [], async (params) => {
      const place = await placeOf(params);
      if (!place) return [];
      const all = references(place);
      if (params.context.includeDeclaration) return all;
      const defined = definitions(place);
      // Where a place leads to all others, none of them is the declaration.
      if (defined.length > 1) return all;
      const left = new Set(defined.map(key));
      return all.filter((l) => !left.has(key(l)));
    }),
  );
  connection.onDocumentHighlight(
    guarded(log, 'textDocument/documentHighlight', [], async (params) => {
      const place = await placeOf(params);
      if (!place) return [];
      const { language, model, uri } = place.opened;
      const own = language.highlights?.(model, place.offset);
      if (own) return own.map((span) => ({ range: rangeOf(model.source, span) }));
      return references(place).flatMap((l) => (l.uri === uri ? [{ range: l.range }] : []));
    }),
  );
  serveRename(connection, placeOf, log);
  connection.onWorkspaceSymbol(guarded(log, 'workspace/symbol', [], async ({ query }) => symbols(await folders.all(), query)));
}

function definitions({ opened, offset, folder, mention }: Place): Location[] {
  const own = (opened.language.definition?.(opened.model, offset) ?? []).map((span) => locationIn(opened, span));
  if (own.length > 0 || !folder || !mention) return own;
  const all = sameAs(folder, mention).filter((m) => m.defines);
  // Other keys of the same domain are no definition of it where a list says what it is.
  const said = all.filter((m) => m.file.language === 'sendmail-domains' || m.kind === 'user');
  return (said.length > 0 ? said : all).map((m) => locationIn(m.file, m));
}

function references({ opened, offset, folder, mention }: Place): Location[] {
  const own = (opened.language.references?.(opened.model, offset) ?? []).map((span) => locationIn(opened, span));
  const across = folder && mention ? sameAs(folder, mention).map((m) => locationIn(m.file, m)) : [];
  if (own.length === 0) return across;
  // The file's own search knows more of its own forms: `bob+news` leads to bob.
  return [...own, ...across.filter((l) => l.uri !== opened.uri)];
}

function serveRename(
  connection: Connection,
  placeOf: (params: TextDocumentPositionParams) => Promise<Place | undefined>,
  log: Log,
): void {
  connection.onPrepareRename(
    guarded<TextDocumentPositionParams, { range: Range; placeholder: string } | null>(
      log,
      'textDocument/prepareRename',
      null,
      async (params) => {
        const place = await placeOf(params);
        const span = place && renamed(place).find((m) => m.file.uri === place.opened.uri && contains(m, place.offset));
        if (!place || !span) return null;
        const { source } = place.opened.model;
        return { range: rangeOf(source, span), placeholder: source.text.slice(span.start, span.end) };
      },
    ),
  );
  connection.onRenameRequest(
    guarded<RenameParams, WorkspaceEdit | null>(log, 'textDocument/rename', null, async (params) => {
      const place = await placeOf(params);
      const places = place ? renamed(place) : [];
      if (!place || places.length === 0) return null;
      const fault = faultOfName(place.mention?.kind, params.newName);
      if (fault) throw new ResponseError(LSPErrorCodes.RequestFailed, fault);
      const changes: Record<string, TextEdit[]> = {};
      for (const { file, start, end } of places)
        (changes[file.uri] ??= []).push({ range: rangeOf(file.model.source, { start, end }), newText: params.newName });
      return { changes };
    }),
  );
}

/** All places that get another name: of the folder, or of a name the file itself defines. */
function renamed({ opened, offset, folder, mention }: Place): (Span & { file: FolderFile })[] {
  if (folder && mention) return sameAs(folder, mention);
  const { language, model, uri } = opened;
  if (language.id !== 'sendmail-mc' || !language.definition?.(model, offset).length) return [];
  const file = { uri, name: uri, language: language.id, model };
  return (language.references?.(model, offset) ?? []).map((span) => ({ ...span, file }));
}

function faultOfName(kind: Mention['kind'] | undefined, name: string): string | undefined {
  const good =
    kind === 'user' ? /^[\w.+-]+$/ : kind === 'domain' ? /^[\w-]+(\.[\w-]+)*$/ : kind === 'client' ? /^[\w.:]+$/ : /^\w+$/;
  return good.test(name)
    ? undefined
    : t('{0} cannot stand in all places of this name: use letters, digits, dots and hyphens.', name);
}

/** Names that hold all letters of the query in its order, as editors search. */
function symbols(folders: readonly MailFolder[], query: string): WorkspaceSymbol[] {
  const wanted = query.toLowerCase();
  const found: WorkspaceSymbol[] = [];
  const kinds = { user: SymbolKind.Function, domain: SymbolKind.Namespace, client: SymbolKind.Constant };
  for (const folder of folders) {
    for (const mention of mentionsIn(folder)) {
      if (!mention.defines || !inOrder(mention.name, wanted)) continue;
      const { source } = mention.file.model;
      found.push({
        // The whole key says more than the domain of it.
        name:
          mention.kind === 'user'
            ? mention.name
            : lineText(source, lineAt(source, mention.start)).split(/\s/, 1)[0]! || mention.name,
        kind: kinds[mention.kind],
        location: locationIn(mention.file, mention),
        containerName: mention.file.name,
      });
      if (found.length >= MOST_SYMBOLS) return found;
    }
  }
  return found;
}

function inOrder(name: string, letters: string): boolean {
  let at = 0;
  for (const letter of letters) {
    at = name.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

function locationIn({ uri, model }: { readonly uri: string; readonly model: FolderFile['model'] }, span: Span): Location {
  return { uri, range: rangeOf(model.source, span) };
}

function key({ uri, range: { start } }: Location): string {
  return `${uri} ${start.line}:${start.character}`;
}
