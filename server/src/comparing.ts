/** The request `postmaster/compare`: two transcripts in, report and views out. */
import { t } from '@vscode/l10n';
import { LSPErrorCodes, ResponseError, type CancellationToken, type Connection } from 'vscode-languageserver';
import { textOfBytes } from './core/bytes';
import { compareChain } from './core/compare/chain';
import { compare } from './core/compare/compare';
import { pageHtml } from './core/compare/ladder/html';
import { chainPage, pageOf } from './core/compare/ladder/page';
import { pageSvg } from './core/compare/ladder/svg';
import { LARGE_LOGS } from './core/compare/large/compare';
import type { Transcript } from './core/smtp/model';
import { readTranscript } from './core/smtp/reader';
import { createSource, lineSpan } from './core/text';
import { comparisonOf, compareInSlices, noSession, type Comparison } from './comparison';
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
import { nameOf } from './uris';

/** What a comparison is made with. */
export interface Means {
  readonly connection: Connection;
  readonly documents: Documents;
  readonly host: Host;
  readonly log: Log;
  /** The texts of the user's language. */
  readonly l10n: Readonly<Record<string, string>> | undefined;
}

/** Answers `COMPARE` and `LADDER`. What the user can mend is an error with a message for him; anything else is one line in the log. */
export function serveComparing(means: Means): void {
  const { connection, log } = means;
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
    answer(COMPARE, () => compareFiles(params, means, token)),
  );
  connection.onRequest(LADDER, (params: LadderParams, token: CancellationToken) =>
    answer(LADDER, () => drawLadder(params, means, token)),
  );
}

async function compareFiles(
  params: CompareParams,
  { documents, host, log, connection, l10n }: Means,
  token: CancellationToken,
): Promise<CompareResult> {
  const { left, right, lines, unsaved = [], workDoneToken } = params;
  const names = [nameOf(left), nameOf(right)] as const;
  const finish = ({ sessions, ...result }: Comparison): CompareResult => {
    const none = noSession({ sessions }, names);
    if (none !== undefined) throw failed(none);
    const [client, server] = result.report.swapped ? [right, left] : [left, right];
    return { ...result, client, server };
  };
  const tell = (part: number, message = ''): void => {
    if (workDoneToken === undefined) return;
    const value = { kind: 'report', percentage: Math.floor(part * 100), message };
    void connection.sendNotification('$/progress', { token: workDoneToken, value });
  };
  const whole = !lines && unsaved.length === 0;
  if (whole && host.compare) {
    const job = { uris: [left, right] as const, names, l10n };
    const done = await inThread(
      () => host.compare!(job, token, ({ part, pairs, signs }) => tell(part, soFar(pairs, signs))),
      token,
    );
    if (done) return finish(done as Comparison);
  }
  const logs: Transcript[] = [];
  const texts: string[] = [];
  for (const uri of [left, right]) texts.push(await textOf(uri, params, documents, host));
  if (whole && texts[0]!.length + texts[1]!.length >= LARGE_LOGS) {
    const done = await compareInSlices(texts[0]!, texts[1]!, names, async (part) => {
      tell(part);
      await turn(token);
    });
    if (done) return finish(done);
  }
  for (const [i, uri] of [left, right].entries()) {
    logs.push(transcriptOf(uri, texts[i]!, lines?.[i]));
    await turn(token);
  }
  const [first, second] = logs as [Transcript, Transcript];
  const report = compare(first, second, { onBrokenRule: (rule, error) => log(`rule ${rule} failed: ${oneLine(error)}`) });
  await turn(token);
  return finish(comparisonOf({ report, transcripts: [first, second], detailed: report.pairs.map((_, i) => i) }, names));
}

/** What is known before a comparison is done. */
function soFar(pairs: number, signs: number): string {
  return t('{0} pairs of sessions, {1} with signs', pairs, signs);
}

/** A file that cannot be read by its path may still be open in the editor. */
async function inThread<T>(work: () => Promise<T | undefined>, token: CancellationToken): Promise<T | undefined> {
  try {
    const done = await work();
    if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'Request cancelled');
    return done;
  } catch (error) {
    if (error instanceof ResponseError || (error as NodeJS.ErrnoException).code === undefined) throw error;
    return undefined;
  }
}

/** The transcript of a log, or of some of its lines; throws an error for the user where there is no session. */
function transcriptOf(uri: string, text: string, lines: LineRange | undefined): Transcript {
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
  { documents, host, l10n }: Means,
  token: CancellationToken,
): Promise<LadderResult> {
  if (host.compare && logs.length === 2 && !unsaved?.length && logs.every((log) => !log.lines)) {
    const uris = [logs[0]!.uri, logs[1]!.uri] as const;
    const job = { uris, names: [nameOf(uris[0]), nameOf(uris[1])] as const, l10n, ladder: { draw, page: options } };
    const done = await inThread(() => host.compare!(job, token, () => {}), token);
    if (done) return done as LadderResult;
  }
  const transcripts: Transcript[] = [];
  for (const { uri, lines } of logs) {
    transcripts.push(transcriptOf(uri, await textOf(uri, { unsaved }, documents, host), lines));
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
