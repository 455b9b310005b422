/**
 * Finds macro calls by their looks alone, without running them: for text m4 does not read (comments, texts kept for later), so
 * that hover and completion work there too.
 */
import { isWordPart, isWordStart } from '../../routing/m4/reader';
import type { Span } from '../../text';
import type { McArgument, McCall, McContext } from './model';
import { isBuiltin, isDirective } from './names';

interface Open {
  readonly name: string;
  readonly start: number;
  readonly open: number;
  readonly args: McArgument[];
  rawStart: number;
  readonly quotes: number;
  parens: number;
}

/** The calls of known macros within `span` of a text. An argument is split off where its quotes and parentheses balance. */
export function scanCalls(text: string, span: Span, context: McContext): McCall[] {
  const found: McCall[] = [];
  const stack: Open[] = [];
  let quotes = 0;
  const close = (end: number, closed: boolean): void => {
    const top = stack.pop()!;
    top.args.push(argument(text, top.rawStart, closed ? end - 1 : end));
    found.push(call(top.name, top.start, end, context, stack.length, top.open, top.args, closed));
  };
  for (let i = span.start; i < span.end; i++) {
    const c = text.charCodeAt(i);
    const top = stack.at(-1);
    if (isWordStart(c)) {
      let end = i + 1;
      while (end < span.end && isWordPart(text.charCodeAt(end))) end++;
      const name = text.slice(i, end);
      if (isDirective(name) || isBuiltin(name)) {
        if (text[end] === '(' && end < span.end) {
          stack.push({ name, start: i, open: end, args: [], rawStart: end + 1, quotes, parens: 0 });
          end++;
        } else if (isDirective(name)) found.push(call(name, i, end, context, stack.length));
      }
      i = end - 1;
    } else if (c === BACKTICK) quotes++;
    else if (c === APOSTROPHE) {
      quotes = Math.max(0, quotes - 1);
      // What was opened inside of these quotes cannot go on outside.
      while (stack.length > 0 && stack.at(-1)!.quotes > quotes) close(i, false);
    } else if (top && quotes === top.quotes) {
      if (c === OPEN) top.parens++;
      else if (c === COMMA && top.parens === 0) {
        top.args.push(argument(text, top.rawStart, i));
        top.rawStart = i + 1;
      } else if (c === CLOSE && top.parens-- === 0) close(i + 1, true);
    }
  }
  let end = span.end;
  while (end > span.start && /\s/.test(text[end - 1]!)) end--;
  while (stack.length > 0) close(Math.max(end, stack.at(-1)!.rawStart), false);
  return found;
}

const BACKTICK = 96;
const APOSTROPHE = 39;
const OPEN = 40;
const CLOSE = 41;
const COMMA = 44;

function argument(text: string, rawStart: number, rawEnd: number): McArgument {
  let start = rawStart;
  let end = rawEnd;
  while (start < end && /\s/.test(text[start]!)) start++;
  while (end > start && /\s/.test(text[end - 1]!)) end--;
  const quoted = text[start] === '`' && end > start + 1 && text[end - 1] === "'";
  if (quoted) {
    start++;
    end--;
  }
  const value = text.slice(start, end);
  return {
    text: value,
    span: { start, end },
    rawSpan: { start: rawStart, end: rawEnd },
    quoted,
    pieces: value === '' ? [] : [{ text: value, from: start, exact: true }],
  };
}

function call(
  name: string,
  start: number,
  end: number,
  context: McContext,
  depth: number,
  open?: number,
  args: readonly McArgument[] = [],
  closed = true,
): McCall {
  return {
    name,
    nameSpan: { start, end: start + name.length },
    span: { start, end },
    open,
    args,
    depth,
    context,
    runs: false,
    order: -1,
    closed,
    diversion: 0,
  };
}
