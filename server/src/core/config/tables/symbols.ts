/** The outline of a table: its entries in order. */
import { SymbolKind } from '../../kinds';
import type { OutlineNode } from '../../language';
import { MOST_SYMBOLS } from '../blocks/blocks';
import type { TableModel } from './model';

/** A node for each entry: the key, and behind it the value. */
export function symbolsOfTable(model: TableModel): OutlineNode[] {
  return model.first(MOST_SYMBOLS).map(({ start, end, key, value }) => ({
    name: key.text,
    ...(value && { detail: value.text }),
    kind: SymbolKind.Field,
    span: { start, end },
    selection: { start: key.start, end: key.end },
  }));
}
