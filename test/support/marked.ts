/** What tests of marked text share: `|` is the cursor; a problem reads `line:column severity rule` (both from 1). */
import type { Language } from '../../server/src/core/language';
import type { HasSource, RuleOptions } from '../../server/src/core/problem';
import { placeAt } from '../../server/src/core/text';

/** Takes the one `|` out of a text and says where it stood. */
export function cursor(marked: string): { text: string; offset: number } {
  const offset = marked.indexOf('|');
  if (offset < 0) throw new Error('no cursor in: ' + marked);
  return { text: marked.slice(0, offset) + marked.slice(offset + 1), offset };
}

/** Advice that every configuration of a few lines would get; tests of it name its rules. */
const advice = { 'mc/privacy-flags': 'off', 'mc/greeting-version': 'off', 'mc/missing-smrsh': 'off' } as const;

/** The problems of a text, each as `2:9 error mc/unknown-feature`. */
export function problemsOf<M extends HasSource>(language: Language<M>, text: string, options?: RuleOptions): string[] {
  const model = language.parse(text);
  const fail = (rule: string, error: unknown): never => {
    throw new Error(`rule ${rule} threw`, { cause: error });
  };
  return (language.validate?.(model, { onBrokenRule: fail, rules: advice, ...options }) ?? []).map((p) => {
    const at = placeAt(model.source, p.start);
    return `${at.line + 1}:${at.character + 1} ${p.severity} ${p.rule}`;
  });
}

/** The text after the first fix of the first problem of `rule`. */
export function fixed<M extends HasSource>(language: Language<M>, text: string, rule: string): string {
  const problem = language.validate?.(language.parse(text)).find((p) => p.rule === rule);
  const fix = problem?.fixes?.[0];
  if (!fix) throw new Error(`no fix of ${rule}`);
  return [...fix.edits].sort((a, b) => b.start - a.start).reduce((t, e) => t.slice(0, e.start) + e.text + t.slice(e.end), text);
}
