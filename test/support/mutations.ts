/**
 * Single edits of valid files, as slips of the hand make them: the same ones for the same seed. What the real tools say of each is
 * recorded in test/fixtures/mutations.json (test/tools/mutations.test.ts), and our verdict held against it
 * (test/unit/config/mutations.test.ts).
 */
import { existsSync, readFileSync } from 'node:fs';
import type { Edit } from '../../server/src/core/problem';
import { realFiles, type Said, validCases } from './verdict';

/** One edit; `kind` says in a word what it does. Offsets are UTF-16, as everywhere. */
export interface Mutation extends Edit {
  readonly kind: string;
}

/** Numbers from 0 to below 1, the same for the same seed (mulberry32, public domain). */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

const letters = 'abcdefghijklmnopqrstuvwxyzABCXYZ0123456789 \t`\'"(),.:;@#-_/|<>[]*+%\\$=';

/** `count` edits of `text`, none of them twice and each of them a change. */
export function mutationsOf(text: string, count: number, seed: number): Mutation[] {
  const random = randomOf(seed);
  const upTo = (n: number): number => Math.floor(random() * n);
  const seen = new Set<string>();
  const found: Mutation[] = [];
  for (let tries = 0; found.length < count && tries < 100 * count; tries++) {
    const makers = [
      deleteOne,
      insertOne,
      replaceOne,
      swapTwo,
      deleteLine,
      repeatLine,
      swapLines,
      unquote,
      unquote,
      changeWord,
      changeWord,
    ];
    const made = makers[upTo(makers.length)]!(text, upTo);
    if (!made || text.slice(made.start, made.end) === made.text) continue;
    const key = `${made.start} ${made.end} ${made.text}`;
    if (seen.has(key)) continue;
    seen.add(key);
    found.push(made);
  }
  return found;
}

/** The text after the edit. */
export function mutated(text: string, { start, end, text: by }: Edit): string {
  return text.slice(0, start) + by + text.slice(end);
}

type Maker = (text: string, upTo: (n: number) => number) => Mutation | undefined;

const deleteOne: Maker = (text, upTo) => {
  const start = upTo(text.length);
  return { kind: 'delete a character', start, end: start + 1, text: '' };
};

const insertOne: Maker = (text, upTo) => {
  const start = upTo(text.length + 1);
  return { kind: 'insert a character', start, end: start, text: letters[upTo(letters.length)]! };
};

const replaceOne: Maker = (text, upTo) => {
  const start = upTo(text.length);
  return { kind: 'replace a character', start, end: start + 1, text: letters[upTo(letters.length)]! };
};

const swapTwo: Maker = (text, upTo) => {
  const start = upTo(text.length - 1);
  return { kind: 'swap characters', start, end: start + 2, text: text[start + 1]! + text[start]! };
};

function lineAround(text: string, at: number): { start: number; end: number } {
  const next = text.indexOf('\n', at);
  return { start: text.lastIndexOf('\n', at - 1) + 1, end: next < 0 ? text.length : next + 1 };
}

const deleteLine: Maker = (text, upTo) => ({ kind: 'delete a line', ...lineAround(text, upTo(text.length)), text: '' });

const repeatLine: Maker = (text, upTo) => {
  const { start, end } = lineAround(text, upTo(text.length));
  const line = text.slice(start, end);
  return { kind: 'repeat a line', start: end, end, text: line };
};

const swapLines: Maker = (text, upTo) => {
  const first = lineAround(text, upTo(text.length));
  if (first.end >= text.length) return undefined;
  const second = lineAround(text, first.end);
  const swapped = text.slice(second.start, second.end) + text.slice(first.start, first.end);
  return { kind: 'swap lines', start: first.start, end: second.end, text: swapped };
};

const unquote: Maker = (text, upTo) => {
  const quotes = [...text.matchAll(/[`'"]/g)];
  const quote = quotes[upTo(quotes.length)];
  return quote && { kind: 'take a quote away', start: quote.index, end: quote.index + 1, text: '' };
};

/** Another word of the file, the word in the other case, or the word with a letter too many. */
const changeWord: Maker = (text, upTo) => {
  const words = [...text.matchAll(/\w+/g)];
  const word = words[upTo(words.length)];
  if (!word) return undefined;
  const other = words[upTo(words.length)]![0];
  const upper = word[0].toUpperCase();
  const by = [other, upper === word[0] ? word[0].toLowerCase() : upper, `${word[0]}s`][upTo(3)]!;
  return { kind: 'change a word', start: word.index, end: word.index + word[0].length, text: by };
};

/** An edit of one of the files, and what the tool says of the text after it. */
export interface Recorded extends Mutation {
  /** `type/name`, of test/fixtures/cases or test/fixtures/real. */
  readonly file: string;
  readonly says: readonly Said[];
}

/** The text of a file, byte by byte, as the tools read it. */
export function sourceOf(file: string): string {
  const [real, own] = [`test/fixtures/real/${file}`, `test/fixtures/cases/${file}`];
  return readFileSync(existsSync(real) ? real : own, 'latin1');
}

/** The files that are edited: those that the tools take without a word. */
function editedFiles(): string[] {
  const spoken = JSON.parse(readFileSync('test/fixtures/real.json', 'utf8')) as Record<string, unknown>;
  const real = realFiles().filter((file) => !(file in spoken) && !/^(domains|tcprules)\//.test(file));
  return [...validCases(), ...real];
}

/** The thousand edits, as many of each file. */
export function chosenEdits(): Omit<Recorded, 'says'>[] {
  const files = editedFiles();
  const each = Math.ceil(1000 / files.length);
  return files.flatMap((file, at) => mutationsOf(sourceOf(file), each, 1000 + at).map((edit) => ({ file, ...edit })));
}
