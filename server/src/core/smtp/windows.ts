/** Reads the sessions of a log without end, in the memory that a part of it takes. */
import { lineAt, type LineStarts } from '../text';
import type { Session, SessionEvent } from './model';
import { readTranscript } from './reader';

/** A session, and how many lines of the log lie before the text it was read from: add it to every line of the session. */
export interface WindowSession {
  readonly session: Session;
  readonly before: number;
}

/** Takes a log in chunks that may end anywhere, and gives each session some time after its end. */
export interface Windows {
  push(chunk: string): readonly WindowSession[];
  end(): readonly WindowSession[];
}

/** Characters that are looked at together; a session whose lines lie further apart than half of it is given in pieces. */
const SIZE = 1 << 23;

/**
 * Reads a window, gives the sessions that came to their end, and goes on from the first line of those that did not. The lines
 * behind it that belong to a session given already are blanked, so that nothing is read twice and lines keep their numbers.
 */
export function createWindows(size = SIZE): Windows {
  let chunks: string[] = [];
  let length = 0;
  let before = 0; // lines of the log that are gone

  function take(last: boolean): WindowSession[] {
    const all = chunks.join('');
    const cut = last ? all.length : all.lastIndexOf('\n') + 1;
    const text = all.slice(0, cut);
    const { sessions, source } = readTranscript(text);
    const open = sessions.filter((s) => !isOver(s)).map((s) => s.line);
    const none = source.lineStarts.length - 1; // the line behind the last
    const middle = lineAt(source, cut - size / 2);
    const first = last
      ? Infinity
      : Math.min(
          none,
          Math.max(
            middle,
            open.reduce((a, b) => Math.min(a, b), Infinity),
          ),
        );
    const given = sessions.filter((s) => s.line < first);
    const rest = last ? '' : blanked(text, source.lineStarts, first, given) + all.slice(cut);
    const from = before;
    chunks = [rest];
    length = rest.length;
    before += last ? 0 : first;
    return given.map((session) => ({ session, before: from }));
  }

  return {
    push(chunk) {
      chunks.push(chunk);
      length += chunk.length;
      return length > size && chunk.includes('\n') ? take(false) : [];
    },
    end: () => take(true),
  };
}

/** True if nothing more can come: QUIT has its answer, or the log says that the connection is gone. */
function isOver({ events }: Session): boolean {
  return events.some((event, i) => {
    if (event.kind === 'note') return event.mark === 'close' || event.mark === 'eof';
    if (event.kind !== 'reply') return false;
    const asked = event.answers === undefined ? undefined : events[event.answers];
    return i > 0 && asked?.kind === 'command' && asked.verb === 'QUIT';
  });
}

/** The text from a line on, without what belongs to the sessions given. */
function blanked(text: string, lineStarts: LineStarts, first: number, given: readonly Session[]): string {
  const start = lineStarts[first] ?? text.length;
  const lines = [...new Set(given.flatMap((s) => s.events.flatMap(linesOf)))]
    .filter((line) => line >= first)
    .sort((a, b) => a - b);
  const parts: string[] = [];
  let at = start;
  for (const line of lines) {
    const [from, to] = [lineStarts[line]!, lineStarts[line + 1] ?? text.length];
    parts.push(text.slice(at, from), '\n');
    at = to;
  }
  parts.push(text.slice(at));
  return parts.join('');
}

/** The lines of an event; the dot that ends a message stands behind the lines of its text. */
function linesOf(event: SessionEvent): number[] {
  if (event.kind === 'reply') return event.lineSpans.map((s) => s.line);
  return event.kind === 'data' ? [...event.lineSpans.map((s) => s.line), event.endLine] : [event.line];
}
