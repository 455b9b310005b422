import { t } from '@vscode/l10n';
import { systemAccounts } from '../../../knowledge/accounts';
import type { Rule } from '../../../problem';
import { aliasKey, type Address } from '../../mailAddress';
import { mayBeOwnHost } from '../hosts';
import type { AliasEntry, AliasModel } from '../model';

/** An alias for the name itself: local delivery to a user of that name, if there is one. */
export const selfAlias: Rule<AliasModel> = {
  id: 'aliases/self',
  severity: 'warning',
  check(model, report) {
    for (const entry of model.unsettled) {
      const [target] = entry.targets;
      if (entry.targets.length !== 1 || !target || target.address.escaped || systemAccounts.has(entry.name.key!)) continue;
      const span = { start: target.start, end: target.end };
      if (isSame(target.address, entry.name.key!)) {
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

function isSame(address: Address, key: string): boolean {
  const isLocal = address.kind === 'local' || address.host?.toLowerCase() === 'localhost';
  return isLocal && !address.fault && aliasKey(address) === key;
}

function isSelfAtOwnHost({ name, targets }: AliasEntry): boolean {
  const { host, user } = targets[0]!.address;
  return host !== undefined && user.toLowerCase() === name.key && host.includes('.') && mayBeOwnHost(host);
}
