import { t } from '@vscode/l10n';
import type { Rule } from '../../../problem';
import { lineOf } from '../values';
import type { McCall, McModel } from '../model';
import { valueOf } from '../model';
import { isDirective } from '../names';

/** The macros of sendmail that work with any quotes (each tried with GNU m4); LOCAL_CONFIG and its kin do as well. */
const indifferent = new Set(['MASQUERADE_AS', 'DAEMON_OPTIONS', 'CLIENT_OPTIONS', 'MAILER_DEFINITIONS']);

/** Other quotes for m4 while a macro of sendmail runs, which is written with the usual ones, or at the end, where the rest is read. */
export const changedQuotes: Rule<McModel> = {
  id: 'mc/changed-quotes',
  severity: 'error',
  check(model, report) {
    if (model.damaged) return;
    let changed: McCall | undefined;
    for (const call of model.run) {
      if (call.name === 'changequote') changed = isUsual(call) ? undefined : call;
      else if (changed && isDirective(call.name) && !indifferent.has(call.name) && !/^LOCAL_(?!DOMAIN|USER)/.test(call.name)) {
        report({
          ...call.nameSpan,
          message: t(
            "The quotes are others since changequote in line {0}, and the macros of sendmail work with ` and ' only: set them again before.",
            lineOf(model, changed),
          ),
        });
        return;
      }
    }
    if (changed && !model.uncertain)
      report({
        ...changed.span,
        message: t("With other quotes the macros of sendmail do not work: set ` and ' again before the end of the file."),
      });
  },
};

function isUsual(call: McCall): boolean {
  return call.args.length === 0 || (valueOf(call, 0) === '`' && ["'", ''].includes(valueOf(call, 1)));
}
