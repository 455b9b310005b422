import { t } from '@vscode/l10n';
import { isKnownVerb } from '../excuse';
import { movedCommands } from './command-reordered';
import type { CompareRule } from '../view';
import { isTerse } from '../view';
import { commandPlace, replyPlace } from '../places';

/** The client sent a command and was answered, but the server never got it. DATA and STARTTLS have rules of their own. */
export const commandWithheld: CompareRule = {
  id: 'compare/command-withheld',
  weight: 'strong',
  check(view, report) {
    const { client, server, rows } = view;
    const moved = new Set(movedCommands(view).map(([mine]) => mine));
    for (const row of rows) {
      if (!row.client || row.server || row.excuse || row.client.kind !== 'command' || moved.has(row)) continue;
      if (row.client.verb === 'DATA' || row.client.verb === 'STARTTLS') continue;
      // A log with codes only has a line for each command that its server knows.
      if (isTerse(server) && !isKnownVerb(row.client.verb)) continue;
      const answer = replyPlace(client, row.client)?.text.slice(0, 3) ?? '';
      report({
        change: 'withheld',
        message: t('{0} never reached the server; the client was told {1}', row.client.verb, answer),
        client: commandPlace(client, row.client),
      });
    }
  },
};
