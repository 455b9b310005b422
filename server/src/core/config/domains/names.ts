/** Names in lists that match nothing, whichever list it is (classes w, R, G, t of sendmail 8.17.1; relaying measured). */
import { t } from '@vscode/l10n';
import { addressForm } from '../map/address';

export interface NameFault {
  readonly message: string;
  /** What to write instead, one line each, where that is certain. */
  readonly better?: readonly string[];
}

/** Why `name` matches nothing, or undefined if it may. */
export function nameFault(name: string): NameFault | undefined {
  return addressFault(name) ?? wordFault(name);
}

function addressFault(name: string): NameFault | undefined {
  const form = addressForm(name);
  switch (form?.kind) {
    case 'cidr':
    case 'range':
      return {
        message: t(
          '{0} matches nothing: sendmail compares whole octets (or IPv6 groups) from the left. Write an entry for each network.',
          name,
        ),
        better: form.prefixes,
      };
    case 'ipv6-compressed':
      return {
        message: t(
          '{0} matches nothing: sendmail writes IPv6 addresses with all groups and without leading zeros, here {1}.',
          name,
          form.better!,
        ),
        better: [form.better!],
      };
    case 'ipv6-untagged':
      return {
        message: t('{0} matches nothing: an IPv6 address has IPv6: in front and all groups written out.', name),
        ...(form.better && { better: [form.better] }),
      };
    case 'leading-zero':
      return {
        message: t('{0} matches nothing: sendmail writes addresses without leading zeros.', name),
        ...(form.better && { better: [form.better] }),
      };
    case 'not-an-address':
      return { message: t('{0} is no address: at most four octets from 0 to 255, no port.', name) };
    default:
      // A final dot is right for a network here, and brackets for an address of this host.
      return undefined;
  }
}

function wordFault(name: string): NameFault | undefined {
  const bare = name.replace(/(?<![,;:])[,;:]+$/, '');
  if (bare !== name && bare !== '' && !addressForm(name)) {
    return {
      message: t("The '{0}' is part of the name, which matches nothing with it. Write one name a line.", name.slice(bare.length)),
      better: [bare],
    };
  }
  if (/[,;<>"'()|]/.test(name))
    return {
      message: t('{0} is read as one name and matches nothing. Write one name a line, without quotes and brackets.', name),
    };
  if (name.includes('*'))
    return {
      message: t(
        'There are no wildcards in lists of names: {0} matches nothing. In relay-domains a domain covers all names below it.',
        name,
      ),
    };
  if (name.includes('@')) {
    const domain = name.slice(name.lastIndexOf('@') + 1);
    return {
      message: t('{0} matches nothing: the list has names without @.', name),
      ...(name.startsWith('@') && domain && { better: [domain] }),
    };
  }
  if (/[^.]\.$/.test(name) && !/^[\d.]+$/.test(name))
    return { message: t('{0} matches nothing: names are compared without a final dot.', name), better: [name.slice(0, -1)] };
  return undefined;
}
