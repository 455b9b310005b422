/** Handlers that cannot hurt: whatever goes wrong in one request, the user sees an empty result and the log one line. */
import { LSPErrorCodes, ResponseError, type CancellationToken } from 'vscode-languageserver';

export type Log = (line: string) => void;

/**
 * Wraps a request's handler. A request that was cancelled is answered so; an exception gives `empty` and one line in the log,
 * unless it is an answer for the client.
 */
export function guarded<P, R>(
  log: Log,
  name: string,
  empty: R,
  handle: (params: P, token: CancellationToken) => R | Promise<R>,
): (params: P, token: CancellationToken) => Promise<R | ResponseError<never>> {
  return async (params, token) => {
    if (token.isCancellationRequested) return cancelled();
    try {
      const result = await handle(params, token);
      return token.isCancellationRequested ? cancelled() : result;
    } catch (error) {
      if (error instanceof ResponseError) return error as ResponseError<never>;
      log(`${name} failed: ${oneLine(error)}`);
      return empty;
    }
  };
}

/** A log that says the same thing once, not at every keystroke. */
export function once(log: Log): Log {
  const said = new Set<string>();
  return (line) => {
    if (said.has(line)) return;
    if (said.size >= 1000) said.clear();
    said.add(line);
    log(line);
  };
}

/** The message of anything thrown, on one line. */
export function oneLine(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).replace(/\s+/g, ' ').trim();
}

function cancelled(): ResponseError<never> {
  return new ResponseError<never>(LSPErrorCodes.RequestCancelled, 'Request cancelled');
}
