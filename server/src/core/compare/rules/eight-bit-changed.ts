import { t } from '@vscode/l10n';
import type { CompareRule } from '../view';
import { messagePlace } from '../places';

/** Letters beyond ASCII arrived as question marks or as other letters: something on the way knows seven bits. */
export const eightBitChanged: CompareRule = {
  id: 'compare/eight-bit-changed',
  weight: 'strong',
  check(view, report) {
    if (view.sameConnection === 'no') return;
    for (const message of view.messages) {
      if (message.eightBit.length === 0) continue;
      report({
        change: 'changed',
        message: t('characters beyond ASCII were lost on the way'),
        client: messagePlace(
          message.client,
          message.eightBit.map((d) => d.client),
        ),
        server: messagePlace(
          message.server,
          message.eightBit.map((d) => d.server),
        ),
      });
    }
  },
};
