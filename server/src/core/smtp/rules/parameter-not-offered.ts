import { t } from '@vscode/l10n';
import type { Rule } from '../../problem';
import { parameterOf } from '../entries';
import { isMasked, parametersIn } from '../machine';
import type { Transcript } from '../model';
import { eachCommand } from './visit';

/** A parameter of MAIL or RCPT whose extension the server does not offer (RFC 5321 4.1.1.11, 2.2.1). */
export const parameterNotOffered: Rule<Transcript> = {
  id: 'smtp/parameter-not-offered',
  severity: 'warning',
  source: 'RFC 5321 4.1.1.11',
  check(transcript, report) {
    eachCommand(transcript, ['MAIL', 'RCPT'], ({ command, state }) => {
      const { offers, hello } = state;
      // Where something wrote keywords over, what the server offers is not known.
      if (!offers || hello === undefined || hello === 'none' || [...offers.keys()].some(isMasked)) return;
      for (const { name, value } of parametersIn(command.text)) {
        const row = parameterOf(name);
        const kind = name === 'BODY' ? value?.toUpperCase() : undefined;
        const extension = kind === 'BINARYMIME' ? kind : row?.extension;
        if (!row || extension === undefined || offers.has(extension)) continue;
        if (kind === '7BIT' && offers.has('BINARYMIME')) continue;
        report({
          start: command.start,
          end: command.end,
          message:
            hello === 'HELO'
              ? t('{0} after HELO. Parameters need EHLO and a server that offers {1}.', name, extension)
              : t('{0}, although the EHLO reply does not list {1}. Servers refuse it with 555 or 501.', name, extension),
        });
      }
    });
  },
};
