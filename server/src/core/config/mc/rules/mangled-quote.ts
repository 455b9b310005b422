import { t } from '@vscode/l10n';
import type { Rule } from '../../../problem';
import { change } from '../edits';
import type { McModel } from '../model';

/** `@#` where ' belongs: a web page or a converter has damaged the file. One repair mends all of it. */
export const mangledQuote: Rule<McModel> = {
  id: 'mc/mangled-quote',
  severity: 'error',
  check(model, report) {
    const mangled = model.faults.filter((f) => f.kind === 'mangled');
    const edits = mangled.map((f) => ({ start: f.start, end: f.end, text: "'" }));
    for (const fault of mangled) {
      report({
        start: fault.start,
        end: fault.end,
        message: t(
          "@# stands where the closing quote ' belongs. m4 reads to the end of the file and gives up; no sendmail.cf is made.",
        ),
        fixes: [change(t("Put ' for @# in the whole file ({0} places)", edits.length), edits)],
      });
    }
  },
};
