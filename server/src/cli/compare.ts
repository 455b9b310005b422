/** `postmaster compare CLIENT SERVER`: what stands between the two. */
import { t } from '@vscode/l10n';
import { compare as compareTranscripts } from '../core/compare/compare';
import type { CompareReport, LogPlace, Unpaired } from '../core/compare/report';
import { reportText } from '../core/compare/text';
import { readableAll } from '../core/bytes';
import { UsageError } from './files';
import type { Outcome } from './outcome';
import { readLog } from './sessions';

/** Compares two logs (one of them may be `-`). Exit 1 if the verdict is likely or certain. */
export function compare(paths: readonly string[], format: string): Outcome {
  const [client, server] = paths;
  if (client === undefined || server === undefined || paths.length > 2) {
    throw new UsageError(
      t("compare takes two files: the client's log and the server's. Example: postmaster compare client.log server.log"),
    );
  }
  const report = readableAll(compareTranscripts(readLog(client), readLog(server)));
  const found = report.verdict === 'likely' || report.verdict === 'certain';
  const text = format === 'json' ? JSON.stringify(toJson(report), null, 1) : reportText(report, shortNames(client, server)).text;
  return { exit: found ? 1 : 0, text };
}

/** The files' names for the report's columns, with as much of their folders as tells them apart. */
function shortNames(a: string, b: string): [string, string] {
  const [x, y] = [a.split(/[\\/]/), b.split(/[\\/]/)];
  let parts = 1;
  while (parts < Math.max(x.length, y.length) && x.slice(-parts).join('/') === y.slice(-parts).join('/')) parts++;
  return [x.slice(-parts).join('/'), y.slice(-parts).join('/')];
}

/** The JSON that others rely on; lines from 1. */
function toJson(report: CompareReport): object {
  return {
    verdict: report.verdict,
    product: report.product,
    pairs: report.pairs.map((pair) => ({
      client: lines(pair.client),
      server: lines(pair.server),
      verdict: pair.verdict,
      product: pair.product,
      evidence: pair.evidence.map((e) => ({
        rule: e.rule,
        weight: e.weight,
        message: e.message,
        client: e.client && line(e.client),
        server: e.server && line(e.server),
      })),
    })),
    unpaired: { client: report.unpaired.client.map(unpaired), server: report.unpaired.server.map(unpaired) },
  };
}

function lines(place: { line: number; endLine: number }): { line: number; endLine: number } {
  return { line: place.line + 1, endLine: place.endLine + 1 };
}

function line(place: LogPlace): { line: number } {
  return { line: place.line + 1 };
}

function unpaired(session: Unpaired): object {
  return { ...lines(session), reason: session.reason };
}
