import { t } from '@vscode/l10n';
import type { Fix, Rule } from '../../../problem';
import { lineAt } from '../../../text';
import { lineEndOf } from '../../map/edits';
import type { AliasEntry, AliasLines, Target } from '../model';

/** `#` begins a comment in the first column alone; anywhere else it is part of a recipient. */
export const commentInValue: Rule<AliasLines> = {
  id: 'aliases/comment-in-value',
  severity: 'error',
  check(model, report) {
    let last: AliasEntry | undefined;
    for (const { entry, target } of model.odd) {
      const at = hashAt(target);
      if (at < 0 || entry === last) continue;
      last = entry;
      const line = lineAt(model.source, target.start + at);
      report({
        start: target.start + at,
        end: lineEnd(model, target.start + at, entry.end),
        message:
          at === 0
            ? t(
                "'#' begins a comment in the first column only: here these words are recipients. Put the comment above the entry.",
              )
            : t(
                "'#' begins a comment in the first column only: here it is part of the recipient {0}. Put the comment above the entry.",
                target.address.text,
              ),
        fixes: fixOf(model, entry, target, at, line),
      });
    }
  },
};

/** Where in the target's text a comment seems to begin, or -1. */
export function hashAt({ text, address }: Target): number {
  if (address.kind === 'program' && text.includes('"')) return -1;
  if (text.startsWith('#')) return 0;
  return text.search(/[ \t]#/) < 0 ? -1 : text.search(/#/);
}

function lineEnd(model: AliasLines, from: number, most: number): number {
  const feed = model.source.text.indexOf('\n', from);
  return feed < 0 ? most : Math.min(most, model.source.text[feed - 1] === '\r' ? feed - 1 : feed);
}

function fixOf(model: AliasLines, entry: AliasEntry, target: Target, at: number, line: number): Fix[] {
  const { text, lineStarts } = model.source;
  const from = target.start + at;
  const end = lineEnd(model, from, entry.end);
  const comment = text.slice(from, end);
  const before = text.slice(lineStarts[line], from);
  const alone = before.trim() === '';
  // A comment on a line of its own takes the line with it; one behind a recipient leaves the recipient and its comma.
  const cut = alone
    ? { start: lineStarts[line]!, end: lineStarts[line + 1] ?? text.length, text: '' }
    : { start: from - (before.length - before.trimEnd().length), end, text: '' };
  if (at === 0 && end === entry.end && before.trimEnd().endsWith(':')) return [];
  if (alone && end === entry.end && entry.line.lines.length > 1 && cut.start === entry.start) return [];
  return [
    {
      title: t('Move the comment above the entry'),
      edits: [{ start: entry.start, end: entry.start, text: comment + lineEndOf(model.source) }, cut],
      preferred: true,
    },
  ];
}
