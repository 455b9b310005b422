/** `postmaster explain CODE-OR-WORD`: what the hover says. */
import { t } from '@vscode/l10n';
import { explainWord } from '../core/explain';
import { toPlainText } from '../core/markdown';
import { UsageError } from './files';
import type { Outcome } from './outcome';

/** Explains a reply code, command, keyword, feature, option …; an unknown word is told with the nearest known ones. */
export function explain(words: readonly string[], format: string): Outcome {
  const word = words.join(' ').trim();
  if (word === '') throw new UsageError(t('explain needs a code or a word. Example: postmaster explain 4.7.1'));
  const found = explainWord(word);
  if ('markdown' in found) {
    const text = format === 'json' ? JSON.stringify({ word, markdown: found.markdown }, null, 1) : toPlainText(found.markdown);
    return { exit: 0, text };
  }
  const hint =
    found.suggestions.length > 0
      ? t('Did you mean {0}?', found.suggestions.join(', '))
      : t(
          'Try a reply code (354), an enhanced status code (4.7.1), a command (EHLO) or a name of sendmail.mc (confPRIVACY_FLAGS).',
        );
  throw new UsageError(`${t('Nothing is known of {0}.', word)} ${hint}`);
}
