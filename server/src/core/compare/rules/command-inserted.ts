import { t } from '@vscode/l10n';
import { insertedCommands } from '../inserted';
import type { CompareRule } from '../view';
import { commandPlace } from '../places';

/** The server got a command that the client did not send, of no kind that has a rule of its own. */
export const commandInserted: CompareRule = {
  id: 'compare/command-inserted',
  weight: 'strong',
  check(view, report) {
    for (const { row, kind } of insertedCommands(view)) {
      if (kind !== 'other') continue;
      report({
        change: 'added',
        message: t(
          '{0} reached the server; the client did not send it',
          row.server!.verb || commandPlace(view.server, row.server!).text,
        ),
        server: commandPlace(view.server, row.server!),
      });
    }
  },
};
