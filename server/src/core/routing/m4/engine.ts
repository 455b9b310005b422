/**
 * The macro processor m4 as GNU m4 1.4 works: words that are macros are called with the arguments that follow, what they give
 * is read again, quotes take one level off. It runs on any text, never throws, keeps its own stack (no recursion) and stops
 * when it has read much more than it was given, so that a macro that calls itself does not run for ever.
 * Source: the GNU m4 manual 1.4.19, and the program itself.
 */
import type { PieceBuilder, Pieces } from './pieces';
import { append, appendAll, plainText } from './pieces';
import { atParenthesis, currentBlock, isBlank, nextToken, place } from './reader';
import type { Token } from './reader';
import type { Definition, Frame, M4, M4Argument, M4Call, M4Fault, M4Hooks } from './state';

/** A new macro processor with the given macros. */
export function createM4(macros: Iterable<readonly [string, Definition]>, hooks: M4Hooks = {}): M4 {
  return {
    macros: new Map([...macros].map(([name, definition]) => [name, [definition]])),
    hooks,
    diversion: 0,
    diversions: new Map(),
    quotes: ['`', "'"],
    comments: ['#', '\n'],
    stopped: false,
    uncertain: false,
    blocks: [],
    frames: [],
    wrapped: [],
    budget: 0,
  };
}

/** Reads a whole file. Gives what m4 would give up at, if anything: a quoted text or a call that does not end. */
export function runM4(m4: M4, text: string): M4Fault | undefined {
  m4.budget = 1_000_000 + 20 * text.length;
  m4.blocks.push({ text, pos: 0, from: 0, exact: true, file: true });
  const token: Token = { kind: 'end', text: '', from: 0, end: 0, exact: false };
  while (!m4.stopped) {
    nextToken(m4, token);
    if (token.kind === 'openString') return { kind: 'string', start: token.from };
    if (token.kind === 'end') {
      if (m4.frames.length === 0) {
        if (m4.wrapped.length === 0) return undefined;
        pushBack(m4, m4.wrapped.splice(0).flat());
        continue;
      }
      if (!m4.hooks.endsCalls) {
        const { parens, rawStart } = m4.frames.at(-1)!;
        const call = endFrame(m4, m4.frames[0]!, text.length, false, 0);
        return { kind: 'call', call, ...(parens > 0 && { argument: rawStart }) };
      }
      endCalls(m4, m4.frames.length, text.length);
    } else if (token.kind === 'word') readWordToken(m4, token);
    else if (m4.frames.length > 0) collect(m4, m4.frames.at(-1)!, token);
    else if (token.kind !== 'definition') emit(m4, token.text, token.from, token.exact);
  }
  return undefined;
}

/** Has `pieces` read next, before anything else. */
export function pushBack(m4: M4, pieces: Pieces): void {
  for (let i = pieces.length - 1; i >= 0; i--) {
    const p = pieces[i]!;
    m4.budget -= p.text.length;
    m4.blocks.push({ text: p.text, pos: 0, from: p.from, exact: p.exact });
  }
  m4.budget--;
  if (m4.budget < 0) m4.stopped = true;
}

/** Has a built-in macro read next, as `defn` does. */
export function pushDefinition(m4: M4, definition: Definition, from: number): void {
  m4.blocks.push({ text: ' ', pos: 0, from, exact: false, definition });
}

/**
 * Throws away the rest of the line and its end, as `dnl` does. `start` is where the comment begins; undefined for a `dnl` that a macro
 * ends in: then what it throws away of the text itself is the comment.
 */
export function skipLine(m4: M4, start?: number): void {
  let from = start;
  let end = start;
  for (let block = currentBlock(m4); block; block = currentBlock(m4)) {
    if (block.exact) from ??= place(block);
    const at = block.text.indexOf('\n', block.pos);
    block.pos = at < 0 ? block.text.length : at;
    if (block.exact) end = place(block);
    if (at < 0) continue;
    block.pos++;
    break;
  }
  if (from !== undefined) m4.hooks.comment?.(from, Math.max(from, end ?? from), 'dnl');
}

/** The definition a name has now. */
export function definitionOf(m4: M4, name: string): Definition | undefined {
  return m4.macros.get(name)?.at(-1);
}

/** Writes text to the current diversion. */
export function emit(m4: M4, text: string, from: number, exact: boolean): void {
  m4.hooks.output?.(text, from, exact, m4.diversion);
  if (m4.diversion < 0) return;
  let held = m4.diversions.get(m4.diversion);
  if (!held) m4.diversions.set(m4.diversion, (held = []));
  append(held, text, from, exact);
}

function readWordToken(m4: M4, token: Token): void {
  if (token.exact && m4.frames.length > 0 && m4.hooks.endsCalls && m4.blocks.at(-1)?.file) {
    endCalls(m4, m4.hooks.endsCalls(token.from, token.text, m4.frames), token.from);
  }
  const definition = definitionOf(m4, token.text);
  const parenthesis = definition !== undefined && atParenthesis(m4);
  if (!definition || (definition.blind && !parenthesis)) {
    const frame = m4.frames.at(-1);
    if (frame) collect(m4, frame, token);
    else emit(m4, token.text, token.from, token.exact);
    return;
  }
  const { text: name, from: nameStart, end: nameEnd, exact } = token;
  if (!parenthesis) {
    invoke(m4, {
      name,
      nameStart,
      nameEnd,
      exact,
      end: nameEnd,
      args: [],
      closed: true,
      depth: m4.frames.length,
      diversion: m4.diversion,
      definition,
    });
    return;
  }
  const block = currentBlock(m4)!;
  const open = place(block);
  block.pos++;
  m4.frames.push({
    name,
    definition,
    nameStart,
    nameEnd,
    exact: exact && block.exact && open === nameEnd,
    open,
    args: [],
    current: [],
    rawStart: place(block),
    parens: 0,
    atStart: true,
  });
}

