import { t } from '@vscode/l10n';
import type { Rule } from '../../../problem';
import type { CfModel } from '../model';
import { linesOfKind } from '../model';

/** The file of a class with a relative name: sendmail looks for it in the directory it was started in. */
export const classFile: Rule<CfModel> = {
  id: 'cf/class-file',
  severity: 'error',
  check(model, report) {
    for (const line of linesOfKind(model, 'classFile')) {
      const file = line.value.text.trim();
      if (file === '' || /^(-o|[/|"$%@])/.test(file) || file.includes('@')) continue; // optional, a path, a program, a map
      const start = line.value.start + line.value.text.indexOf(file);
      report({
        start,
        end: start + file.length,
        message: t(
          '{0} is no absolute file name: sendmail looks for it where it is started, and will not start without it.',
          file,
        ),
      });
    }
  },
};
