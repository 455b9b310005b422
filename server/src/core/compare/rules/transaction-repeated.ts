import { t } from '@vscode/l10n';
import { insertedCommands, placeOfAll } from '../inserted';
import type { CompareRule } from '../view';

/** The server got MAIL or RCPT once more than the client sent it: something sends the message anew by itself. */
export const transactionRepeated: CompareRule = {
  id: 'compare/transaction-repeated',
  weight: 'strong',
  check(view, report) {
    const again = insertedCommands(view).filter((i) => i.kind === 'again');
    if (again.length === 0) return;
    report({
      change: 'added',
      message: t('{0} came again; the client sent it once', [...new Set(again.map((i) => i.row.server!.verb))].join(', ')),
      client: placeOfAll(view.client, [...new Set(again.map((i) => i.of!.client!))]),
      server: placeOfAll(
        view.server,
        again.map((i) => i.row.server!),
      ),
    });
  },
};
