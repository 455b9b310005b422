/** The thread in which files are compared, so that the server answers meanwhile. For Node alone. */
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import type { CancellationToken } from 'vscode-languageserver';
import { explainFailure } from './cli/files';
import { doCompareJob, type CompareJob, type CompareJobResult, type JobProgress } from './compareJob';
import { oneLine } from './guard';

/** What the thread sends. */
type Message = { readonly progress: JobProgress } | { readonly result: CompareJobResult } | { readonly failure: string };

/** How often progress is told, in milliseconds. */
const PAUSE = 100;

/** True if this program runs as such a thread; then it does its work and tells. */
export function isCompareThread(): boolean {
  if (isMainThread || !parentPort) return false;
  const job = workerData as CompareJob;
  let told = 0;
  const send = (message: Message): void => parentPort!.postMessage(message);
  try {
    const result = doCompareJob(job, (progress) => {
      const now = Date.now();
      if (now - told < PAUSE) return;
      told = now;
      send({ progress });
    });
    send({ result });
  } catch (error) {
    const { code, path } = error as NodeJS.ErrnoException;
    send({
      failure: code === undefined ? oneLine(error) : explainFailure(path ?? job.paths.join(', '), error as NodeJS.ErrnoException),
    });
  }
  return true;
}

/** Does a job in a thread of its own that runs `program`; undefined if the token is cancelled, which ends the thread at once. */
export function inThread(
  program: string,
  job: CompareJob,
  token: CancellationToken,
  onProgress: (progress: JobProgress) => void,
): Promise<CompareJobResult | undefined> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(program, { workerData: job, argv: [] });
    const cancelled = token.onCancellationRequested(() => finish(() => resolve(undefined)));
    const finish = (how: () => void): void => {
      cancelled.dispose();
      void worker.terminate();
      how();
    };
    worker.on('message', (message: Message) => {
      if ('progress' in message) onProgress(message.progress);
      else if ('result' in message) finish(() => resolve(message.result));
      else finish(() => reject(new Error(message.failure)));
    });
    // Without its code, which would say that the file can be had otherwise: what is too much for a thread is too much here.
    worker.on('error', (error) => finish(() => reject(new Error(oneLine(error)))));
    worker.on('exit', () => finish(() => resolve(undefined)));
  });
}
