/** Several logs as one, so that what works on a log works on a folder of them. */
import { createSource } from '../text';
import type { Session, SessionEvent, Transcript, Vantage } from './model';

/** The logs behind each other, and where a line of the whole stands. */
export interface Merged {
  readonly transcript: Transcript;
  /** The log (its index) that holds a line of the whole, and the line in it; both from 0. */
  placeOf(line: number): { readonly log: number; readonly line: number };
}

/** Puts logs behind each other, with those of their sessions that `wanted` takes. `vantage` is that of the whole. */
export function mergeTranscripts(
  logs: readonly Transcript[],
  vantage: Vantage,
  wanted: (session: Session, log: number) => boolean,
): Merged {
  const parts: string[] = [];
  const firstLines: number[] = [];
  const sessions: Session[] = [];
  let [line, offset] = [0, 0];
  logs.forEach(({ source, sessions: own }, log) => {
    const { text, lineStarts } = source;
    firstLines.push(line);
    for (const session of own) if (wanted(session, log)) sessions.push(shifted(session, line, offset));
    const whole = text.endsWith('\n') ? text : `${text}\n`;
    parts.push(whole);
    offset += whole.length;
    // A text that ends in a line end has one line start more than lines.
    line += lineStarts.length - (lineStarts.at(-1) === text.length ? 1 : 0);
  });
  const format = logs[0]?.format ?? 'unknown';
  return {
    transcript: { source: createSource(parts.join('')), format, vantage, sessions },
    placeOf(wantedLine) {
      let [low, high] = [0, firstLines.length - 1];
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if (firstLines[middle]! <= wantedLine) low = middle;
        else high = middle - 1;
      }
      return { log: low, line: wantedLine - (firstLines[low] ?? 0) };
    },
  };
}

function shifted(session: Session, lines: number, offset: number): Session {
  const move = <T extends { line: number; endLine?: number; start: number; end: number }>(place: T): T => ({
    ...place,
    line: place.line + lines,
    ...(place.endLine !== undefined && { endLine: place.endLine + lines }),
    start: place.start + offset,
    end: place.end + offset,
  });
  const events = session.events.map((event): SessionEvent =>
    event.kind === 'reply' || event.kind === 'data' ? { ...move(event), lineSpans: event.lineSpans.map(move) } : move(event),
  );
  return { ...move(session), events };
}
