/** Which log format a run of lines is of. */
import { formats } from './formats/index';
import { ENOUGH, type Format } from './formats/format';
import type { Line } from './lines';

/** A format, and what stands before each of its lines where the log was quoted in a mail or indented in a document. */
export interface Found {
  readonly format: Format;
  readonly prefix: string;
}

/** How mails, tickets and documents set a pasted log off from their own text. */
const PREFIXES = ['> ', '>', '    ', '\t', '  ', '        ', '| '];

/** Lines with a prefix that are needed before it is looked at. */
const FEW = 3;

/** The format these lines, which follow each other, are most surely of, if any, leaving out what `except` names. */
export function detectFormat(lines: readonly Line[], except: (found: Found) => boolean): Found | undefined {
  const texts = lines.map((line) => line.text);
  const plain = best(texts, '', except);
  if (plain) return plain;
  for (const prefix of PREFIXES) {
    const inside = texts.filter((text) => text.startsWith(prefix)).map((text) => text.slice(prefix.length));
    const found = inside.length >= FEW ? best(inside, prefix, except) : undefined;
    if (found) return found;
  }
  return undefined;
}

/** A line without the prefix, or as it is if it has none. */
export function withoutPrefix(line: Line, prefix: string): Line {
  if (prefix === '' || !line.text.startsWith(prefix)) return line;
  return { ...line, start: line.start + prefix.length, text: line.text.slice(prefix.length) };
}

function best(texts: readonly string[], prefix: string, except: (found: Found) => boolean): Found | undefined {
  let found: Found | undefined;
  let most = ENOUGH - 1;
  for (const format of formats) {
    const one = { format, prefix };
    const score = except(one) ? 0 : format.detect(texts);
    if (score <= most) continue;
    found = one;
    most = score;
  }
  return found;
}
