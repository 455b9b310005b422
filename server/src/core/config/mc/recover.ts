/**
 * Reads on in a file that m4 gives up on. m4 takes an open quote to the end of the file; people hardly ever mean that. So a
 * quoted text that is not closed ends where its line suggests, and a call that is not closed ends where the next directive
 * starts a line. Time is linear in the text: which quote closes which is found once, for all of them.
 */
import { isWordPart } from '../../routing/m4/reader';
import type { Frame, M4 } from '../../routing/m4/state';
import type { McFault } from './model';
import { isKnownName, isTopLevelName } from './names';

/** The two hooks of the macro processor, and the faults found while it runs. */
export interface Recovery {
  readonly faults: McFault[];
  stringEnd(m4: M4, start: number): { end: number; resume: number } | undefined;
  endsCalls(start: number, word: string, around: readonly Frame[]): number;
}

/** What people type where ' belongs. */
const wrongClose = '`"’‘´';

/** Calls whose arguments may hold other calls over several lines. */
const blocks = new Set(['ifdef', 'ifelse', 'pushdef', 'm4wrap', 'errprint', 'SITE']);

/** Prepares to read `text` with the usual quotes. */
export function createRecovery(text: string): Recovery {
  const { closeOf, mangled } = matchQuotes(text);
  const starts = directiveLines(text);
  const faults: McFault[] = [];
  return {
    faults,
    stringEnd(m4, start) {
      if (m4.quotes[0] !== '`' || m4.quotes[1] !== "'") return undefined;
      const close = closeOf.get(start);
      if (close !== undefined && mangled.has(close)) {
        for (const at of mangledWithin(text, mangled, start, close))
          faults.push({ kind: 'mangled', start: at, end: at + 2, endsAt: at });
        return { end: close, resume: close + 2 };
      }
      if (close !== undefined && !(swallows(starts, start, close) && !isBlock(m4.frames.at(-1)))) return undefined;
      const end = endInLine(text, start);
      if (wrongClose.includes(text[end] ?? ' ')) {
        faults.push({ kind: 'wrong-close', start: end, end: end + 1, endsAt: end });
        return { end, resume: end + 1 };
      }
      faults.push({ kind: 'open-quote', start, end: start + 1, endsAt: end });
      return { end, resume: end };
    },
    endsCalls(start, word, around) {
      if (!isTopLevelName(word) || !startsLine(text, start)) return 0;
      let count = 0;
      while (count < around.length && !isBlock(around[around.length - 1 - count])) count++;
      return count;
    },
  };
}

function isBlock(frame: Frame | undefined): boolean {
  if (!frame) return false;
  if (frame.name === 'define') {
    const first = frame.args[0]?.pieces[0];
    return first !== undefined && !isKnownName(first.text);
  }
  return blocks.has(frame.name);
}

/** Which ' closes which `; an @# that stands where a ' belongs closes as well, and is in `mangled`. */
function matchQuotes(text: string): { closeOf: Map<number, number>; mangled: Set<number> } {
  const closeOf = new Map<number, number>();
  const mangled = new Set<number>();
  const open: number[] = [];
  let lineStart = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text[i];
    if (c === '\n') lineStart = i + 1;
    else if (c === '`') open.push(i);
    else if (c === "'") {
      const start = open.pop();
      if (start !== undefined) closeOf.set(start, i);
    } else if (c === '@' && text[i + 1] === '#' && (open.at(-1) ?? -1) >= lineStart && endsValue(text, i + 2)) {
      closeOf.set(open.pop()!, i);
      mangled.add(i);
      i++;
    }
  }
  return { closeOf, mangled };
}

/** True if at `i` comes what follows a value: a comma, a parenthesis, another closing quote, the line's end. */
function endsValue(text: string, i: number): boolean {
  if (text[i] === "'" || (text[i] === '@' && text[i + 1] === '#')) return true;
  while (text[i] === ' ' || text[i] === '\t') i++;
  return i >= text.length || ',)\r\n'.includes(text[i]!) || isDnl(text, i);
}

function isDnl(text: string, i: number): boolean {
  return text.startsWith('dnl', i) && !isWordPart(text.charCodeAt(i + 3));
}

function* mangledWithin(text: string, mangled: ReadonlySet<number>, start: number, close: number): Generator<number> {
  for (let i = text.indexOf('@#', start); i >= 0 && i <= close; i = text.indexOf('@#', i + 2)) if (mangled.has(i)) yield i;
}

/** Offsets at which a line starts with a call that only stands at the top of a file. */
function directiveLines(text: string): number[] {
  const found: number[] = [];
  for (let at = 0; at >= 0 && at < text.length; at = text.indexOf('\n', at) + 1 || -1) {
    let i = at;
    while (text[i] === ' ' || text[i] === '\t') i++;
    let end = i;
    while (end - i < 40 && /[A-Za-z0-9_]/.test(text[end] ?? '')) end++;
    if (text[end] === '(' && isTopLevelName(text.slice(i, end))) found.push(i);
  }
  return found;
}

/** True if such a line starts between the two places. */
function swallows(starts: readonly number[], from: number, to: number): boolean {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (starts[middle]! <= from) low = middle + 1;
    else high = middle;
  }
  return low < starts.length && starts[low]! < to;
}

/** Where the text of the quote at `start` probably ends: before what closes the argument, at a second backtick, at the line's end. */
function endInLine(text: string, start: number): number {
  let level = 0;
  let doubles = 0;
  let last = -1;
  let i = start + 1;
  for (; i < text.length && text[i] !== '\n' && text[i] !== '\r'; i++) {
    const c = text[i]!;
    if (level === 0 && wrongClose.includes(c) && i > start + 1 && endsValue(text, i + 1) && !(c === '"' && doubles > 0)) return i;
    if (c === '"') doubles++;
    if (c === '`') level++;
    else if (c === "'") level = Math.max(0, level - 1);
    else if (level === 0 && c === ',' && opensValue(text, i + 1)) return i;
    else if (level === 0 && c === ')' && endsCall(text, i + 1)) last = i;
  }
  if (last >= 0) return last;
  while (i > start + 1 && (text[i - 1] === ' ' || text[i - 1] === '\t')) i--;
  return i;
}

function opensValue(text: string, i: number): boolean {
  while (text[i] === ' ' || text[i] === '\t') i++;
  return text[i] === '`';
}

function endsCall(text: string, i: number): boolean {
  while (text[i] === ' ' || text[i] === '\t') i++;
  return i >= text.length || text[i] === '\n' || text[i] === '\r' || isDnl(text, i);
}

function startsLine(text: string, at: number): boolean {
  let i = at - 1;
  while (text[i] === ' ' || text[i] === '\t') i--;
  return i < 0 || text[i] === '\n' || text[i] === '\r';
}
