/** Outlook's and Outlook Express's SMTP log: `SMTP: hh:mm:ss [rx] text`. Message text is not shown, only `[tx] .`. */
import { count, pieceOf, type Format } from './format';

const LINE = /^(?:SMTP: ?)?(\d{1,2}:\d\d:\d\d) \[(rx|tx|db)\](?: |$)/;

const SURE = /^(?:SMTP: ?)?\d{1,2}:\d\d:\d\d \[(?:rx\] [2-5]\d\d|tx\] (?![2-5]\d\d[ -])|db\] )/;

export const outlook: Format = {
  name: 'outlook-rx-tx',
  vantage: 'client',
  detect: (lines) => count(lines, SURE, 3),
  open: () => ({
    read(line) {
      const m = LINE.exec(line.text);
      if (!m) return undefined;
      const time = m[1]!.padStart(8, '0');
      const from = m[2] === 'rx' ? 'server' : m[2] === 'tx' ? 'client' : 'note';
      const piece = pieceOf(line, m[0].length, { from, time });
      return [from === 'client' && piece.text === '.' ? { ...piece, hidden: true } : piece];
    },
  }),
};
