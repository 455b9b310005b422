import { t } from '@vscode/l10n';
import { isRedacted } from '../normalise';
import type { CompareRule } from '../view';
import { messagePlace, signIn } from '../view';

/** A header field arrived with another text. */
export const headerChanged: CompareRule = {
  id: 'compare/header-changed',
  weight: 'strong',
  check(view, report) {
    for (const message of view.messages) {
      for (const { client, server } of message.headersChanged) {
        if (isRedacted(client.text) || isRedacted(server.text)) continue;
        report({
          change: 'changed',
          message: t('{0} was changed on the way', server.name),
          client: messagePlace(message.client, [client.line]),
          server: messagePlace(message.server, [server.line]),
          product: signIn(view.server, message.server, [server.line])?.fingerprint.product,
        });
      }
    }
  },
};
