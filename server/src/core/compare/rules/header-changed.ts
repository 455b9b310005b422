import { t } from '@vscode/l10n';
import { isRedacted } from '../normalise';
import type { CompareRule } from '../view';
import { messagePlace } from '../places';
import { signIn, weightOf } from '../view';

/** A header field arrived with another text. */
export const headerChanged: CompareRule = {
  id: 'compare/header-changed',
  weight: 'strong',
  check(view, report) {
    for (const message of view.messages) {
      for (const { client, server } of message.headersChanged) {
        if (isRedacted(client.text) || isRedacted(server.text)) continue;
        const sign = signIn(view.server, message.server, [server.line]);
        report({
          weight: weightOf('strong', sign, view.sameConnection),
          change: 'changed',
          message: t('{0} was changed on the way', server.name),
          client: messagePlace(message.client, [client.line]),
          server: messagePlace(message.server, [server.line]),
          product: sign?.fingerprint.product,
        });
      }
    }
  },
};
