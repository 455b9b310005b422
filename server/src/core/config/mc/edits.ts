/** Repairs that several rules offer. */
import type { Edit, Fix } from '../../problem';
import type { Span } from '../../text';
import { lineAt, lineSpan } from '../../text';
import type { McCall, McModel } from './model';

/** A repair that writes `text` in place of a span. */
export function replace(title: string, span: Span, text: string, preferred = true): Fix {
  return { title, edits: [{ start: span.start, end: span.end, text }], preferred };
}

/** A repair that makes several changes at once. */
export function change(title: string, edits: readonly Edit[], preferred = true): Fix {
  return { title, edits, preferred };
}

/** The lines of a call, from the start of the first to the start of the line behind the last. */
export function linesOf(model: McModel, call: McCall): Span {
  const first = lineSpan(model.source, lineAt(model.source, call.span.start));
  const last = lineAt(model.source, Math.max(call.span.start, call.span.end - 1));
  return { start: first.start, end: model.source.lineStarts[last + 1] ?? model.source.text.length };
}

/** A repair that takes the lines of a call away and puts them in front of another; undefined if they hold more than that call. */
export function moveBefore(model: McModel, title: string, call: McCall, target: McCall): Fix | undefined {
  const { text } = model.source;
  const lines = linesOf(model, call);
  const to = linesOf(model, target).start;
  const before = text.slice(lines.start, call.span.start);
  const after = text.slice(call.span.end, lines.end).trim();
  if (before.trim() !== '' || (after !== '' && !after.startsWith('dnl')) || to > lines.start) return undefined;
  const moved = text.slice(lines.start, lines.end);
  return change(title, [
    { start: to, end: to, text: moved.endsWith('\n') ? moved : moved + '\n' },
    { ...lines, text: '' },
  ]);
}

/** A repair that takes the lines of a call away; undefined if they hold more than that call. */
export function removeLines(model: McModel, title: string, call: McCall): Fix | undefined {
  const { text } = model.source;
  const lines = linesOf(model, call);
  const after = text.slice(call.span.end, lines.end).trim();
  if (text.slice(lines.start, call.span.start).trim() !== '' || (after !== '' && !after.startsWith('dnl'))) return undefined;
  return change(title, [{ ...lines, text: '' }]);
}
