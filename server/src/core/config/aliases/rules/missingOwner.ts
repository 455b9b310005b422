import { t } from '@vscode/l10n';
import type { Finding, Rule } from '../../../problem';
import { moved } from '../../blocks/rules';
import type { AliasModel, ListName } from '../model';

/** Bounces of a list go to owner-NAME; without it they go to whoever wrote to the list. */
export const missingOwner: Rule<AliasModel> = {
  id: 'aliases/missing-owner',
  severity: 'info',
  check(model, report) {
    for (const { start, content } of model.blocks) {
      for (const list of content.lists) {
        const { entry, key } = list;
        if (key.startsWith('owner-') || model.kept.has(`owner-${key}`) || model.kept.startOf(key) !== start + entry) continue;
        report(moved(findingOf(list), start));
      }
    }
  },
};

const known = new WeakMap<ListName, Finding>();

/** Made once, as long as the block stays as it is: there may be thousands of lists. */
function findingOf(list: ListName): Finding {
  let finding = known.get(list);
  if (!finding) {
    const { start, end, text } = list;
    const message = t(
      'The list {0} has no owner-{0}: bounces go to everybody who writes to it. Add owner-{0} for the one who keeps the list.',
      text,
    );
    known.set(list, (finding = { start, end, message }));
  }
  return finding;
}
