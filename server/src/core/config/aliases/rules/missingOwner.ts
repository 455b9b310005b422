import { t } from '@vscode/l10n';
import type { Rule } from '../../../problem';
import type { AliasModel } from '../model';

/** Bounces of a list go to owner-NAME; without it they go to whoever wrote to the list. */
export const missingOwner: Rule<AliasModel> = {
  id: 'aliases/missing-owner',
  severity: 'info',
  check(model, report) {
    for (const { start: blockStart, content } of model.blocks) {
      for (const { entry, start, end, text, key } of content.lists) {
        if (key.startsWith('owner-') || model.kept.has(`owner-${key}`) || model.kept.startOf(key) !== blockStart + entry)
          continue;
        report({
          start: blockStart + start,
          end: blockStart + end,
          message: t(
            'The list {0} has no owner-{0}: bounces go to everybody who writes to it. Add owner-{0} for the one who keeps the list.',
            text,
          ),
        });
      }
    }
  },
};
