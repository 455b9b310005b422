/** `compare` of large logs as JSON: what it tells is written as it is found or made, and never all of it kept. */
import type { LargeComparison, Progress } from '../core/compare/large/compare';
import type { CompareReport } from '../core/compare/report';
import { compareFilesInSlices } from '../largeFiles';
import { pairLine, reportJson, unpairedLine } from './compareJson';
import { exitOf, linesOf } from './compareOutput';
import type { Outcome } from './outcome';

/** About so many characters are written at a time. */
const PIECE = 64 * 1024;

/**
 * Compares two large files; undefined if they are small or of formats that are read into memory. `otherwise` does that, for logs that
 * turn out to be such when some lines are written already.
 */
export function compareLargeAsJson(
  client: string,
  server: string,
  format: 'json' | 'ndjson',
  otherwise: () => CompareReport,
): Outcome | undefined {
  const work = compareFilesInSlices(client, server, 0);
  const begun = work.next();
  if (begun.done) return undefined;
  if (format === 'ndjson') {
    const outcome: { exit: 0 | 1; text: Iterable<string> } = { exit: 0, text: [] };
    outcome.text = joined(linesAsFound(begun.value, work, otherwise, (exit) => (outcome.exit = exit)));
    return outcome;
  }
  let step: IteratorResult<Progress, LargeComparison | undefined> = begun;
  while (!step.done) step = work.next();
  const done = step.value;
  return done && { exit: exitOf(done.rest.verdict), text: joined(wholeOf(done)) };
}

/** A line for each pair as soon as it is known, then the rest as `linesOf` has it; an empty one where others should be written now. */
function* linesAsFound(
  first: Progress,
  work: Generator<Progress, LargeComparison | undefined>,
  otherwise: () => CompareReport,
  exit: (code: 0 | 1) => void,
): Iterable<string> {
  const told = new Set<string>();
  let count = 0;
  let step: IteratorResult<Progress, LargeComparison | undefined> = { done: false, value: first };
  for (; !step.done; step = work.next()) {
    const { signs, sign } = step.value;
    for (; count < signs; count++) {
      const pair = sign(count);
      told.add(placeOf(pair.lines[0]!, pair.lines[2]!));
      yield pairLine(pair);
    }
    yield '';
  }
  const report = step.value ? { ...step.value.rest, pairs: [] } : otherwise();
  exit(exitOf(report.verdict));
  yield* linesOf({ ...report, pairs: report.pairs.filter(({ client, server }) => !told.has(placeOf(client.line, server.line))) });
}

function placeOf(client: number, server: number): string {
  return `${client} ${server}`;
}

/** The JSON of `reportJson`, a pair a line. */
function* wholeOf({ rest, lined }: LargeComparison): Iterable<string> {
  const { unpaired } = rest;
  const head = JSON.stringify(reportJson({ ...rest, pairs: [], unpaired: { client: [], server: [] } }));
  const [before, behind] = head.split('"pairs":[]', 2) as [string, string];
  const [between] = behind.split('"unpaired":', 1) as [string];
  yield `${before}"pairs":[`;
  yield* parted(lined(), pairLine);
  yield `]${between}"unpaired":{"client":[`;
  yield* parted(unpaired.client, unpairedLine);
  yield '],"server":[';
  yield* parted(unpaired.server, unpairedLine);
  yield ']}}';
}

/** Each as a line, with a comma behind all but the last. */
function* parted<T>(all: Iterable<T>, lineOf: (one: T) => string): Iterable<string> {
  let last: string | undefined;
  for (const one of all) {
    if (last !== undefined) yield last + ',';
    last = lineOf(one);
  }
  if (last !== undefined) yield last;
}

/** Lines put together so that not each is written by itself; an empty one is none, and ends what is put together. */
function* joined(lines: Iterable<string>): Iterable<string> {
  let piece = '';
  for (const line of lines) {
    if (line !== '') piece += piece === '' ? line : '\n' + line;
    if (piece.length < PIECE && line !== '') continue;
    if (piece !== '') yield piece;
    piece = '';
  }
  if (piece !== '') yield piece;
}
