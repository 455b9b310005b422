/**
 * `curl -v smtp://…`: `> ` was sent, `< ` received, `* ` is a remark. Of a message only its bytes are counted
 * (`} [532 bytes data]`); in TLS such a line may be a handshake's. The QUIT after a transfer that went well is not shown.
 */
import type { Mark, Piece } from '../model';
import { isCommandLine, startsWithCode } from '../wire';
import { NOTHING, pieceOf, type Format } from './format';

const MARKS: readonly (readonly [RegExp, Mark])[] = [
  [/^ *Trying /, 'open'],
  [/^Connection #\d+ to host \S+ left intact|^Closing connection|^shutting down connection/i, 'close'],
  [/^SSL connection using /, 'tls'],
];

/** The progress meter curl draws when its output goes to a file. */
const PROGRESS = /^ *(?:% Total|Dload|\d{1,3} +[\d.]+[kMG]? +\d{1,3} )/;

export const curl: Format = {
  name: 'curl-v',
  vantage: 'client',
  detect(lines) {
    let received = 0;
    let sent = 0;
    for (const line of lines) {
      if (line.startsWith('< ') && startsWithCode(line.slice(2))) received++;
      else if (line.startsWith('> ') && isCommandLine(line.slice(2))) sent++;
    }
    return received > 0 && sent > 0 ? 2 * (received + sent) : 0;
  },
  open: () => ({
    read(line) {
      const { text } = line;
      if (text.startsWith('> ')) return [pieceOf(line, 2, { from: 'client' })];
      if (text.startsWith('< ')) return [pieceOf(line, 2, { from: 'server' })];
      if (text.startsWith('* ')) return [remark(pieceOf(line, 2, { from: 'note' }))];
      if (/^\} \[\d+ bytes data\]$/.test(text)) return [pieceOf(line, 2, { from: 'client', hidden: true })];
      return /^\{ \[\d+ bytes data\]$/.test(text) || PROGRESS.test(text) ? NOTHING : undefined;
    },
  }),
};

function remark(piece: Piece): Piece {
  const mark = MARKS.find(([pattern]) => pattern.test(piece.text))?.[1];
  const peer = /^Connected to (\S+)/.exec(piece.text)?.[1];
  return { ...piece, ...(mark && { mark }), ...(peer && { peer }) };
}
