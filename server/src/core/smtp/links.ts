/** Where a reply's command is, every line of a session, every line of a message in the queue. */
import type { Span } from '../text';
import { walk } from './machine';
import type { Session, SessionEvent, Transcript } from './model';
import { eventAt } from './places';
import { queueIdPlaces } from './queueIds';

/** Of a queue id: its other places. Of a reply: the command or the message it answers. Of a message: the command that began it. */
export function definition(model: Transcript, offset: number): Span[] {
  const others = queueIdPlaces(model, offset)?.filter((p) => offset < p.start || offset > p.end);
  if (others && others.length > 0) return others;
  const place = eventAt(model, offset);
  if (!place) return [];
  const { event, index, session } = place;
  if (event.kind === 'reply') return event.answers === undefined ? [] : [spanOf(session.events[event.answers]!)];
  if (event.kind !== 'data') return [];
  for (let i = index - 1; i >= 0; i--) {
    const before = session.events[i]!;
    if (before.kind === 'command' && (before.verb === 'DATA' || before.verb === 'BDAT')) return [spanOf(before)];
  }
  return [];
}

/** Every place of the queue id at `offset`; else every event of the session there, so that it can be followed among others. */
export function references(model: Transcript, offset: number): Span[] {
  return queueIdPlaces(model, offset) ?? eventAt(model, offset)?.session.events.map(spanOf) ?? [];
}

/**
 * What is shown as belonging to the place at `offset`: the queue id's other places; the session, where lines of others stand
 * between its own; else the exchange, as one session alone needs no marks.
 */
export function highlights(model: Transcript, offset: number): Span[] {
  const ids = queueIdPlaces(model, offset);
  if (ids) return ids;
  const place = eventAt(model, offset);
  if (!place) return [];
  const { event, index, session } = place;
  if (isInterleaved(model, session)) return session.events.map(spanOf);
  const other = event.kind === 'reply' ? event.answers : walk(session).replyTo.get(index);
  return [event, ...(other === undefined ? [] : [session.events[other]!])].map(spanOf);
}

function isInterleaved({ sessions }: Transcript, session: Session): boolean {
  return sessions.some((s) => s !== session && s.line <= session.endLine && s.endLine >= session.line);
}

/** An event's text; of several lines the first. */
function spanOf(event: SessionEvent): Span {
  const { start, end } = event.kind === 'reply' || event.kind === 'data' ? (event.lineSpans[0] ?? event) : event;
  return { start, end };
}
