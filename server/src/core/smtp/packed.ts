/** Whole sessions on one line: a field of JSON or a string of a program, their line ends escaped. */
import { findEvidence } from './formats/generic/shapes';
import type { Line } from './lines';

/** Turns from a reply to a command, or back, in one line that show that it holds a dialogue and no reply of several lines. */
const TURNS = 3;
const END = /\\r\\n|\\n/g;
/** Longer lines are taken as they are. */
const LONGEST = 200_000;

/** The lines a line holds, each with its place in it; the line alone if it holds no session. */
export function unpack(line: Line): readonly Line[] {
  const { text } = line;
  if (!text.includes('\\n') || text.length > LONGEST) return [line];
  const parts: Line[] = [];
  let from = 0;
  for (const m of text.matchAll(END)) {
    parts.push(partOf(line, from, m.index));
    from = m.index + m[0].length;
  }
  parts.push(partOf(line, from, text.length));
  const kinds = parts.flatMap((part) => findEvidence(part.text)?.kind ?? []);
  if (kinds.filter((kind, i) => i > 0 && kind !== kinds[i - 1]).length < TURNS) return [line];
  // The string begins on the first of them and ends on the last.
  const [first, last] = [parts[0]!, parts.at(-1)!];
  const open = Math.max(first.text.lastIndexOf('"'), first.text.lastIndexOf("'")) + 1;
  const close = last.text.search(/["']/);
  parts[0] = partOf(line, open, first.text.length);
  if (close >= 0) parts[parts.length - 1] = { ...last, text: last.text.slice(0, close) };
  return parts;
}

function partOf(line: Line, from: number, to: number): Line {
  return { number: line.number, start: line.start + from, text: line.text.slice(from, to), eol: 'lf' };
}
