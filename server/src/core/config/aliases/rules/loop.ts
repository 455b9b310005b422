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
    const known = new Map<readonly AliasEntry[], Circle>();
    for (const [entry, { loop }] of reachOf(model)) {
      if (!loop) continue;
      let circle = known.get(loop);
      if (!circle) known.set(loop, (circle = circleOf(model, loop)));
      report({ start: entry.name.start, end: entry.name.end, ...circle, related: relatedTo(entry, loop) });
    }
  },
};

/** What is said of a circle, the same for each alias in it. */
type Circle = Pick<Finding, 'message' | 'severity'>;

function circleOf(model: AliasModel, loop: readonly AliasEntry[]): Circle {
  const members = new Set(loop);
  const user = loop.find((e) => systemAccounts.has(e.name.key!))?.name.text;
  const exit = loop.some((e) => e.targets.some((x) => !x.address.fault && !members.has(resolve(model, x)!)));
  const around =
    loop.length > LONGEST_SHOWN
      ? t('{0} aliases', loop.length)
      : loop.map((e) => `${e.name.text} (${lineAt(model.source, e.start) + 1})`).join(', ');
  if (user) {
    return {
      severity: 'warning',
      message: t(
        'These aliases lead in a circle: {0}. As {1} is a user, the mail goes there. Say so: let {1} lead to \\{1}.',
        around,
        user,
      ),
    };
  }
  if (exit) {
    return {
      severity: 'warning',
      message: t('These aliases lead in a circle: {0}. Only recipients outside of it get the mail.', around),
    };
  }
  return {
    severity: 'error',
    message: t('These aliases lead in a circle: {0}. Mail to them comes back, unless one of them is a user.', around),
  };
}

const LONGEST_SHOWN = 6;

/** Some of the others in the circle. */
function relatedTo(entry: AliasEntry, loop: readonly AliasEntry[]): NonNullable<Finding['related']> {
  return loop
    .slice(0, LONGEST_SHOWN + 1)
    .filter((e) => e !== entry)
    .map((e) => ({ start: e.name.start, end: e.name.end, message: t('Also in the circle.') }));
}
