/** The request `postmaster/compare`: two transcripts in, report and views out. */
import { t } from '@vscode/l10n';
import { LSPErrorCodes, ResponseError, type CancellationToken, type Connection } from 'vscode-languageserver';
import { readableAll, textOfBytes } from './core/bytes';
import { compare } from './core/compare/compare';
import { reportText } from './core/compare/text';
import { alignedTexts } from './core/compare/views';
import type { Transcript } from './core/smtp/model';
import { readTranscript } from './core/smtp/reader';
import type { Documents } from './documents';
import { oneLine, type Log } from './guard';
import type { Host } from './host';
import { COMPARE, type CompareParams, type CompareResult } from './protocol';

/** Answers `COMPARE`. What the user can mend is an error with a message for him; anything else is one line in the log. */
export function serveComparing(connection: Connection, documents: Documents, host: Host, log: Log): void {
  connection.onRequest(COMPARE, async (params: CompareParams, token: CancellationToken) => {
    try {
      return await compareFiles(params, documents, host, token, log);
    } catch (error) {
      if (error instanceof ResponseError) return error;
      log(`${COMPARE} failed: ${oneLine(error)}`);
      return new ResponseError(LSPErrorCodes.RequestFailed, t('The comparison failed: {0}', oneLine(error)));
    }
  });
}

async function compareFiles(
  params: CompareParams,
  documents: Documents,
  host: Host,
  token: CancellationToken,
  log: Log,
): Promise<CompareResult> {
  const { left, right } = params;
  const read = async (uri: string): Promise<Transcript> => {
    const transcript = readTranscript(await textOf(uri, params, documents, host));
    if (transcript.sessions.length === 0) throw failed(t('{0} is no SMTP transcript: no session was found in it.', nameOf(uri)));
    return transcript;
  };
  const first = await read(left);
  await turn(token);
  const second = await read(right);
  await turn(token);
  const found = compare(first, second, { onBrokenRule: (rule, error) => log(`rule ${rule} failed: ${oneLine(error)}`) });
  await turn(token);
  const report = readableAll(found);
  const { text, links } = reportText(report, [nameOf(left), nameOf(right)]);
  const [client, server] = report.swapped ? [right, left] : [left, right];
  return { report, client, server, text, links, aligned: readableAll(alignedTexts(found, first, second)) };
}

/** The bytes of the file if it has any that count, else the text the editor has. */
async function textOf(uri: string, params: CompareParams, documents: Documents, host: Host): Promise<string> {
  const open = documents.text(uri);
  if (open !== undefined && params.unsaved?.includes(uri)) return open;
  try {
    return textOfBytes(await host.read(uri));
  } catch (error) {
    if (open !== undefined) return open;
    throw failed(oneLine(error));
  }
}

/** Lets what came in meanwhile have its turn, then stops if the client no longer wants the answer. */
async function turn(token: CancellationToken): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 0));
  if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'Request cancelled');
}

function failed(message: string): ResponseError<never> {
  return new ResponseError(LSPErrorCodes.RequestFailed, message);
}

/** The last part of a URI's path as a reader knows it. */
function nameOf(uri: string): string {
  const name = uri.split(/[/:]/).pop() ?? uri;
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
