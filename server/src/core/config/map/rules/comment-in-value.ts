import { t } from '@vscode/l10n';
import type { Rule } from '../../../problem';
import { commentAbove } from '../edits';
import type { MapLines } from '../model';

/** A `#` behind the value is part of it: the mail goes to another name or host. (The access table has a rule of its own.) */
export const commentInValue: Rule<MapLines> = {
  id: 'map/comment-in-value',
  severity: 'error',
  check(model, report) {
    for (const { value } of model.odd) {
      if (!value) continue;
      // In the text of a refusal `#` is a comment only with a blank on both sides: `ticket #12` is none.
      const isError = /^error:/i.test(value.text);
      const at = value.text.search(isError ? /[ \t]#+([ \t]|$)/ : /[ \t]#/);
      if (at < 0) continue;
      const before = value.text.slice(0, at).trimEnd();
      const span = { start: value.start + before.length, end: value.end };
      report({
        ...span,
        severity: isError ? 'warning' : 'error',
        message: isError
          ? t("There are no comments behind a value: the other side gets to read what follows '#'. Put it on a line of its own.")
          : t(
              "There are no comments behind a value: sendmail takes '{0}' whole. Put the comment on a line of its own.",
              value.text,
            ),
        fixes: [
          {
            title: t('Move the comment to a line of its own'),
            edits: commentAbove(model.source, span, value.text.slice(at).replace(/^[ \t]*#+[ \t]*/, '')),
            preferred: true,
          },
        ],
      });
    }
  },
};

/** True if a rule about the form of a value should leave this one alone, because a comment stands in it. */
export function hasComment(text: string): boolean {
  return /[ \t]#/.test(text);
}
