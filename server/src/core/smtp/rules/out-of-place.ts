import { t } from '@vscode/l10n';
import type { Rule } from '../../problem';
import type { Transcript } from '../model';
import { eachCommand } from './visit';

/** AUTH and STARTTLS where they are not allowed (RFC 4954 4, RFC 3207 4.2). */
export const outOfPlace: Rule<Transcript> = {
  id: 'smtp/out-of-place',
  severity: 'warning',
  source: 'RFC 4954 4',
  check(transcript, report) {
    eachCommand(transcript, ['AUTH', 'STARTTLS'], ({ command, state, reply }) => {
      if (!reply || state.pending > 0) return;
      let message: string | undefined;
      if (state.open === true) message = t('{0} inside a transaction. It belongs before MAIL.', command.verb);
      else if (command.verb === 'AUTH' && state.login === true)
        message = t('AUTH after a login that was accepted. One login holds for the whole connection.');
      else if (command.verb === 'STARTTLS' && state.tls === true)
        message = t('STARTTLS although the connection is encrypted already.');
      if (message) report({ start: command.start, end: command.end, message });
    });
  },
};
