import { t } from '@vscode/l10n';
import type { Fix, Rule, Severity } from '../../../problem';
import type { Span } from '../../../text';
import type { AliasEntry, AliasLines } from '../model';
import { lineEndOf } from '../../map/edits';
import type { LogicalLine } from '../scanner';

/** An indented line behind a comment belongs to the comment: the recipients on it are lost, and newaliases says nothing. */
export const continuationAfterComment: Rule<AliasLines> = {
  id: 'aliases/continuation-after-comment',
  severity: 'error',
  check(model, report) {
    for (const { line: comment, first } of model.comments) {
      // Comment lines that follow an entry without an empty line between stand inside it.
      const owner = entryAbove(model, first);
      for (const line of comment.lines.slice(1)) {
        const text = model.source.text.slice(line.start, line.end);
        const severity = severityOf(text, owner, model.source.text[line.start - 2] === '\\');
        if (!severity) continue;
        report({ start: line.start, end: line.end, severity, ...textOf(model, comment, line, owner, severity) });
      }
    }
  },
};

/** The entry whose last line is the one above that which begins at `start`. */
function entryAbove(model: AliasLines, start: number): AliasEntry | undefined {
  const { text } = model.source;
  const end = text[start - 2] === '\r' ? start - 2 : start - 1;
  const entry = model.at(end);
  return entry?.end === end ? entry : undefined;
}

function lineAfter(model: AliasLines, span: Span): number {
  return span.end + (model.source.text[span.end] === '\r' ? 2 : 1);
}

/** Words of a comment that goes on may be indented too: only what looks like recipients or an entry is taken for lost. */
function severityOf(text: string, owner: AliasEntry | undefined, joined: boolean): Severity | undefined {
  if (/^\s*(#|$)/.test(text)) return undefined;
  const body = text.trim();
  if (!joined && owner && (owner.line.text.trimEnd().endsWith(',') || /^[^\s,]+(\s*,\s*[^\s,]+)*,?$/.test(body))) return 'error';
  return /^[\w.+-]+\s*:\s*[^\s,]+(\s*,\s*[^\s,]+)*$/.test(body) ? 'warning' : undefined;
}

function textOf(
  model: AliasLines,
  comment: LogicalLine,
  line: Span,
  owner: AliasEntry | undefined,
  severity: Severity,
): { message: string; fixes: Fix[] } {
  if (severity === 'warning' || !owner) {
    return {
      message: t(
        'This line is indented and so belongs to the comment above it. If it is an entry, start it in the first column.',
      ),
      fixes: [],
    };
  }
  const message = t(
    'The comment above ends {0}: this line belongs to the comment and its recipients are lost. Move the comment above the entry.',
    owner.name.text,
  );
  const { text } = model.source;
  const single = comment.lines[0]!;
  const after = lineAfter(model, single);
  const fixes = [
    {
      title: t('Move the comment above {0}', owner.name.text),
      edits: [
        { start: owner.start, end: owner.start, text: text.slice(single.start, single.end) + lineEndOf(model.source) },
        { start: single.start, end: after, text: '' },
      ],
      preferred: true,
    },
  ];
  return { message, fixes: line.start === after ? fixes : [] };
}
