/** Outline and folds of sendmail.cf, and of the cf lines within an .mc file. */
import { SymbolKind } from '../../kinds';
import type { Fold, OutlineNode } from '../../language';
import { lineAt } from '../../text';
import { commentFolds } from '../map/folds';
import type { CfLine, CfModel } from './model';

/** Rulesets (each reaches to its last rule), maps, mailers, filters, options, classes and macros, in the order of the file. */
export function symbolsOfCf(model: CfModel): OutlineNode[] {
  const nodes: OutlineNode[] = [];
  let inRuleset = false;
  for (const line of model.lines) {
    const last = nodes.at(-1);
    if (line.kind === 'rule' && inRuleset && last) {
      nodes[nodes.length - 1] = { ...last, span: { start: last.span.start, end: line.end } };
      continue;
    }
    const node = nodeOf(line);
    if (!node) continue;
    nodes.push(node);
    inRuleset = line.kind === 'ruleset';
  }
  return nodes;
}

/** Rulesets, lines with continuations, and blocks of comments. */
export function foldsOfCf(model: CfModel): Fold[] {
  const folds: Fold[] = [];
  for (const node of symbolsOfCf(model)) {
    const startLine = lineAt(model.source, node.span.start);
    const endLine = lineAt(model.source, node.span.end);
    if (endLine > startLine) folds.push({ startLine, endLine, kind: 'region' });
  }
  const comments = commentFolds(
    model.source,
    model.lines.filter((l) => l.kind === 'comment'),
  );
  return [...folds, ...comments].sort((a, b) => a.startLine - b.startLine);
}

function nodeOf(line: CfLine): OutlineNode | undefined {
  const span = { start: line.start, end: line.end };
  const node = (name: string, kind: SymbolKind, detail: string, at: { start: number; end: number }): OutlineNode => ({
    name: name || '?',
    kind,
    detail: detail.replace(/\s+/g, ' ').trim().slice(0, 80),
    span,
    selection: { start: at.start, end: at.end },
  });
  switch (line.kind) {
    case 'ruleset':
      return node(line.name.text, SymbolKind.Function, '', line.name);
    case 'map':
      return node(line.name.text, SymbolKind.Object, `${line.className.text} ${line.rest.text}`, line.name);
    case 'mailer':
      return node(
        line.name.text,
        SymbolKind.Class,
        line.equates.find((e) => e.key.text.startsWith('P'))?.value.text ?? '',
        line.name,
      );
    case 'filter':
    case 'queue':
      return node(line.name.text, SymbolKind.Interface, line.equates[0]?.value.text ?? '', line.name);
    case 'option':
      return node(line.name.text, SymbolKind.Property, line.value.text, line.name);
    case 'macro':
      return node(line.name.text, SymbolKind.Variable, line.value.text, line.name);
    case 'class':
    case 'classFile':
      return node(line.name.text, SymbolKind.Array, line.value.text, line.name);
    default:
      return undefined;
  }
}
