/** Programs that write a command and its reply on one line: `MAIL FROM:<a@b> -> 250 Ok`. */
import type { Piece } from '../model';
import { isCommandLine, replyOf, verbOf } from '../wire';
import { pieceOf, type Format } from './format';
import { findEvidence } from './generic/shapes';
import { timeIn } from './generic/stamp';

const BETWEEN = /["')\]]?(?: {1,4}(?:[-=]{0,4}>|→|â\u0086\u0092|\||:|=)|:|\t) {0,4}["'([]?(?=[2-5]\d\d(?:[ -]\S|$))/g;
const FEWEST = 4;

export const exchanges: Format = {
  name: 'generic',
  vantage: 'client',
  detect(lines) {
    const verbs = lines.flatMap((line) => splitAt(line)?.verb ?? []);
    return verbs.length >= FEWEST && verbs.includes('MAIL') ? 3 * verbs.length : 0;
  },
  open: () => ({
    read(line) {
      const found = splitAt(line.text);
      if (!found) return undefined;
      const { from, to, reply } = found;
      const time = timeIn(line.text, from);
      const command = pieceOf(line, from, { from: 'client', ...(time && { time }) });
      const end = line.start + to;
      const said: Piece = { ...command, end, text: line.text.slice(from, to) };
      return [...(found.verb === '' ? [] : [said]), pieceOf(line, reply, { from: 'server', ...(time && { time }) })];
    },
  }),
};

/** Where on a line a command begins and ends, and where its reply begins; the verb is '' for a greeting, `.` for a message's end. */
function splitAt(text: string): { verb: string; from: number; to: number; reply: number } | undefined {
  if (text.length > 1000) return undefined;
  BETWEEN.lastIndex = 0;
  for (let m = BETWEEN.exec(text); m; m = BETWEEN.exec(text)) {
    const to = m.index;
    const reply = to + m[0].length;
    if (!replyOf(text.slice(reply))) continue;
    const before = text.slice(0, to);
    if (/(?:^|\s)\.$/.test(before)) return { verb: '.', from: to - 1, to, reply };
    const from = findEvidence(before)?.at ?? 0;
    if (isCommandLine(before.slice(from))) return { verb: verbOf(before.slice(from)), from, to, reply };
    if (/^(?:220|554|421)/.test(text.slice(reply)) && /\bconnect/i.test(before)) return { verb: '', from: 0, to: 0, reply };
  }
  return undefined;
}
