import { t } from '@vscode/l10n';
import { ehloPairs } from '../ehlo';
import type { CompareRule } from '../view';
import { replyPlace } from '../places';
import { lighter } from '../view';

/** Keywords of the EHLO reply did not reach the client. STARTTLS and what a mask covers have rules of their own. */
export const capabilityWithheld: CompareRule = {
  id: 'compare/capability-withheld',
  weight: 'strong',
  check(view, report) {
    for (const pair of ehloPairs(view)) {
      const gone = pair.withheld.filter((c) => c.keyword !== 'STARTTLS');
      if (gone.length === 0 || pair.masked.length >= gone.length) continue;
      report({
        ...(view.sameConnection === 'no' ? { weight: lighter('strong') } : {}),
        change: 'withheld',
        message: t('withheld from the client: {0}', gone.map((c) => c.keyword).join(', ')),
        client: replyPlace(view.client, pair.row.client),
        server: replyPlace(
          view.server,
          pair.row.server,
          gone.map((c) => c.part),
        ),
      });
    }
  },
};
