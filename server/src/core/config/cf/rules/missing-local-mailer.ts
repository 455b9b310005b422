import { t } from '@vscode/l10n';
import type { Rule } from '../../../problem';
import type { CfModel } from '../model';
import { linesOfKind } from '../model';

/** A sendmail.cf without the mailer that sendmail needs for its own users. */
export const missingLocalMailer: Rule<CfModel> = {
  id: 'cf/missing-local-mailer',
  severity: 'error',
  check(model, report) {
    const mailers = linesOfKind(model, 'mailer');
    // A part of a configuration has no V line: the mailer may stand in another.
    if (model.partial || linesOfKind(model, 'version').length === 0) return;
    if (mailers.some((m) => m.name.text.toLowerCase() === 'local')) return;
    const at = mailers[0] ?? linesOfKind(model, 'version')[0]!;
    report({
      start: at.start,
      end: Math.max(at.start + 1, at.start + at.text.split('\n')[0]!.trimEnd().length),
      message: t(
        'No mailer is called local: sendmail needs one for the mail of its own users and will not start. Add a line Mlocal.',
      ),
    });
  },
};
