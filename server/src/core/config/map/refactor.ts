/** Sorting and aligning a table. Order means nothing to makemap but among lines of one key, and those keep theirs. */
import { t } from '@vscode/l10n';
import type { Fix } from '../../problem';
import { lineAt, lineSpan, type Source, type Span } from '../../text';
import { lineEndOf } from './edits';
import type { MapModel } from './model';
import type { MapEntry } from './scanner';

/** The rewritings offered at a place: of the lines around it up to the next empty lines, or of those that are selected. */
export function refactorTable(model: MapModel, at: Span): Fix[] {
  const block = blockAt(model.source, at);
  if (!block) return [];
  const entries = model.entries.filter((e) => block.start <= e.start && e.end <= block.end);
  if (entries.length < 2) return [];
  return [sorted(model.source, block, entries), aligned(model.source, entries)].filter((fix) => fix !== undefined);
}

/** The lines without an empty one among them; undefined on an empty line. */
function blockAt(source: Source, at: Span): Span | undefined {
  const empty = (line: number): boolean => {
    const { start, end } = lineSpan(source, line);
    return source.text.slice(start, end).trim() === '';
  };
  let first = lineAt(source, at.start);
  let last = lineAt(source, at.end);
  if (first !== last) return { start: lineSpan(source, first).start, end: lineSpan(source, last).end };
  if (empty(first)) return undefined;
  while (first > 0 && !empty(first - 1)) first--;
  while (last + 1 < source.lineStarts.length && !empty(last + 1)) last++;
  return { start: lineSpan(source, first).start, end: lineSpan(source, last).end };
}

/** A comment belongs to the entry below it; what stands above the first entry stays there. */
function sorted(source: Source, block: Span, entries: readonly MapEntry[]): Fix | undefined {
  const { text } = source;
  const first = entries[0]!;
  let from = first.start;
  const groups = entries.map((entry) => {
    const group = { key: entry.folded, text: text.slice(from, entry.end) };
    from = source.lineStarts[lineAt(source, entry.end) + 1] ?? text.length;
    return group;
  });
  const order = [...groups].sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  if (order.every((group, i) => group === groups[i])) return undefined;
  const end = entries.at(-1)!.end;
  if (end > block.end) return undefined;
  return {
    title: t('Sort these lines by their keys'),
    edits: [{ start: first.start, end, text: order.map((g) => g.text).join(lineEndOf(source)) }],
  };
}

const TAB = 8;

/** Tabs between key and value, so that the values stand below each other. */
function aligned(source: Source, entries: readonly MapEntry[]): Fix | undefined {
  const longest = entries.reduce((most, e) => Math.max(most, e.key.text.length), 0);
  const column = (Math.floor(longest / TAB) + 1) * TAB;
  const edits = entries.flatMap((entry) => {
    if (!entry.value) return [];
    const tabs = '\t'.repeat(Math.ceil((column - entry.key.text.length) / TAB));
    return [{ start: entry.key.end, end: entry.value.start, text: tabs }];
  });
  const needed = edits.filter((e) => source.text.slice(e.start, e.end) !== e.text);
  return needed.length === 0 ? undefined : { title: t('Align the values of these lines'), edits: needed };
}
