import { t } from '@vscode/l10n';
import type { Natural } from '../normalise';
import type { CompareRule } from '../view';
import { replyPlace } from '../places';
import { compareReplies } from '../view';

/** A date, an id or an address that differs: it does so between two attempts, and proves nothing. */
export const naturalDifference: CompareRule = {
  id: 'compare/natural-difference',
  weight: 'neutral',
  check(view, report) {
    for (const row of view.rows) {
      if (!row.client || !row.server) continue;
      const comparison = compareReplies(view, row);
      if (comparison?.difference !== 'natural') continue;
      report({
        change: 'changed',
        message: nameOf(comparison.naturals[0]),
        client: replyPlace(view.client, row.client),
        server: replyPlace(view.server, row.server),
      });
    }
  },
};

function nameOf(natural: Natural | undefined): string {
  switch (natural) {
    case 'date':
      return t('another date or time');
    case 'id':
      return t('another id');
    case 'address':
    case 'peer':
      return t('another address or name of the client');
    case 'cut':
      return t('one log cuts the line');
    default:
      return t('a difference in what changes every time');
  }
}
