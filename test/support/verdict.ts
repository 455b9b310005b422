/** Files of sendmail that the real tools were run on, and how what they say is held against what we report. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { languages } from '../../server/src/core/languages';
import type { Severity } from '../../server/src/core/problem';
import { lineAt } from '../../server/src/core/text';

/** One complaint of a tool as it is recorded: line from 1, or 0 where the tool names none. */
export type Said = readonly [line: number, tool: string, text: string];

/** What one of our rules reports; lines count from 1. */
export interface Reported {
  readonly rule: string;
  readonly severity: Severity;
  readonly line: number;
  readonly endLine: number;
}

const ids: Readonly<Record<string, string>> = { aliases: 'mail-aliases', tcprules: 'tcp-rules' };

/** The language of the files in a folder of test/fixtures/real or test/fixtures/cases. */
export function languageOf(type: string): string {
  return ids[type] ?? `sendmail-${type}`;
}

/** The files below test/fixtures/real, as `type/name`. */
export function realFiles(): string[] {
  const root = 'test/fixtures/real';
  return readdirSync(root)
    .flatMap((type) => readdirSync(path.join(root, type)).map((name) => `${type}/${name}`))
    .sort();
}

/** The files of test/fixtures/cases that the tools take without a word and that we have no complaint about, as `type/name`. */
export function validCases(): string[] {
  const root = 'test/fixtures/cases';
  return readdirSync(root)
    .flatMap((type) =>
      readdirSync(path.join(root, type)).flatMap((name) => {
        if (!name.endsWith('.expected.json')) return [];
        const expected = JSON.parse(readFileSync(path.join(root, type, name), 'utf8')) as {
          file: string;
          oracle: { severity: string }[];
          beyond_oracle?: { severity: string }[];
        };
        const rows = [...expected.oracle, ...(expected.beyond_oracle ?? [])];
        return rows.some((r) => r.severity === 'error' || r.severity === 'warning') ? [] : [`${type}/${expected.file}`];
      }),
    )
    .sort();
}

/** What we report of a text, errors and warnings only. Throws if a rule throws. */
export function reportsOf(type: string, text: string): Reported[] {
  const language = languages.get(languageOf(type))!;
  const model = language.parse(text);
  const onBrokenRule = (rule: string, error: unknown): never => {
    throw new Error(`rule ${rule} threw`, { cause: error });
  };
  return language.validate!(model, { onBrokenRule })
    .filter((p) => p.severity === 'error' || p.severity === 'warning')
    .map(({ rule, severity, start, end }) => ({
      rule,
      severity,
      line: lineAt(model.source, start) + 1,
      endLine: lineAt(model.source, end) + 1,
    }));
}

/** True for a complaint that means the file is refused or a part of it is left out; false for a warning. */
export function isRefusal(type: string, [, , text]: Said): boolean {
  if (type === 'mc') return !/WARNING|deprecated|obsolete|Warning/.test(text) || /\*\*\* ?ERROR/.test(text);
  // What is recorded is cut off: a long address leaves no more of a warning than its first letters.
  return !/^warning|\.\.\. Warn|duplicate alias|old-style/i.test(text);
}

/** True if one of our reports meets a complaint: at its line if it has one, as an error if it is a refusal. */
export function meets(type: string, reported: readonly Reported[], said: Said): boolean {
  const [line] = said;
  const anywhere = line === 0 || isPlaceless(type, said);
  return reported.some(
    (r) => (anywhere || (r.line <= line && line <= r.endLine)) && (r.severity === 'error' || !isRefusal(type, said)),
  );
}

/** True for a complaint whose line says nothing: of the generated sendmail.cf, and of what m4 misses at the very end. */
export function isPlaceless(type: string, [, tool, text]: Said): boolean {
  return type === 'mc' && (tool !== 'm4' || text.includes('No system type defined'));
}
