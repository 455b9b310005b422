/**
 * hMailServer: columns in quotes, parted by tabs: `"SMTPD" thread session "date time" "address" "SENT: text"`. SMTPD is its
 * server, SMTPC its client. The lines of a reply stand in one, with `[nl]` between; passwords are `***`, messages left out.
 */
import type { Line } from '../lines';
import type { Piece } from '../model';
import { count, NOTHING, type Format } from './format';

const LINE = /^"(SMTPD|SMTPC)"\s+\d+\s+(\d+)\s+"(\d{4}-\d\d-\d\d) ([\d:.]+)"\s+"([^"]*)"\s+"(SENT|RECEIVED): /;
const OTHER = /^"(?:TCPIP|DEBUG|APPLICATION|IMAPD|POP3D|POP3C|ERROR|EVENT|SMTPD|SMTPC)"\s+\d+\s/;
const NEW_LINE = '[nl]';

export const hMailServer: Format = {
  name: 'hmailserver',
  vantage: 'server',
  detect: (lines) => count(lines, LINE, 3),
  open: () => ({
    read(line) {
      const m = LINE.exec(line.text);
      if (!m) return OTHER.test(line.text) ? NOTHING : undefined;
      const [all, program = '', session = '', date = '', clock = '', peer, verb] = m;
      const server = (program === 'SMTPD') === (verb === 'SENT');
      const vantage = program === 'SMTPD' ? 'server' : 'client';
      const about = {
        from: server ? 'server' : 'client',
        key: program + session,
        time: `${date}T${clock}`,
        peer,
        vantage,
      } as const;
      return linesOf(line, all.length).map((l) => ({ ...l, ...about }));
    },
  }),
};

/** The lines of the wire that a line of the log holds from `from` up to its closing quote. */
function linesOf(line: Line, from: number): Pick<Piece, 'line' | 'start' | 'end' | 'text'>[] {
  const { text, number, start } = line;
  const end = text.endsWith('"') && text.length > from ? text.length - 1 : text.length;
  const found: Pick<Piece, 'line' | 'start' | 'end' | 'text'>[] = [];
  for (let at = from; ;) {
    const next = text.indexOf(NEW_LINE, at);
    const stop = next < 0 || next > end ? end : next;
    found.push({ line: number, start: start + at, end: start + stop, text: text.slice(at, stop) });
    if (stop === end) return found;
    at = stop + NEW_LINE.length;
  }
}
