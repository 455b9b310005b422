import { t } from '@vscode/l10n';
import type { Rule } from '../../../problem';
import type { CfModel } from '../model';

/** ${name}, and with what may stand between the dollar sign and the brace. */
const named = /(?<![$\\])\$[&=~?]?(\{[^{}]*\}?)/g;
/** A # that no $ or backslash stands before begins a comment. */
const comment = /(?<![$\\])#.*/g;
/** The longest name a macro or class may have. */
const LONGEST = 25;

/** D, C, F and H lines without what they are about, and names in braces that are none. */
export const missingName: Rule<CfModel> = {
  id: 'cf/missing-name',
  severity: 'error',
  check(model, report) {
    for (const line of model.lines) {
      const place = { start: line.start, end: line.end };
      if (line.kind !== 'comment') {
        for (const { at, length, message } of nameFlaws(line.text.replace(comment, (c) => ' '.repeat(c.length))))
          report({ start: line.start + at, end: line.start + at + length, message });
      }
      if (line.kind === 'macro' || line.kind === 'class' || line.kind === 'classFile') {
        if (line.name.text === '')
          report({ ...place, message: t('The name of a macro or class is missing; sendmail will not start.') });
        else if (line.name.text.startsWith('{') && nameFlaw(line.name.text) !== undefined)
          report({ ...place, message: nameFlaw(line.name.text)! });
        else if (line.kind === 'classFile' && line.value.text.replace(/^\s*-o/, '').trim() === '') {
          report({ ...place, message: t('The name of the file is missing; sendmail will not start.') });
        }
      } else if (line.kind === 'header' && !line.value.text.includes(':')) {
        report({ ...place, message: t('A header line needs a name and a colon; sendmail will not start.') });
      } else if (line.kind === 'version') {
        if (!/^\s*\d+/.test(line.value.text))
          report({
            ...place,
            message: t('V needs the number of the configuration level, such as V10; sendmail will not start.'),
          });
        else if (/^\s*\d+\//.test(line.value.text) && !/^\s*\d+\/berkeley(\s|$)/i.test(line.value.text))
          report({ ...place, message: t('The vendor behind V10/ is Berkeley; sendmail complains about any other.') });
      }
    }
  },
};

/** The names in braces behind a dollar sign that are none, each with its place in the text. */
export function nameFlaws(text: string): { at: number; length: number; message: string }[] {
  return [...text.matchAll(named)].flatMap((match) => {
    const message = nameFlaw(match[1]!);
    return message === undefined ? [] : [{ at: match.index, length: match[0].length, message }];
  });
}

/** What is wrong with a name in braces; they belong to it. sendmail 8.17.1 reads letters, digits and underscores. */
function nameFlaw(name: string): string | undefined {
  const sign = /[^{}\w]/.exec(name)?.[0];
  if (sign !== undefined && sign.trim() !== '')
    return t('{0} may not stand in the name of a macro or class; sendmail will not start.', sign);
  if (!name.endsWith('}')) return t('The brace of the name is not closed; sendmail will not start.');
  if (sign !== undefined) return t('A blank may not stand in the name of a macro or class; sendmail will not start.');
  if (name === '{}') return t('The name of a macro or class is missing; sendmail will not start.');
  return name.length > LONGEST + 2
    ? t('The name of a macro or class may have {0} characters; sendmail will not start.', LONGEST)
    : undefined;
}
