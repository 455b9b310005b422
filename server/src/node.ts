/** The language server under Node: over standard input and output (`--stdio`), or IPC when the extension starts it. */
import './compiling';
import { readdir, readFile, stat } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { createConnection, type Connection } from 'vscode-languageserver/node';
import { cancelWaiting } from './cancel';
import { explainFailure } from './cli/files';
import { inThread, isCompareThread } from './compareThread';
import { oneLine } from './guard';
import { askClient, type Host } from './host';
import { startServer } from './server';

/** In bytes. */
const WORTH_A_THREAD = 100_000;

const transports = ['--stdio', '--node-ipc', '--socket', '--pipe'];

if (isCompareThread()) {
  // Its work is done and told.
} else if (process.argv.some((arg) => transports.includes(arg.split('=')[0]!))) {
  const connection = createConnection({ connectionStrategy: cancelWaiting });
  // Nothing a file can hold may end the server: what no handler caught is said once and the server goes on.
  process.on('uncaughtException', (error) => connection.console.error(`unexpected: ${oneLine(error)}`));
  process.on('unhandledRejection', (error) => connection.console.error(`unexpected: ${oneLine(error)}`));
  startServer(connection, nodeHost(connection));
} else {
  console.error(`postmaster: this is the language server; say how to talk to it: ${transports.slice(0, 2).join(' or ')}`);
  process.exitCode = 2;
}

/** The path of a file of this machine; undefined for what lies elsewhere. What is no URI at all is taken for a path. */
function pathOf(uri: string): string | undefined {
  try {
    return fileURLToPath(uri);
  } catch {
    return URL.canParse(uri) ? undefined : uri;
  }
}

/** Reads files of the machine itself; anything else (a file inside an archive, a remote repository) only the client knows. */
function nodeHost(connection: Connection): Host {
  const client = askClient(connection);
  return {
    async read(uri) {
      const path = pathOf(uri);
      if (path === undefined) return client.read(uri);
      try {
        const found = await stat(path);
        // A device has no end, and a pipe would be waited for: links in a folder may lead to either.
        if (!found.isFile() && !found.isDirectory()) throw new Error('no regular file');
        return await readFile(path, 'latin1');
      } catch (error) {
        throw new Error(explainFailure(path, error as NodeJS.ErrnoException), { cause: error });
      }
    },
    async list(uri) {
      const path = pathOf(uri);
      if (path === undefined) return client.list(uri);
      const entries = await readdir(path, { withFileTypes: true });
      // A pipe would be waited for.
      return entries.filter((entry) => entry.isFile() || entry.isSymbolicLink()).map((entry) => entry.name);
    },
    async compare({ uris, ...job }, token, onProgress) {
      const [first, second] = uris.map(pathOf);
      if (first === undefined || second === undefined) return undefined;
      const paths: [string, string] = [first, second];
      const found = await Promise.all(paths.map((path) => stat(path)));
      // A thread takes longer to start than a small comparison takes.
      if (!found.every((f) => f.isFile()) || found[0]!.size + found[1]!.size < WORTH_A_THREAD) return undefined;
      return inThread(__filename, { ...job, paths }, token, onProgress);
    },
  };
}