/** Takes a token into the argument that is being read. */
function collect(m4: M4, frame: Frame, token: Token): void {
  if (token.kind === 'char') {
    if (frame.atStart && isBlank(token.text)) return;
    if (token.text === ')' && frame.parens === 0) {
      endArgument(frame, token.from);
      m4.frames.pop();
      invoke(m4, endFrame(m4, frame, token.end, true, m4.frames.length));
      return;
    }
    if (token.text === ',' && frame.parens === 0) {
      endArgument(frame, token.from);
      frame.rawStart = token.end;
      return;
    }
    if (token.text === '(') frame.parens++;
    else if (token.text === ')') frame.parens--;
  }
  frame.atStart = false;
  if (token.kind === 'definition') frame.currentDefinition = token.definition;
  else append(frame.current, token.text, token.from, token.exact);
}

function endArgument(frame: Frame, rawEnd: number): void {
  const definition = frame.current.length === 0 ? frame.currentDefinition : undefined;
  frame.args.push({ pieces: frame.current, rawStart: frame.rawStart, rawEnd: Math.max(frame.rawStart, rawEnd), definition });
  frame.current = [];
  frame.currentDefinition = undefined;
  frame.atStart = true;
}

function endFrame(m4: M4, frame: Frame, end: number, closed: boolean, depth: number): M4Call {
  const { name, nameStart, nameEnd, exact, open, args, definition } = frame;
  if (!closed) {
    const last = frame.current.at(-1);
    if (last) last.text = last.text.trimEnd();
    endArgument(frame, end);
  }
  return { name, nameStart, nameEnd, exact, open, end, args, closed, depth, diversion: m4.diversion, definition };
}

/** Ends the innermost `count` calls where they stand and runs them with what they have; what they give is not read. */
function endCalls(m4: M4, count: number, at: number): void {
  for (; count > 0; count--) {
    const frame = m4.frames.pop();
    if (!frame) return;
    const call = endFrame(m4, frame, at, false, m4.frames.length);
    m4.hooks.fault?.(call);
    const depth = m4.blocks.length;
    // `dnl` would eat the line the calls end at.
    if (call.name !== 'dnl') invoke(m4, call);
    m4.blocks.length = Math.min(m4.blocks.length, depth);
  }
}

function invoke(m4: M4, call: M4Call): void {
  m4.hooks.call?.(call);
  const { builtin, text } = call.definition;
  const result = builtin ? builtin(m4, call) : expand(m4, text ?? [], call);
  if (result) pushBack(m4, result);
}

/** The text of a macro with the arguments of a call put in for $1, $#, $* and $@. */
export function expand(m4: M4, body: Pieces, call: M4Call): Pieces {
  if (!body.some((p) => p.text.includes('$'))) return body;
  const out: PieceBuilder = [];
  let pending: { from: number; exact: boolean } | undefined;
  for (const p of body) {
    let done = 0;
    for (let i = 0; i < p.text.length;) {
      if (!pending) {
        const at = p.text.indexOf('$', i);
        if (at < 0) break;
        append(out, p.text.slice(done, at), p.exact ? p.from + done : p.from, p.exact);
        pending = { from: p.exact ? p.from + at : p.from, exact: p.exact };
        done = i = at + 1;
        continue;
      }
      const length = substitute(m4, out, p.text, i, call);
      if (length === 0) append(out, '$', pending.from, pending.exact);
      pending = undefined;
      done = i = i + length;
    }
    append(out, p.text.slice(done), p.exact ? p.from + done : p.from, p.exact);
  }
  if (pending) append(out, '$', pending.from, pending.exact);
  return out;
}

/** Puts in what the character behind a `$` at `text[i]` stands for; gives how many characters it took, 0 if it means nothing. */
function substitute(m4: M4, out: PieceBuilder, text: string, i: number, call: M4Call): number {
  const c = text[i]!;
  const from = call.nameStart;
  const [open, close] = m4.quotes;
  if (c === '#') append(out, String(call.args.length), from, false);
  else if (c === '*' || c === '@') {
    call.args.forEach((a: M4Argument, n) => {
      if (n > 0) append(out, ',', from, false);
      if (c === '@') append(out, open, from, false);
      appendAll(out, a.pieces);
      if (c === '@') append(out, close, from, false);
    });
  } else if (c >= '0' && c <= '9') {
    let end = i + 1;
    while (end < text.length && text[end]! >= '0' && text[end]! <= '9' && end - i < 6) end++;
    const n = Number(text.slice(i, end));
    if (n === 0) append(out, call.name, from, false);
    else appendAll(out, call.args[n - 1]?.pieces ?? []);
    return end - i;
  } else return 0;
  return 1;
}

/** The text of argument `n` (from 1), empty if it is not there. */
export function argumentText(call: M4Call, n: number): string {
  const argument = call.args[n - 1];
  return argument ? plainText(argument.pieces) : '';
}
