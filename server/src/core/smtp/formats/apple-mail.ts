/**
 * Apple Mail's connection log: a line `READ date -- host:… -- port:… -- socket:…` or `WROTE …`, then the text, which has no mark of
 * its own.
 */
import type { Line } from '../lines';
import type { Piece } from '../model';
import { timeIn } from './generic/stamp';
import { startsWithCode } from '../wire';
import { count, NOTHING, pieceOf, type Format, type FormatReader } from './format';

const HEAD =
  /^(READ|WROTE|INITIATING CONNECTION|CONNECTED|CLOSED) ([A-Z][a-z]{2} \d{1,2} \d\d:\d\d:\d\d)(?:\.\d+)? .{0,200}-- host:(\S+) -- port:(\d+) -- socket:(\S+)/;

export const appleMail: Format = {
  name: 'apple-mail',
  vantage: 'client',
  detect: (lines) => count(lines, HEAD, 3),
  open: () => createReader(),
};

function createReader(): FormatReader {
  let base: Pick<Piece, 'from' | 'key' | 'time'> | undefined;

  function read(line: Line): readonly Piece[] | undefined {
    const m = HEAD.exec(line.text);
    if (m) {
      const [, word, date = '', peer, , key = ''] = m;
      const time = timeIn(date, date.length);
      base = word === 'READ' || word === 'WROTE' ? { from: word === 'READ' ? 'server' : 'client', key, time } : undefined;
      if (word === 'INITIATING CONNECTION') return [pieceOf(line, 0, { from: 'note', key, time, mark: 'open', peer })];
      return word === 'CLOSED' ? [pieceOf(line, 0, { from: 'note', key, time, mark: 'close' })] : NOTHING;
    }
    if (base?.from === 'server' && line.text !== '' && !startsWithCode(line.text)) base = undefined; // something else
    if (!base) return undefined;
    return line.text === '' ? NOTHING : [pieceOf(line, 0, base)];
  }

  return { read };
}
