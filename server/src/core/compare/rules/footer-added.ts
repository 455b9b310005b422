import { t } from '@vscode/l10n';
import type { CompareRule } from '../view';
import { messagePlace } from '../places';
import { signIn, weightOf } from '../view';

/** Text was put behind the end of the message. */
export const footerAdded: CompareRule = {
  id: 'compare/footer-added',
  weight: 'strong',
  check(view, report) {
    for (const message of view.messages) {
      if (!message.addedAtEnd || message.bodyAdded.length === 0) continue;
      const sign = signIn(view.server, message.server, message.bodyAdded);
      report({
        weight: weightOf('strong', sign, view.sameConnection),
        change: 'added',
        message: t('a footer was put under the message'),
        server: messagePlace(message.server, message.bodyAdded),
        product: sign?.fingerprint.product,
      });
    }
  },
};
