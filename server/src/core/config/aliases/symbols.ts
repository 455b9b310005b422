/** Outline and folds of an alias file. */
import { SymbolKind } from '../../kinds';
import type { Fold, OutlineNode } from '../../language';
import { lineAt } from '../../text';
import { MOST_SYMBOLS } from '../blocks/blocks';
import { commentFolds } from '../map/folds';
import type { AliasModel } from './model';

const LONGEST_DETAIL = 80;

/** The aliases in order; one that a later entry replaces is shown as out of use. */
export function symbolsOfAliases(model: AliasModel): OutlineNode[] {
  return model.first(MOST_SYMBOLS).map((entry) => {
    const { start, end, name, targets } = entry;
    const detail = targets.map((x) => x.text).join(', ');
    return {
      name: name.text || ':',
      detail: detail.length > LONGEST_DETAIL ? `${detail.slice(0, LONGEST_DETAIL - 1)}…` : detail,
      kind: SymbolKind.Field,
      span: { start, end },
      selection: { start: name.start, end: name.end },
      ...(name.key !== undefined && model.kept.get(name.key) !== entry && { deprecated: true }),
    };
  });
}

/** Comment blocks, and entries of more than one line. */
export function foldsOfAliases(model: AliasModel): Fold[] {
  const entries = model.long.map((line): Fold => ({
    startLine: lineAt(model.source, line.start),
    endLine: lineAt(model.source, line.end),
    kind: 'region',
  }));
  return [...commentFolds(model.source, model.comments), ...entries].sort((a, b) => a.startLine - b.startLine);
}
