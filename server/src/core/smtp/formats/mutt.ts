/**
 * Mutt with `-d 5` (`[date] 4< text` received, `4> text` sent; 4 is the file descriptor) and NeoMutt, which names the function
 * before. Other protocols are logged the same way.
 */
import { startsWithCode, isCommandLine } from '../wire';
import { count, NOTHING, pieceOf, type Format } from './format';

const STAMP = /^\[(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)\](?:<\d>)? /;
const MUTT = /^\[\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\] (\d+)([<>]) /;
const NEOMUTT = /^\[\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\]<\d> mutt_socket_(?:readln|write)_d\(\) (\d+)([<>]) /;

export const mutt = muttFormat('mutt-d5', MUTT);
export const neomutt = muttFormat('neomutt-d5', NEOMUTT);

/** Both send the dot that doubles a line's own by itself, and log that without a line's end: `[date] 4> .[date] 4> .text`. */
function dotBefore(text: string, at: number, pattern: RegExp): number | undefined {
  if (!text.startsWith('.[', at)) return undefined;
  const m = pattern.exec(text.slice(at + 1));
  return m?.[2] === '>' ? at + 1 + m[0].length : undefined;
}

function muttFormat(name: string, pattern: RegExp): Format {
  return {
    name,
    vantage: 'client',
    detect(lines) {
      const smtp = lines.some((line) => {
        const m = pattern.exec(line);
        const text = m && line.slice(m[0].length);
        return text && (m[2] === '<' ? startsWithCode(text) : isCommandLine(text));
      });
      return smtp ? count(lines, pattern, 3) : 0;
    },
    open: () => ({
      read(line) {
        const stamp = STAMP.exec(line.text);
        if (!stamp) return undefined;
        const time = `${stamp[1]}T${stamp[2]}`;
        const m = pattern.exec(line.text);
        const doubled = m && dotBefore(line.text, m[0].length, pattern);
        if (doubled) {
          const piece = pieceOf(line, doubled, { from: 'client', key: m[1]!, time });
          return [{ ...piece, text: `.${piece.text}` }];
        }
        if (m) return [pieceOf(line, m[0].length, { from: m[2] === '<' ? 'server' : 'client', key: m[1]!, time })];
        const connected = /Connected to (\S+?)(?::\d+)? on fd=(\d+)/.exec(line.text);
        if (!connected) return NOTHING;
        const [, peer, key = ''] = connected;
        return [pieceOf(line, connected.index, { from: 'note', key, time, mark: 'open', peer })];
      },
    }),
  };
}
