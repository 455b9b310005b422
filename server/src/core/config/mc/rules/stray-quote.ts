import { t } from '@vscode/l10n';
import type { Rule } from '../../../problem';
import { change } from '../edits';
import type { McArgument, McModel } from '../model';
import { isDirective } from '../names';
import { shown } from '../../show';

const fileMacros = new Set(['FEATURE', 'MAILER', 'OSTYPE', 'DOMAIN', 'HACK']);

/** A closing quote without an opening one: m4 makes it part of the name or value. */
export const strayQuote: Rule<McModel> = {
  id: 'mc/stray-quote',
  severity: 'warning',
  check(model, report) {
    const { text } = model.source;
    for (const call of model.run) {
      if (call.name === 'VERSIONID' || (!isDirective(call.name) && call.name !== 'define' && call.name !== 'undefine')) continue;
      call.args.forEach((argument, index) => {
        const at = strayAt(argument);
        if (argument.quoted || at < 0 || text[argument.span.start] === "'") return;
        const { start, end } = argument.span;
        const whole = text[end - 1] === "'" && !text.slice(start, end).includes('`');
        report({
          start,
          end,
          severity: index === 0 && fileMacros.has(call.name) ? 'error' : 'warning',
          message: t(
            "This ' closes no quote: m4 makes it part of the text {0}, and nothing is set by the name you mean.",
            shown(argument.text),
          ),
          fixes: whole ? [change(t('Put the opening quote ` in front'), [{ start, end: start, text: '`' }])] : undefined,
        });
      });
    }
  },
};

/** Where in a value a ' stands that closes nothing; -1 if nowhere. */
function strayAt(argument: McArgument): number {
  let level = 0;
  for (let i = 0; i < argument.text.length; i++) {
    if (argument.text[i] === '`') level++;
    else if (argument.text[i] === "'" && --level < 0) return i;
  }
  return -1;
}
