/** What a key of the access table matches, in words. */
import { t } from '@vscode/l10n';
import { code, plain } from '../../markdown';
import { keyFault } from './keys';
import type { AccessEntry } from './model';

/** A sentence in Markdown; what is wrong with the key where it is never found. */
export function subjectText(entry: AccessEntry): string {
  const { row, tag, subject, address } = entry;
  const fault = keyFault(entry);
  if (fault) return plain(fault.message);
  const text = subject.text;
  if (tag && !row) return t('sendmail asks for no tag of this name.');
  if (text === '') return t('All for whom there is no entry of their own.');
  if (row?.keyKind === 'free') return t('Looked up as it stands.');
  if (address?.kind === 'ipv4') return addressText(text.split('.'), row?.keyKind === 'server');
  if (address?.kind === 'ipv6') return t('Addresses that begin with these groups.');
  if (text.includes('@')) return mailText(text, row?.name);
  return domainText(text, row?.name, row?.keyKind);
}

function addressText(octets: readonly string[], server: boolean): string {
  if (octets.length === 4) return server ? t('The server with this address.') : t('The client with this address.');
  const rest = (octet: string): string => [...octets, ...Array.from({ length: 4 - octets.length }, () => octet)].join('.');
  return t('All addresses from {0} to {1}.', rest('0'), rest('255'));
}

function mailText(text: string, tag: string | undefined): string {
  const [user = '', domain = ''] = text.split('@');
  if (domain !== '') return t('The address {0}, and {1} with any +detail.', code(text), code(user));
  if (tag === 'To' || tag === 'Spam') return t('{0} at the domains that are local here.', code(user));
  return tag === undefined
    ? t('Senders {0} at any domain, recipients {0} at the local ones.', code(user))
    : t('{0} at any domain.', code(user));
}

function domainText(text: string, tag: string | undefined, kind: string | undefined): string {
  const name = code(text);
  if (tag === undefined)
    return t('Without a tag it is asked for clients, senders and recipients alike: {0} and all names below it.', name);
  if (kind === 'client')
    return t('Clients whose name is {0} or ends in {1}, if forward and reverse DNS agree.', name, code(`.${text}`));
  if (kind === 'server') return t('Servers whose name is {0} or ends in {1}.', name, code(`.${text}`));
  return t('Addresses at {0} and at all domains below it.', name);
}
