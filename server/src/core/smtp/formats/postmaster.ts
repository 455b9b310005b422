/**
 * What our own recording client writes (server/src/record): `<time> C: text` was sent, `S: text` received, `-- text` is a remark.
 * A line of the wire that ended in CR LF is written as it is. `\n` at its end says that it ended in LF alone, `\r` is a lone CR,
 * `\c` says that the connection was lost before the line had an end; `\xHH` is a byte that no text can hold, `\\` a backslash.
 */
import type { Line } from '../lines';
import type { LineEnd, Mark, Piece } from '../model';
import { RECORDING, remarks } from '../recording';
import { count, NOTHING, withoutDots, type Format } from './format';

const LINE = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?Z) (C:|S:|--)(?: |$)/;

export const postmaster: Format = {
  name: 'postmaster',
  vantage: 'client',
  detect: (lines) => count(lines, LINE, 4),
  open: () => ({
    read(line) {
      const m = LINE.exec(line.text);
      if (!m) return line.text.startsWith(RECORDING) ? NOTHING : undefined;
      const [all, time, who] = m as unknown as [string, string, string];
      return who === '--' ? [remark(line, all.length, time)] : spoken(line, all.length, time, who === 'C:' ? 'client' : 'server');
    },
  }),
};

function remark(line: Line, from: number, time: string): Piece {
  const text = line.text.slice(from);
  const mark = (Object.keys(remarks) as Mark[]).find((name) => text.startsWith(remarks[name]));
  const peer = mark === 'open' ? /^Connected to (\S+)/.exec(text)?.[1] : undefined;
  return {
    ...{ line: line.number, start: line.start + from, end: line.start + line.text.length, from: 'note', text, key: '', time },
    ...(mark && { mark }),
    ...(peer !== undefined && { peer: withoutDots(peer) }),
  };
}

const ESCAPE = /\\(?:x([0-9A-F]{2})|[nrc\\])/g;

/** One line of the log is one of the wire, or several that lone CRs join. */
function spoken(line: Line, from: number, time: string, side: 'client' | 'server'): Piece[] {
  const log = line.text;
  const pieces: Piece[] = [];
  let parts: string[] = [];
  let start = from; // of the piece
  let run = from; // of the characters that are not yet in `parts`
  const end = (to: number, eol: LineEnd | undefined): void => {
    pieces.push({
      ...{ line: line.number, start: line.start + start, end: line.start + to, from: side, text: parts.join(''), key: '', time },
      ...(eol && { eol }),
      ...(pieces.length > 0 && { continues: true }),
    });
    parts = [];
  };
  ESCAPE.lastIndex = from;
  for (let m = ESCAPE.exec(log); m; m = ESCAPE.exec(log)) {
    const after = m.index + m[0].length;
    parts.push(log.slice(run, m.index));
    run = after;
    if (m[1] !== undefined) parts.push(String.fromCharCode(parseInt(m[1], 16)));
    else if (m[0] === '\\\\') parts.push('\\');
    else if (m[0] === '\\r') {
      end(m.index, 'cr');
      start = after;
    } else if (after === log.length) {
      end(m.index, m[0] === '\\n' ? 'lf' : undefined);
      return pieces;
    } else parts.push(m[0]);
  }
  parts.push(log.slice(run));
  end(log.length, 'crlf');
  return pieces;
}
