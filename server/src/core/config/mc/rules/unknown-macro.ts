import { t } from '@vscode/l10n';
import type { Rule } from '../../../problem';
import { replace } from '../edits';
import type { McModel } from '../model';
import { isKnownName } from '../names';
import { straysOf } from '../stray';

/** A name that looks like a macro but is none: m4 writes it into sendmail.cf as text. */
export const unknownMacro: Rule<McModel> = {
  id: 'mc/unknown-macro',
  severity: 'error',
  check(model, report) {
    for (const stray of straysOf(model)) {
      if (stray.kind !== 'macro') continue;
      const name = model.source.text.slice(stray.start, stray.end);
      const effect = stray.fatal
        ? t('m4 writes it into sendmail.cf as text, and sendmail will not start with it.')
        : t('m4 writes it into sendmail.cf as text, where it means something else.');
      if (isKnownName(name)) {
        const open = model.source.text[stray.end] === '(' ? 1 : 0;
        report({
          start: stray.start,
          end: stray.end,
          message: t("{0} is no macro but a name to define: define(`{0}', …). {1}", name, effect),
          fixes: [
            replace(t("Change to define(`{0}', …)", name), { start: stray.start, end: stray.end + open }, `define(\`${name}', `),
          ],
        });
        continue;
      }
      report({
        start: stray.start,
        end: stray.end,
        // DNL begins a line of sendmail.cf that defines the macro N: no one is surely harmed.
        ...(stray.near === 'dnl' && { severity: 'warning' as const }),
        message: stray.near
          ? t('{0} is not a macro. Did you mean {1}? {2}', name, stray.near, effect)
          : t('{0} is not a macro. {1}', name, effect),
        fixes: stray.near ? [replace(t('Change to {0}', stray.near), stray, stray.near)] : undefined,
      });
    }
  },
};
