/** Semantic tokens in the protocol's packed form. */
import type { SemanticToken, TokenLegend } from './core/language';
import { lineAt, lineSpan, type Source, type Span } from './core/text';

/**
 * Packs tokens as five numbers each, relative to the one before. Tokens must be in order; one that reaches over a line's end
 * is cut there, as the protocol asks. Only those that touch `within` are packed.
 */
export function packTokens(source: Source, tokens: readonly SemanticToken[], legend: TokenLegend, within?: Span): number[] {
  const types = new Map(legend.types.map((name, i) => [name, i]));
  const modifiers = new Map(legend.modifiers.map((name, i) => [name, 1 << i]));
  const data: number[] = [];
  let lastLine = 0;
  let lastStart = 0;
  for (const token of tokens) {
    if (within && (token.end <= within.start || token.start >= within.end)) continue;
    const type = types.get(token.type);
    if (type === undefined) continue;
    const line = lineAt(source, token.start);
    const end = Math.min(token.end, lineSpan(source, line).end);
    if (end <= token.start) continue;
    const character = token.start - source.lineStarts[line]!;
    const flags = (token.modifiers ?? []).reduce((sum, m) => sum | (modifiers.get(m) ?? 0), 0);
    data.push(line - lastLine, line === lastLine ? character - lastStart : character, end - token.start, type, flags);
    lastLine = line;
    lastStart = character;
  }
  return data;
}
