/** Finds many words in a text at once (Aho and Corasick, 1975): time linear in the text and the words together. */
import type { Span } from './text';

/** A place of one of the words. */
export interface Found extends Span {
  readonly word: string;
}

/** A state of the automaton: the longest beginning of a word that the text read so far ends with. */
interface State {
  readonly next: Map<number, State>;
  /** The state of the longest proper ending of what this one stands for. */
  fallback?: State;
  /** The longest word that ends here. */
  ends?: string;
}

/** Every place in `text` at which one of `words` ends, of several that end together the longest. Empty words are left out. */
export function findWords(text: string, words: Iterable<string>): Found[] {
  const root = buildAutomaton(words);
  if (root.next.size === 0) return [];
  const found: Found[] = [];
  let state = root;
  for (let i = 0; i < text.length; i++) {
    state = step(state, text.charCodeAt(i), root);
    if (state.ends !== undefined) found.push({ start: i + 1 - state.ends.length, end: i + 1, word: state.ends });
  }
  return found;
}

function buildAutomaton(words: Iterable<string>): State {
  const root: State = { next: new Map() };
  for (const word of words) {
    let state = root;
    for (let i = 0; i < word.length; i++) {
      const c = word.charCodeAt(i);
      let next = state.next.get(c);
      if (!next) state.next.set(c, (next = { next: new Map() }));
      state = next;
    }
    if (state !== root) state.ends = word;
  }
  // By length, so that a state's fallback is complete before it is asked for.
  const queue: State[] = [];
  for (const state of root.next.values()) {
    state.fallback = root;
    queue.push(state);
  }
  for (let i = 0; i < queue.length; i++) {
    const state = queue[i]!;
    for (const [c, next] of state.next) {
      next.fallback = step(state.fallback!, c, root);
      next.ends ??= next.fallback.ends;
      queue.push(next);
    }
  }
  return root;
}

function step(from: State, c: number, root: State): State {
  let state = from;
  for (;;) {
    const next = state.next.get(c);
    if (next) return next;
    if (state === root) return root;
    state = state.fallback!;
  }
}
