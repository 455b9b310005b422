/**
 * What client and server say to each other beyond the Language Server Protocol. Names and plain types only: the client
 * imports this file before it loads the protocol's library.
 */
import type { CompareReport, Evidence, LogPlace, Verdict, Weight } from './core/compare/report';
import type { LogLink } from './core/compare/text';
import type { AlignedTexts } from './core/compare/views';
import type { Audit } from './core/config/folder/audit';
import type { Side } from './core/smtp/model';
import type { RedactOptions } from './core/smtp/redact/redact';

/** `initializationOptions`. Every member may be missing: any LSP client can start the server. */
export interface InitializationOptions {
  /** Contents of the l10n bundle of the user's language, as phrases.ts reads it. */
  readonly l10n?: Readonly<Record<string, string>>;
  /** The client's commands that the server may name in code lenses. */
  readonly commands?: readonly string[];
  /** True if documents come with the language ids of Postmaster, so that a feature can be registered for some of them. */
  readonly languageIds?: boolean;
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

/** Server to client: the files of a folder the server cannot reach itself. Answers `ReadFolderResult`. */
export const READ_FOLDER = 'postmaster/readFolder';

export interface ReadFolderParams {
  readonly uri: string;
}

export interface ReadFolderResult {
  /** The last parts of the files' paths; folders are left out. */
  readonly names: readonly string[];
}

/** Client to server: holds two transcripts against each other. Takes `CompareParams`, answers `CompareResult`. */
export const COMPARE = 'postmaster/compare';

export interface CompareParams {
  /** URIs of the two logs. Which is the client's is found out. */
  readonly left: string;
  readonly right: string;
  /** Those of the two whose text in the editor counts and not the file's bytes: changed and not saved, or without a file. */
  readonly unsaved?: readonly string[];
  /** The lines of each log that count, where not all do: a selection. */
  readonly lines?: readonly [LineRange | undefined, LineRange | undefined];
  /** Under this token the server tells how far it has come: `$/progress` with `percentage` and `message`. */
  readonly workDoneToken?: string;
}

/** First and last line, from 0. */
export type LineRange = readonly [number, number];

/** Client to server: a comparison as a page or a drawing. Takes `LadderParams`, answers `LadderResult`. */
export const LADDER = 'postmaster/ladder';

export interface LadderParams {
  /** The logs of one way, two or more; of each the lines that count, where not all do. */
  readonly logs: readonly { readonly uri: string; readonly lines?: LineRange }[];
  /** As in `CompareParams`. */
  readonly unsaved?: readonly string[];
  /** Id of the pair to draw, as the page has it: `h0p3`; the first without it. Without `draw` a page is asked for. */
  readonly draw?: string;
  /** As `HtmlOptions`. */
  readonly page: { readonly nonce: string; readonly language?: string; readonly script?: string; readonly state?: string };
}

export interface LadderResult {
  readonly text: string;
  readonly verdict: Verdict;
}

export interface CompareResult {
  readonly report: CompareReport;
  /** The two logs, after the sides were put right. */
  readonly client: string;
  readonly server: string;
  /** The report as text, as the command line prints it. */
  readonly text: string;
  /** Where the text names lines of the logs. */
  readonly links: readonly LogLink[];
  /** Both logs brought to one form, their lines lined up with each other. Empty where no sessions belong together. */
  readonly aligned: AlignedTexts;
}

/** Client to server: the security audit of the folder a file lies in. Takes `AuditParams`, answers `AuditResult` or null. */
export const AUDIT = 'postmaster/audit';

export interface AuditParams {
  readonly uri: string;
}

export type AuditResult = Audit;

/** Client to server: takes out of a transcript what must not be shown. Takes `RedactParams`, answers `RedactResult`. */
export const REDACT = 'postmaster/redact';

export interface RedactParams {
  readonly uri: string;
  /** The text, where the document is of another language and the server does not follow it. */
  readonly text?: string;
  /** What to take out beyond logins. */
  readonly options?: RedactOptions;
}

export interface RedactResult {
  readonly text: string;
  /** How many places were changed, and how many of the places held login data. */
  readonly places: number;
  readonly secrets: number;
}

export type { CompareReport, Evidence, LogPlace, RedactOptions, Side, Weight };
