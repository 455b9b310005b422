/** Compares logs by their paths, without having them whole in memory. For Node alone. */
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
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
