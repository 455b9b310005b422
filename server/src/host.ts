/** How the server comes by files that the editor has not opened. Node reads them itself, the browser asks the client. */
import type { CancellationToken, Connection } from 'vscode-languageserver';
import type { CompareJob, CompareJobResult, JobProgress } from './compareJob';
import {
  READ_FILE,
  READ_FOLDER,
  type ReadFileParams,
  type ReadFileResult,
  type ReadFolderParams,
  type ReadFolderResult,
} from './protocol';

export interface Host {
  /**
   * The bytes of a file, one character (U+0000 to U+00FF) for each, so that nothing is lost: line ends and 8-bit bytes are
   * evidence. Rejects with a message for the user if the file cannot be read.
   */
  read(uri: string): Promise<string>;
  /** The names of the files in a folder, without those of folders. Rejects if it cannot be looked into. */
  list(uri: string): Promise<string[]>;
  /**
   * Compares two files away from the event loop; undefined where that is not possible. A cancelled token ends the work; rejects
   * with a message for the user if a file cannot be read.
   */
  compare?(
    job: Omit<CompareJob, 'paths'> & { readonly uris: readonly [string, string] },
    token: CancellationToken,
    onProgress: (progress: JobProgress) => void,
  ): Promise<CompareJobResult | undefined>;
}

/** A host that has the client read: in a browser, and for files that live nowhere but in the editor. */
export function askClient(connection: Connection): Host {
  return {
    async read(uri) {
      const params: ReadFileParams = { uri };
      const { bytes } = await connection.sendRequest<ReadFileResult>(READ_FILE, params);
      return bytes;
    },
    async list(uri) {
      const params: ReadFolderParams = { uri };
      const { names } = await connection.sendRequest<ReadFolderResult>(READ_FOLDER, params);
      return [...names];
    },
  };
}
