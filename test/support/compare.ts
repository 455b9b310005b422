/** What the tests of Compare Sessions share: logs as text in, what a user would see out. */
import { compare } from '../../server/src/core/compare/compare';
import type { CompareReport, Evidence } from '../../server/src/core/compare/report';
import { readTranscript } from '../../server/src/core/smtp/reader';

/** Compares two logs given as text. A rule that throws fails the test. */
export function compareLogs(first: string, second: string): CompareReport {
  const onBrokenRule = (rule: string, error: unknown): never => {
    throw new Error(rule, { cause: error });
  };
  return compare(readTranscript(first), readTranscript(second), { onBrokenRule });
}

/** All evidence of a report. */
export function evidenceOf(report: CompareReport): Evidence[] {
  return [...report.pairs.flatMap((p) => p.evidence), ...(report.together ?? [])];
}

/** Evidence as `strong compare/reply-text-differs 9|9`: weight, rule, and the lines of both logs from 1. Neutral ones left out. */
export function signs(report: CompareReport): string[] {
  const place = (p: Evidence['client']): string => (p ? (p.lines ?? [p.line]).map((l) => l + 1).join(',') : '-');
  return evidenceOf(report)
    .filter((e) => e.weight !== 'neutral')
    .map((e) => `${e.weight} ${e.rule} ${place(e.client)}|${place(e.server)}`);
}

/** Ids of the rules found in two logs. */
export function rulesFound(client: string, server: string): string[] {
  return [...new Set(evidenceOf(compareLogs(client, server)).map((e) => e.rule))];
}
