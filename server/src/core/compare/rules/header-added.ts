import { t } from '@vscode/l10n';
import type { CompareRule } from '../view';
import { messagePlace } from '../places';
import { signIn, weightOf } from '../view';

/** The message arrived with header fields that the client did not send. */
export const headerAdded: CompareRule = {
  id: 'compare/header-added',
  weight: 'strong',
  check(view, report) {
    for (const message of view.messages) {
      const added = message.headersAdded;
      if (added.length === 0) continue;
      const lines = added.map((f) => f.line);
      const sign = signIn(view.server, message.server, lines);
      report({
        weight: weightOf('strong', sign, view.sameConnection),
        change: 'added',
        message:
          added.length === 1
            ? t('header added on the way: {0}', added[0]!.name)
            : t('headers added on the way: {0}', [...new Set(added.map((f) => f.name))].join(', ')),
        server: messagePlace(message.server, lines),
        product: sign?.fingerprint.product,
      });
    }
  },
};
