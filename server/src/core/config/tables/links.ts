/** Definition and references in virtusertable: the entry that a result meets next. */
import type { Span } from '../../text';
import type { TableModel } from './model';
import { nextOf } from './virtual';

/** From a value the key of the entry its result meets; from a key itself, where it counts. */
export function definitionIn(model: TableModel, offset: number): Span[] {
  const entry = model.at(offset);
  if (!entry) return [];
  if (entry.value && offset >= entry.value.start) {
    const next = nextOf(model, entry);
    return next ? [keySpan(next.key)] : [];
  }
  const kept = model.kept.get(entry.folded);
  return kept ? [keySpan(kept.key)] : [];
}

/** The key of the entry at `offset`, and the values whose result meets it. */
export function referencesIn(model: TableModel, offset: number): Span[] {
  const [target] = definitionIn(model, offset);
  if (!target) return [];
  const leading = model.entries.filter((entry) => nextOf(model, entry)?.key.start === target.start);
  return [target, ...leading.map((entry) => keySpan(entry.value!))].sort((a, b) => a.start - b.start);
}

function keySpan({ start, end }: Span): Span {
  return { start, end };
}
