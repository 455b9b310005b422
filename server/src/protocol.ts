/**
 * What client and server say to each other beyond the Language Server Protocol. Names and plain types only: the client
 * imports this file before it loads the protocol's library.
 */
import type { LanguageId } from './core/language';

/** `initializationOptions`. Every member may be missing: any LSP client can start the server. */
export interface InitializationOptions {
  /** Contents of the l10n bundle of the user's language: English text to translation. */
  readonly l10n?: Readonly<Record<string, string>>;
  /** The client's commands that the server may name in code lenses. */
  readonly commands?: readonly string[];
  /** True if the client answers `postmaster/readFile`. */
  readonly readFile?: boolean;
  /** Settings for a client that does not answer `workspace/configuration`. */
  readonly settings?: unknown;
}

/** Server to client: the bytes of a file the server cannot reach itself. Answers `ReadFileResult`. */
export const READ_FILE = 'postmaster/readFile';

export interface ReadFileParams {
  readonly uri: string;
}

export interface ReadFileResult {
  /** One character (U+0000 to U+00FF) for each byte. */
  readonly bytes: string;
}

export type { LanguageId };
