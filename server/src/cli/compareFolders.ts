/** `compare` on folders: every log in them, each session on the side that its own log says. */
import { t } from '@vscode/l10n';
import { readableAll } from '../core/bytes';
import { compare } from '../core/compare/compare';
import type { CompareReport, Evidence, SessionPair } from '../core/compare/report';
import { mergeTranscripts, type Merged } from '../core/smtp/merge';
import type { Session, Side, Transcript } from '../core/smtp/model';
import { readTranscript } from '../core/smtp/reader';
import { reportJson, shortNames, type Locate } from './compareJson';
import { exitOf, linesOf, sumsOf, summaryText, type Output } from './compareOutput';
import { decodeBytes, logsBelow, readBytes, UsageError } from './files';
import type { Outcome } from './outcome';

/** A log with sessions in it, and what it was found under: the first argument or another. */
interface Log {
  readonly path: string;
  readonly transcript: Transcript;
  readonly first: boolean;
}

/** More pairs than anybody reads; the sums count them all, and JSON has them. */
const MOST = 50;

/**
 * Compares all logs below `paths`, files or folders: the sessions that clients wrote against those that servers wrote. Logs of an
 * observer count for the client if they stand under the first path. Files without SMTP are passed over.
 */
export function compareFolders(paths: readonly string[], output: Output): Outcome {
  const logs = paths.flatMap((path, i) => readLogs(path, i === 0));
  const all = logs.map((log) => log.transcript);
  const merged = {
    client: mergeTranscripts(all, 'client', (session, i) => sideOf(session, logs[i]!) === 'client'),
    server: mergeTranscripts(all, 'server', (session, i) => sideOf(session, logs[i]!) === 'server'),
  };
  for (const side of ['client', 'server'] as const) {
    if (merged[side].transcript.sessions.length > 0) continue;
    const none = { client: t('no session that a client wrote'), server: t('no session that a server wrote') }[side];
    throw new UsageError(t('{0}: in {1} logs there is {2}.', paths.join(', '), logs.length, none));
  }
  const found = compare(merged.client.transcript, merged.server.transcript);
  const exit = exitOf(found.verdict);
  const names = shortNames(logs.map((log) => log.path));
  if (output.format === 'ndjson') return { exit, text: linesOf(found, locator(merged, pathsOf(logs))) };
  const report = readableAll(found);
  if (output.format === 'json') {
    const json = output.summary ? sumsOf(report) : reportJson(report, locator(merged, pathsOf(logs)));
    return { exit, text: JSON.stringify(json, null, 1) };
  }
  const text = output.summary ? summaryText(report) : `${summaryText(report)}\n${pairsText(report, locator(merged, names))}`;
  return { exit, text: text.trimEnd() };
}

const pathsOf = (logs: readonly Log[]): string[] => logs.map((log) => log.path);

function readLogs(path: string, first: boolean): Log[] {
  return logsBelow([path]).flatMap((file) => {
    const transcript = readTranscript(decodeBytes(readBytes(file)));
    return transcript.sessions.length > 0 ? [{ path: file, transcript, first }] : [];
  });
}

function sideOf({ vantage }: Session, { first }: Log): Side {
  if (vantage !== 'both') return vantage;
  return first ? 'client' : 'server';
}

function locator(merged: Record<Side, Merged>, names: readonly string[]): Locate {
  return (side, line) => {
    const place = merged[side].placeOf(line);
    return { file: names[place.log], line: place.line + 1 };
  };
}

/** The pairs with a sign, those with the heaviest first, each sign with its places. */
function pairsText(report: CompareReport, locate: Locate): string {
  const told = report.pairs.filter((p) => p.verdict !== 'none').sort((a, b) => b.points - a.points);
  const place = (side: Side, line: number | undefined): string => {
    if (line === undefined) return '–';
    const at = locate(side, line);
    return `${at.file}:${at.line}`;
  };
  const sign = (e: Evidence): string =>
    `    ${e.weight.padEnd(8)}  ${place('client', e.client?.line)}  ${place('server', e.server?.line)}  ${e.message}`;
  const pair = (p: SessionPair): string => {
    const head =
      `${place('client', p.client.line)} ↔ ${place('server', p.server.line)}  ${p.verdict}  ${p.product ?? ''}`.trimEnd();
    return ['', `  ${head}`, ...p.evidence.filter((e) => e.weight !== 'neutral').map(sign)].join('\n');
  };
  const rest = told.length - MOST;
  return [...told.slice(0, MOST).map(pair), ...(rest > 0 ? ['', `  ${t('and {0} more pairs', rest)}`] : [])].join('\n');
}
