import { t } from '@vscode/l10n';
import type { Finding, Rule } from '../../../problem';
import type { CfModel, CfPart } from '../model';
import { linesOfKind } from '../model';

/** Operators that stand on the wrong side of a rule, or a $1 for which the left side has nothing. */
export const ruleSyntax: Rule<CfModel> = {
  id: 'cf/rule-syntax',
  severity: 'error',
  check(model, report) {
    for (const { left, right } of linesOfKind(model, 'rule')) {
      if (!right) continue; // cf/rule-tab
      if (isEmpty(model, left))
        report({ start: left.start, end: left.end, message: t('The rule has no left side; sendmail will not start.') });
      if (isEmpty(model, right))
        report({ start: right.start, end: right.end, message: t('The rule has no right side; sendmail will not start.') });
      const matches = checkLeft(left, report);
      checkRight(right, matches, report);
    }
  },
};

/**
 * True if nothing is left of a side: macros of a message have no value yet when the rule is read, and a lone $ takes the tab behind
 * it for the name of a macro.
 */
function isEmpty({ source, lines }: CfModel, { text, start }: CfPart): boolean {
  if (text.trim() === '$') return source.text[start + text.indexOf('$') + 1] === '\t';
  const rest = text.replace(/\$[acdfghirsuxyz]|\s+/g, '');
  return rest === '' && !lines.some((l) => l.kind === 'macro' && text.includes(`$${l.name.text}`));
}

const MAX_MATCHES = 9;

/** Reports what may not stand on a left side; gives how many parts $1, $2 … stand for. */
function checkLeft(left: CfPart, report: (finding: Finding) => void): number {
  let matches = 0;
  for (const { operator, span } of operators(left)) {
    if (operator === '*' || operator === '+' || operator === '-' || operator === '=' || operator === '~') matches++;
    else if (/[1-9:>.()[\]]/.test(operator))
      report({ ...span, message: t('${0} may not stand on the left side of a rule; sendmail will not start.', operator) });
  }
  if (matches > MAX_MATCHES)
    report({
      start: left.start,
      end: left.end,
      message: t('A left side may have 9 parts for $1 to $9, not {0}; sendmail will not start.', matches),
    });
  return matches;
}

function checkRight(right: CfPart, matches: number, report: (finding: Finding) => void): void {
  let open: string | undefined;
  for (const { operator, span } of operators(right)) {
    if (/[*+\-=~]/.test(operator))
      report({ ...span, message: t('${0} may not stand on the right side of a rule; sendmail will not start.', operator) });
    else if (/[0-9]/.test(operator) && (operator === '0' || Number(operator) > matches)) {
      report({
        ...span,
        message: t('${0} stands for nothing: the left side has {1} parts. sendmail will not start.', operator, matches),
      });
    } else if (operator === '(' || operator === '[') {
      if (open !== undefined)
        report({ ...span, message: t('A look-up may not stand inside of another; sendmail will not start.') });
      open = operator === '(' ? ')' : ']';
    } else if (operator === open) open = undefined;
  }
  if (open !== undefined)
    report({
      start: right.start,
      end: right.end,
      message: t('The look-up is not closed by ${0}; sendmail will not start.', open),
    });
}

/** The operators of a side: the character behind each $. Names (`$={class}`, `$&{macro}`) are stepped over. */
function* operators(side: CfPart): Generator<{ operator: string; span: { start: number; end: number } }> {
  const { text, start } = side;
  for (let i = text.indexOf('$'); i >= 0 && i + 1 < text.length; i = text.indexOf('$', i)) {
    const operator = text[i + 1]!;
    const begin = i;
    // Behind a backslash it is a sign like any other.
    i += text[i - 1] === '\\' ? 1 : 2;
    if (operator === '$' || i === begin + 1) continue;
    if (operator === '&' || operator === '{') continue;
    yield { operator, span: { start: start + begin, end: start + i } };
  }
}
