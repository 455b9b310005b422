import { t } from '@vscode/l10n';
import { secondsOf } from '../../smtp/time';
import { apart } from '../clocks';
import type { Dialogue } from '../dialogue';
import type { Row } from '../excuse';
import { commandOf, commandPlace, dataOf, replyOf, replyPlace } from '../places';
import type { CompareRule, PairView } from '../view';

/**
 * One command reached the server, or one answer the client, seconds later than all others did. Only how long things took on the
 * way is held against each other, so the clocks need not agree; both ways are judged by themselves.
 */
export const heldOnTheWay: CompareRule = {
  id: 'compare/held-on-the-way',
  weight: 'moderate',
  evenIfSame: true,
  check(view, report) {
    if (view.sameConnection === 'no') return;
    const said = view.rows.filter((row) => row.client);
    const there = wayOf(said, (row, i) => commandDelay(view, row, said[i - 1]));
    const back = wayOf(said, (row, i) => answerDelay(view, row, said[i + 1]));
    if (!isSteady(there) || !isSteady(back)) return;
    // What follows shows that the clock was not put right meanwhile.
    const last = Math.max(...[there, back].map((way) => way.findLast(isPrompt)!.row.at));
    for (const way of [there, back]) {
      for (const { row, seconds, counts } of way) {
        if (!counts || seconds < LEAST || row.at >= last) continue;
        // Who is held up waits: in a log that is written in blocks nobody does.
        const waited =
          way === there ? pauseBefore(view.server, row.server!.asked!) : pauseBefore(view.client, row.client!.reply!);
        if (waited < seconds - JITTER) continue;
        const held = String(Math.floor(seconds));
        report({
          change: 'timing',
          message:
            way === there
              ? t('{0} was held back: it took {1} seconds to the server, others none', nameOf(row), held)
              : t('the answer to {0} was held back: it took {1} seconds to the client, others none', nameOf(row), held),
          client: way === there ? commandPlace(view.client, row.client!) : replyPlace(view.client, row.client),
          server: way === there ? commandPlace(view.server, row.server!) : replyPlace(view.server, row.server),
        });
      }
    }
  },
};

/** Seconds that are more than whole seconds on both sides, a lost packet sent again, and a busy machine. */
const LEAST = 6;
/** What whole seconds on both sides and a log written a little late make of nothing. */
const JITTER = 2;
/** So many must have taken no time for one to be held back, and twice as many as took some. */
const LEAST_PROMPT = 3;
/** A longer message takes its time by itself, in characters. */
const LONGEST_MESSAGE = 10_000;

interface Delay {
  readonly row: Row;
  /** What it took on the way, in seconds more than the quickest. */
  readonly seconds: number;
  /** False where a program may be slow to read or to send. */
  readonly counts: boolean;
}

/** Everything that went one way. `delayOf` gives one clock minus the other, with what it took. */
function wayOf(rows: readonly Row[], delayOf: (row: Row, index: number) => Delay | undefined): Delay[] {
  const delays = rows.flatMap((row, i) => delayOf(row, i) ?? []);
  const first = delays[0]?.seconds ?? 0;
  // Clocks may be half a day apart, to which side is all one.
  const even = delays.map((d) => ({ ...d, seconds: apart(d.seconds, first) }));
  const least = even.reduce((n, d) => Math.min(n, d.seconds), 0);
  return even.map((d) => ({ ...d, seconds: d.seconds - least }));
}

function isPrompt({ seconds }: Delay): boolean {
  return seconds <= JITTER;
}

/** A log that was written in blocks, or a clock that was put right, shows other times everywhere. */
function isSteady(way: readonly Delay[]): boolean {
  const prompt = way.filter(isPrompt).length;
  return prompt >= LEAST_PROMPT && prompt >= 2 * (way.length - prompt);
}

/** Seconds between an event and the one before it, as far as the log tells. */
function pauseBefore({ session }: Dialogue, at: number): number {
  const [before, event] = [secondsOf(session.events[at - 1]?.time), secondsOf(session.events[at]?.time)];
  return before === undefined || event === undefined ? Infinity : apart(event, before);
}

function commandDelay(view: PairView, row: Row, before: Row | undefined): Delay | undefined {
  const [sent, got] = [saidAt(view, row, 'client'), saidAt(view, row, 'server')];
  if (sent === undefined || got === undefined) return undefined;
  // A server looks names up before it reads a first command, and may have delivered before it reads what follows a message.
  const { kind, reply = Infinity } = before?.client ?? {};
  return {
    row,
    seconds: apart(got, sent),
    counts: kind === 'command' && reply < row.client!.asked! && row.client!.verb !== 'QUIT',
  };
}

function answerDelay(view: PairView, row: Row, next: Row | undefined): Delay | undefined {
  if (row.client!.kind === 'greeting' || row.client!.kind === 'unasked') return undefined;
  const told = replyOf(view.client, row.client);
  const [heard, gave] = [secondsOf(told?.time), secondsOf(replyOf(view.server, row.server)?.time)];
  if (heard === undefined || gave === undefined) return undefined;
  // Answers to commands sent in a row leave together; servers sleep over refusals that they have written down.
  const alone = (next?.client?.asked ?? Infinity) > row.client!.reply!;
  return { row, seconds: apart(heard, gave), counts: alone && told!.code < 400 };
}

function saidAt(view: PairView, row: Row, side: 'client' | 'server'): number | undefined {
  const command = commandOf(view[side], row[side]);
  if (command) return secondsOf(command.time);
  // The time of a message is that of its first line, if the log shows it line by line.
  const data = dataOf(view[side], row[side]);
  const lineByLine = data && data.lineSpans.length > 1 && data.lineSpans[0]!.line !== data.lineSpans.at(-1)!.line;
  return lineByLine && data.text.length < LONGEST_MESSAGE ? secondsOf(data.time) : undefined;
}

function nameOf({ client }: Row): string {
  return client!.kind === 'message' ? t('the message') : client!.verb;
}
