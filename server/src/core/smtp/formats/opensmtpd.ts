/**
 * OpenSMTPD's `smtpd -dv -T smtp`: `smtp: 0x<address>: >>> text` was sent by the server, `<<<` received. The address names the
 * session and is used again. Message lines (`<<< [MSG] text`) have none: they are of the session that was
 * told 354 last and did not send its dot yet.
 */
import type { Line } from '../lines';
import type { Piece } from '../model';
import { count, NOTHING, pieceOf, type Format, type FormatReader } from './format';

const LINE = /^(?:debug: |trace: )?smtp: (0x[\da-f]+): (?:(>>>|<<<)(?: |$))?/;
const SURE = /^(?:debug: |trace: )?smtp: 0x[\da-f]+: (?:>>>|<<<) /;
const MESSAGE = /^<<< \[(MSG|EOM)\] ?/;
/** Remarks that begin with the number of the session. */
const REMARK = /^[\da-f]{16} (?:smtp|mta) /;

export const opensmtpd: Format = {
  name: 'opensmtpd-trace',
  vantage: 'server',
  detect: (lines) => count(lines, SURE, 3),
  open: () => createReader(),
};

function createReader(): FormatReader {
  const receiving: string[] = []; // who may send a message

  function read(line: Line): readonly Piece[] | undefined {
    const message = MESSAGE.exec(line.text);
    if (message) {
      const key = receiving.at(-1) ?? '';
      if (message[1] === 'MSG') return [pieceOf(line, message[0].length, { from: 'client', key })];
      receiving.pop();
      return NOTHING;
    }
    const m = LINE.exec(line.text);
    if (!m) return REMARK.test(line.text) ? NOTHING : undefined;
    const [all, key = '', marker] = m;
    if (!marker) return NOTHING; // a change of state
    const piece = pieceOf(line, all.length, { from: marker === '>>>' ? 'server' : 'client', key });
    const at = receiving.indexOf(key);
    if (at >= 0) receiving.splice(at, 1);
    if (piece.from === 'server' && piece.text.startsWith('354')) receiving.push(key);
    return [piece];
  }

  return { read };
}
