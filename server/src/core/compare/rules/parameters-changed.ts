import { t } from '@vscode/l10n';
import { envelopeOf, isRedacted } from '../normalise';
import type { CompareRule } from '../view';
import { isTerse } from '../view';
import { commandOf, commandPlace, endsLog } from '../places';
import { isVerbatim } from '../verbatim';

/** MAIL or RCPT lost parameters on the way, or got some. */
export const parametersChanged: CompareRule = {
  id: 'compare/parameters-changed',
  weight: 'strong',
  check(view, report) {
    // A log with codes only writes the commands in its own way.
    if (isTerse(view.client) || isTerse(view.server)) return;
    if (view.sameConnection === 'no') return;
    for (const row of view.rows) {
      const left = commandOf(view.client, row.client);
      const right = commandOf(view.server, row.server);
      if (left && right && (endsLog(view.client, left) || endsLog(view.server, right))) continue;
      if (!left || !right || left.verb !== right.verb || (left.verb !== 'MAIL' && left.verb !== 'RCPT')) continue;
      if (isRedacted(left.text) || isRedacted(right.text)) continue;
      const mine = envelopeOf(left.text);
      const theirs = envelopeOf(right.text);
      // Some logs give the address alone.
      if (mine.address === undefined || theirs.address === undefined) continue;
      const before = mine.parameters.map((p) => p.toUpperCase());
      const after = theirs.parameters.map((p) => p.toUpperCase());
      const lost = mine.parameters.filter((p) => !after.includes(p.toUpperCase()));
      const got = theirs.parameters.filter((p) => !before.includes(p.toUpperCase()));
      // Programs that write a command anew have an order of their own.
      const moved = before.length === after.length && before.some((p, i) => p !== after[i]);
      const asSent = isVerbatim(view.client) && isVerbatim(view.server);
      if (lost.length === 0 && got.length === 0 && !(moved && asSent)) continue;
      report({
        change: lost.length === got.length ? 'changed' : got.length === 0 ? 'withheld' : lost.length === 0 ? 'added' : 'changed',
        message:
          lost.length === 0 && got.length === 0
            ? t("{0}'s parameters came in another order", left.verb)
            : got.length === 0
              ? t('{0} lost {1} on the way', left.verb, lost.join(' '))
              : lost.length === 0
                ? t('{0} gained {1} on the way', left.verb, got.join(' '))
                : t('{0} got other parameters on the way', left.verb),
        client: commandPlace(view.client, row.client!),
        server: commandPlace(view.server, row.server!),
      });
    }
  },
};
