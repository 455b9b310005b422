/** A line above each session: who, from, to, what became of it, TLS; and the way to its other side. */
import { t } from '@vscode/l10n';
import type { Lens } from '../language';
import type { Transcript } from './model';
import { hasDialogue, mailOf, partiesOf } from './summary';

/** One summary a session, and a way to compare it where it has a dialogue. */
export function lenses(model: Transcript): Lens[] {
  return model.sessions.flatMap((session) => {
    const first = session.events[0]!;
    const parts = [partiesOf(session), mailOf(session)];
    if (session.tls) parts.push(t('TLS'));
    else if (hasDialogue(session)) parts.push(t('no TLS'));
    if (!session.complete) parts.push(t('cut off'));
    const span = { start: first.start, end: first.end };
    const told: Lens = { span, title: parts.join(' · ') };
    return hasDialogue(session) ? [told, { span, title: t('Compare with …'), command: 'postmaster.compareSessions' }] : [told];
  });
}
