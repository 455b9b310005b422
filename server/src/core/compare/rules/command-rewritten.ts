import { t } from '@vscode/l10n';
import { envelopeOf, isRedacted, plain } from '../normalise';
import type { CompareRule } from '../view';
import { isTerse } from '../view';
import { commandOf, commandPlace, endsLog } from '../places';
import { signOf } from '../view';

/** The server got another command than the client sent at this place. */
export const commandRewritten: CompareRule = {
  id: 'compare/command-rewritten',
  weight: 'strong',
  check(view, report) {
    // A log with codes only writes the commands in its own way.
    if (isTerse(view.client) || isTerse(view.server)) return;
    for (const row of view.rows) {
      const left = commandOf(view.client, row.client);
      const right = commandOf(view.server, row.server);
      if (left && right && (endsLog(view.client, left) || endsLog(view.server, right))) continue;
      if (!left || !right || left.text === right.text || isLogin(left.verb) || isLogin(right.verb)) continue;
      if (plain(left.text).toUpperCase() === plain(right.text).toUpperCase()) continue;
      const sign = signOf(view.server, row.server!.asked);
      if (!sign && (isRedacted(left.text) || isRedacted(right.text))) continue;
      if (left.verb === right.verb && (left.verb === 'MAIL' || left.verb === 'RCPT')) {
        const mine = envelopeOf(left.text).address;
        const theirs = envelopeOf(right.text).address;
        // Parameters have a rule of their own; an address that a log lost cannot be compared.
        if (mine === undefined || theirs === undefined || mine.toLowerCase() === theirs.toLowerCase()) continue;
      }
      // Another attempt may have used another name or address.
      if (view.sameConnection === 'no' && !sign) continue;
      report({
        ...(sign ? { weight: 'decisive' as const } : {}),
        change: 'changed',
        message:
          left.verb === right.verb
            ? t('{0} reached the server worded otherwise', left.verb)
            : t('{0} reached the server as {1}', left.verb, right.verb || right.text),
        client: commandPlace(view.client, row.client!),
        server: commandPlace(view.server, row.server!),
        product: sign?.fingerprint.product,
      });
    }
  },
};

/** Each log hides a login in its own way. */
function isLogin(verb: string): boolean {
  return verb === '' || verb === 'AUTH';
}
