/** A line above each session: who, from, to, what became of it, TLS, how long it took; and the way to its other side. */
import { t } from '@vscode/l10n';
import type { Lens } from '../language';
import { duration } from './describe';
import type { Session, Transcript } from './model';
import { hasDialogue, mailOf, partiesOf } from './summary';
import { secondsBetween } from './time';

/** An editor keeps room for each line of a file that has some: more slow it down. The outline has all. */
const MOST_SESSIONS = 5000;

/** One summary a session, and a way to compare it where it has a dialogue. */
export function lenses(model: Transcript): Lens[] {
  return model.sessions.slice(0, MOST_SESSIONS).flatMap((session) => {
    const first = session.events[0]!;
    const parts = [partiesOf(session), mailOf(session)];
    if (session.tls) parts.push(t('TLS'));
    else if (hasDialogue(session)) parts.push(t('no TLS'));
    const lasted = lastedOf(session);
    if (lasted !== undefined) parts.push(lasted);
    if (!session.complete) parts.push(t('cut off'));
    const span = { start: first.start, end: first.end };
    const told: Lens = { span, title: parts.join(' · ') };
    return hasDialogue(session) ? [told, { span, title: t('Compare with …'), command: 'postmaster.compareSessions' }] : [told];
  });
}

/** How long a session took, where the log has times; many logs tell whole seconds only. */
function lastedOf({ events }: Session): string | undefined {
  const first = events.find((e) => e.time !== undefined);
  const last = events.findLast((e) => e.time !== undefined);
  const seconds = first === last ? undefined : secondsBetween(first?.time, last?.time);
  return seconds === 0 ? t('under 1 s') : seconds === undefined ? undefined : duration(seconds);
}
