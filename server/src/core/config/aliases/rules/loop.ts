import { t } from '@vscode/l10n';
import { systemAccounts } from '../../../knowledge/accounts';
import type { Finding, Rule } from '../../../problem';
import { lineAt } from '../../../text';
import { MAX_DEPTH, reachOf, resolve } from '../graph';
import { mayBeOwnHost } from '../hosts';
import type { AliasEntry, AliasModel } from '../model';
import { aliasKey } from '../address';

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

/** An alias for the name itself: local delivery to a user of that name, if there is one. */
export const selfAlias: Rule<AliasModel> = {
  id: 'aliases/self',
  severity: 'warning',
  check(model, report) {
    for (const entry of model.kept.values()) {
      const [target] = entry.targets;
      if (entry.targets.length !== 1 || !target || target.address.escaped || systemAccounts.has(entry.name.key!)) continue;
      const span = { start: target.start, end: target.end };
      if (resolve(model, target) === entry && aliasKey(target.address) === entry.name.key) {
        report({
          ...span,
          message: t('{0} leads to itself: the mail goes to the user {0}, and comes back if there is none.', entry.name.text),
        });
      } else if (isSelfAtOwnHost(entry)) {
        report({
          ...span,
          message: t(
            'If {0} is a name of this host, {1} leads to itself: the mail goes to the user {1}, and comes back if there is none.',
            target.address.host!,
            entry.name.text,
          ),
        });
      }
    }
  },
};

/** Chains longer than sendmail follows. */
export const aliasDepth: Rule<AliasModel> = {
  id: 'aliases/depth',
  severity: 'error',
  check(model, report) {
    for (const [entry, { depth }] of reachOf(model)) {
      if (depth <= MAX_DEPTH) continue;
      report({
        start: entry.name.start,
        end: entry.name.end,
        message: t(
          '{0} leads through {1} aliases; sendmail gives up after {2} and the mail comes back. Let it point nearer to the end.',
          entry.name.text,
          depth,
          MAX_DEPTH,
        ),
      });
    }
  },
};

function isSelfAtOwnHost({ name, targets }: AliasEntry): boolean {
  const { host, user } = targets[0]!.address;
  return host !== undefined && user.toLowerCase() === name.key && host.includes('.') && mayBeOwnHost(host);
}

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
