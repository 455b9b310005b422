import { t } from '@vscode/l10n';
import type { Rule } from '../../../problem';
import type { McModel } from '../model';
import { valueOf } from '../model';
import { runsOf } from '../steps';

const berkeley = new Set(['Berkeley.EDU', 'CS.Berkeley.EDU', 'EECS.Berkeley.EDU', 'S2K.Berkeley.EDU', 'berkeley-only']);

/** OSTYPE(`unknown') and the domains of Berkeley: files of the distribution that only say, with an error, what to write instead. */
export const sampleFile: Rule<McModel> = {
  id: 'mc/sample-file',
  severity: 'error',
  check(model, report) {
    for (const call of runsOf(model, 'OSTYPE')) {
      if (valueOf(call, 0) === 'unknown')
        report({
          ...call.span,
          message: t("OSTYPE(`unknown') stands for the system you have: m4 complains until you write its name."),
        });
    }
    for (const call of runsOf(model, 'DOMAIN')) {
      if (!berkeley.has(valueOf(call, 0))) continue;
      report({
        ...call.span,
        message: t(
          "DOMAIN(`{0}') is a sample from Berkeley; m4 complains outside of it. Make a file of your own in cf/domain.",
          valueOf(call, 0),
        ),
      });
    }
  },
};
