/** Compares logs by their paths, without having them whole in memory. For Node alone. */
import { closeSync, fstatSync, openSync, readSync, statSync } from 'node:fs';
import { getHeapStatistics } from 'node:v8';
import { t } from '@vscode/l10n';
import { LARGE_LOGS, compareLarge, type ByteSource, type LargeComparison, type Progress } from './core/compare/large/compare';

/**
 * Compares two large files, a slice of work at a time; undefined if they are small, or of formats that only the comparison in memory
 * can read. `inDetail` as in `LargeOptions`. The files are closed when it is done or given up.
 */
export function* compareFilesInSlices(
  first: string,
  second: string,
  inDetail?: number,
): Generator<Progress, LargeComparison | undefined> {
  if (first === '-' || second === '-') return undefined;
  const open: number[] = [];
  try {
    const sources = [first, second].map((path): ByteSource => {
      const descriptor = openSync(path, 'r');
      open.push(descriptor);
      const { size } = fstatSync(descriptor);
      return { size, read: (at, into) => readSync(descriptor, into, 0, into.length, at) };
    }) as [ByteSource, ByteSource];
    if (sources[0].size + sources[1].size < LARGE_LOGS) return undefined;
    return yield* compareLarge(...sources, { inDetail });
  } catch (error) {
    // The comparison in memory tells what is wrong with a file.
    if ((error as NodeJS.ErrnoException).code !== undefined) return undefined;
    throw error;
  } finally {
    for (const descriptor of open) closeSync(descriptor);
  }
}

/** The same at once; `onProgress` is called between slices of work and may throw to stop it. */
export function compareFiles(
  first: string,
  second: string,
  inDetail?: number,
  onProgress?: (progress: Progress) => void,
): LargeComparison | undefined {
  const work = compareFilesInSlices(first, second, inDetail);
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
    onProgress?.(value);
  }
}

/** Memory that a comparison in memory takes for each byte of the logs. */
const MEMORY_A_BYTE = 20;
/** No text is longer, in characters. */
const LONGEST_TEXT = 0x1fffffe8;

/** What to tell the user if logs of formats that are read whole are too large for that; undefined if they are not. */
export function tooLarge(paths: readonly string[]): string | undefined {
  const sizes = paths.map((path) => statSync(path, { throwIfNoEntry: false })?.size ?? 0);
  const size = sizes.reduce((sum, n) => sum + n, 0);
  if (size * MEMORY_A_BYTE < getHeapStatistics().heap_size_limit && Math.max(...sizes) < LONGEST_TEXT) return undefined;
  return t(
    'These logs are too large: {0} MB. At any size only logs of sendmail -X, swaks and Outlook are compared. Compare parts of them.',
    Math.round(size / 1e6),
  );
}
