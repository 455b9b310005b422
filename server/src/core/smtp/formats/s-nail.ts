/** `s-nail -vv` (mailx): `s-nail: >>> SERVER: ` was received, `s-nail: >>> ` sent; message lines before dot-stuffing. */
import type { Piece } from '../model';
import { count, pieceOf, type Format } from './format';

const LINE = /^(?:s-nail|mailx?|nail): (?:>>> (SERVER: )?)?/;
const SURE = /^(?:s-nail|mailx?|nail): >>> /;

export const sNail: Format = {
  name: 's-nail-v',
  vantage: 'client',
  unstuffed: true,
  detect: (lines) => count(lines, SURE, 3),
  open: () => ({
    read(line) {
      const m = LINE.exec(line.text);
      if (!m) return undefined;
      if (!SURE.test(line.text)) return [remark(pieceOf(line, m[0].length, { from: 'note' }))];
      return [pieceOf(line, m[0].length, { from: m[1] ? 'server' : 'client' })];
    },
  }),
};

function remark(piece: Piece): Piece {
  const peer = /^Connecting to (\S+)/.exec(piece.text)?.[1];
  return peer === undefined ? piece : { ...piece, mark: 'open', peer };
}
