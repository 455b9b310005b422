import { t } from '@vscode/l10n';
import type { Rule } from '../../../problem';
import { change, linesOf } from '../edits';
import type { McModel } from '../model';
import { valueOf } from '../model';
import { hasFeature, runsOf } from '../steps';

/** Without smrsh an alias or a .forward may run any program there is. */
export const missingSmrsh: Rule<McModel> = {
  id: 'mc/missing-smrsh',
  severity: 'hint',
  audit: true,
  check(model, report) {
    const local = runsOf(model, 'MAILER').find((c) => valueOf(c, 0) === 'local');
    if (!local || model.uncertain || hasFeature(model, 'smrsh') || hasFeature(model, 'nullclient')) return;
    const before = linesOf(model, runsOf(model, 'MAILER')[0]!).start;
    report({
      ...local.span,
      message: t(
        "Without FEATURE(`smrsh') aliases and .forward files may run any program. With it only those in the folder of smrsh.",
      ),
      fixes: [change(t("Add FEATURE(`smrsh')"), [{ start: before, end: before, text: "FEATURE(`smrsh')dnl\n" }])],
    });
  },
};
