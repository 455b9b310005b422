import { t } from '@vscode/l10n';
import type { Finding, Rule } from '../../../problem';
import { mayBeOwnHost } from '../hosts';
import type { AliasEntry, AliasLines } from '../model';
import { nameFault } from '../names';
import { reportedSpan } from '../spans';

/** Names with a domain: aliases are for local names alone. */
export const nonLocalName: Rule<AliasLines> = {
  id: 'aliases/non-local-name',
  severity: 'error',
  check(model, report) {
    for (const entry of model.special) {
      const finding = nonLocal(entry);
      if (finding) report(finding);
    }
  },
};

function nonLocal(entry: AliasEntry): Finding | undefined {
  const { name } = entry;
  const { address } = name;
  if (address.plain && address.kind === 'local') return undefined;
  if (nameFault(name) || (address.kind === 'local' && !address.fault) || address.host?.toLowerCase() === 'localhost')
    return undefined;
  const span = reportedSpan(entry, name);
  if (address.kind === 'program' || address.kind === 'file') {
    return {
      ...span,
      message: t('A program or a file cannot have an alias: the name stands left of the colon, what gets the mail on the right.'),
    };
  }
  if (address.user === '' && address.host !== undefined) {
    return {
      ...span,
      message: t('{0} names a whole domain, which newaliases refuses. Put it in virtusertable: {0} recipient', name.text),
    };
  }
  if (!address.fault && address.host !== undefined && mayBeOwnHost(address.host)) {
    return {
      ...span,
      severity: 'warning',
      message: t(
        'newaliases refuses {0}, unless {1} is a name of this host; then it means {2} for every local domain. Write {2}, or use virtusertable.',
        name.text,
        address.host,
        address.user,
      ),
      fixes: [{ title: t('Write {0}', address.user), edits: [{ start: name.start, end: name.end, text: address.user }] }],
    };
  }
  return {
    ...span,
    message: t(
      'Aliases are for local names: newaliases refuses {0}. An address with a domain belongs in virtusertable.',
      name.text,
    ),
    fixes:
      address.fault || !/^[\w.+-]+$/.test(address.user)
        ? []
        : [{ title: t('Write {0}', address.user), edits: [{ start: name.start, end: name.end, text: address.user }] }],
  };
}
