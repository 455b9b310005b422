import { t } from '@vscode/l10n';
import { insertedCommands } from '../inserted';
import { movedCommands } from './command-reordered';
import type { CompareRule } from '../view';
import { commandPlace } from '../places';

/** The server got a command that the client did not send, of no kind that has a rule of its own. */
export const commandInserted: CompareRule = {
  id: 'compare/command-inserted',
  weight: 'strong',
  check(view, report) {
    const moved = new Set(movedCommands(view).map(([, theirs]) => theirs));
    for (const { row, kind } of insertedCommands(view)) {
      if (kind !== 'other' || moved.has(row)) continue;
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
