/** Finds what stands at a place of a transcript. */
import { lineAt } from '../text';
import type { Session, SessionEvent, Transcript } from './model';
import type { Connection, Survey } from './survey/survey';

/** An event, the session it is of, and which of its lines: of a reply or a message, 0 for the rest. */
export interface EventPlace {
  readonly session: Session;
  /** Index in `session.events`. */
  readonly index: number;
  readonly event: SessionEvent;
  readonly part: number;
}

interface Entry extends EventPlace {
  readonly line: number;
  readonly start: number;
  readonly end: number;
}

const indexes = new WeakMap<Transcript, readonly Entry[]>();

/**
 * The event whose text holds `offset`; else, as the log's own markers belong to it, the nearest one on the same line. A search
 * in an index that is made once for each model.
 */
export function eventAt(model: Transcript, offset: number): EventPlace | undefined {
  const line = lineAt(model.source, offset);
  const index = indexOf(model.survey ? partAt(model, model.survey, line) : model);
  let low = 0;
  let high = index.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (index[middle]!.line < line) low = middle + 1;
    else high = middle;
  }
  let nearest: Entry | undefined;
  for (let i = low; i < index.length && index[i]!.line === line; i++) {
    const entry = index[i]!;
    if (offset >= entry.start && offset <= entry.end && !(nearest && isInside(nearest, offset) && isWider(entry, nearest)))
      nearest = entry;
    nearest ??= entry;
  }
  return nearest;
}

const parts = new WeakMap<Survey, { readonly connection: Connection | undefined; readonly part: Transcript }>();

/** The connection that a line is of, read alone; the last one is kept for who looks at a place several times. */
function partAt({ source }: Transcript, survey: Survey, line: number): Transcript {
  const connection = survey.at(line);
  const known = parts.get(survey);
  if (known && known.connection === connection) return known.part;
  const part: Transcript = { source, format: '', vantage: 'both', sessions: connection ? survey.read(connection) : [] };
  parts.set(survey, { connection, part });
  return part;
}

function isInside(entry: Entry, offset: number): boolean {
  return offset >= entry.start && offset <= entry.end;
}

function isWider(a: Entry, b: Entry): boolean {
  return a.end - a.start > b.end - b.start;
}

/** Every line of every event, by line. A line of the wire that covers several lines of the log stands for each. */
function indexOf(model: Transcript): readonly Entry[] {
  const known = indexes.get(model);
  if (known) return known;
  const entries: Entry[] = [];
  for (const session of model.sessions) {
    session.events.forEach((event, index) => {
      const spans = event.kind === 'reply' || (event.kind === 'data' && event.lines.length > 0) ? event.lineSpans : [event];
      spans.forEach(({ line, start, end }, part) => {
        const last = end > start ? lineAt(model.source, end - 1) : line;
        for (let l = line; l <= last; l++) entries.push({ session, index, event, part, line: l, start, end });
      });
      if (event.kind === 'data' && event.ended && event.lines.length > 0)
        entries.push({
          session,
          index,
          event,
          part: event.lines.length - 1,
          line: event.endLine,
          start: event.end,
          end: event.end,
        });
    });
  }
  entries.sort((a, b) => a.line - b.line || a.start - b.start);
  indexes.set(model, entries);
  return entries;
}
