import { t } from '@vscode/l10n';
import { insertedCommands, placeOfAll } from '../inserted';
import type { CompareRule } from '../view';
import { commandPlace } from '../places';

/** The client's DATA was answered, and the server got RSET: something takes the message and gives up the transaction meanwhile. */
export const rsetInPlaceOfData: CompareRule = {
  id: 'compare/rset-in-place-of-data',
  weight: 'decisive',
  check(view, report) {
    const resets = insertedCommands(view).filter((i) => i.kind === 'in-place-of-data');
    for (const of of new Set(resets.map((r) => r.of!)))
      report({
        change: 'added',
        message: t('RSET reached the server in place of DATA; the client sent none'),
        client: commandPlace(view.client, of.client!),
        server: placeOfAll(
          view.server,
          resets.filter((r) => r.of === of).map((r) => r.row.server!),
        ),
      });
  },
};
