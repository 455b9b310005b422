/** Whole sessions on one line: a field of JSON or a string of a program, their line ends escaped. */
import { findEvidence } from './formats/generic/shapes';
import type { Line } from './lines';

/** Turns from a reply to a command, or back, in one line that show that it holds a dialogue and no reply of several lines. */
const TURNS = 3;
const END = /\\r\\n|\\n/;
/** Longer lines are taken as they are. */
const LONGEST = 200_000;

/** The lines a line holds, each with its place in it; the line alone if it holds no session. */
export function unpack(line: Line): readonly Line[] {
  const { text } = line;
  if (!text.includes('\\n') || text.length > LONGEST) return [line];
  let start = line.start;
  const parts = text.split(END).map((part): Line => {
    const one: Line = { number: line.number, start, text: part, eol: 'lf' };
    start += part.length + (text.startsWith('\\r', start - line.start + part.length) ? 4 : 2);
    return one;
  });
  const kinds = parts.flatMap((part) => findEvidence(part.text)?.kind ?? []);
  if (kinds.filter((kind, i) => i > 0 && kind !== kinds[i - 1]).length < TURNS) return [line];
  // The string begins on the first of them and ends on the last.
  const [first, last] = [parts[0]!, parts.at(-1)!];
  const open = Math.max(first.text.lastIndexOf('"'), first.text.lastIndexOf("'")) + 1;
  const close = last.text.search(/["']/);
  parts[0] = { ...first, start: first.start + open, text: first.text.slice(open) };
  if (close >= 0) parts[parts.length - 1] = { ...last, text: last.text.slice(0, close) };
  return parts;
}
