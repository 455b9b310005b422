import { t } from '@vscode/l10n';
import type { Rule } from '../../problem';
import type { Transcript } from '../model';
import { eachCommand } from './visit';

/** A word after a command that takes none, or none after one that needs it (RFC 5321 4.1.1.4 to 10, RFC 3207 4, RFC 4954 4). */
export const commandArgument: Rule<Transcript> = {
  id: 'smtp/command-argument',
  severity: 'warning',
  source: 'RFC 5321 4.1.1',
  check(transcript, report) {
    eachCommand(transcript, [...ALONE, ...NEEDS.keys()], ({ command, reply }) => {
      if (!reply) return;
      const { verb, start, end } = command;
      const argument = command.text.trim().slice(verb.length).trim();
      const wanted = NEEDS.get(verb);
      if (wanted === undefined) {
        // What stands in brackets is somebody's remark.
        if (argument === '' || /^[([{<#]/.test(argument)) return;
        report({
          start,
          end,
          message: t('{0} with something behind it. It stands alone on its line; servers answer 501.', verb),
        });
      } else if (argument === '') {
        report({ start, end, message: t('{0} alone. It needs {1} behind it; servers answer 501.', verb, wanted()) });
      }
    });
  },
};

const ALONE = ['DATA', 'RSET', 'QUIT', 'STARTTLS'];

const NEEDS: ReadonlyMap<string, () => string> = new Map([
  ['VRFY', () => t('a name or an address')],
  ['EXPN', () => t('the name of a list')],
  ['ETRN', () => t('a domain')],
  ['AUTH', () => t('a mechanism')],
  ['MAIL', () => t('FROM:<address>')],
  ['RCPT', () => t('TO:<address>')],
]);
