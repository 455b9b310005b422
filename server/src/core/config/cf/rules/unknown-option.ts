import { t } from '@vscode/l10n';
import type { Rule } from '../../../problem';
import { missingOptions } from '../../../knowledge/options';
import { nearest } from '../../../suggest';
import type { CfModel } from '../model';
import { linesOfKind } from '../model';
import { findOption, gluedName, milterOptions, options, timeouts } from '../options';

/** An option, a timeout or a milter setting that sendmail does not know. */
export const unknownOption: Rule<CfModel> = {
  id: 'cf/unknown-option',
  severity: 'error',
  check(model, report) {
    for (const line of linesOfKind(model, 'option')) {
      const { name } = line;
      const span = name.end > name.start ? { start: name.start, end: name.end } : { start: line.start, end: line.end };
      if (gluedName(line) !== undefined) continue; // cf/option-without-blank
      const found = findOption(line);
      const change = (near: string | undefined) =>
        near === undefined ? undefined : [{ title: t('Change to {0}', near), edits: [{ ...span, text: near }], preferred: true }];
      if (found.kind === 'unknown') {
        const near = line.letter
          ? undefined
          : nearest(
              name.text.trim(),
              options.map((o) => o.name),
            )[0];
        const message = near
          ? t('{0} is not an option. Did you mean {1}? sendmail will not start.', name.text.trim(), near)
          : t('{0} is not an option; sendmail will not start.', name.text.trim() || 'O');
        report({ ...span, message, fixes: change(near) });
      } else if (found.kind === 'ambiguous') {
        report({
          ...span,
          message: t('{0} is short for more than one option ({1}); sendmail will not start.', name.text, found.names.join(', ')),
        });
      } else if (missingOptions.includes(found.row.name)) {
        report({
          ...span,
          message: t('sendmail as Debian builds it does not have the option {0} and will not start.', found.row.name),
        });
      } else if (found.kind === 'timeout') {
        const near = nearest(found.sub, timeouts)[0];
        const message = near
          ? t('There is no Timeout.{0}. Did you mean {1}? sendmail will not start.', found.sub, near)
          : t('There is no Timeout.{0}; sendmail will not start.', found.sub);
        report({ ...span, message, fixes: change(near && `Timeout.${near}`) });
      } else if (found.kind === 'milter') {
        const near = nearest(found.sub, milterOptions)[0];
        const message = near
          ? t('There is no Milter.{0}. Did you mean {1}? sendmail will not start.', found.sub, near)
          : t('There is no Milter.{0}; sendmail will not start.', found.sub);
        report({ ...span, message, fixes: change(near && `Milter.${near}`) });
      }
    }
  },
};
