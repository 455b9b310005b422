/** The notation of RFCs and articles: `S: ` and `C: ` (`H: ` for headers: libESMTP), a fullwidth colon at times, prose in angle brackets, `...` for a gap. */
import { isCommandLine, replyOf, startsWithCode } from '../wire';
import { pieceOf, type Format } from './format';

const LINE = /^\s*(?:>\s?)?(S|C|Server|Client|R|H)\s?[:：] ?/;
const PROSE = /^<[^>]*>$|^[(（[].*[)）\]]$/;

export const scNotation: Format = {
  name: 's-c-notation',
  vantage: 'both',
  detect(lines) {
    let [sure, others] = [0, 0];
    for (const line of lines) {
      const m = LINE.exec(line);
      if (!m) continue;
      const text = line.slice(m[0].length);
      if (isServer(m[1]!) ? startsWithCode(text) : isCommandLine(text)) sure++;
      else others++;
    }
    return sure === 0 ? 0 : 2 * sure + 0.5 * others;
  },
  open() {
    let more = ''; // what an unmarked line begins with that goes on with a reply
    return {
      read(line) {
        const m = LINE.exec(line.text);
        const peer = /^Connected to smtps?:\/\/([^:/\s]+)/.exec(line.text)?.[1]; // MailKit's ProtocolLogger
        if (peer !== undefined) return [pieceOf(line, 0, { from: 'note', mark: 'open', peer, vantage: 'client' })];
        if (!m && more !== '' && line.text.startsWith(more) && replyOf(line.text)) return [pieceOf(line, 0, { from: 'server' })];
        if (!m) return line.text.trim() === '...' ? [pieceOf(line, 0, { from: 'note' })] : undefined;
        const piece = pieceOf(line, m[0].length, { from: isServer(m[1]!) ? 'server' : 'client' });
        more = replyOf(piece.text)?.more ? piece.text.slice(0, 3) : '';
        if (m[1] === 'H') return [{ ...piece, hidden: true }]; // no line of the body is shown
        return [PROSE.test(piece.text) ? { ...piece, from: 'note' } : piece];
      },
    };
  },
};

/** `R:` is the receiver of RFC 821, where `S:` was the sender; only files that use `R:` write so, and none mixes both. */
function isServer(side: string): boolean {
  return side.startsWith('S');
}
