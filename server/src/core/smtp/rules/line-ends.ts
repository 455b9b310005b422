import type { Session } from '../model';

/** Only a log in which some line of the client ends with CR LF shows how the others end. */
export function showsLineEnds(session: Session): boolean {
  return session.events.some(
    (e) =>
      (e.kind === 'command' && e.eol === 'crlf') ||
      (e.kind === 'data' && (e.endEol === 'crlf' || e.lineSpans.some((s) => s.eol === 'crlf'))),
  );
}
