/** Reads the tokens of m4: words, quoted texts, comments, single characters. Text waits in blocks, the last of them first. */
import type { Block, Definition, M4 } from './state';

/** The last token read. It is one object, filled anew each time, because a file has very many. */
export interface Token {
  kind: 'word' | 'string' | 'openString' | 'comment' | 'char' | 'definition' | 'end';
  /** Of a quoted text what stands between the outermost quotes. */
  text: string;
  /** Offset of its first character (of a quoted text the first behind the quote; where the quote is never closed, the quote). */
  from: number;
  /** Offset behind it. */
  end: number;
  /** True if `text` stands in the file at `from`. */
  exact: boolean;
  definition?: Definition;
}

/** The block that is read next, or undefined at the end. */
export function currentBlock(m4: M4): Block | undefined {
  const { blocks } = m4;
  while (blocks.length > 0) {
    const block = blocks.at(-1)!;
    if (block.pos < block.text.length) return block;
    blocks.pop();
  }
  return undefined;
}

/** Reads the next token into `token`. */
export function nextToken(m4: M4, token: Token): void {
  const block = currentBlock(m4);
  token.definition = undefined;
  if (!block) {
    token.kind = 'end';
    return;
  }
  token.from = place(block);
  token.exact = block.exact;
  if (block.definition) {
    token.kind = 'definition';
    token.definition = block.definition;
    block.pos = block.text.length;
  } else if (matches(m4, block, m4.comments[0])) readComment(m4, block, token);
  else if (isWordStart(block.text.charCodeAt(block.pos))) readWord(m4, token);
  else if (matches(m4, block, m4.quotes[0])) readString(m4, block, token);
  else {
    token.kind = 'char';
    token.text = block.text[block.pos]!;
    block.pos++;
    token.end = place(block);
  }
}

/** True if the next character is a `(`. */
export function atParenthesis(m4: M4): boolean {
  const block = currentBlock(m4);
  return block !== undefined && !block.definition && block.text[block.pos] === '(';
}

/** Where the next character of a block stands in the file. */
export function place(block: Block): number {
  return block.exact ? block.from + block.pos : block.from;
}

/** True for what m4 skips in front of an argument. */
export function isBlank(text: string): boolean {
  return text === ' ' || text === '\t' || text === '\n' || text === '\r' || text === '\v' || text === '\f';
}

/** True for a letter or an underscore, with which a macro's name starts. */
export function isWordStart(c: number): boolean {
  return (c >= 97 && c <= 122) || (c >= 65 && c <= 90) || c === 95;
}

/** True for what a macro's name goes on with. */
export function isWordPart(c: number): boolean {
  return isWordStart(c) || (c >= 48 && c <= 57);
}

/** True if `what` comes next; it may lie across blocks. */
function matches(m4: M4, block: Block, what: string): boolean {
  if (what === '' || block.text[block.pos] !== what[0]) return false;
  if (what.length === 1 || block.text.startsWith(what, block.pos)) return true;
  let have = block.text.slice(block.pos, block.pos + what.length);
  for (let i = m4.blocks.length - 2; i >= 0 && have.length < what.length; i--) {
    const b = m4.blocks[i]!;
    have += b.text.slice(b.pos, b.pos + what.length - have.length);
  }
  return have === what;
}

/** Takes `count` characters. */
function take(m4: M4, count: number): string {
  let text = '';
  while (text.length < count) {
    const block = currentBlock(m4);
    if (!block) break;
    const part = block.text.slice(block.pos, block.pos + count - text.length);
    block.pos += part.length;
    text += part;
  }
  return text;
}

function readWord(m4: M4, token: Token): void {
  token.kind = 'word';
  token.text = '';
  for (;;) {
    const block = currentBlock(m4);
    if (!block || block.definition) return;
    let i = block.pos;
    while (i < block.text.length && isWordPart(block.text.charCodeAt(i))) i++;
    if (i === block.pos) return;
    if (token.text !== '') token.exact = false;
    token.text += block.text.slice(block.pos, i);
    block.pos = i;
    token.end = place(block);
    if (i < block.text.length) return;
  }
}

/** Reads on to the end of the comment, which may lie in another block. */
function readComment(m4: M4, first: Block, token: Token): void {
  token.kind = 'comment';
  const stop = m4.comments[1];
  token.text = take(m4, m4.comments[0].length);
  for (let block = currentBlock(m4); block; block = currentBlock(m4)) {
    const at = block.text.indexOf(stop, block.pos);
    const end = at < 0 ? block.text.length : at + stop.length;
    if (block !== first) token.exact = false;
    token.text += block.text.slice(block.pos, end);
    block.pos = end;
    token.end = place(block);
    if (at < 0) continue;
    if (token.exact) m4.hooks.comment?.(token.from, token.end - stop.length, 'hash');
    return;
  }
  token.end = place(first);
  if (token.exact) m4.hooks.comment?.(token.from, token.end, 'hash');
}

function readString(m4: M4, block: Block, token: Token): void {
  const start = token.from;
  token.kind = 'string';
  token.text = '';
  const known = block.file ? m4.hooks.stringEnd?.(start) : undefined;
  if (known) {
    token.from = Math.min(start + m4.quotes[0].length, known.end);
    token.text = block.text.slice(token.from, known.end);
    token.end = known.resume;
    block.pos = known.resume;
    return;
  }
  take(m4, m4.quotes[0].length);
  const closed = m4.quotes[0].length === 1 && m4.quotes[1].length === 1 ? readPlainString(m4, token) : readOddString(m4, token);
  if (closed) return;
  token.kind = 'openString';
  token.from = start;
}

/** Quotes of one character each, as nearly always. True if the closing quote was found. */
function readPlainString(m4: M4, token: Token): boolean {
  const open = m4.quotes[0].charCodeAt(0);
  const close = m4.quotes[1].charCodeAt(0);
  let level = 1;
  for (let parts = 0; ; parts++) {
    const block = currentBlock(m4);
    if (!block) return false;
    if (parts === 0) {
      token.from = place(block);
      token.exact = block.exact;
    }
    const begin = block.pos;
    let i = begin;
    for (; i < block.text.length; i++) {
      const c = block.text.charCodeAt(i);
      if (c === close) {
        if (--level === 0) break;
      } else if (c === open) level++;
    }
    if (token.text !== '' && i > begin) token.exact = false;
    token.text += block.text.slice(begin, i);
    if (level === 0) {
      block.pos = i + 1;
      token.end = place(block);
      return true;
    }
    block.pos = i;
  }
}

/** Quotes of any length, which may lie across blocks. True if the closing quote was found. */
function readOddString(m4: M4, token: Token): boolean {
  const [open, close] = m4.quotes;
  let level = 1;
  let block = currentBlock(m4);
  if (block) {
    token.from = place(block);
    token.exact = block.exact;
  }
  for (const first = block; block; block = currentBlock(m4)) {
    if (block !== first) token.exact = false;
    if (matches(m4, block, close)) {
      if (--level === 0) {
        take(m4, close.length);
        token.end = place(block);
        return true;
      }
      token.text += take(m4, close.length);
    } else if (matches(m4, block, open)) {
      level++;
      token.text += take(m4, open.length);
    } else token.text += block.text[block.pos++]!;
  }
  return false;
}
