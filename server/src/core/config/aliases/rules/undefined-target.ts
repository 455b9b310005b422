import { t } from '@vscode/l10n';
import { roleNames, systemAccounts } from '../../../knowledge/accounts';
import type { Rule } from '../../../problem';
import { nearest } from '../../../suggest';
import { aliasKey } from '../../mailAddress';
import { resolve } from '../graph';
import type { AliasModel, Target } from '../model';
import { SHORTEST_WORD, wordsIn } from '../names';

/** So many comparisons are made in looking for misspelt names, no more. */
const MOST_COMPARISONS = 400_000;

/** Local names with no alias are users as a rule, and which users there are no file tells: only roles and misspellings are said. */
export const undefinedTarget: Rule<AliasModel> = {
  id: 'aliases/undefined-target',
  severity: 'hint',
  check(model, report) {
    let names: readonly string[] | undefined;
    let comparisons = 0;
    for (const { target, key } of undefinedTargets(model)) {
      let near: string | undefined;
      // Names that differ in a digit are two names.
      if (key.length >= SHORTEST_WORD && !/\d/.test(key) && comparisons <= MOST_COMPARISONS) {
        names ??= wordsIn(model);
        comparisons += names.length;
        near = nearest(
          key,
          names.filter((name) => isSlip(key, name) && model.kept.has(name)),
        )[0];
      }
      if (!near && !isRole(key)) continue;
      const span = { start: target.start, end: target.end };
      report({
        ...span,
        message: near
          ? t('No alias has the name {0}; if it is no user, {1} may be meant.', target.text, near)
          : t(
              'No alias has the name {0}, and few systems have a user of that name. Add one, or name another recipient.',
              target.text,
            ),
        fixes: near ? [{ title: t('Write {0}', near), edits: [{ ...span, text: near }] }] : [],
      });
    }
  },
};

function isRole(key: string): boolean {
  return roleNames.has(key) || /^owner-|-(owner|request)$/.test(key);
}

function* undefinedTargets(model: AliasModel): Iterable<{ target: Target; key: string }> {
  for (const entry of model.unsettled) {
    for (const target of entry.targets) {
      const { address } = target;
      if (address.kind !== 'local' || address.escaped || address.fault || address.joined) continue;
      const key = aliasKey(address);
      if (!systemAccounts.has(key) && !resolve(model, target)) yield { target, key };
    }
  }
}

/** One letter too many, too few or swapped; names that differ in one letter are two names. */
function isSlip(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  if (a.length === b.length) return sumOf(a) === sumOf(b) && [...a].sort().join('') === [...b].sort().join('');
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  let at = 0;
  while (at < short.length && short[at] === long[at]) at++;
  return short.slice(at) === long.slice(at + 1);
}

function sumOf(text: string): number {
  let sum = 0;
  for (let i = 0; i < text.length; i++) sum += text.charCodeAt(i);
  return sum;
}
