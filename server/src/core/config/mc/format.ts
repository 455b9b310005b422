/**
 * Lays an .mc file out anew without changing a byte of what m4 makes of it: nothing is touched but white space that m4 throws away,
 * which is that behind dnl, that of texts diverted to nowhere, and that before an argument.
 */
import type { Edit } from '../../problem';
import { lineAt, lineSpan } from '../../text';
import type { McCall, McModel } from './model';

/** The edits; none for a file that m4 gives up on. */
export function formatMc(model: McModel): Edit[] {
  if (model.damaged) return [];
  const edits = new Map<number, Edit>();
  const add = (edit: Edit): void => {
    if (model.source.text.slice(edit.start, edit.end) !== edit.text) edits.set(edit.start, edit);
  };
  for (const comment of model.comments) if (comment.kind === 'dnl') behindDnl(model, comment.start, comment.end, add);
  // What a macro of the file itself keeps for later is a text of its own: only calls that stand in the file are laid out.
  for (const call of model.calls) if (call.runs && call.open !== undefined && call.closed) betweenArguments(model, call, add);
  return withoutOverlap([...edits.values()].sort((a, b) => a.start - b.start || a.end - b.end));
}

/** White space at the end of a line that dnl throws away. */
function behindDnl(model: McModel, start: number, end: number, add: (edit: Edit) => void): void {
  const { text } = model.source;
  let from = end;
  while (from > start && (text[from - 1] === ' ' || text[from - 1] === '\t')) from--;
  if (from < end) add({ start: from, end, text: '' });
}

/** One blank behind a comma, none behind the parenthesis; white space there is no part of the argument, unless its line ends there. */
function betweenArguments(model: McModel, call: McCall, add: (edit: Edit) => void): void {
  const { text } = model.source;
  const line = lineSpan(model.source, lineAt(model.source, call.span.start));
  if (call.span.end > line.end) return; // written over several lines on purpose
  call.args.forEach((argument, index) => {
    const { start } = argument.rawSpan;
    let end = start;
    while (end < argument.rawSpan.end && (text[end] === ' ' || text[end] === '\t')) end++;
    if (end < argument.rawSpan.end) add({ start, end, text: index === 0 ? '' : ' ' });
  });
}

/** Calls within calls may name a place twice; the first of overlapping edits stays. */
function withoutOverlap(edits: readonly Edit[]): Edit[] {
  const kept: Edit[] = [];
  for (const edit of edits) {
    const last = kept.at(-1);
    if (!last || last.end < edit.start || (last.end === edit.start && last.start < last.end)) kept.push(edit);
  }
  return kept;
}
