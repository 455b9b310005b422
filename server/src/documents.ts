/** The open documents, each with its language and, once somebody asks, its model: one parse per version, shared by all features. */
import { TextDocuments, type Connection } from 'vscode-languageserver';
import type { Language } from './core/language';
import { languageOfPath } from './core/languages';
import type { HasSource } from './core/problem';
import { decoded } from './uris';
import { openTexts, type OpenText } from './texts';

/** A file of more lines than this is served in parts: its colours as they come into view, its problems in steps. */
export const MANY_LINES = 20_000;

/** A document in one version. */
export interface Opened {
  readonly uri: string;
  readonly version: number;
  readonly language: Language;
  readonly model: HasSource;
}

export interface Documents {
  /** The document with its model, or undefined if it is not open or of no language of ours. */
  get(uri: string): Opened | undefined;
  /** True as long as nobody has changed or closed it. */
  isCurrent(opened: Opened): boolean;
  /** The text of an open document, whatever its language. */
  text(uri: string): string | undefined;
  /** URIs of all open documents. */
  all(): string[];
  onOpenOrChange(listener: (uri: string) => void): void;
  onClose(listener: (uri: string) => void): void;
}

/** Follows the documents the client opens. Registers its handlers on `connection`. */
export function followDocuments(connection: Connection, languages: ReadonlyMap<string, Language>): Documents {
  const cache = new Map<string, Opened>();
  const documents = new TextDocuments(openTexts((uri) => cache.get(uri)?.model.source));
  /** The last version of each that somebody asked for, until the next one is read. */
  const earlier = new Map<string, Opened>();
  documents.onDidChangeContent(({ document: { uri } }) => {
    const known = cache.get(uri);
    if (known) earlier.set(uri, known);
    cache.delete(uri);
  });
  documents.onDidClose(({ document: { uri } }) => {
    earlier.delete(uri);
    cache.delete(uri);
  });
  documents.listen(connection);

  return {
    get(uri) {
      const known = cache.get(uri);
      if (known) return known;
      const document = documents.get(uri);
      const language = document && languageOf(document, languages);
      if (!language) return undefined;
      const before = earlier.get(uri);
      const model = language.parse(document.text, before?.language === language ? before.model : undefined);
      const opened = { uri, version: document.version, language, model };
      earlier.delete(uri);
      cache.set(uri, opened);
      return opened;
    },
    isCurrent: (opened) => cache.get(opened.uri) === opened,
    text: (uri) => documents.get(uri)?.text,
    all: () => documents.keys(),
    onOpenOrChange: (listener) => void documents.onDidChangeContent(({ document }) => listener(document.uri)),
    onClose: (listener) => void documents.onDidClose(({ document }) => listener(document.uri)),
  };
}

/** An editor with language ids of its own (`m4`, `conf`, `text`) still gets what the file's name stands for. */
function languageOf(document: OpenText, languages: ReadonlyMap<string, Language>): Language | undefined {
  return languages.get(document.languageId) ?? languages.get(languageOfPath(decoded(document.uri)) ?? '');
}
