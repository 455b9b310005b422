import { t } from '@vscode/l10n';
import type { Rule } from '../../../problem';
import { lineAt } from '../../../text';
import { change } from '../edits';
import { givesUp } from '../givesUp';
import type { McModel } from '../model';

/** An opening quote that nothing closes: m4 reads to the end of the file and gives up. */
export const unclosedQuote: Rule<McModel> = {
  id: 'mc/unclosed-quote',
  severity: 'error',
  check(model, report) {
    const first = model.faults.find((f) => f.kind === 'open-quote');
    const end = first && model.endsIn === 'call' && !model.faults.some((f) => f.kind === 'open-call') && givesUp(model, first);
    if (end) report(end);
    for (const fault of model.faults) {
      if (fault.kind !== 'open-quote') continue;
      const comment = inComment(model, fault.start);
      report({
        start: fault.start,
        end: Math.max(fault.end, fault.endsAt),
        message: comment
          ? t(
              "m4 takes this ` for the start of a quoted text, in a comment too, and reads to the end of the file. Close it with ' or take it away.",
            )
          : t("This ` is never closed by a '. m4 reads to the end of the file and gives up; no sendmail.cf is made."),
        fixes: comment
          ? [change(t('Take the ` away'), [{ start: fault.start, end: fault.end, text: '' }])]
          : [change(t("Close it with '"), [{ start: fault.endsAt, end: fault.endsAt, text: "'" }])],
      });
    }
  },
};

function inComment(model: McModel, at: number): boolean {
  const { text, lineStarts } = model.source;
  return text.slice(lineStarts[lineAt(model.source, at)], at).trimStart().startsWith('#');
}
