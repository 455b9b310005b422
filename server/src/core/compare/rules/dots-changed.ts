import { t } from '@vscode/l10n';
import { showsDots } from '../verbatim';
import type { CompareRule } from '../view';
import { messagePlace } from '../places';

/** Lines that begin with a dot arrived with a dot more or less: all of them in logs that show dots as sent, else a part of them. */
export const dotsChanged: CompareRule = {
  id: 'compare/dots-changed',
  weight: 'moderate',
  check(view, report) {
    if (view.sameConnection === 'no') return;
    for (const message of view.messages) {
      if (message.dots.length === 0) continue;
      report({
        ...(showsDots(view.client) && showsDots(view.server) ? { weight: 'strong' as const } : {}),
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
