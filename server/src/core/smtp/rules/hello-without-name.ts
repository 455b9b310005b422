import { t } from '@vscode/l10n';
import type { Rule } from '../../problem';
import type { Transcript } from '../model';
import { eachCommand } from './visit';

/** HELO or EHLO with nothing behind it (RFC 5321 4.1.1.1). */
export const helloWithoutName: Rule<Transcript> = {
  id: 'smtp/hello-without-name',
  severity: 'warning',
  source: 'RFC 5321 4.1.1.1',
  check(transcript, report) {
    eachCommand(transcript, ['HELO', 'EHLO', 'LHLO'], ({ command }) => {
      if (/^\s*\S+\s+\S/.test(command.text)) return;
      report({
        start: command.start,
        end: command.end,
        message: t(
          '{0} without a name. The client must give its full host name, or its address in brackets; servers answer 501.',
          command.verb,
        ),
      });
    });
  },
};
