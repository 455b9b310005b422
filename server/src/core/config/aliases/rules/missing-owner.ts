import { t } from '@vscode/l10n';
import type { Finding, Rule } from '../../../problem';
import { hashOf } from '../../blocks/keys';
import { moved } from '../../blocks/rules';
import type { AliasModel, ListName } from '../model';

/** Bounces of a list go to owner-NAME; without it they go to whoever wrote to the list. */
export const missingOwner: Rule<AliasModel> = {
  id: 'aliases/missing-owner',
  severity: 'info',
  check(model, report) {
    for (const { start, content } of model.blocks) {
      for (const list of content.lists) {
        if (list.key.startsWith('owner-')) continue;
        const { finding, name, owner } = knownOf(list);
        if (model.kept.startOf(owner) < 0 && model.kept.startOf(name) === start + list.entry) report(moved(finding, start));
      }
    }
  },
};

/** What is kept of a list as long as its block stays as it is: there may be thousands. */
interface Known {
  readonly finding: Finding;
  /** The hashes of its name, and of its owner's. */
  readonly name: number;
  readonly owner: number;
}

const lists = new WeakMap<ListName, Known>();

function knownOf(list: ListName): Known {
  let known = lists.get(list);
  if (!known) {
    const { start, end, text, key } = list;
    const message = t(
      'The list {0} has no owner-{0}: bounces go to everybody who writes to it. Add owner-{0} for the one who keeps the list.',
      text,
    );
    known = { finding: { start, end, message }, name: hashOf(key), owner: hashOf(`owner-${key}`) };
    lists.set(list, known);
  }
  return known;
}
