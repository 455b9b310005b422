/** From the core's plain objects (offsets) to the protocol's (lines and characters). */
import {
  CompletionItemTag,
  DiagnosticSeverity,
  DiagnosticTag,
  InsertTextFormat,
  MarkupKind,
  SymbolTag,
  type CompletionItem,
  type Diagnostic,
  type DocumentSymbol,
  type MarkupContent,
  type Range,
  type SignatureHelp,
  type SymbolInformation,
  type TextEdit,
} from 'vscode-languageserver';
import type { MailFolder } from './core/config/folder/model';
import type { Completion, OutlineNode, Signature } from './core/language';
import { addressOf, toPlainText } from './core/markdown';
import type { Edit, Problem, Severity } from './core/problem';
import { placeAt, type Source, type Span } from './core/text';

/** What the client can show. */
export interface Client {
  readonly markdown: boolean;
  readonly snippets: boolean;
}

export function rangeOf(source: Source, span: Span): Range {
  return { start: placeAt(source, span.start), end: placeAt(source, span.end) };
}

export function editOf(source: Source, edit: Edit): TextEdit {
  return { range: rangeOf(source, edit), newText: edit.text };
}

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** The text of a file, for places in other files than the one at hand. */
export type Sources = (uri: string) => Source | undefined;

/** The texts of a mail folder's files. */
export function sourcesOf(folder: MailFolder | undefined): Sources {
  return (uri) => folder?.files.find((f) => f.uri === uri)?.model.source;
}

export function diagnosticOf(uri: string, source: Source, problem: Problem, sources: Sources = () => undefined): Diagnostic {
  const href = problem.source === undefined ? undefined : addressOf(problem.source);
  const related = problem.related?.flatMap((r) => {
    const text = r.uri === undefined || r.uri === uri ? source : sources(r.uri);
    return text ? [{ location: { uri: r.uri ?? uri, range: rangeOf(text, r) }, message: r.message }] : [];
  });
  return {
    range: rangeOf(source, problem),
    message: problem.message,
    severity: severities[problem.severity],
    source: 'postmaster',
    code: problem.rule,
    ...(href !== undefined && { codeDescription: { href } }),
    ...(problem.tag && { tags: [problem.tag === 'deprecated' ? DiagnosticTag.Deprecated : DiagnosticTag.Unnecessary] }),
    ...(related?.length && { relatedInformation: related }),
  };
}

export function markupOf(markdown: string, client: Client): MarkupContent {
  return client.markdown
    ? { kind: MarkupKind.Markdown, value: markdown }
    : { kind: MarkupKind.PlainText, value: toPlainText(markdown) };
}

/** A call being typed, with the places of its parts in its form. */
export function signatureOf({ label, documentation, parameters, active }: Signature, client: Client): SignatureHelp {
  return {
    signatures: [
      {
        label,
        ...(documentation !== undefined && { documentation: markupOf(documentation, client) }),
        parameters: parameters.map((p) => ({
          label: [p.start, p.end] as [number, number],
          ...(p.documentation !== undefined && { documentation: markupOf(p.documentation, client) }),
        })),
      },
    ],
    activeSignature: 0,
    // A number past the last marks none.
    activeParameter: active ?? parameters.length,
  };
}

/** A completion without its documentation, which is asked for when the user looks at it. */
export function completionOf(source: Source, completion: Completion, client: Client): CompletionItem {
  const snippet = completion.snippet === true && client.snippets;
  const newText = completion.snippet && !snippet ? withoutPlaceholders(completion.text) : completion.text;
  return {
    label: completion.label,
    kind: completion.kind,
    textEdit: { range: rangeOf(source, completion.span), newText },
    ...(snippet && { insertTextFormat: InsertTextFormat.Snippet }),
    ...(completion.detail && { detail: completion.detail }),
    ...(completion.deprecated && { tags: [CompletionItemTag.Deprecated] }),
    ...(completion.sort && { sortText: completion.sort }),
  };
}

/** A snippet as plain text: `${1:name}` becomes `name`, `$0` nothing. */
export function withoutPlaceholders(snippet: string): string {
  return snippet.replace(
    /\$\{\d+:([^{}]*)\}|\$\{\d+\}|\$\d+|\\([$}\\])/g,
    (_, name?: string, escaped?: string) => name ?? escaped ?? '',
  );
}

/** A tree of symbols. An editor rejects the whole outline for one empty name or a selection outside its range. */
export function symbolOf(source: Source, node: OutlineNode): DocumentSymbol {
  const start = Math.min(Math.max(node.selection.start, node.span.start), node.span.end);
  const selection = { start, end: Math.max(start, Math.min(node.selection.end, node.span.end)) };
  return {
    name: node.name.trim() || '…',
    kind: node.kind,
    range: rangeOf(source, node.span),
    selectionRange: rangeOf(source, selection),
    ...(node.detail && { detail: node.detail }),
    ...(node.deprecated && { tags: [SymbolTag.Deprecated] }),
    ...(node.children?.length && { children: node.children.map((c) => symbolOf(source, c)) }),
  };
}

/** The same as a flat list, for clients that know no trees. */
export function flatSymbols(uri: string, symbols: readonly DocumentSymbol[], container?: string): SymbolInformation[] {
  return symbols.flatMap((s) => [
    { name: s.name, kind: s.kind, location: { uri, range: s.range }, ...(container && { containerName: container }) },
    ...flatSymbols(uri, s.children ?? [], s.name),
  ]);
}
