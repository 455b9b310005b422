/** What folds in an .mc file. */
import type { Fold } from '../../language';
import { lineAt, lineSpan } from '../../text';
import { commentFolds } from '../map/folds';
import type { McModel } from './model';
import { symbolsOfMc } from './symbols';

/** Blocks of dnl and # lines, the text between divert(-1) and divert(0), calls of several lines, sections of cf lines. */
export function foldsOfMc(model: McModel): Fold[] {
  const { source } = model;
  const folds: Fold[] = [];
  const add = (start: number, end: number, kind: Fold['kind']): void => {
    const [startLine, endLine] = [lineAt(source, start), lineAt(source, end)];
    if (endLine > startLine) folds.push({ startLine, endLine, kind });
  };
  const whole = model.comments.filter(
    (c) => source.text.slice(lineSpan(source, lineAt(source, c.start)).start, c.start).trim() === '',
  );
  folds.push(
    ...commentFolds(
      source,
      [...whole].sort((a, b) => a.start - b.start),
    ),
  );
  let thrownAway: number | undefined;
  for (const call of model.run) {
    if (call.name !== 'divert' || call.depth > 0) continue;
    if (thrownAway !== undefined) add(thrownAway, call.span.start, 'comment');
    thrownAway = (call.args[0]?.text ?? '').trim().startsWith('-') ? call.span.start : undefined;
  }
  for (const call of model.run) if (call.depth === 0 && call.open !== undefined) add(call.span.start, call.span.end, 'region');
  for (const node of symbolsOfMc(model)) if (node.children) add(node.span.start, node.span.end, 'region');
  return folds.sort((a, b) => a.startLine - b.startLine || b.endLine - a.endLine);
}
