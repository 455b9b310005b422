/**
 * sendEmail (Perl): `sendemail[pid]: INFO => Sending: ` and `SUCCESS => Received: `, the lines of a reply joined by `, `. Without
 * -v it tells the last reply alone; the debugging lines of -vvv say everything again.
 */
import type { Piece } from '../model';
import { NOTHING, pieceOf, count, type Format } from './format';

const LINE = /^(?:[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d \S+ )?sendEmail\[(\d+)\]: /i;
const SPOKEN = /^(?:\w+ => )?(?:(Sending)|Received): ?\t?/;
const BETWEEN = /, (?=([2-5]\d\d)[ -])/;

export const sendEmail: Format = {
  name: 'sendemail',
  vantage: 'client',
  detect: (lines) => count(lines, LINE, 3),
  open: () => ({
    read(line) {
      const prefix = LINE.exec(line.text);
      if (!prefix) return undefined;
      const rest = line.text.slice(prefix[0].length);
      const key = prefix[1]!;
      const peer = /=> Connecting to (\S+?):\d+/.exec(rest)?.[1];
      if (peer !== undefined) return [pieceOf(line, prefix[0].length, { from: 'note', mark: 'open', key, peer })];
      if (/=> Sending message body/.test(rest))
        return [pieceOf(line, prefix[0].length, { from: 'client', key, text: '.', hidden: true })];
      const said = SPOKEN.exec(rest);
      if (!said) return NOTHING;
      const at = prefix[0].length + said[0].length;
      if (said[1]) return [pieceOf(line, at, { from: 'client', key })];
      return repliesIn(pieceOf(line, at, { from: 'server', key }));
    },
  }),
};

/** The lines of a reply written as one; only a line that says that more follow has one behind it. */
function repliesIn(piece: Piece): Piece[] {
  const found: Piece[] = [];
  let { text, start } = piece;
  for (let m = BETWEEN.exec(text); m && text[3] === '-'; m = BETWEEN.exec(text)) {
    found.push({ ...piece, start, end: start + m.index, text: text.slice(0, m.index) });
    text = text.slice(m.index + 2);
    start += m.index + 2;
  }
  return [...found, { ...piece, start, text }];
}
