/**
 * What a language is to the server, the command line and the tests: one parser and whatever features it has.
 * The server derives its capabilities from the members present, so adding a feature is adding a file.
 */
import type { CompletionItemKind, SymbolKind } from 'vscode-languageserver-types';
import type { Edit, Fix, HasSource, Problem, RuleOptions } from './problem';
import type { Span } from './text';

/** The language ids of package.json. */
export type LanguageId =
  | 'sendmail-mc'
  | 'sendmail-cf'
  | 'sendmail-access'
  | 'mail-aliases'
  | 'sendmail-virtusertable'
  | 'sendmail-mailertable'
  | 'sendmail-domaintable'
  | 'sendmail-genericstable'
  | 'sendmail-domains'
  | 'tcp-rules'
  | 'smtp-transcript';

/** A hover: Markdown, and the range it explains. */
export interface Hover {
  readonly span: Span;
  readonly markdown: string;
}

/** One completion entry. `span` is the range it replaces; `text` is a snippet (`$1`, `${1:name}`) if `snippet` says so. */
export interface Completion {
  readonly label: string;
  readonly kind: CompletionItemKind;
  readonly span: Span;
  readonly text: string;
  readonly snippet?: boolean;
  /** A few words behind the label. */
  readonly detail?: string;
  /** Markdown; the same text a hover gives. */
  readonly documentation?: string;
  readonly deprecated?: boolean;
  /** Sorts before `label` where the order matters. */
  readonly sort?: string;
}

/** A call being typed: its form, its parts in order, and which of them the cursor is in. */
export interface Signature {
  readonly label: string;
  /** Markdown. */
  readonly documentation?: string;
  /** Ranges of `label`, each with a few words. */
  readonly parameters: readonly (Span & { readonly documentation?: string })[];
  /** The number of the parameter at the cursor; undefined if it is none of them. */
  readonly active?: number;
}

/** A node of the outline. `name` is what is read, `selection` lies inside `span`. */
export interface OutlineNode {
  readonly name: string;
  readonly detail?: string;
  readonly kind: SymbolKind;
  readonly span: Span;
  readonly selection: Span;
  readonly children?: readonly OutlineNode[];
  readonly deprecated?: boolean;
}

/** Lines (from 0, both inclusive) that fold to the first. */
export interface Fold {
  readonly startLine: number;
  readonly endLine: number;
  readonly kind?: 'comment' | 'region';
}

/** A piece of text whose meaning a grammar cannot know. `type` and `modifiers` are names of `Language.tokenLegend`. */
export interface SemanticToken extends Span {
  readonly type: string;
  readonly modifiers?: readonly string[];
}

export interface TokenLegend {
  readonly types: readonly string[];
  readonly modifiers: readonly string[];
}

/** A line of text shown above a line of the file. `command` is one of the client's, with its arguments. */
export interface Lens {
  readonly span: Span;
  readonly title: string;
  readonly command?: string;
  readonly arguments?: readonly unknown[];
}

/** A few words shown in a line of the file, at an offset, without being in it. */
export interface Inlay {
  readonly offset: number;
  readonly label: string;
  readonly tooltip?: string;
}

/** A place that leads out of the file when clicked. */
export interface Link {
  readonly span: Span;
  /** An address on the web. */
  readonly target: string;
  readonly tooltip?: string;
}

/** Which hints the user wants between the lines (`postmaster.transcript.*`). */
export interface InlayOptions {
  readonly elapsedTime: boolean;
  readonly userNames: boolean;
}

/**
 * A language: `parse` takes any string, never throws, in time linear in it, and gives a model whose ranges all lie inside
 * the string. The rest is optional and works on the model alone.
 */
export interface Language<M extends HasSource = HasSource> {
  readonly id: LanguageId;
  /** `before` may be the model of an earlier text: what is the same in this one need not be read again. It makes no other difference. */
  parse(text: string, before?: M): M;
  validate?(model: M, options?: RuleOptions): Problem[];
  /** As `validate`, in steps between which the server can answer others; for languages of large files. */
  validateInSteps?(model: M, options?: RuleOptions): Generator<void, Problem[]>;
  hover?(model: M, offset: number): Hover | undefined;
  complete?(model: M, offset: number): Completion[];
  /** The call the cursor is in, as it is to be written. */
  signature?(model: M, offset: number): Signature | undefined;
  /** Characters after which an editor should ask `signature`. */
  readonly signatureCharacters?: readonly string[];
  /** Rewritings that change nothing of what the text means, offered for a range. */
  refactors?(model: M, at: Span): Fix[];
  /** Edits that lay the text out anew and change nothing of what it means. */
  format?(model: M): Edit[];
  symbols?(model: M): OutlineNode[];
  folds?(model: M): Fold[];
  /** Where the thing at `offset` is defined; empty if it is nothing that is defined. */
  definition?(model: M, offset: number): Span[];
  /** Every place of the thing at `offset`, its definition included. */
  references?(model: M, offset: number): Span[];
  /** What is marked as belonging to the thing at `offset`; `references` where a language has none. */
  highlights?(model: M, offset: number): Span[];
  /** What a selection at `offset` grows to, each range inside the next. */
  selections?(model: M, offset: number): Span[];
  /** Hints within a range, in order. */
  inlays?(model: M, within: Span, options: InlayOptions): Inlay[];
  readonly tokenLegend?: TokenLegend;
  /** Of what touches `within`, without it of the whole file. */
  semanticTokens?(model: M, within?: Span): SemanticToken[];
  links?(model: M): Link[];
  lenses?(model: M): Lens[];
  /**
   * True if a comment line can be put above `line` (from 0) and changes nothing else. Without it, above every line that does not
   * begin with white space.
   */
  takesLineAbove?(model: M, line: number): boolean;
  /** Characters after which an editor should ask `complete`. */
  readonly triggerCharacters?: readonly string[];
}

/** The words one part of Postmaster can explain. */
export interface Glossary {
  /** Markdown for a word, or undefined if it is not known here. Case counts only where it counts in the file. */
  entry(word: string): string | undefined;
  /** Every word `entry` knows, for suggestions. */
  words(): Iterable<string>;
}
