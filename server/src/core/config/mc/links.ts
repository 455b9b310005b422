/** Where names of an .mc file are defined and used: macros of its own, the names it gives values, mail filters. */
import { contains, type Span } from '../../text';
import { isWordPart, isWordStart } from '../../routing/m4/reader';
import type { McCall, McModel } from './model';
import { argumentAt, valueOf } from './model';

const defining = new Set(['define', 'pushdef']);
const filterMacros = new Set(['MAIL_FILTER', 'INPUT_MAIL_FILTER']);

/** The defines of the name at an offset, or the MAIL_FILTER of the filter there. */
export function definitionInMc(model: McModel, offset: number): Span[] {
  const filter = filterAt(model, offset);
  if (filter) return filtersNamed(model, filter);
  const name = wordAt(model.source.text, offset);
  if (name === undefined) return [];
  const found = model.run.filter((c) => defining.has(c.name) && valueOf(c, 0) === name && c.args.length > 0);
  return unique(found.map((c) => c.args[0]!.span));
}

/** Every place of the name or filter at an offset. Comments do not count. */
export function referencesInMc(model: McModel, offset: number): Span[] {
  const filter = filterAt(model, offset);
  if (filter) return unique([...filtersNamed(model, filter), ...filterUses(model, filter)]);
  if (definitionInMc(model, offset).length === 0) return [];
  const { text } = model.source;
  const name = wordAt(text, offset)!;
  const comments = [...model.comments].sort((a, b) => a.start - b.start);
  const found: Span[] = [];
  let next = 0;
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) {
    const end = at + name.length;
    if (isWordPart(text.charCodeAt(at - 1)) || isWordPart(text.charCodeAt(end))) continue;
    while (next < comments.length && comments[next]!.end <= at) next++;
    if (next >= comments.length || comments[next]!.start > at) found.push({ start: at, end });
  }
  return found;
}

/** The word at an offset, or that ends there. */
function wordAt(text: string, offset: number): string | undefined {
  let start = offset;
  let end = offset;
  while (start > 0 && isWordPart(text.charCodeAt(start - 1))) start--;
  while (end < text.length && isWordPart(text.charCodeAt(end))) end++;
  return end > start && isWordStart(text.charCodeAt(start)) ? text.slice(start, end) : undefined;
}

/** The name of the mail filter at an offset, where it is defined or listed. */
function filterAt(model: McModel, offset: number): string | undefined {
  const at = argumentAt(model, offset);
  if (!at) return undefined;
  if (filterMacros.has(at.call.name) && at.index === 0) return at.argument.text;
  if (!isFilterList(at.call) || at.index !== 1) return undefined;
  const { start, end } = at.argument.span;
  return words(model.source.text.slice(start, end), start).find((w) => contains(w, offset))?.text;
}

function isFilterList(call: McCall): boolean {
  return call.name === 'define' && valueOf(call, 0) === 'confINPUT_MAIL_FILTERS';
}

function filtersNamed(model: McModel, name: string): Span[] {
  return unique(model.run.filter((c) => filterMacros.has(c.name) && valueOf(c, 0) === name).map((c) => c.args[0]!.span));
}

function filterUses(model: McModel, name: string): Span[] {
  return model.run.filter(isFilterList).flatMap((call) => {
    const span = call.args[1]?.span;
    return span ? words(model.source.text.slice(span.start, span.end), span.start).filter((w) => w.text === name) : [];
  });
}

function words(list: string, from: number): (Span & { text: string })[] {
  return [...list.matchAll(/[^\s,;`']+/g)].map((m) => ({ start: from + m.index, end: from + m.index + m[0].length, text: m[0] }));
}

function unique(spans: readonly Span[]): Span[] {
  const seen = new Set<number>();
  return spans.filter((s) => !seen.has(s.start) && seen.add(s.start)).map(({ start, end }) => ({ start, end }));
}
