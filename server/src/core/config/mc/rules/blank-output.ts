import { t } from '@vscode/l10n';
import type { Finding, Rule } from '../../../problem';
import { lineAt, lineSpan } from '../../../text';
import { embeddedCf } from '../embedded';
import type { McModel } from '../model';
import { change } from '../edits';

/**
 * Blanks between macros, before dnl or at a line's end: m4 writes them into sendmail.cf. On a line of their own behind an empty
 * line they keep sendmail from starting; behind a comment they do no harm, until the line above changes.
 */
export const blankOutput: Rule<McModel> = {
  id: 'mc/blank-output',
  severity: 'warning',
  check(model, report) {
    const embedded = embeddedCf(model);
    const { text } = embedded.cf.source;
    const seen = new Map<number, Finding>();
    for (const line of embedded.cf.lines) {
      // Each physical line of the cf text that is blanks and nothing else.
      let at = line.start;
      for (const part of line.text.split('\n')) {
        const blank = /^[ \t]+\r?$/.test(part);
        if (blank)
          collect(
            model,
            embedded,
            { start: at, end: at + part.trimEnd().length + /^[ \t]*/.exec(part)![0].length },
            line.kind === 'unknown' && line.text.trim() === '',
            seen,
          );
        at += part.length + 1;
      }
      void text;
    }
    for (const finding of seen.values()) report(finding);
  },
};

function collect(
  model: McModel,
  embedded: ReturnType<typeof embeddedCf>,
  span: { start: number; end: number },
  fatal: boolean,
  seen: Map<number, Finding>,
): void {
  for (let i = span.start; i < span.end; i++) {
    if (!embedded.isOwn({ start: i, end: i + 1 })) continue;
    const { start } = embedded.placeOf({ start: i, end: i + 1 });
    const line = lineAt(model.source, start);
    const earlier = seen.get(line);
    if (earlier && (earlier.severity === 'error' || !fatal)) continue;
    seen.set(line, finding(model, line, start, fatal));
  }
}

function finding(model: McModel, line: number, at: number, fatal: boolean): Finding {
  const { text } = model.source;
  const whole = lineSpan(model.source, line);
  let start = at;
  let end = at;
  while (start > whole.start && isBlank(text[start - 1])) start--;
  while (end < whole.end && isBlank(text[end])) end++;
  return {
    start,
    end,
    severity: fatal ? 'error' : 'warning',
    message: fatal
      ? t('m4 writes these blanks into sendmail.cf behind an empty line, and sendmail will not start. Take them away.')
      : t(
          'm4 writes these blanks into sendmail.cf. They do no harm where they are, but would behind an empty line. Take them away.',
        ),
    fixes: [change(t('Take the blanks away'), [{ start, end, text: needsBreak(text, start, end, whole) ? '\n' : '' }])],
  };
}

/** Two macros on a line stay on lines of their own, so that `)dnl` and `)FEATURE` do not come out of it. */
function needsBreak(text: string, start: number, end: number, line: { start: number; end: number }): boolean {
  return start > line.start && end < line.end && !text.startsWith('dnl', end);
}

function isBlank(c: string | undefined): boolean {
  return c === ' ' || c === '\t';
}
