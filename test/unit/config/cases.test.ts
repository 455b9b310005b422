/**
 * Files that m4, sendmail, makemap and newaliases of sendmail 8.17.1 were run on: test/fixtures/cases/TYPE/NAME.TYPE, with what the
 * tools said (`oracle`) and what a careful reader adds (`beyond_oracle`) in NAME.expected.json. Each row is met at its line with its
 * severity, nothing else is an error, and files without rows are clean.
 */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { languages } from '../../../server/src/core/languages';
import { placeAt } from '../../../server/src/core/text';

interface Row {
  readonly line: number | null;
  readonly kind: string;
  readonly severity: string;
  readonly source?: string;
}

interface Expected {
  readonly file: string;
  readonly oracle: readonly Row[];
  readonly beyond_oracle?: readonly Row[];
}

const folder = 'test/fixtures/cases';
const ids: Record<string, string> = { aliases: 'mail-aliases' };

/** Types whose rules are still being written: only what the tools themselves say is asked of them. */
const toolsOnly = new Set<string>();

for (const type of readdirSync(folder)) {
  const language = languages.get(ids[type] ?? `sendmail-${type}`);
  if (!language?.validate) continue;
  describe(`cases: ${type}`, () => {
    for (const name of readdirSync(`${folder}/${type}`).filter((f) => f.endsWith('.expected.json'))) {
      const expected = JSON.parse(readFileSync(`${folder}/${type}/${name}`, 'utf8')) as Expected;
      it(expected.file, () => {
        const text = readFileSync(`${folder}/${type}/${expected.file}`, 'utf8');
        const rows = [...expected.oracle, ...(toolsOnly.has(type) ? [] : (expected.beyond_oracle ?? []))].filter(isFault);
        assert.deepEqual(misses(type, rows, problemsIn(language.id, text)), []);
      });
    }
  });
}

interface Reported {
  readonly rule: string;
  readonly severity: string;
  readonly line: number;
  readonly endLine: number;
}

function problemsIn(id: string, text: string): Reported[] {
  const language = languages.get(id)!;
  const model = language.parse(text);
  const onBrokenRule = (rule: string, error: unknown): never => {
    throw new Error(`rule ${rule} threw`, { cause: error });
  };
  return language.validate!(model, { onBrokenRule })
    .filter(isFault)
    .map((p) => ({
      rule: p.rule,
      severity: p.severity,
      line: placeAt(model.source, p.start).line + 1,
      endLine: placeAt(model.source, p.end).line + 1,
    }));
}

function isFault({ severity }: { readonly severity: string }): boolean {
  return severity === 'error' || severity === 'warning';
}

function misses(type: string, rows: readonly Row[], found: readonly Reported[]): string[] {
  // The tools give no sure line for some messages, and for the generated sendmail.cf none of the .mc.
  const anywhere = (row: Row): boolean => row.line === null || (type === 'mc' && row.source !== undefined && row.source !== 'm4');
  const covers = (p: Reported, row: Row): boolean => p.line <= row.line! && row.line! <= p.endLine;
  if (rows.length === 0) return found.map((p) => `line ${p.line}: ${p.severity} ${p.rule} in a valid file`);
  const unmet = rows.filter(
    (row) => !found.some((p) => (anywhere(row) || covers(p, row)) && (row.severity !== 'error' || p.severity === 'error')),
  );
  const extra = rows.some(anywhere) ? [] : found.filter((p) => p.severity === 'error' && !rows.some((row) => covers(p, row)));
  return [
    ...unmet.map((row) => `line ${row.line}: ${row.severity} ${row.kind} is not reported`),
    ...extra.map((p) => `line ${p.line}: error ${p.rule} where the tools have none`),
  ];
}
