/**
 * The argument that is being typed: which call it belongs to, where its value begins, and what has to be written around a value so
 * that the call is whole. Works on the text up to the cursor alone, because a call that is half typed is none yet.
 */
import type { Span } from '../../text';
import { lineAt, lineSpan } from '../../text';
import type { McCall, McModel } from './model';
import { callAt } from './model';
import { scanCalls } from './scanner';

export interface Slot {
  /** The call as far as it is typed; its arguments are those before the cursor. */
  readonly call: McCall;
  /** The number of the argument, from 0. */
  readonly index: number;
  /** Where the value begins, behind its quotes if it has any. */
  readonly start: number;
  /** How many quotes are open around the cursor. */
  readonly quotes: number;
  /** Where the line ends, or the value's closing quote stands. */
  readonly end: number;
  /** True if the call ends on a later line, so that nothing may be closed here. */
  readonly goesOn: boolean;
}

/** The innermost argument the cursor is in; undefined outside of calls and behind a value that is closed. */
export function slotAt(model: McModel, offset: number): Slot | undefined {
  const { text } = model.source;
  const line = lineSpan(model.source, lineAt(model.source, offset));
  const around = callAt(model, offset);
  const spread = around?.closed && around.open !== undefined && !isBroken(model, around) ? around : undefined;
  const from = spread && spread.span.start < line.start ? spread.span.start : line.start;
  const call = openCall(text, from, offset);
  const argument = call?.args.at(-1);
  if (!call || !argument) return undefined;
  let start = argument.rawSpan.start;
  while (start < offset && /\s/.test(text[start]!)) start++;
  let quotes = 0;
  while (start < offset && text[start] === '`') {
    start++;
    quotes++;
  }
  const depth = quotes + quotesIn(text, start, offset);
  if (quotes > 0 && depth <= 0) return undefined;
  return {
    call,
    index: call.args.length - 1,
    start,
    quotes,
    end: line.end,
    goesOn: spread !== undefined && spread.span.end > line.end,
  };
}

/** The word around the cursor within a slot: `stops` end it on both sides, as quotes and the end of the line always do. */
export function wordAround(model: McModel, slot: Slot, offset: number, stops: string): Span {
  const { text } = model.source;
  const ends = (c: string): boolean => c === '`' || c === "'" || c === '\n' || c === '\r' || stops.includes(c);
  let start = offset;
  while (start > slot.start && !ends(text[start - 1]!)) start--;
  let end = offset;
  while (end < slot.end && !ends(text[end]!)) end++;
  return { start, end };
}

/** What to write before and behind a value put in place of `span`, so that its quotes and its call are closed. */
export function wrapping(model: McModel, slot: Slot, span: Span): { readonly before: string; readonly after: string } {
  const rest = model.source.text.slice(span.end, slot.end).trim();
  const whole = slot.quotes === 0 && span.start === slot.start;
  const open = whole ? 1 : slot.quotes;
  const closing = "'".repeat(open);
  // A quote before the next argument shows that this one's was forgotten.
  const nextBegins = rest.startsWith(')') || /^,\s*`/.test(rest);
  const after = rest !== '' ? (nextBegins || whole ? closing : '') : slot.goesOn ? (whole ? closing : '') : closing + ')dnl';
  return { before: whole ? '`' : '', after };
}

/** True if nothing but the end of the call follows, so that further arguments may be written. */
export function isLast(model: McModel, slot: Slot, span: Span): boolean {
  const rest = model.source.text.slice(span.end, slot.end).trim().replace(/^'+/, '').trimStart();
  return !slot.goesOn && (rest === '' || rest.startsWith(')'));
}

/** The innermost call of `text` that is open at `offset`, read from `from` on. */
function openCall(text: string, from: number, offset: number): McCall | undefined {
  let end = offset;
  while (end > from && /\s/.test(text[end - 1]!)) end--;
  let found: McCall | undefined;
  for (const call of scanCalls(text, { start: from, end: offset }, 'live')) {
    if (call.closed || call.open === undefined || call.span.end < end) continue;
    if (!found || call.span.start > found.span.start) found = call;
  }
  return found;
}

/** True if quotes or parentheses of the call were guessed. */
function isBroken(model: McModel, call: McCall): boolean {
  return model.faults.some((f) => f.start < call.span.end && call.span.start < f.end);
}

function quotesIn(text: string, start: number, end: number): number {
  let depth = 0;
  for (let i = start; i < end; i++) {
    if (text[i] === '`') depth++;
    else if (text[i] === "'") depth--;
  }
  return depth;
}
