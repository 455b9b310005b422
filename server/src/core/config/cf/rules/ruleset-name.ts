import { t } from '@vscode/l10n';
import type { Rule } from '../../../problem';
import type { CfLineOf, CfModel } from '../model';

/** How many numbered rulesets sendmail 8.17.1 has room for (MAXRWSETS / 2). */
const MOST = 100;

/** An S line whose name or number sendmail does not take, or whose name has another number already. */
export const rulesetName: Rule<CfModel> = {
  id: 'cf/ruleset-name',
  severity: 'error',
  check(model, report) {
    // A name gets a number where it is first met: in an S line, behind $> in a header line, in S= and R= of a mailer.
    const numbers = new Map<string, string | undefined>();
    const meet = (name: string): unknown => numbers.has(name) || numbers.set(name, undefined);
    for (const line of model.lines) {
      if (line.kind === 'header') [...line.value.text.matchAll(/\$>\+?\s*(\w+)/g)].forEach((match) => meet(match[1]!));
      if (line.kind === 'mailer')
        for (const { key, value } of line.equates) if (/^[SR]/.test(key.text)) value.text.split('/').forEach(meet);
      if (line.kind !== 'ruleset') continue;
      const { start, end } = line.name.end > line.name.start ? line.name : line;
      const { name, number } = definition(line);
      let message = rulesetFlaw(line);
      if (message === undefined && number !== undefined && numbers.has(name) && numbers.get(name) !== number)
        message = t('The ruleset {0} got another number where it is named further up; sendmail complains. Write S{0}.', name);
      if (message !== undefined) report({ start, end, message });
      if (number === undefined) meet(name);
      else numbers.set(name, number);
    }
  },
};

function definition(line: CfLineOf<'ruleset'>): { word: string; name: string; number?: string } {
  const [word = ''] = line.name.text.split(/[\s,]/);
  const sign = word.indexOf('=');
  return sign < 0 ? { word, name: word } : { word, name: word.slice(0, sign), number: word.slice(sign + 1) };
}

/** Why sendmail does not take an S line, as a message; the rules behind it then belong to no ruleset. */
export function rulesetFlaw(line: CfLineOf<'ruleset'>): string | undefined {
  const { word, name, number } = definition(line);
  if (word.includes('$')) return undefined;
  if (!/^[A-Za-z0-9_]/.test(name)) return t('A ruleset needs a name of letters and digits; sendmail will not start.');
  if (number !== undefined && !/^\d+$/.test(number))
    return t('Behind the equals sign the number of the ruleset must stand; sendmail will not start.');
  return (/^\d+$/.test(name) && Number(name) >= MOST) || Number(number) >= MOST
    ? t('Rulesets have numbers below {0}; sendmail will not start.', MOST)
    : undefined;
}
