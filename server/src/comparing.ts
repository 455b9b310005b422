/** The request `postmaster/compare`: two transcripts in, report and views out. */
import { t } from '@vscode/l10n';
import { LSPErrorCodes, ResponseError, type CancellationToken, type Connection } from 'vscode-languageserver';
import { readableAll, textOfBytes } from './core/bytes';
import { compareChain } from './core/compare/chain';
import { compare } from './core/compare/compare';
import { pageHtml } from './core/compare/ladder/html';
import { chainPage, pageOf } from './core/compare/ladder/page';
import { pageSvg } from './core/compare/ladder/svg';
import { reportText } from './core/compare/text';
import { alignedTexts } from './core/compare/views';
import type { Transcript } from './core/smtp/model';
import { readTranscript } from './core/smtp/reader';
import { createSource, lineSpan } from './core/text';
import type { Documents } from './documents';
import { oneLine, type Log } from './guard';
import type { Host } from './host';
import {
  COMPARE,
  LADDER,
  type CompareParams,
  type CompareResult,
  type LadderParams,
  type LadderResult,
  type LineRange,
} from './protocol';

/** Answers `COMPARE` and `LADDER`. What the user can mend is an error with a message for him; anything else is one line in the log. */
export function serveComparing(connection: Connection, documents: Documents, host: Host, log: Log): void {
  const answer = async <T>(request: string, work: () => Promise<T>): Promise<T | ResponseError<unknown>> => {
    try {
      return await work();
    } catch (error) {
      if (error instanceof ResponseError) return error;
      log(`${request} failed: ${oneLine(error)}`);
      return new ResponseError(LSPErrorCodes.RequestFailed, t('The comparison failed: {0}', oneLine(error)));
    }
  };
  connection.onRequest(COMPARE, (params: CompareParams, token: CancellationToken) =>
    answer(COMPARE, () => compareFiles(params, documents, host, token, log)),
  );
  connection.onRequest(LADDER, (params: LadderParams, token: CancellationToken) =>
    answer(LADDER, () => drawLadder(params, documents, host, token)),
  );
}

async function compareFiles(
  params: CompareParams,
  documents: Documents,
  host: Host,
  token: CancellationToken,
  log: Log,
): Promise<CompareResult> {
  const { left, right } = params;
  const first = await readLog(left, params.lines?.[0], params, documents, host);
  await turn(token);
  const second = await readLog(right, params.lines?.[1], params, documents, host);
  await turn(token);
  const found = compare(first, second, { onBrokenRule: (rule, error) => log(`rule ${rule} failed: ${oneLine(error)}`) });
  await turn(token);
  const report = readableAll(found);
  const { text, links } = reportText(report, [nameOf(left), nameOf(right)]);
  const [client, server] = report.swapped ? [right, left] : [left, right];
  return { report, client, server, text, links, aligned: readableAll(alignedTexts(found, first, second)) };
}

/** The transcript of a log, or of some of its lines; throws an error for the user where there is no session. */
async function readLog(
  uri: string,
  lines: LineRange | undefined,
  params: Pick<CompareParams, 'unsaved'>,
  documents: Documents,
  host: Host,
): Promise<Transcript> {
  const text = await textOf(uri, params, documents, host);
  const transcript = readTranscript(lines ? onlyLines(text, lines) : text);
  if (transcript.sessions.length > 0) return transcript;
  throw failed(
    lines
      ? t('No SMTP session was found in what is selected in {0}.', nameOf(uri))
      : t('{0} is no SMTP transcript: no session was found in it.', nameOf(uri)),
  );
}

/** A text without its other lines, the numbers of those that stay unchanged. */
function onlyLines(text: string, [first, last]: LineRange): string {
  const source = createSource(text);
  const start = lineSpan(source, first).start;
  return '\n'.repeat(first) + text.slice(start, lineSpan(source, last).end);
}

/** The bytes of the file if it has any that count, else the text the editor has. */
async function textOf(uri: string, params: Pick<CompareParams, 'unsaved'>, documents: Documents, host: Host): Promise<string> {
  const open = documents.text(uri);
  if (open !== undefined && params.unsaved?.includes(uri)) return open;
  try {
    return textOfBytes(await host.read(uri));
  } catch (error) {
    if (open !== undefined) return open;
    throw failed(oneLine(error));
  }
}

/** Answers `LADDER`. Nothing is kept from a comparison before: the page always shows what the logs say now. */
async function drawLadder(
  { logs, draw, page: options, unsaved }: LadderParams,
  documents: Documents,
  host: Host,
  token: CancellationToken,
): Promise<LadderResult> {
  const transcripts: Transcript[] = [];
  for (const { uri, lines } of logs) {
    transcripts.push(await readLog(uri, lines, { unsaved }, documents, host));
    await turn(token);
  }
  const names = logs.map((log) => nameOf(log.uri));
  const formats = transcripts.map((x) => x.format);
  const [first, second] = transcripts;
  const page =
    transcripts.length === 2
      ? pageOf(compare(first!, second!), first!, second!, [names[0]!, names[1]!])
      : chainPage(compareChain(transcripts, names), names, formats);
  await turn(token);
  return { text: draw === undefined ? pageHtml(page, options) : pageSvg(page, draw), verdict: page.verdict };
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
