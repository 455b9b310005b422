/** How the command line reads: files, folders and standard input, as bytes. */
import { closeSync, openSync, readFileSync, readSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { t } from '@vscode/l10n';
import { textOfBytes } from '../core/bytes';

/** Something the user can mend, told in one line; the program ends with exit code 2. */
export class UsageError extends Error {}

/** The bytes of a file, or of standard input for `-`. Throws a `UsageError` in the user's terms if it cannot be read. */
export function readBytes(path: string): Uint8Array {
  try {
    return path === '-' ? readInput() : readFileSync(path);
  } catch (error) {
    throw new UsageError(explainFailure(path, error as NodeJS.ErrnoException));
  }
}

/** Standard input to its end. */
function readInput(): Uint8Array {
  return Buffer.concat([...pieces(0)]);
}

/**
 * The text of a log in chunks, as `decodeBytes` gives it whole. Throws a `UsageError` in the user's terms if it cannot be read. A file
 * in UTF-16 is one chunk.
 */
export function* readChunks(path: string): Iterable<string> {
  let file = 0;
  try {
    if (path !== '-') file = openSync(path, 'r');
    let begun = false;
    for (const piece of pieces(file)) {
      if (begun) yield piece.toString('latin1');
      else if (piece[0] === 0xff || piece[0] === 0xfe) {
        yield decodeBytes(Buffer.concat([piece, ...pieces(file)]));
        return;
      } else yield decodeBytes(piece);
      begun = true;
    }
  } catch (error) {
    throw new UsageError(explainFailure(path, error as NodeJS.ErrnoException));
  } finally {
    if (file !== 0) closeSync(file);
  }
}

/** What can be read of a file, piece by piece. Standard input may be one that does not wait (EAGAIN); then we do. */
function* pieces(file: number): Iterable<Buffer> {
  for (;;) {
    const piece = Buffer.allocUnsafe(1 << 20);
    try {
      const length = readSync(file, piece);
      if (length === 0) return;
      yield piece.subarray(0, length);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EOF') return; // a console of Windows
      if (code !== 'EAGAIN') throw error;
      pause();
    }
  }
}

/** Gives the other end of a pipe a moment. */
export function pause(): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
}

/** Writes a text as UTF-8. Throws a `UsageError` in the user's terms if that cannot be done. */
export function writeFile(path: string, text: string): void {
  try {
    writeFileSync(path, text);
  } catch (error) {
    throw new UsageError(
      t('{0}: cannot be written ({1}).', path, (error as NodeJS.ErrnoException).code ?? (error as Error).message),
    );
  }
}

/** Text of a configuration file: UTF-8, stray bytes as U+FFFD. A byte order mark stays: sendmail takes it for text. */
export function decodeText(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
}

/** Text of a transcript, a byte string: a lone CR and 8-bit bytes are evidence. */
export function decodeBytes(bytes: Uint8Array): string {
  return textOfBytes(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1'));
}

/** The paths to look at: a file as it is (`wanted` does not count), a folder as the files below it that `wanted` takes, in order. */
export function expand(paths: readonly string[], wanted: (path: string) => boolean): string[] {
  return paths.flatMap((path) => {
    if (!isFolder(path)) return [path];
    return namesBelow(path)
      .map((name) => join(path, name))
      .filter((file) => wanted(file) && isFile(file))
      .sort();
  });
}

function namesBelow(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' });
  } catch (error) {
    throw new UsageError(explainFailure(folder, error as NodeJS.ErrnoException));
  }
}

/** True for a file that can be read to its end: no link that leads nowhere, no pipe that would be waited for. */
export function isFile(path: string): boolean {
  try {
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/** The files to look for logs in: all that are not hidden. */
export function logsBelow(paths: readonly string[]): string[] {
  return expand(paths, (file) => !basename(file).startsWith('.'));
}

/** Whether a path is a folder; `-` is none. Throws a `UsageError` if there is nothing under it. */
export function isFolder(path: string): boolean {
  if (path === '-') return false;
  try {
    return statSync(path).isDirectory();
  } catch (error) {
    throw new UsageError(explainFailure(path, error as NodeJS.ErrnoException));
  }
}

/** Why a file cannot be read, in the user's terms. */
export function explainFailure(path: string, error: NodeJS.ErrnoException): string {
  if (error.code === 'ENOENT') return t('{0}: there is no such file.', path);
  if (error.code === 'EACCES') return t('{0}: permission to read it is denied.', path);
  if (error.code === 'EISDIR') return t('{0}: is a folder, not a file.', path);
  return t('{0}: cannot be read ({1}).', path, error.code ?? error.message);
}
