/**
 * Thunderbird 78 and later (`mailnews.smtp.loglevel`): `mailnews.smtp: ` and `C: ` sent, `S: ` received. One entry for each
 * packet: the further lines of a reply have no marker. Login data and message text are left out.
 */
import type { Line } from '../lines';
import type { Piece } from '../model';
import { isCommandLine, startsWithCode } from '../wire';
import { pieceOf, type Format, type FormatReader } from './format';

const LINE = /^(.{0,60}?)mailnews\.smtp:?\s+(?:(?:Debug|DEBUG|Trace|Info|INFO|Log|LOG)\s+)?(?:([SC]): )?/;
const SECRET = 'Logging suppressed';
/** Where in Thunderbird's own source an entry was made; the error console puts it at the line's end. */
const ORIGIN = /^ SmtpClient\.\w+(?:\.\w+)?:\d+(?::\d+)?$/;

export const thunderbird: Format = {
  name: 'thunderbird',
  vantage: 'client',
  detect(lines) {
    let score = 0;
    for (const line of lines) {
      const m = LINE.exec(line);
      const text = m ? line.slice(m[0].length) : '';
      if (m?.[2] && (m[2] === 'S' ? startsWithCode(text) : isCommandLine(text))) score += 3;
      else if (m) score += 1;
    }
    return score;
  },
  open: () => createReader(),
};

function createReader(): FormatReader {
  let inReply = false;

  function read(line: Line): readonly Piece[] | undefined {
    const m = LINE.exec(line.text);
    if (!m) {
      if (inReply && startsWithCode(line.text)) return [pieceOf(line, 0, { from: 'server' })];
      inReply = false;
      return undefined;
    }
    inReply = m[2] === 'S';
    const piece = withoutOrigin(pieceOf(line, m[0].length, { from: 'note' }));
    if (inReply) return [{ ...piece, from: 'server' }];
    if (m[2] === 'C') return [{ ...piece, from: 'client', ...(piece.text.startsWith(SECRET) && { text: '***' }) }];
    const peer = /^Connecting to \w+:\/\/([^:/\s]+)/.exec(piece.text)?.[1];
    if (peer !== undefined) return [{ ...piece, mark: 'open', peer }];
    if (/^Sending \d+ bytes of payload/.test(piece.text)) return [{ ...piece, from: 'client', hidden: true }];
    return [piece];
  }

  return { read };
}

function withoutOrigin(piece: Piece): Piece {
  const at = piece.text.lastIndexOf(' SmtpClient.');
  if (at < 0 || !ORIGIN.test(piece.text.slice(at))) return piece;
  const text = piece.text.slice(0, at).trimEnd();
  return { ...piece, text, end: piece.start + text.length };
}
