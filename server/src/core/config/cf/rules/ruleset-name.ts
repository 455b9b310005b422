import { t } from '@vscode/l10n';
import type { Rule } from '../../../problem';
import type { CfModel } from '../model';
import { linesOfKind } from '../model';

/** How many numbered rulesets sendmail 8.17.1 has room for (MAXRWSETS / 2). */
const MOST = 100;

/** An S line whose name or number sendmail does not take. */
export const rulesetName: Rule<CfModel> = {
  id: 'cf/ruleset-name',
  severity: 'error',
  check(model, report) {
    for (const line of linesOfKind(model, 'ruleset')) {
      const span = line.name.end > line.name.start ? line.name : line;
      const place = { start: span.start, end: span.end };
      const [word = ''] = line.name.text.split(/[\s,]/);
      const sign = word.indexOf('=');
      const name = sign < 0 ? word : word.slice(0, sign);
      const number = sign < 0 ? undefined : word.slice(sign + 1);
      if (/[$]/.test(word)) continue;
      if (!/^[A-Za-z0-9_]/.test(name))
        report({ ...place, message: t('A ruleset needs a name of letters and digits; sendmail will not start.') });
      else if (/^\d+$/.test(name) && Number(name) >= MOST)
        report({ ...place, message: t('Rulesets have numbers below {0}; sendmail will not start.', MOST) });
      else if (number !== undefined && !/^\d+$/.test(number)) {
        report({ ...place, message: t('Behind the equals sign the number of the ruleset must stand; sendmail will not start.') });
      } else if (number !== undefined && Number(number) >= MOST)
        report({ ...place, message: t('Rulesets have numbers below {0}; sendmail will not start.', MOST) });
    }
  },
};
