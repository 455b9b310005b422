/** What `check` finds, as others rely on it. */
import type { Severity } from '../core/problem';

/** One file's problems; lines and columns (UTF-16 units) from 1, `endColumn` is the first column after the problem. */
export interface CheckedFile {
  readonly file: string;
  readonly language: string;
  readonly problems: readonly CheckedProblem[];
}

export interface CheckedProblem {
  readonly rule: string;
  readonly severity: Severity;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly message: string;
}
