import { t } from '@vscode/l10n';
import type { Rule } from '../../../problem';
import { change } from '../edits';
import { givesUp } from '../givesUp';
import type { McModel } from '../model';
import { runsOf } from '../steps';

/** Of very many open calls the first say enough. */
const MOST = 100;

/** A call whose parenthesis is never closed. */
export const unclosedCall: Rule<McModel> = {
  id: 'mc/unclosed-call',
  severity: 'error',
  check(model, report) {
    const calls = model.faults.filter((f) => f.kind === 'open-call');
    const dnls = runsOf(model, 'dnl').map((c) => c.span.start);
    for (const fault of calls.slice(0, MOST)) {
      if (!fault.call) continue;
      const end = endOnLine(model, dnls, fault.call.span.start, fault.endsAt);
      report({
        start: fault.start,
        end: fault.end,
        message: t(
          'The parenthesis of {0}( is never closed. m4 reads to the end of the file and gives up; no sendmail.cf is made.',
          fault.call.name,
        ),
        fixes: [change(t('Close it with )'), [{ start: end, end, text: ')' }])],
      });
    }
    const [first] = calls;
    // At the end of a quoted text m4 names its beginning.
    const end = first && model.endsIn === 'call' && givesUp(model, first);
    if (end) report(end);
  },
};

/** Behind the last argument, in front of a dnl behind it. */
function endOnLine(model: McModel, dnls: readonly number[], start: number, end: number): number {
  const { text } = model.source;
  let low = 0;
  let high = dnls.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (dnls[middle]! < end) low = middle + 1;
    else high = middle;
  }
  let at = dnls[low - 1] ?? end;
  if (at <= start) at = end;
  while (at > start && /\s/.test(text[at - 1]!)) at--;
  return at;
}
