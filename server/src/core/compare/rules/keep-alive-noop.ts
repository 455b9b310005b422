import { t } from '@vscode/l10n';
import { insertedCommands, placeOfAll } from '../inserted';
import type { CompareRule } from '../view';

/** The server got NOOP, which the client never sent: something keeps the connection while it holds the message. */
export const keepAliveNoop: CompareRule = {
  id: 'compare/keep-alive-noop',
  weight: 'strong',
  check(view, report) {
    const noops = insertedCommands(view).filter((i) => i.kind === 'keep-alive');
    if (noops.length === 0) return;
    report({
      change: 'added',
      message: t('NOOP kept the server waiting; the client sent none'),
      server: placeOfAll(
        view.server,
        noops.map((i) => i.row.server!),
      ),
    });
  },
};
