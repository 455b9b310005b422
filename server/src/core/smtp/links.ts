/** Where a reply's command is, and every line of a session. */
import type { Span } from '../text';
import type { SessionEvent, Transcript } from './model';
import { eventAt } from './places';

/** Of a reply: the command or the message it answers. Of a message: the command that began it. */
export function definition(model: Transcript, offset: number): Span[] {
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

/** Every event of the session at `offset`, so that one session can be followed among others. */
export function references(model: Transcript, offset: number): Span[] {
  return eventAt(model, offset)?.session.events.map(spanOf) ?? [];
}

/** An event's text; of several lines the first. */
function spanOf(event: SessionEvent): Span {
  const { start, end } = event.kind === 'reply' || event.kind === 'data' ? (event.lineSpans[0] ?? event) : event;
  return { start, end };
}
