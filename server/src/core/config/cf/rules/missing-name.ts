import { t } from '@vscode/l10n';
import type { Rule } from '../../../problem';
import type { CfModel } from '../model';

/** D, C, F and H lines without what they are about. */
export const missingName: Rule<CfModel> = {
  id: 'cf/missing-name',
  severity: 'error',
  check(model, report) {
    for (const line of model.lines) {
      const place = { start: line.start, end: line.end };
      if (line.kind === 'macro' || line.kind === 'class' || line.kind === 'classFile') {
        if (line.name.text === '')
          report({ ...place, message: t('The name of a macro or class is missing; sendmail will not start.') });
        else if (line.name.text.startsWith('{') && !line.name.text.endsWith('}')) {
          report({ ...place, message: t('The brace of the name is not closed; sendmail will not start.') });
        } else if (line.kind === 'classFile' && line.value.text.replace(/^\s*-o/, '').trim() === '') {
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
