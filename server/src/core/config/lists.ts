/** Lists within an argument: words, and `Key=value` pairs, each with its place in the file. */
import type { Span } from '../text';

export interface ListWord extends Span {
  readonly text: string;
}

/** `Key=value`; `value` is absent if there is no equals sign yet. */
export interface ListPair extends Span {
  readonly key: ListWord;
  readonly value?: ListWord;
}

/** The words of a flag list: commas, blanks and all other punctuation part them, as sendmail reads PrivacyOptions. */
export function wordsIn(text: string, span: Span): ListWord[] {
  const words: ListWord[] = [];
  let start = -1;
  for (let i = span.start; i <= span.end; i++) {
    const inWord = i < span.end && isWordPart(text[i]!);
    if (inWord && start < 0) start = i;
    else if (!inWord && start >= 0) {
      words.push({ start, end: i, text: text.slice(start, i) });
      start = -1;
    }
  }
  return words;
}

/** The pairs of a comma list, as DAEMON_OPTIONS and the equates of milters and queue groups are read. */
export function pairsIn(text: string, span: Span): ListPair[] {
  const pairs: ListPair[] = [];
  for (let start = span.start; start <= span.end;) {
    let end = start;
    while (end < span.end && text[end] !== ',') end++;
    pairs.push(pairOf(text, { start, end }));
    start = end + 1;
  }
  return pairs;
}

/** The value of the first pair with that key, by its first letter and with either case. */
export function pairValue(pairs: readonly ListPair[], letters: string): string | undefined {
  return pairs.find((p) => p.value && p.key.text !== '' && letters.includes(p.key.text[0]!))?.value?.text;
}

function pairOf(text: string, span: Span): ListPair {
  let equals = span.start;
  while (equals < span.end && text[equals] !== '=') equals++;
  const key = trimmed(text, { start: span.start, end: equals });
  return { ...span, key, ...(equals < span.end && { value: trimmed(text, { start: equals + 1, end: span.end }) }) };
}

function trimmed(text: string, { start, end }: Span): ListWord {
  while (start < end && isSeparator(text[start]!)) start++;
  while (end > start && isSeparator(text[end - 1]!)) end--;
  return { start, end, text: text.slice(start, end) };
}

/** Inner quotes belong to m4, not to the list. */
function isSeparator(c: string): boolean {
  return c === ' ' || c === '\t' || c === '\n' || c === '\r' || c === '`' || c === "'";
}

function isWordPart(c: string): boolean {
  return /\w/.test(c);
}
