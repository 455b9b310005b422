/** `msmtp -d`: its settings, then `<-- ` received and `--> ` sent; message lines as sent. */
import type { Line } from '../lines';
import type { Piece } from '../model';
import { isCommandLine, startsWithCode } from '../wire';
import { NOTHING, pieceOf, type Format } from './format';

const LINE = /^(<--|-->)(?: |$)/;
const SETTING = /^(?:loaded |falling back |using account |ignoring |envelope from|reading recipients|\w+ += )/;

export const msmtp: Format = {
  name: 'msmtp-d',
  vantage: 'client',
  detect(lines) {
    const replies = lines.filter((line) => line.startsWith('<-- ') && startsWithCode(line.slice(4))).length;
    const commands = lines.filter((line) => line.startsWith('--> ') && isCommandLine(line.slice(4))).length;
    return replies === 0 ? 0 : 3 * (replies + commands);
  },
  open: () => ({
    read(line) {
      const m = LINE.exec(line.text);
      if (m) return [pieceOf(line, m[0].length, { from: m[1] === '<--' ? 'server' : 'client' })];
      return remark(line);
    },
  }),
};

function remark(line: Line): readonly Piece[] | undefined {
  const host = /^host += (\S+)$/.exec(line.text);
  if (host) return [pieceOf(line, 0, { from: 'note', mark: 'open', peer: host[1] })];
  if (/^TLS (?:session parameters|certificate information):/.test(line.text))
    return [pieceOf(line, 0, { from: 'note', mark: 'tls' })];
  return SETTING.test(line.text) || /^ {4}\S/.test(line.text) ? NOTHING : undefined;
}
