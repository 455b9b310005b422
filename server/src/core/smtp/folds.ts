/** What folds in a transcript: sessions, message texts, long replies. */
import type { Fold } from '../language';
import type { Session, Transcript } from './model';

/** A reply of this many lines or more folds. */
const LONG_REPLY = 3;

/** Folds that do not cross each other. A session that shares lines with another does not fold: it would hide the other's. */
export function folds(model: Transcript): Fold[] {
  const found: Fold[] = alone(model.sessions).map(({ line, endLine }) => ({ startLine: line, endLine, kind: 'region' }));
  for (const session of model.sessions) {
    for (const event of session.events) {
      const lines = event.endLine - event.line + 1;
      if ((event.kind === 'data' && lines > 1) || (event.kind === 'reply' && lines >= LONG_REPLY))
        found.push({ startLine: event.line, endLine: event.endLine });
    }
  }
  return withoutCrossing(found.filter((f) => f.endLine > f.startLine));
}

/** The sessions, given in order of their first lines, that share no line with another. */
function alone(sessions: readonly Session[]): Session[] {
  let reach = -1; // last line of those before
  return sessions.filter((session, i) => {
    const free = session.line > reach && !((sessions[i + 1]?.line ?? Infinity) <= session.endLine);
    reach = Math.max(reach, session.endLine);
    return free;
  });
}

/** Drops, of two folds that cross, the one that begins later. */
function withoutCrossing(folds: Fold[]): Fold[] {
  const open: Fold[] = [];
  folds.sort((a, b) => a.startLine - b.startLine || b.endLine - a.endLine);
  return folds.filter((fold) => {
    while (open.length > 0 && open.at(-1)!.endLine < fold.startLine) open.pop();
    const crosses = open.length > 0 && open.at(-1)!.endLine < fold.endLine;
    if (!crosses) open.push(fold);
    return !crosses;
  });
}
