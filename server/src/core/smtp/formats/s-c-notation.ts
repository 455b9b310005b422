/** The notation of RFCs and articles: `S: ` and `C: `, a fullwidth colon at times, prose in angle brackets, `...` for a gap. */
import { isCommandLine, startsWithCode } from '../wire';
import { pieceOf, type Format } from './format';

const LINE = /^\s*(?:>\s?)?(S|C|Server|Client|R)\s?[:：] ?/;
const PROSE = /^<[^>]*>$|^[(（[].*[)）\]]$/;

export const scNotation: Format = {
  name: 's-c-notation',
  vantage: 'both',
  detect(lines) {
    let score = 0;
    for (const line of lines) {
      const m = LINE.exec(line);
      if (!m) continue;
      const text = line.slice(m[0].length);
      if (isServer(m[1]!) ? startsWithCode(text) : isCommandLine(text)) score += 2;
      else score += 0.5;
    }
    return score;
  },
  open: () => ({
    read(line) {
      const m = LINE.exec(line.text);
      const peer = /^Connected to smtps?:\/\/([^:/\s]+)/.exec(line.text)?.[1]; // MailKit's ProtocolLogger
      if (peer !== undefined) return [pieceOf(line, 0, { from: 'note', mark: 'open', peer, vantage: 'client' })];
      if (!m) return line.text.trim() === '...' ? [pieceOf(line, 0, { from: 'note' })] : undefined;
      const piece = pieceOf(line, m[0].length, { from: isServer(m[1]!) ? 'server' : 'client' });
      return [PROSE.test(piece.text) ? { ...piece, from: 'note' } : piece];
    },
  }),
};

/** `R:` is the receiver of RFC 821, where `S:` was the sender; only files that use `R:` write so, and none mixes both. */
function isServer(side: string): boolean {
  return side.startsWith('S');
}
