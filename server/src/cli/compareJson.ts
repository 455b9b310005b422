/** What the output of `compare` has in common, of two logs and of more. */
import type { CompareReport, LogPlace, Unpaired } from '../core/compare/report';

/** The files' names for the report's columns, with as much of their folders as tells them apart. */
export function shortNames(paths: readonly string[]): string[] {
  const split = paths.map((path) => path.split(/[\\/]/));
  const longest = Math.max(...split.map((x) => x.length));
  for (let parts = 1; ; parts++) {
    const names = split.map((x) => x.slice(-parts).join('/'));
    if (parts >= longest || new Set(names).size === names.length) return names;
  }
}

/** The JSON that others rely on; lines from 1. */
export function reportJson(report: CompareReport): object {
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
