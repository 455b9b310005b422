import { t } from '@vscode/l10n';
import type { Rule } from '../../../problem';
import { readAddress } from '../../mailAddress';
import type { Token } from '../../map/scanner';
import { isError } from '../errorValue';
import { localForm } from '../localForm';
import type { TableLines } from '../model';

/** Results that are no address: each mail is refused. */
export const badRecipient: Rule<TableLines> = {
  id: 'virtusertable/bad-recipient',
  severity: 'error',
  check(model, report) {
    for (const { value } of model.odd) {
      const message = value && !isError(value) && !localForm(value) ? messageOf(value) : undefined;
      if (message) report({ start: value!.start, end: value!.end, message });
    }
  },
};

function messageOf(value: Token): string | undefined {
  // What %1 to %3 stand for is a word.
  const { fault } = readAddress(value.text.replace(/%\d/g, 'x'));
  switch (fault) {
    case undefined:
    case 'two-addresses':
      return fault && !/[, \t;]/.test(value.text) ? t('{0} has more than one @: each mail is refused.', value.text) : undefined;
    case 'no-user':
      return t('{0} has no user before the domain: each mail is refused. For the same user write %1{0}.', value.text);
    case 'no-host':
      return t('{0} has no host behind the @: each mail is refused.', value.text);
    case 'bad-host':
      return t('In {0} a dot has nothing before it: each mail is refused.', value.text);
    case ':':
      return t('To sendmail {0} is the name of a list without members: each mail is refused. Take the colon away.', value.text);
    case 'nothing':
      return t('There is no address in {0}: each mail is refused.', value.text);
    default:
      return t("The '{0}' has no partner: each mail is refused.", fault);
  }
}
