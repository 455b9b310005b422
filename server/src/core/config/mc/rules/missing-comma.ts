import { t } from '@vscode/l10n';
import type { Rule } from '../../../problem';
import { change } from '../edits';
import type { McModel } from '../model';
import { runsOf } from '../steps';
import { shown } from '../../show';

/** Names are not longer; what is, is no slip of this kind. */
const LONGEST = 500;

/** define(`a' `b'): without the comma both make one odd name. */
export const missingComma: Rule<McModel> = {
  id: 'mc/missing-comma',
  severity: 'warning',
  check(model, report) {
    const { text } = model.source;
    for (const call of runsOf(model, 'define', 'FEATURE')) {
      for (const argument of call.args) {
        if (argument.span.end - argument.span.start > LONGEST) continue;
        const gap = /'([.;:]?)(?=[ \t]*`)/.exec(text.slice(argument.span.start, argument.span.end));
        if (
          argument.quoted ||
          !gap ||
          (gap[1] === '' && text[argument.span.start + gap.index + 1] === '`') ||
          text[argument.span.start] !== '`' ||
          (call.name === 'define' && argument !== call.args[0])
        )
          continue;
        const at = argument.span.start + gap.index + 1;
        report({
          ...argument.span,
          message:
            call.name === 'define'
              ? t('A comma is missing: m4 takes both for one name, {0}, and sets nothing.', shown(argument.text))
              : t('A comma is missing: m4 takes both for one argument, {0}.', shown(argument.text)),
          fixes: [change(t('Put a comma'), [{ start: at, end: at + gap[1]!.length, text: ',' }])],
        });
      }
    }
  },
};
