import { t } from '@vscode/l10n';
import type { CompareRule } from '../view';
import { messagePlace } from '../places';
import { weightOf } from '../view';

/** Header fields that the client sent did not arrive. */
export const headerRemoved: CompareRule = {
  id: 'compare/header-removed',
  weight: 'strong',
  check(view, report) {
    for (const message of view.messages) {
      const gone = message.headersRemoved;
      // A log that shows no header at all leaves it out.
      if (gone.length === 0 || message.server.lines.every((l) => !/^[!-9;-~]+:/.test(l))) continue;
      report({
        weight: weightOf('strong', undefined, view.sameConnection),
        change: 'withheld',
        message: t('header taken out on the way: {0}', [...new Set(gone.map((f) => f.name))].join(', ')),
        client: messagePlace(
          message.client,
          gone.map((f) => f.line),
        ),
      });
    }
  },
};
