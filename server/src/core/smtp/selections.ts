/** What a selection grows to: line → exchange → transaction → session. */
import { lineSpan, type Span } from '../text';
import { walk } from './machine';
import type { Session, SessionEvent, Transcript } from './model';
import { eventAt } from './places';
import { transactionsOf } from './transactions';

/**
 * The ranges around `offset`, each wider than the one before: what was said on the line, the whole reply or message, the lines of
 * the log, with what it answers or is answered by, the transaction, the session. Ranges of interleaved sessions hold lines of
 * others too.
 */
export function selections(model: Transcript, offset: number): Span[] {
  const place = eventAt(model, offset);
  if (!place) return [];
  const { session, event, index, part } = place;
  const line = event.kind === 'reply' || event.kind === 'data' ? event.lineSpans[part] : undefined;
  const other = event.kind === 'reply' ? event.answers : walk(session).replyTo.get(index);
  const exchange = other === undefined ? [index, index] : [Math.min(index, other), Math.max(index, other)];
  const transaction = transactionsOf(session).find((x) => index >= x.first && index <= x.last);
  const ranges: Span[] = [
    ...(line && offset >= line.start && offset <= line.end ? [{ start: line.start, end: line.end }] : []),
    ...(offset >= event.start && offset <= event.end ? [{ start: event.start, end: event.end }] : []),
    logLines(model, [event]),
    logLines(model, session.events.slice(exchange[0], exchange[1]! + 1)),
    ...(transaction ? [logLines(model, session.events.slice(transaction.first, transaction.last + 1))] : []),
    wholeSession(model, session),
  ];
  return nested(ranges);
}

/** The lines of the log on which these events stand. */
function logLines({ source }: Transcript, events: readonly SessionEvent[]): Span {
  let [first, last] = [Infinity, 0];
  for (const { line, endLine } of events) {
    first = Math.min(first, line);
    last = Math.max(last, endLine);
  }
  return { start: lineSpan(source, first).start, end: lineSpan(source, last).end };
}

function wholeSession({ source }: Transcript, { line, endLine }: Session): Span {
  return { start: lineSpan(source, line).start, end: lineSpan(source, endLine).end };
}

/** Each range made as wide as the one before; those that are no wider left out. */
function nested(ranges: readonly Span[]): Span[] {
  const spans: Span[] = [];
  for (const range of ranges) {
    const inner = spans.at(-1);
    const start = Math.min(range.start, inner?.start ?? range.start);
    const end = Math.max(range.end, inner?.end ?? range.end);
    if (!inner || start < inner.start || end > inner.end) spans.push({ start, end });
  }
  return spans;
}
