/** Problems as SARIF 2.1.0, for code scanning services and viewers. */
import type { Log, ReportingDescriptor, Result } from 'sarif';
import type { CheckedFile, CheckedProblem } from './checked';

/** Builds the log object; paths become relative URIs with forward slashes. */
export function toSarif(checked: readonly CheckedFile[]): Log {
  const rules = [...new Set(checked.flatMap((f) => f.problems.map((p) => p.rule)))].sort();
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'Postmaster', rules: rules.map((id): ReportingDescriptor => ({ id })) } },
        columnKind: 'utf16CodeUnits',
        results: checked.flatMap((f) => f.problems.map((p) => toResult(f.file, p, rules.indexOf(p.rule)))),
      },
    ],
  };
}

function toResult(file: string, problem: CheckedProblem, ruleIndex: number): Result {
  return {
    ruleId: problem.rule,
    ruleIndex,
    level: levels[problem.severity],
    message: { text: problem.message },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: file.split(/[\\/]/).map(encodeURIComponent).join('/') },
          region: {
            startLine: problem.line,
            startColumn: problem.column,
            endLine: problem.endLine,
            endColumn: problem.endColumn,
          },
        },
      },
    ],
  };
}

const levels = { error: 'error', warning: 'warning', info: 'note', hint: 'note' } as const;
