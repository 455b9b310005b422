/** What the command line's `explain` and a hover without a file know of a word: every glossary asked in turn. */
import type { Glossary } from './language';
import { nearest } from './suggest';
import { accessGlossary } from './config/access/glossary';
import { mcGlossary } from './config/mc/glossary';
import { smtpGlossary } from './smtp/glossary';

const glossaries: readonly Glossary[] = [smtpGlossary, mcGlossary, accessGlossary];

/** Explains a code, command, keyword or macro: all that is known of it, or the nearest words that are. */
export function explainWord(word: string): { markdown: string } | { suggestions: string[] } {
  const entries = glossaries.map((g) => g.entry(word)).filter((e) => e !== undefined);
  if (entries.length > 0) return { markdown: entries.join('\n\n---\n\n') };
  return {
    suggestions: nearest(
      word,
      glossaries.flatMap((g) => [...g.words()]),
      3,
    ),
  };
}
