/** What an editor is given of a comparison: the report as data and as text, and the logs lined up. */
import { t } from '@vscode/l10n';
import { readableAll } from './core/bytes';
import { compareLarge, type ByteSource, type LargeComparison } from './core/compare/large/compare';
import type { CompareReport } from './core/compare/report';
import { reportText } from './core/compare/text';
import { alignedInSteps } from './core/compare/views';
import type { Transcript } from './core/smtp/model';
import { atOnce } from './core/steps';
import type { CompareResult } from './protocol';

/** As `CompareResult`, before anybody says which log is which. */
export type Comparison = Omit<CompareResult, 'client' | 'server'> & {
  /** How many sessions each log has that could be compared, in the order in which they were given. */
  readonly sessions: readonly [number, number];
};

/** A comparison with what is needed to show it. */
export type Compared = Pick<LargeComparison, 'report' | 'transcripts' | 'detailed'>;

/** Sessions without a partner that an editor is told of. */
const MOST_UNPAIRED = 1000;

/** Makes it. Of thousands of pairs with signs an editor is given those that differ most; the text counts the others. */
export function comparisonOf(compared: Compared, names: readonly [string, string]): Comparison {
  return atOnce(comparisonInSteps(compared, names));
}

/** The same, a step at a time. */
export function* comparisonInSteps(
  { report: found, transcripts, detailed }: Compared,
  names: readonly [string, string],
): Generator<void, Comparison> {
  const report = found.silent ? found : readableAll(found); // of large logs it is readable
  const { text, links } = reportText(report, names);
  yield;
  const pairs = detailed.length < report.pairs.length ? detailed.map((i) => report.pairs[i]!) : report.pairs;
  const unpaired = {
    client: report.unpaired.client.slice(0, MOST_UNPAIRED),
    server: report.unpaired.server.slice(0, MOST_UNPAIRED),
  };
  const aligned = readableAll(yield* alignedInSteps(found, transcripts[0], transcripts[1], detailed));
  return { report: { ...report, pairs, unpaired }, text, links, aligned, sessions: sessionsOf(report, transcripts) };
}

function sessionsOf(
  { pairs, silent, unpaired, swapped }: CompareReport,
  transcripts: readonly [Transcript, Transcript],
): [number, number] {
  const [client, server] = (['client', 'server'] as const).map(
    (side) => pairs.length + (silent?.pairs ?? 0) + unpaired[side].length,
  );
  const [first, second] = swapped ? [server!, client!] : [client!, server!];
  return silent ? [first, second] : [transcripts[0].sessions.length, transcripts[1].sessions.length];
}

/** Compares two logs in memory (byte strings) a slice at a time, with a turn for everybody else between; as `compareLarge`. */
export async function compareInSlices(
  first: string,
  second: string,
  names: readonly [string, string],
  turn: (part: number) => Promise<void>,
): Promise<Comparison | undefined> {
  const work = compareLarge(sourceOf(first), sourceOf(second));
  for (;;) {
    const { done, value } = work.next();
    if (!done) {
      await turn(value.read / value.size);
      continue;
    }
    if (!value) return undefined;
    const made = comparisonInSteps(value, names);
    for (let count = 1; ; count++) {
      const step = made.next();
      if (step.done) return step.value;
      if (count % STEPS === 0 || count === 1) await turn(1);
    }
  }
}

/** Steps in a slice of work. */
const STEPS = 20;

function sourceOf(text: string): ByteSource {
  return {
    size: text.length,
    read(at, into) {
      const length = Math.min(into.length, text.length - at);
      for (let i = 0; i < length; i++) into[i] = text.charCodeAt(at + i);
      return Math.max(0, length);
    },
  };
}

/** Says that a log has no session, if one has none. */
export function noSession({ sessions }: Pick<Comparison, 'sessions'>, names: readonly [string, string]): string | undefined {
  const at = sessions.indexOf(0);
  return at < 0 ? undefined : t('{0} is no SMTP transcript: no session was found in it.', names[at]!);
}
