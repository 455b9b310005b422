/** White space in messages: which lines differ in nothing else, and what of it a log explains that somebody copied. */
import type { DataEvent } from '../smtp/model';
import type { Dialogue } from './dialogue';
import type { ChangedLine } from './message';
import { evenLetters, plain, undotted } from './normalise';
import { escapes } from './verbatim';

/** True if two lines differ in blanks and tabs alone that do not stand at their ends. */
export function isRespaced(a: string, b: string): boolean {
  if (a === b) return false;
  const [left, right] = [a, b].map((line) => evenLetters(undotted(line)).trimEnd());
  return left !== right && plain(left!) === plain(right!) && !/[\r\v\f]/.test(left! + right!);
}

/** One side of a message: the log and the message in it. */
export interface Copy {
  readonly log: Dialogue;
  readonly data: DataEvent;
}

/**
 * Those of the lines that neither log can have spaced anew itself. Who copies a log from a terminal turns tabs into blanks up to
 * the next stop, and a web page leaves one blank of several.
 */
export function respacedOnTheWay(lines: readonly ChangedLine[], client: Copy, server: Copy): ChangedLine[] {
  if (lines.length === 0) return [];
  const [mine, theirs] = [keeps(client), keeps(server)];
  return lines.filter((l) => {
    const left = { line: client.data.lines[l.client]!, before: prefixOf(client, l.client) };
    const right = { line: server.data.lines[l.server]!, before: prefixOf(server, l.server) };
    if (!mine.tabs && !theirs.tabs && STOPS.some((n) => haveTabs(left, right, n))) return false;
    return isKept(left, right.line, mine) && isKept(right, left.line, theirs);
  });
}

/** A line of a message, and what stands before it in its line of the log. */
interface Line {
  readonly line: string;
  readonly before: string;
}

/** Columns between tab stops. */
const STOPS = [4, 8];

/** What of white space a log was seen to keep. */
interface Keeps {
  readonly tabs: boolean;
  readonly runs: boolean;
}

function keeps({ log }: Copy): Keeps {
  const text = log.transcript.source.text.slice(log.session.start, log.session.end);
  const tabs = text.includes('\t') || escapes(log);
  return { tabs, runs: / {2}|\t/.test(text) };
}

/** What stands before a line of the message in its line of the log. */
function prefixOf({ log, data }: Copy, line: number): string {
  const { text } = log.transcript.source;
  const start = data.lineSpans[line]?.start ?? 0;
  return text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
}

/** True unless `line` has less white space than `other`, or blanks for its tabs, because of the log. */
function isKept({ line, before }: Line, other: string, { tabs, runs }: Keeps): boolean {
  if (!tabs && other.includes('\t') && STOPS.some((n) => expand(before + other, n) === before + line)) return false;
  return runs || line.length > other.length;
}

/** True if a tab may have been wherever the blanks of two lines differ: in both they end at a stop. */
function haveTabs(left: Line, right: Line, stop: number): boolean {
  const ends = ({ line, before }: Line): { length: number; atStop: boolean }[] =>
    [...line.matchAll(/ +/g)].map((m) => ({
      length: m[0].length,
      atStop: (before.length + m.index + m[0].length) % stop === 0,
    }));
  const [mine, theirs] = [ends(left), ends(right)];
  return (
    mine.length === theirs.length && mine.every((run, i) => run.length === theirs[i]!.length || (run.atStop && theirs[i]!.atStop))
  );
}

/** A text with blanks up to the next of its tab stops in place of each tab. */
function expand(text: string, stop: number): string {
  let out = '';
  for (const part of text.split(/(\t)/)) out += part === '\t' ? ' '.repeat(stop - (out.length % stop)) : part;
  return out;
}
