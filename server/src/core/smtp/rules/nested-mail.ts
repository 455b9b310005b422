import { t } from '@vscode/l10n';
import type { Rule } from '../../problem';
import type { Transcript } from '../model';
import { eachCommand } from './visit';

/** A second MAIL inside a transaction (RFC 5321 4.1.4). */
export const nestedMail: Rule<Transcript> = {
  id: 'smtp/nested-mail',
  severity: 'warning',
  source: 'RFC 5321 4.1.4',
  check(transcript, report) {
    eachCommand(transcript, ['MAIL'], ({ command, state, reply }) => {
      if (!reply || state.open !== true || state.pending > 0) return;
      report({
        start: command.start,
        end: command.end,
        message: t('A second MAIL while the transaction before is still open. The client has to finish it or send RSET first.'),
      });
    });
  },
};
