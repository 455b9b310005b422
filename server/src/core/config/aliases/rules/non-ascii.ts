import { t } from '@vscode/l10n';
import type { Rule } from '../../../problem';
import { oddBlank } from '../../oddBlank';
import type { AliasLines, Target } from '../model';
import { reportedSpan } from '../spans';

export const nonAscii: Rule<AliasLines> = {
  id: 'aliases/non-ascii',
  severity: 'error',
  check(model, report) {
    for (const entry of model.special) {
      const { name } = entry;
      if (!name.address.plain && !isAscii(name.text)) {
        report({
          ...reportedSpan(entry, name),
          severity: hasControlByte(name.text) ? 'error' : 'warning',
          message: hasControlByte(name.text)
            ? t('newaliases refuses this name: it takes ASCII only.')
            : t('sendmail looks up names in ASCII: this alias is never found. Write it without accents.'),
          ...oddBlank(name.text, name.start),
        });
      }
    }
    for (const { target } of model.odd) {
      if (isAscii(target.text)) continue;
      const inAddress = !isAscii(target.address.text);
      if (!inAddress && !hasControlByte(target.text)) continue;
      report({
        start: target.start,
        end: target.end,
        severity: inAddress ? 'error' : 'warning',
        message: messageOf(target, inAddress),
        ...oddBlank(target.text, target.start),
      });
    }
  },
};

function messageOf({ address }: Target, inAddress: boolean): string {
  if (!inAddress)
    return t('newaliases refuses these characters where CheckAliases is set. Write the name of the recipient in ASCII.');
  if (address.kind === 'remote' && !isAscii(address.host ?? '') && isAscii(address.user)) {
    return t('sendmail cuts the eighth bit of each byte: the mail goes to another domain. Write the domain as xn--….');
  }
  return t('sendmail cuts the eighth bit of each byte: the mail goes somewhere else. Write ASCII.');
}

function isAscii(text: string): boolean {
  return /^[\x00-\x7f]*$/.test(text);
}

/** True if the UTF-8 form of `text` has a byte from 0x80 to 0x9f, which sendmail takes for a control character and refuses. */
function hasControlByte(text: string): boolean {
  for (const character of text) {
    let rest = character.codePointAt(0)!;
    if (rest < 0x80) continue;
    for (let left = rest < 0x800 ? 1 : rest < 0x10000 ? 2 : 3; left > 0; left--) {
      if ((rest & 0x3f) < 0x20) return true;
      rest >>= 6;
    }
  }
  return false;
}
