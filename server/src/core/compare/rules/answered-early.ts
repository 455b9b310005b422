import { t } from '@vscode/l10n';
import { secondsOf } from '../../smtp/time';
import { apart } from '../clocks';
import type { Row } from '../excuse';
import { commandOf, commandPlace, dataOf, replyOf, replyPlace } from '../places';
import type { CompareRule, PairView } from '../view';

/**
 * The client had an answer before the server gave it. The clocks need not agree: what the client says reaches the server
 * later, what the server says reaches the client later, and no difference of clocks makes both true.
 */
export const answeredEarly: CompareRule = {
  id: 'compare/answered-early',
  weight: 'strong',
  evenIfSame: true,
  check(view, report) {
    if (view.sameConnection === 'no') return;
    // The server's clock minus the client's is at most `most`, from what the client said, and at least `least`.
    let most: { offset: number; row: Row } | undefined;
    let least: { offset: number; row: Row } | undefined;
    for (const row of view.rows) {
      const [sent, got] = [saidAt(view, row, 'client'), saidAt(view, row, 'server')];
      if (sent !== undefined && got !== undefined) {
        const offset = apart(got, sent);
        if (!most || offset < most.offset) most = { offset, row };
      }
      const [heard, gave] = [answeredAt(view, row, 'client'), answeredAt(view, row, 'server')];
      if (heard !== undefined && gave !== undefined) {
        const offset = apart(gave, heard);
        if (!least || offset > least.offset) least = { offset, row };
      }
    }
    if (!most || !least || least.offset - most.offset < TOLERANCE) return;
    // A log that got its times when all was over would look like this.
    if (isOfOneMoment(view)) return;
    report({
      change: 'timing',
      message: t('the client had this answer {0} seconds before the server gave it', Math.floor(least.offset - most.offset)),
      client: replyPlace(view.client, least.row.client),
      server: replyPlace(view.server, least.row.server) ?? commandPlace(view.server, least.row.server!),
    });
  },
};

/** Clocks of whole seconds on both sides, and logs that are written a little late. */
const TOLERANCE = 4;

/** True if no second passed in the client's log. */
function isOfOneMoment({ client }: PairView): boolean {
  const times = client.session.events.map((e) => e.time?.slice(0, SECONDS)).filter((time) => time !== undefined);
  return times.every((time) => time === times[0]);
}

/** Characters of an ISO 8601 time up to its seconds. */
const SECONDS = '2026-11-22T03:52:58'.length;

function saidAt(view: PairView, row: Row, side: 'client' | 'server'): number | undefined {
  const said = commandOf(view[side], row[side]) ?? dataOf(view[side], row[side]);
  // A message has one time, and took some.
  return said?.kind === 'command' ? secondsOf(said.time) : undefined;
}

function answeredAt(view: PairView, row: Row, side: 'client' | 'server'): number | undefined {
  return secondsOf(replyOf(view[side], row[side])?.time);
}
