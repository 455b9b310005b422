import { t } from '@vscode/l10n';
import { plain } from '../normalise';
import type { CompareRule } from '../view';
import { commandOf, commandPlace } from '../places';

/** The same command in other letters: `EHLO` arrived as `ehlo`. Something read it and wrote it anew. */
export const commandRespelt: CompareRule = {
  id: 'compare/command-respelt',
  weight: 'moderate',
  check(view, report) {
    if (view.sameConnection === 'no') return;
    for (const row of view.rows) {
      const left = commandOf(view.client, row.client);
      const right = commandOf(view.server, row.server);
      if (!left || !right || left.verb === '' || left.verb === 'AUTH' || left.verb !== right.verb) continue;
      // Only the verb and its keyword: some logs write addresses in small letters and change spaces.
      const mine = /^[A-Za-z]+(?: +(?:FROM|TO)(?=:))?/i.exec(plain(left.text))?.[0];
      const theirs = /^[A-Za-z]+(?: +(?:FROM|TO)(?=:))?/i.exec(plain(right.text))?.[0];
      if (mine === undefined || theirs === undefined || mine === theirs || mine.toUpperCase() !== theirs.toUpperCase()) continue;
      // A log that writes every verb in capitals does so by itself.
      if (!isMixed(view.client, view.server)) continue;
      report({
        change: 'changed',
        message: t('{0} reached the server in other letters', mine),
        client: commandPlace(view.client, row.client!),
        server: commandPlace(view.server, row.server!),
      });
    }
  },
};

type Side = Parameters<typeof commandOf>[0];

/** True unless all verbs of one log are capitals while those of the other are not: that is how a log writes. */
function isMixed(client: Side, server: Side): boolean {
  const cases = [client, server].map((side) => {
    const verbs = side.exchanges.flatMap((e) => {
      const command = commandOf(side, e);
      return command && command.verb !== '' ? [command.text.slice(0, command.verb.length)] : [];
    });
    return verbs.every((v) => v === v.toUpperCase()) ? 'upper' : verbs.every((v) => v === v.toLowerCase()) ? 'lower' : 'mixed';
  });
  return cases[0] === cases[1] || !cases.includes('upper');
}
