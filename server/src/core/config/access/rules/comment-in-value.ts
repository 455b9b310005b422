import { t } from '@vscode/l10n';
import type { Rule, Severity } from '../../../problem';
import type { Span } from '../../../text';
import { commentAbove } from '../../map/edits';
import { parseAction } from '../action';
import { effectOf } from '../effect';
import type { AccessEntry, AccessLines } from '../model';

/** A `#` after the value is no comment: the value is then no action but the text of a refusal. */
export const commentInValue: Rule<AccessLines> = {
  id: 'access/comment-in-value',
  severity: 'error',
  check(model, report) {
    for (const entry of model.odd) {
      const found = commentOf(entry);
      if (!found) continue;
      const { start, end, comment, severity } = found;
      report({
        start,
        end,
        severity,
        message: messageOf(entry, found.before),
        fixes: [
          {
            title: t('Move the comment to a line of its own'),
            edits: commentAbove(model.source, { start, end }, comment),
            preferred: true,
          },
        ],
      });
    }
  },
};

interface Comment extends Span {
  readonly before: string;
  readonly comment: string;
  readonly severity: Severity;
}

/** What looks like a comment behind the value of `entry`; the span takes in the blanks before it. */
export function commentOf({ value, action, row, tag }: AccessEntry): Comment | undefined {
  if (!value || (tag && !row)) return undefined;
  const text = value.text;
  // In a text for the client `#` is a comment only if a blank stands on both sides: `ticket #12` is not one.
  const inText = action && (action.kind === 'error' || (action.kind === 'quarantine' && action.reason));
  const at = text.search(inText ? /[ \t]#+([ \t]|$)/ : /[ \t]#/);
  if (at < 0 || (row?.valueKind === 'free' && row.name !== 'Srv_Features' && row.name !== 'Clt_Features')) return undefined;
  const before = text.slice(0, at).trimEnd();
  const meant = action && parseAction({ start: value.start, end: value.start + before.length, text: before });
  if (meant?.kind === 'text') return undefined;
  return {
    start: value.start + before.length,
    end: value.end,
    before,
    comment: text.slice(at).replace(/^[ \t]*#+[ \t]*/, ''),
    severity: meant ? (effectOf(meant) === 'refuses' ? 'warning' : 'error') : row?.valueKind === 'number' ? 'warning' : 'error',
  };
}

function messageOf({ action, value, row }: AccessEntry, before: string): string {
  if (action?.kind === 'error')
    return t("There are no comments behind a value: the client gets to read what follows '#'. Put it on a line of its own.");
  if (action) {
    return t(
      "There are no comments behind a value. sendmail does not do {0} here, it refuses with the text '{1}'. Put the comment on a line of its own.",
      before,
      value!.text,
    );
  }
  return t(
    "There are no comments behind a value: for {0}: sendmail reads '{1}'. Put the comment on a line of its own.",
    row!.name,
    value!.text,
  );
}
