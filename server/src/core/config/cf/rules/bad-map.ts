import { t } from '@vscode/l10n';
import { mapClasses } from '../../../knowledge/options';
import type { Rule } from '../../../problem';
import { nearest } from '../../../suggest';
import type { CfModel } from '../model';
import { linesOfKind } from '../model';
import { mapFlaw } from '../maps';
import { patternFlaw } from '../pattern';

/** A K line without a name, of a class that is not compiled in, or without the file its class needs. */
export const badMap: Rule<CfModel> = {
  id: 'cf/bad-map',
  severity: 'error',
  check(model, report) {
    const defined = new Set<string>();
    for (const line of linesOfKind(model, 'map')) {
      const { name, className, rest } = line;
      defined.add(name.text.toLowerCase());
      if (name.text === '') {
        report({ start: line.start, end: line.end, message: t('A K line needs a name and a class; sendmail will not start.') });
      } else if (className.text === '') {
        report({
          start: line.start,
          end: line.end,
          message: t('The map {0} has no class, such as hash; sendmail will not start.', name.text),
        });
      } else if (!mapClasses.includes(className.text.toLowerCase())) {
        const near = nearest(className.text, mapClasses)[0];
        const message = near
          ? t('{0} is not a class of maps. Did you mean {1}? sendmail will not start.', className.text, near)
          : t('{0} is not a class of maps that sendmail as Debian builds it has; it will not start.', className.text);
        const fixes =
          near === undefined
            ? undefined
            : [
                {
                  title: t('Change to {0}', near),
                  edits: [{ start: className.start, end: className.end, text: near }],
                  preferred: true,
                },
              ];
        report({ start: className.start, end: className.end, message, fixes });
      } else {
        // The character that ends the class counts for nothing, whatever it is.
        const kind = className.text.toLowerCase();
        const behind = rest.text.slice(rest.start === className.end ? 1 : 0);
        const flaw = kind === 'regex' ? patternFlaw(behind) : mapFlaw(name.text, kind, behind);
        if (flaw) report({ start: line.start, end: line.end, message: flaw });
        if (kind === 'sequence' && !model.partial) {
          for (const member of rest.text.split(/\s+/)) {
            if (member === '' || member.startsWith('-') || defined.has(member.toLowerCase()) || builtIn.has(member.toLowerCase()))
              continue;
            report({
              start: rest.start,
              end: rest.end,
              message: t('The map {0} is not defined above; sendmail will not start.', member),
            });
          }
        }
      }
    }
  },
};

/** Maps that are there without a K line. */
const builtIn = new Set(['host', 'aliases', 'users', 'user']);
