import { t } from '@vscode/l10n';
import type { Rule } from '../../../problem';
import { change } from '../edits';
import type { McModel } from '../model';

/** Text behind EXPOSED_USER and its kin on the same line: these macros end with a dnl of their own, so it is thrown away. */
export const lostLine: Rule<McModel> = {
  id: 'mc/lost-line',
  severity: 'warning',
  check(model, report) {
    const ends = new Map(model.run.filter((c) => c.open !== undefined).map((c) => [c.span.end, c]));
    for (const comment of model.comments) {
      const call = ends.get(comment.start);
      const text = model.source.text.slice(comment.start, comment.end);
      if (comment.kind !== 'dnl' || !call || !/^\s*[A-Za-z_]\w*\(/.test(text)) continue;
      const start = comment.start + text.length - text.trimStart().length;
      report({
        start,
        end: comment.end,
        message: t('{0} throws away the rest of its line: this is never run. Put it on a line of its own.', call.name),
        fixes: [change(t('Put it on a line of its own'), [{ start: comment.start, end: start, text: 'dnl\n' }])],
      });
    }
  },
};
