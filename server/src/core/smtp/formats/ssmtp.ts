/** `ssmtp -v`: `[<-] ` was received, `[->] ` sent; message lines as sent. */
import { count, pieceOf, type Format } from './format';

const LINE = /^\[(?:<-|->)\](?: |$)/;

export const ssmtp: Format = {
  name: 'ssmtp-v',
  vantage: 'client',
  detect: (lines) => count(lines, LINE, 3),
  open: () => ({
    read(line) {
      const m = LINE.exec(line.text);
      return m ? [pieceOf(line, m[0].length, { from: m[0].startsWith('[<') ? 'server' : 'client' })] : undefined;
    },
  }),
};
