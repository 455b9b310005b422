import { t } from '@vscode/l10n';
import type { Rule } from '../../../problem';
import { nearest } from '../../../suggest';
import { replace } from '../edits';
import type { McModel } from '../model';
import { valueOf } from '../model';
import { runsOf } from '../steps';

/** A name in confINPUT_MAIL_FILTERS, or in InputMailFilters of a port, that no MAIL_FILTER defines. */
export const unknownFilter: Rule<McModel> = {
  id: 'mc/unknown-filter',
  severity: 'warning',
  check(model, report) {
    if (model.uncertain) return;
    const names = runsOf(model, 'INPUT_MAIL_FILTER', 'MAIL_FILTER').map((c) => valueOf(c, 0));
    const call = runsOf(model, 'define').findLast((c) => valueOf(c, 0) === 'confINPUT_MAIL_FILTERS');
    const argument = call?.args[1];
    if (!argument || /[$`]/.test(argument.text)) return;
    const exact = argument.pieces.length === 1 && argument.pieces[0]!.exact ? argument.pieces[0]! : undefined;
    // Of this list commas part the names; those of a port have semicolons.
    const apart = /[^\s,;]\s*;|[^\s,;]\s+[^\s,;]/.test(argument.text);
    if (apart)
      report({
        ...argument.span,
        message: t('Commas part the filters here: as it is, sendmail looks for one filter of the name {0}.', argument.text),
        fixes: [
          replace(
            t('Part them by commas'),
            argument.span,
            `${argument.quoted ? '' : '`'}${argument.text.split(/[\s,;]+/).join(', ')}${argument.quoted ? '' : "'"}`,
          ),
        ],
      });
    for (const match of apart ? [] : argument.text.matchAll(/[^\s,;]+/g)) {
      if (names.includes(match[0])) continue;
      const span = exact ? { start: exact.from + match.index, end: exact.from + match.index + match[0].length } : argument.span;
      const near = nearest(match[0], names)[0];
      report({
        start: span.start,
        end: span.end,
        message: near
          ? t('No MAIL_FILTER defines {0}; sendmail ignores it. Did you mean {1}?', match[0], near)
          : t('No MAIL_FILTER defines {0}; sendmail ignores it.', match[0]),
        fixes: near && exact ? [replace(t('Change to {0}', near), span, near)] : undefined,
      });
    }
  },
};
