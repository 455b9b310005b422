/** The outline of an access table: its entries by tag. */
import { t } from '@vscode/l10n';
import { SymbolKind } from '../../kinds';
import type { OutlineNode } from '../../language';
import { MOST_SYMBOLS } from '../blocks/blocks';
import { foldKey } from '../map/scanner';
import { shownValue, type AccessEntry, type AccessModel } from './model';

/** A node for each tag in the order of first use, with the entries below it; entries without a tag come under a node of their own. */
export function symbolsOfAccess(model: AccessModel): OutlineNode[] {
  const groups = new Map<string, AccessEntry[]>();
  for (const entry of model.first(MOST_SYMBOLS)) {
    const name = foldKey(entry.row?.name ?? entry.tag?.text ?? '');
    const group = groups.get(name);
    if (group) group.push(entry);
    else groups.set(name, [entry]);
  }
  return [...groups.values()].map(groupNode);
}

function groupNode(entries: readonly AccessEntry[]): OutlineNode {
  const first = entries[0]!;
  const name = first.row?.name ?? first.tag?.text;
  return {
    name: name === undefined ? t('without a tag') : `${name}:`,
    detail: entries.length === 1 ? t('1 entry') : t('{0} entries', entries.length),
    kind: SymbolKind.Namespace,
    span: { start: first.start, end: entries.at(-1)!.end },
    selection: { start: first.key.start, end: first.key.end },
    children: entries.map(entryNode),
  };
}

function entryNode(entry: AccessEntry): OutlineNode {
  const { start, end, key, subject, value } = entry;
  return {
    name: subject.text || key.text,
    ...(value && { detail: shownValue(entry) }),
    kind: SymbolKind.Field,
    span: { start, end },
    selection: { start: key.start, end: key.end },
  };
}
