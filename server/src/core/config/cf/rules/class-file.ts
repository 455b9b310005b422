import { t } from '@vscode/l10n';
import type { Rule } from '../../../problem';
import type { CfModel } from '../model';
import { mapFlaw } from '../maps';
import { linesOfKind } from '../model';

/** The file of a class with a relative name: sendmail looks for it in the directory it was started in. */
export const classFile: Rule<CfModel> = {
  id: 'cf/class-file',
  severity: 'error',
  check(model, report) {
    for (const line of linesOfKind(model, 'classFile')) {
      const file = line.value.text.trim();
      const flaw = /^@ldap:\s*\S/i.test(file) ? mapFlaw(line.name.text, 'ldap', file.slice(6)) : undefined;
      if (flaw !== undefined) report({ start: line.start, end: line.end, message: flaw });
      if (file === '' || /^(-o|[/|"$%@])/.test(file) || file.includes('@')) continue; // optional, a path, a program, a map
      const start = line.value.start + line.value.text.indexOf(file);
      report({
        start,
        end: start + file.length,
        message: relativeFile(file),
      });
    }
  },
};

/** What is wrong with a relative file name, as a message. */
export function relativeFile(file: string): string {
  return t('{0} is no absolute file name: sendmail looks for it where it is started, and will not start without it.', file);
}
