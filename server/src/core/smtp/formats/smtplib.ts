/**
 * Python's smtplib with `set_debuglevel(1)` or 2, which adds the time: `send: 'text'`, `reply: b'text'` for each line of a
 * reply. `reply: retcode`, `data:` and the second `connect:` say the same again. A message is one literal.
 */
import type { Line } from '../lines';
import type { Piece } from '../model';
import { count, NOTHING, type Format, type FormatReader } from './format';
import { isLiteral, readLiteral } from './literal';

const LINE = /^(?:(\d\d:\d\d:\d\d\.\d+) )?(send|reply|data|connect|connect fail|connect to)(?::|(?= \())\s?/;
const SURE = /^(?:\d\d:\d\d:\d\d\.\d+ )?(?:send: b?['"]|reply: (?:b?['"]|retcode \())/;

export const smtplib: Format = {
  name: 'python-smtplib-debug1',
  vantage: 'client',
  detect: (lines) => count(lines, SURE, 3),
  open: () => createReader(),
};

function createReader(): FormatReader {
  let timed = false;

  function read(line: Line): readonly Piece[] | undefined {
    const { text, number, start } = line;
    const m = LINE.exec(text);
    if (!m) return undefined;
    const [all, time, word] = m;
    if (time !== undefined) timed = true;
    const from = all.length;
    const base = { line: number, key: '', ...(time !== undefined && { time }) };
    const whole = { start: start + from, end: start + text.length, text: text.slice(from) };
    if (word === 'connect' || word === 'connect to') {
      const peer = /^(?:to )?\(b?'([^']*)', \d+\)/.exec(whole.text)?.[1];
      return peer === undefined ? NOTHING : [{ ...base, ...whole, from: 'note', mark: 'open', peer }];
    }
    if (word === 'connect fail') return [{ ...base, ...whole, from: 'note' }];
    if (word === 'data' || !isLiteral(text, from)) return NOTHING;
    const side = word === 'send' ? 'client' : 'server';
    const lines = readLiteral(text, from);
    if (lines.length === 0 && side === 'server') return [{ ...base, ...whole, from: 'note', mark: 'eof' }]; // an empty read
    return lines.map((l) => ({ ...l, ...base, from: side, start: start + l.start, end: start + l.end }));
  }

  return { read, name: () => (timed ? 'python-smtplib-debug2' : 'python-smtplib-debug1') };
}
