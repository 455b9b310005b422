import { t } from '@vscode/l10n';
import type { Rule } from '../../../problem';
import type { CfModel } from '../model';
import { linesOfKind } from '../model';

/** A mail filter that is defined twice: sendmail complains of the second and does not start. */
export const duplicateFilter: Rule<CfModel> = {
  id: 'cf/duplicate-filter',
  severity: 'error',
  check(model, report) {
    const before = new Map<string, { start: number; end: number }>();
    for (const line of linesOfKind(model, 'filter')) {
      const name = line.name.text;
      if (name === '') continue; // cf/bad-equate
      const place = { start: line.start, end: line.name.end };
      const first = before.get(name);
      if (!first) before.set(name, place);
      else
        report({
          ...place,
          message: t(
            'The filter {0} is defined already; sendmail will not start. Take one of them away, or name it otherwise.',
            name,
          ),
          related: [{ ...first, message: t('The first one') }],
        });
    }
  },
};
