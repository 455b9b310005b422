import { t } from '@vscode/l10n';
import type { Rule } from '../../../problem';
import type { AliasModel } from '../model';

/** Bounces of a list go to owner-NAME; without it they go to whoever wrote to the list. */
export const missingOwner: Rule<AliasModel> = {
  id: 'aliases/missing-owner',
  severity: 'info',
  check(model, report) {
    for (const entry of model.specialKept) {
      const key = entry.name.key!;
      if (key.startsWith('owner-') || model.kept.has(`owner-${key}`) || !entry.targets.some((x) => x.address.kind === 'include'))
        continue;
      report({
        start: entry.name.start,
        end: entry.name.end,
        message: t(
          'The list {0} has no owner-{0}: bounces go to everybody who writes to it. Add owner-{0} for the one who keeps the list.',
          entry.name.text,
        ),
      });
    }
  },
};
