import { t } from '@vscode/l10n';
import type { CompareRule } from '../view';
import { messagePlace } from '../places';

/** Lines that begin with a dot arrived with a dot more or less while others arrived as sent. */
export const dotsChanged: CompareRule = {
  id: 'compare/dots-changed',
  weight: 'moderate',
  check(view, report) {
    if (view.sameConnection === 'no') return;
    for (const message of view.messages) {
      if (message.dots.length === 0) continue;
      report({
        change: 'changed',
        message: t('dots at the start of lines were added or lost on the way'),
        client: messagePlace(
          message.client,
          message.dots.map((d) => d.client),
        ),
        server: messagePlace(
          message.server,
          message.dots.map((d) => d.server),
        ),
      });
    }
  },
};
