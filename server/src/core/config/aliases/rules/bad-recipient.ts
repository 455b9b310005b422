import { t } from '@vscode/l10n';
import type { Rule } from '../../../problem';
import type { AliasLines, Target } from '../model';

/** Recipients sendmail cannot read: silent at newaliases (unless CheckAliases is set), an error at each delivery. */
export const badRecipient: Rule<AliasLines> = {
  id: 'aliases/bad-recipient',
  severity: 'error',
  check(model, report) {
    for (const { target } of model.odd) {
      const message = messageOf(target);
      if (message) report({ start: target.start, end: target.end, message });
    }
  },
};

function messageOf({ address, text }: Target): string | undefined {
  switch (address.fault) {
    case undefined:
    case 'two-addresses':
      return undefined;
    case 'no-user':
      return t('{0} has no user before the domain: mail to this alias comes back.', text);
    case 'no-host':
      return t('{0} has no host behind the @: mail to this alias comes back.', text);
    case 'bad-host':
      return t('{0} is no name of a host, for a dot has nothing before it: mail to this alias comes back.', address.host!);
    case 'nothing':
      return t('There is no address in {0}: mail to this alias comes back.', text);
    case ':':
      return t(
        'To sendmail {0} is the name of a list without members: mail to this alias comes back. Take the colon away.',
        text,
      );
    default:
      return t(
        "The '{0}' has no partner: each delivery to this alias is an error, and the rest of the entry may be read as one recipient.",
        address.fault,
      );
  }
}
