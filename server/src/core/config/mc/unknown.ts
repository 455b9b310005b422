/** What the five rules for unknown names (FEATURE, MAILER, OSTYPE, DOMAIN, HACK) share. */
import { t } from '@vscode/l10n';
import { features } from '../../knowledge/features';
import { former } from '../../knowledge/former';
import { mailers } from '../../knowledge/mailers';
import type { Finding, Fix } from '../../problem';
import { nearest } from '../../suggest';
import { replace } from './edits';
import type { McArgument, McCall, McModel } from './model';
import { isDirective, isKnownName } from './names';
import { runsOf } from './steps';
import { shown } from '../show';

/** What a rule says about a name nobody knows. */
export interface UnknownTexts {
  readonly missing: () => string;
  readonly unknown: (name: string) => string;
  readonly near: (name: string, near: string) => string;
  readonly fix: (near: string) => string;
}

/** Reports each first argument of `macro` that is not in `names`. Names in odd quotes are left to the rules for quotes. */
export function reportUnknown(
  model: McModel,
  macro: string,
  names: readonly string[],
  texts: UnknownTexts,
  report: (finding: Finding) => void,
): void {
  for (const call of runsOf(model, macro)) {
    const argument = call.args[0];
    const name = argument?.text ?? '';
    if (argument === undefined && call.open === undefined) continue; // mc/space-before-parenthesis or mc/missing-argument
    if (name === '') {
      report({ ...call.nameSpan, message: texts.missing() });
      continue;
    }
    if (names.includes(name) || /^(\.\.?)?\//.test(name) || isQuoteFault(argument!)) continue;
    const span = spanOf(argument!, call.nameSpan);
    const else_ = otherwise(model, call, name, span);
    if (else_) {
      report({ ...span, ...else_ });
      continue;
    }
    const near = nearestName(name, names);
    report(
      near === undefined
        ? { ...span, message: texts.unknown(shown(name)) }
        : { ...span, message: texts.near(shown(name), near), fixes: [replace(texts.fix(near), span, near)] },
    );
  }
}

/** What a name is that this macro does not take: one of another release, one to define, a macro, a mailer, a feature. */
function otherwise(
  model: McModel,
  call: McCall,
  name: string,
  span: { start: number; end: number },
): { message: string; fixes?: Fix[] } | undefined {
  const row = former.find((r) => r.macro === call.name && r.name === name);
  if (row)
    return {
      message: t("{0}(`{1}'): {2}", call.name, name, t(row.text)),
      fixes: row.now === undefined ? undefined : [replace(t('Change to {0}', row.now), span, row.now)],
    };
  const arguments_ = model.source.text.slice(call.args[1]?.rawSpan.start ?? 0, call.args.at(-1)?.rawSpan.end ?? 0).trim();
  const rest = call.args.length > 1 ? arguments_ : undefined;
  const better = isKnownName(name)
    ? `define(\`${name}', ${rest ?? "`…'"})`
    : isDirective(name)
      ? `${name}(${rest ?? "`…'"})`
      : call.name !== 'MAILER' && mailers.some((m) => m.name === name)
        ? `MAILER(\`${name}')`
        : call.name !== 'FEATURE' && features.some((f) => f.name === name)
          ? `FEATURE(\`${name}'${rest === undefined ? '' : `, ${rest}`})`
          : undefined;
  if (better === undefined) {
    if (name === name.trim() || !features.some((f) => f.name === name.trim())) return undefined;
    return {
      message: t('A blank within the quotes belongs to the name, and m4 finds no file for it.'),
      fixes: [replace(t('Change to {0}', name.trim()), span, name.trim())],
    };
  }
  return {
    message: t('{0} is no name for {1}, and m4 finds no file for it. Write {2}.', name, call.name, shown(better)),
    fixes: better.includes('…') ? undefined : [replace(t('Change to {0}', shown(better)), call.span, better)],
  };
}

/** The name that was probably meant: the same without blanks and case, else the nearest. */
export function nearestName(name: string, names: readonly string[]): string | undefined {
  const plain = name
    .replace(/["‘’“”´`']/g, '')
    .trim()
    .toLowerCase();
  return names.find((n) => n.toLowerCase() === plain) ?? nearest(name.trim(), names)[0];
}

/** True for a name with quotes that rules for quotes speak of; a lone " and what came through a macro of the file is not theirs. */
function isQuoteFault({ quoted, text, span, pieces }: McArgument): boolean {
  return (
    !quoted &&
    hasOddQuotes(text) &&
    text.startsWith('"') === text.endsWith('"') &&
    pieces.every((p) => span.start <= p.from && p.from < span.end)
  );
}

/** True if a value has quotes in it that are none for m4, or belong to a damaged quote. */
export function hasOddQuotes(value: string): boolean {
  return /^["‘’‚‛“”„`´]|["‘’‚‛“”„`´]$|'|@#/.test(value);
}

function spanOf(argument: McArgument, otherwise: { start: number; end: number }): { start: number; end: number } {
  // The name may have come through a macro of the file itself: the place to change is where it was written.
  const only = argument.pieces.length === 1 ? argument.pieces[0]! : undefined;
  if (only?.exact) return { start: only.from, end: only.from + only.text.length };
  return argument.span.end > argument.span.start ? argument.span : otherwise;
}
