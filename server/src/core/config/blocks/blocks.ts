/**
 * A table in blocks of some hundred lines, cut where nothing is left open. What a block holds depends on its text alone and has
 * offsets from its start: after an edit the blocks beside it stay as they are, wherever they now stand.
 */
import type { HasSource } from '../../problem';
import { commonOf, createSource, editedSource, type Common, type Source } from '../../text';
import { lineEndOf } from '../map/edits';

/** A block and where it stands in the text. */
export interface Block<C> {
  readonly start: number;
  readonly end: number;
  readonly content: C;
}

/** What of a model is read block by block. */
export interface Blocked<C> extends HasSource {
  readonly blocks: readonly Block<C>[];
}

/** How a language reads blocks. */
export interface BlockReader<C> {
  /** Whether a block may end before the line that begins at `at`. `at` is behind a line feed. */
  isCut(text: string, at: number): boolean;
  /** Reads a block. `lineEnd`: that of the file. */
  read(text: string, lineEnd: string): C;
}

/** The least length of a block, in UTF-16 units; the greatest is twice that, where there are places to cut. */
const SIZE = 8192;

/** An outline has no more entries: nobody reads them, and they take more room than the file. */
export const MOST_SYMBOLS = 5000;

const LF = 10;

/** Reads any text, in time linear in it; where there is a model of an earlier text, in blocks that this one does not have. */
export function readBlocks<C>(text: string, reader: BlockReader<C>, before?: Blocked<C>): Blocked<C> {
  const common = before && commonOf(before.source.text, text);
  const source = common ? editedSource(before.source, text, common) : createSource(text);
  const lineEnd = lineEndOf(source);
  const same = common && lineEndOf(before.source) === lineEnd ? before : undefined;
  const head = same ? headOf(same, source, common!, reader) : [];
  const tail = same ? tailOf(same, source, common!, reader) : [];
  const blocks = [...head];
  const to = tail[0]?.start ?? text.length;
  for (let start = head.at(-1)?.end ?? 0; start < to;) {
    const end = blockEnd(text, start, to, reader);
    blocks.push({ start, end, content: reader.read(copyOf(text, start, end), lineEnd) });
    start = end;
  }
  for (const block of tail) blocks.push(block);
  return { source, blocks };
}

/** The blocks before the edit. */
function headOf<C>({ blocks }: Blocked<C>, { text }: Source, { head }: Common, reader: BlockReader<C>): readonly Block<C>[] {
  let count = blocks.findLastIndex(({ end }) => end <= head) + 1;
  while (count > 0 && !mayCut(text, blocks[count - 1]!.end, reader)) count--;
  return blocks.slice(0, count);
}

/** The blocks behind the edit, where they now stand. */
function tailOf<C>(before: Blocked<C>, { text }: Source, { tail }: Common, reader: BlockReader<C>): Block<C>[] {
  const moved = text.length - before.source.text.length;
  const first = before.blocks.findIndex(({ start }) => start >= before.source.text.length - tail);
  if (first < 0) return [];
  const blocks = before.blocks
    .slice(first)
    .map(({ start, end, content }) => ({ start: start + moved, end: end + moved, content }));
  while (blocks.length > 0 && !mayCut(text, blocks[0]!.start, reader)) blocks.shift();
  return blocks;
}

function mayCut<C>(text: string, at: number, reader: BlockReader<C>): boolean {
  return at === 0 || at === text.length || (text.charCodeAt(at - 1) === LF && reader.isCut(text, at));
}

function blockEnd<C>(text: string, start: number, to: number, reader: BlockReader<C>): number {
  let at = start + SIZE;
  // What is left over must not become a block of a line or two: many edits would make many of them.
  while (at + SIZE < to) {
    const feed = text.indexOf('\n', at);
    if (feed < 0 || feed + 1 >= to) break;
    if (reader.isCut(text, feed + 1)) return feed + 1;
    at = feed + 1;
  }
  return to;
}

/** A part of a string with room of its own: a plain slice would keep the text of each version alive as long as its block lives. */
export function copyOf(text: string, start: number, end: number): string {
  return ` ${text.slice(start, end)}`.slice(1);
}
