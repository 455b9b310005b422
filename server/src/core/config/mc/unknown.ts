/** What the five rules for unknown names (FEATURE, MAILER, OSTYPE, DOMAIN, HACK) share. */
import type { Finding } from '../../problem';
import { nearest } from '../../suggest';
import { replace } from './edits';
import type { McArgument, McModel } from './model';
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
    if (names.includes(name) || /^(\.\.?)?\//.test(name) || (!argument!.quoted && hasOddQuotes(name))) continue;
    const near = nearestName(name, names);
    const span = spanOf(argument!, call.nameSpan);
    report(
      near === undefined
        ? { ...span, message: texts.unknown(shown(name)) }
        : { ...span, message: texts.near(shown(name), near), fixes: [replace(texts.fix(near), span, near)] },
    );
  }
}

/** The name that was probably meant: the same without blanks and case, else the nearest. */
export function nearestName(name: string, names: readonly string[]): string | undefined {
  const plain = name
    .replace(/["‘’“”´`']/g, '')
    .trim()
    .toLowerCase();
  return names.find((n) => n.toLowerCase() === plain) ?? nearest(name.trim(), names)[0];
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
