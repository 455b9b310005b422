import { t } from '@vscode/l10n';
import type { Rule } from '../../../problem';
import { change } from '../edits';
import type { McModel } from '../model';
import { isBuiltin, isDirective } from '../names';
import { directives } from '../../../knowledge/directives';

const wantsArguments = new Set(directives.filter((d) => d.argsMin > 0).map((d) => d.name));

/** A blank between a macro and its parenthesis: m4 calls the macro without arguments, and the rest is text. */
export const spaceBeforeParenthesis: Rule<McModel> = {
  id: 'mc/space-before-parenthesis',
  severity: 'error',
  check(model, report) {
    const { text } = model.source;
    const found = (start: number, end: number, name: string): void => {
      const gap = /[ \t]+(?=\()/y;
      gap.lastIndex = end;
      const blanks = gap.exec(text)?.[0];
      if (blanks === undefined) return;
      report({
        start,
        end: end + blanks.length + 1,
        message: t(
          'No blank may stand between {0} and its parenthesis: m4 runs {0} without arguments and writes the rest into sendmail.cf.',
          name,
        ),
        fixes: [change(t('Take the blank away'), [{ start: end, end: end + blanks.length, text: '' }])],
      });
    };
    for (const call of model.run) {
      if (call.open === undefined && call.nameSpan.end > call.nameSpan.start && wantsArguments.has(call.name))
        found(call.span.start, call.nameSpan.end, call.name);
    }
    for (const piece of model.texts) {
      if (piece.diversion < 0) continue;
      for (const match of piece.text.matchAll(/\b[a-z]\w*(?=[ \t]+\()/g)) {
        const start = piece.start + match.index;
        if (isBuiltin(match[0]) && !isDirective(match[0]) && startsLine(text, start))
          found(start, start + match[0].length, match[0]);
      }
    }
  },
};

function startsLine(text: string, at: number): boolean {
  let i = at - 1;
  while (text[i] === ' ' || text[i] === '\t') i--;
  return i < 0 || text[i] === '\n' || text[i] === '\r';
}
