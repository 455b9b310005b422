/**
 * The kinds of the Language Server Protocol that we use, by the protocol's names and numbers (LSP 3.18). The protocol's own
 * package would bring all of itself along for them.
 */
import type * as lsp from 'vscode-languageserver-types';

export type SymbolKind = lsp.SymbolKind;
export type CompletionItemKind = lsp.CompletionItemKind;

export const SymbolKind = {
  File: 1,
  Module: 2,
  Namespace: 3,
  Package: 4,
  Class: 5,
  Property: 7,
  Field: 8,
  Interface: 11,
  Function: 12,
  Variable: 13,
  Constant: 14,
  String: 15,
  Array: 18,
  Object: 19,
} as const satisfies Partial<typeof lsp.SymbolKind>;

export const CompletionItemKind = {
  Function: 3,
  Variable: 6,
  Class: 7,
  Module: 9,
  Property: 10,
  Value: 12,
  Keyword: 14,
  Snippet: 15,
  Reference: 18,
  EnumMember: 20,
} as const satisfies Partial<typeof lsp.CompletionItemKind>;
