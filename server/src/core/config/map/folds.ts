/** Folds every line-oriented table has: blocks of comment lines. */
import type { Fold } from '../../language';
import { lineAt, type Source, type Span } from '../../text';

/** A fold for each run of two or more of `comments` on lines that follow one another. Spans must be in order. */
export function commentFolds(source: Source, comments: readonly Span[]): Fold[] {
  const folds: Fold[] = [];
  let startLine = -1;
  let endLine = -1;
  const close = (): void => {
    if (endLine > startLine) folds.push({ startLine, endLine, kind: 'comment' });
  };
  for (const comment of comments) {
    const first = lineAt(source, comment.start);
    if (first !== endLine + 1 || startLine < 0) {
      close();
      startLine = first;
    }
    endLine = lineAt(source, comment.end);
  }
  if (startLine >= 0) close();
  return folds;
}
