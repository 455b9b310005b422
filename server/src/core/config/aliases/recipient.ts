/** What sendmail does with a recipient, in words. */
import { t } from '@vscode/l10n';
import { code } from '../../markdown';
import { includePath } from './include';
import type { Target } from './model';
import { commandOf } from './program';

/** A few words of Markdown: `the user alice`, `the file /var/mail/x`. */
export function recipientText(target: Target): string {
  const { address } = target;
  switch (address.kind) {
    case 'program':
      return t('the program {0}', code(commandOf(target).path));
    case 'file':
      return address.text === '/dev/null' ? t('{0}: thrown away', code('/dev/null')) : t('the file {0}', code(address.text));
    case 'include':
      return t('everybody in {0}', code(includePath(target)));
    case 'remote':
      return isMoved(target)
        ? t('nobody: senders are told the address {0}', code(address.text.replace(/\.redirect$/i, '')))
        : code(address.text);
    case 'local':
      return t('the user {0}', code(address.escaped ? address.text.slice(1) : address.text));
    case 'nothing':
      return t('nobody');
  }
}

/** True for an address of somebody who has moved: `alice@new.example.REDIRECT`. */
function isMoved({ address }: Target): boolean {
  return /\.redirect$/i.test(address.host ?? '');
}

/** What to know of a recipient of this kind. */
export function kindText(target: Target): string {
  const { address } = target;
  switch (address.kind) {
    case 'program':
      return t(
        "The program gets the message on its standard input and runs as the user of confDEF_USER_ID, never as root. Exit status 75 puts the mail back into the queue. With FEATURE(`smrsh') only programs in the smrsh folder may run.",
      );
    case 'file':
      return address.text === '/dev/null'
        ? t('Mail is accepted and thrown away; the sender is not told.')
        : t('The message is appended to the file, as the user of confDEF_USER_ID unless the file has its set-user-ID bit.');
    case 'include':
      return t(
        'Each line of the file is a recipient. It is read for each message, so a change needs no newaliases. Who may write it, or its folder, decides who gets the mail and may run programs: keep both yours. Bounces go to owner-NAME if there is one.',
      );
    case 'remote':
      return isMoved(target)
        ? t("With FEATURE(`redirect') the mail is refused with 551 and this address.")
        : t('The mail is sent on to this address.');
    case 'local':
      return address.escaped
        ? t('The backslash ends the search: the user gets the mail, without aliases and without .forward.')
        : t('No alias in this file has this name, so it is a user of this host; their .forward counts.');
    case 'nothing':
      return '';
  }
}
