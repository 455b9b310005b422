/** Patterns that are looked for by a word of theirs first: hardly any of a few hundred fits, and few need to be compiled to say so. */

/**
 * The longest text that whatever fits a regular expression must hold, in small letters; '' if none is sure. For patterns that take
 * capital letters for small ones (flag i). Linear in the pattern.
 */
export function needleOf(pattern: string): string {
  let longest = '';
  let run = '';
  let depth = 0;
  const close = (without = 0): void => {
    const text = run.slice(0, run.length - without);
    if (text.length > longest.length) longest = text;
    run = '';
  };
  for (let i = 0; i < pattern.length; i++) {
    const c = pattern[i]!;
    if (c === '[') {
      close();
      for (i++; i < pattern.length && pattern[i] !== ']'; i++) if (pattern[i] === '\\') i++;
    } else if (c === '(' || c === ')') {
      close();
      depth += c === '(' ? 1 : -1;
    } else if (c === '|') {
      if (depth === 0) return '';
      close();
    } else if (c === '?' || c === '*' || c === '+' || c === '{') {
      close(1);
      if (c === '{') i = Math.max(i, pattern.indexOf('}', i));
    } else if (c === '\\') {
      const next = pattern[++i] ?? '';
      if (/[cpPkux\d]/.test(next)) return ''; // more belongs to it
      if (/[a-z]/i.test(next)) close();
      else if (depth === 0) run += next;
    } else if (c === '.' || c === '^' || c === '$' || c > '~') close();
    else if (depth === 0) run += c;
  }
  close();
  return longest.toLowerCase();
}

/** A regular expression with the flags i and perhaps u, compiled when a text has its needle. */
export interface Needled {
  readonly needle: string;
  readonly pattern: string;
  readonly flags: 'i' | 'iu';
  regexp: RegExp | undefined;
}

/** A text and what is searched for needles. */
export interface Searched {
  readonly text: string;
  /** In small letters; undefined where letters outside ASCII might stand for others. */
  readonly lower: string | undefined;
}

/** Prepares a text for `fits`. */
export function searched(text: string): Searched {
  return { text, lower: FOREIGN.test(text) ? undefined : text.toLowerCase() };
}

const FOREIGN = /[^\0-\x7f]/;

/** Prepares a pattern for `fits`. */
export function needled(pattern: string, flags: 'i' | 'iu'): Needled {
  return { needle: needleOf(pattern), pattern, flags, regexp: undefined };
}

/** True if the text has what the pattern wants. */
export function fits(pattern: Needled, { text, lower }: Searched): boolean {
  if (lower !== undefined && !lower.includes(pattern.needle)) return false;
  return (pattern.regexp ??= new RegExp(pattern.pattern, pattern.flags)).test(text);
}
