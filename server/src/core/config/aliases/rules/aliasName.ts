import { t } from '@vscode/l10n';
import type { Finding, Rule } from '../../../problem';
import { mayBeOwnHost } from '../hosts';
import type { AliasEntry, AliasModel } from '../model';
import { reportedSpan } from '../spans';

/** Names newaliases refuses: they are no local names, or no names at all. */
export const badName: Rule<AliasModel> = {
  id: 'aliases/bad-name',
  severity: 'error',
  check(model, report) {
    for (const entry of model.entries) {
      const message = messageOf(entry);
      if (message) report({ ...reportedSpan(entry, nameSpan(entry)), message });
    }
  },
};

/** Names with a domain: aliases are for local names alone. */
export const nonLocalName: Rule<AliasModel> = {
  id: 'aliases/non-local-name',
  severity: 'error',
  check(model, report) {
    for (const entry of model.entries) {
      const finding = nonLocal(entry);
      if (finding) report(finding);
    }
  },
};

function nameSpan({ start, name }: AliasEntry): { start: number; end: number } {
  return name.text === '' ? { start, end: start + 1 } : { start: name.start, end: name.end };
}

function messageOf({ name }: AliasEntry): string | undefined {
  const { address, text } = name;
  if (text === '' || text === '\\') return t('No name stands before the colon: newaliases refuses the line.');
  if (/[\x00-\x08\x0e-\x1f\x7f]/.test(text)) return t('There is a control character in the name: newaliases refuses it.');
  if (text.length > 255) return t('The name is longer than 255 characters: newaliases refuses it.');
  switch (address.fault) {
    case '"':
      return t('A double quote in the name has no partner, and the colon is read as part of it: newaliases refuses the line.');
    case '(':
    case ')':
    case '<':
    case '>':
      return t("The '{0}' in the name has no partner: newaliases refuses the line.", address.fault);
    case 'nothing':
      return t('The name is a comment alone: newaliases refuses the line.');
    default:
      return undefined;
  }
}

function nonLocal(entry: AliasEntry): Finding | undefined {
  const { name } = entry;
  const { address } = name;
  if (messageOf(entry) || (address.kind === 'local' && !address.fault) || address.host?.toLowerCase() === 'localhost')
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
