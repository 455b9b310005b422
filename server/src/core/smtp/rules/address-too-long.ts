import { t } from '@vscode/l10n';
import type { Rule } from '../../problem';
import type { Transcript } from '../model';
import { addressIn } from '../transactions';
import { eachCommand } from './visit';

/** The limits of RFC 5321 4.5.3.1.1 to 4.5.3.1.3, in octets. Characters are counted, which are never more than the octets. */
const LOCAL = 64;
const DOMAIN = 255;
const PATH = 256;

/** An address in MAIL or RCPT that is longer than SMTP allows. Mailing lists and forwarders make such, and many servers take them. */
export const addressTooLong: Rule<Transcript> = {
  id: 'smtp/address-too-long',
  severity: 'info',
  source: 'RFC 5321 4.5.3.1.1',
  check(transcript, report) {
    eachCommand(transcript, ['MAIL', 'RCPT'], ({ command, reply }) => {
      if (command.text.length <= LOCAL) return;
      const address = addressIn(command);
      if (address === undefined) return;
      const at = address.lastIndexOf('@');
      const route = address.startsWith('@') ? address.indexOf(':') + 1 : 0;
      const local = (at < 0 ? address.length : at) - route;
      const domain = at < 0 ? 0 : address.length - at - 1;
      const message =
        address.length + 2 > PATH && local <= LOCAL && domain <= DOMAIN
          ? t('An address of {0} characters with its brackets. 256 is the most that every server takes.', address.length + 2)
          : domain > DOMAIN
            ? t('A domain of {0} characters. 255 is the most.', domain)
            : local > LOCAL
              ? t('{0} characters before the @. 64 is the most that every server takes; ask who made this address.', local)
              : undefined;
      if (message === undefined) return;
      const refused =
        reply !== undefined && (reply.code === 500 || reply.code === 501 || reply.code === 553 || reply.code === 555);
      report({ start: command.start, end: command.end, ...(refused ? { severity: 'warning' as const } : {}), message });
    });
  },
};
