import { t } from '@vscode/l10n';
import { systemAccounts } from '../../../knowledge/accounts';
import type { Finding, Rule } from '../../../problem';
import { lineAt } from '../../../text';
import { reachOf, resolve } from '../graph';
import type { AliasEntry, AliasModel } from '../model';

/** Aliases that lead back to themselves: silent at newaliases, found at delivery. */
export const aliasLoop: Rule<AliasModel> = {
  id: 'aliases/loop',
  severity: 'error',
  check(model, report) {
    for (const [entry, { loop }] of reachOf(model)) {
      if (loop) report(loopFinding(model, entry, loop));
    }
  },
};

function loopFinding(model: AliasModel, entry: AliasEntry, loop: readonly AliasEntry[]): Finding {
  const members = new Set(loop);
  const user = loop.find((e) => systemAccounts.has(e.name.key!));
  const exit = loop.some((e) => e.targets.some((target) => !target.address.fault && !members.has(resolve(model, target)!)));
  const shown = loop.length > 6 ? undefined : loop.map((e) => `${e.name.text} (${lineAt(model.source, e.start) + 1})`).join(', ');
  const around = shown ?? t('{0} aliases', loop.length);
  const message = user
    ? t(
        'These aliases lead in a circle: {0}. As {1} is a user, the mail goes there. Say so: let {1} lead to \\{1}.',
        around,
        user.name.text,
      )
    : exit
      ? t('These aliases lead in a circle: {0}. Only recipients outside of it get the mail.', around)
      : t('These aliases lead in a circle: {0}. Mail to them comes back, unless one of them is a user.', around);
  return {
    start: entry.name.start,
    end: entry.name.end,
    severity: user || exit ? 'warning' : 'error',
    message,
    related: loop
      .filter((e) => e !== entry)
      .slice(0, 10)
      .map((e) => ({ start: e.name.start, end: e.name.end, message: t('Also in the circle.') })),
  };
}
