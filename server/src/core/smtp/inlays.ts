/** What stands between the lines of a transcript: how long it took, and who logs in. */
import { t } from '@vscode/l10n';
import type { Inlay, InlayOptions } from '../language';
import { lineAt, lineSpan, overlaps, type Source, type Span } from '../text';
import { duration, userName } from './describe';
import type { Session, SessionEvent, Transcript } from './model';
import { REDACTED } from './redact/stead';
import { secondsBetween } from './time';

/**
 * The hints within a range. Of a login the user's name is shown where the mechanism tells surely which part it is, and never
 * anything that may be a password.
 */
export function inlays(model: Transcript, within: Span, options: InlayOptions): Inlay[] {
  const hints: Inlay[] = [];
  for (const session of model.sessions) {
    if (!overlaps(session, within)) continue;
    if (options.elapsedTime) elapsed(model.source, session, within, hints);
    if (options.userNames) users(model.source, session, within, hints);
  }
  return hints.sort((a, b) => a.offset - b.offset);
}

/** The time since the event before, of the same session, at the end of an event's first line. */
function elapsed(source: Source, { events }: Session, within: Span, hints: Inlay[]): void {
  let before: string | undefined;
  for (const event of events) {
    if (event.time === undefined) continue;
    const end = lineEnd(source, firstLine(event));
    if (before !== undefined && isWithin(end, within)) {
      const seconds = secondsBetween(before, event.time);
      if (seconds !== undefined && seconds > 0)
        hints.push({ offset: end, label: `+${duration(seconds)}`, tooltip: t('Time since the event before, in this session.') });
    }
    before = event.time;
  }
}

function users(source: Source, session: Session, within: Span, hints: Inlay[]): void {
  session.events.forEach((event, i) => {
    if (event.kind !== 'command' || !isWithin(event.end, within) || !LOGIN.has(event.verb)) return;
    const name = userName(session, i);
    if (name === undefined || name === REDACTED) return;
    hints.push({
      offset: lineEnd(source, event),
      label: t('user {0}', name),
      tooltip: t('Decoded from base64. The password is not shown.'),
    });
  });
}

const LOGIN: ReadonlySet<string> = new Set(['AUTH', 'X-EXPS', '']);

function firstLine(event: SessionEvent): Span {
  return event.kind === 'reply' || event.kind === 'data' ? (event.lineSpans[0] ?? event) : event;
}

/** The end of the log's line, quotes and columns behind what was said included. */
function lineEnd(source: Source, { end }: Span): number {
  return lineSpan(source, lineAt(source, end)).end;
}

function isWithin(offset: number, { start, end }: Span): boolean {
  return offset >= start && offset <= end;
}
