/** Where a session stands in a log that holds others between its lines. */
import type { Session } from '../smtp/model';
import type { SessionPlace } from './report';

/**
 * For each session the lines under which it is shown and found: all of them, and where other sessions run at the same time the
 * unbroken lines around its HELO or EHLO (without one: its first lines). So no line is named for two sessions.
 */
export function stretchesOf(sessions: readonly Session[]): SessionPlace[] {
  const order = sessions.map((_, i) => i).sort((a, b) => sessions[a]!.line - sessions[b]!.line);
  const stretches: SessionPlace[] = new Array<SessionPlace>(sessions.length);
  let before = -1;
  order.forEach((index, at) => {
    const { line, endLine } = sessions[index]!;
    const next = order[at + 1];
    const shared = before >= line || (next !== undefined && sessions[next]!.line <= endLine);
    stretches[index] = shared ? unbroken(sessions[index]!) : { line, endLine };
    before = Math.max(before, endLine);
  });
  return stretches;
}

/** The unbroken run of a session's own lines that holds its HELO or EHLO. */
export function unbroken(session: Session): SessionPlace {
  const lines = session.events.flatMap((e) =>
    e.kind === 'reply' || e.kind === 'data' ? [e.line, ...e.lineSpans.map((s) => s.line)] : [e.line],
  );
  const own = new Set(lines);
  const hello = session.events.find((e) => e.kind === 'command' && /^(?:EHLO|HELO|LHLO)$/.test(e.verb));
  let line = hello?.line ?? session.line;
  let endLine = line;
  while (own.has(line - 1)) line--;
  while (own.has(endLine + 1)) endLine++;
  return line === session.line && endLine === session.endLine ? { line, endLine } : { line, endLine, part: true };
}
