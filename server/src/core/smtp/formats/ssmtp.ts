/**
 * sSMTP. `ssmtp -v`: `[<-] ` was received, `[->] ` sent; message lines as sent; of a reply only its last line. With `Debug=YES`
 * the same goes to syslog, without markers.
 */
import type { Line } from '../lines';
import type { Piece } from '../model';
import { isCommandLine } from '../wire';
import { count, NOTHING, pieceOf, type Format, type FormatReader } from './format';
import { readSyslog } from './syslog';
import { createTerminalReader, detectTerminal } from './terminal';

const LINE = /^\[(?:<-|->)\](?: |$)/;
const RECEIVED = /^\[<-\] [2-5]\d\d(?:[ -]|$)/;

export const ssmtp: Format = {
  name: 'ssmtp-v',
  vantage: 'client',
  detect: (lines) =>
    count(lines, RECEIVED, 3) + 3 * lines.filter((l) => l.startsWith('[->] ') && isCommandLine(l.slice(5))).length,
  open: () => ({
    read(line) {
      const m = LINE.exec(line.text);
      return m ? [pieceOf(line, m[0].length, { from: m[0].startsWith('[<') ? 'server' : 'client' })] : undefined;
    },
  }),
};

const PROGRAM = /^ssmtp$/i;

export const ssmtpSyslog: Format = {
  name: 'ssmtp-syslog',
  vantage: 'client',
  detect: (lines) => 2 * detectTerminal(lines.flatMap((line) => textOf(line)?.text ?? [])),
  open: () => createReader(),
};

/** What sSMTP says in a line of syslog. */
function textOf(line: string): { text: string; from: number; time: string; pid: string } | undefined {
  const syslog = readSyslog(line);
  if (!syslog || !PROGRAM.test(syslog.program)) return undefined;
  const { from, time, pid } = syslog;
  return { text: line.slice(from), from, time, pid };
}

function createReader(): FormatReader {
  const screens = new Map<string, FormatReader>();

  function read(line: Line): readonly Piece[] | undefined {
    const said = textOf(line.text);
    if (!said) return readSyslog(line.text) ? NOTHING : undefined;
    const { text, from, time, pid } = said;
    if (/^(?:Sent mail for|Creating SSL connection|SSL connection using|Unable to|Cannot)/.test(text))
      return [pieceOf(line, from, { from: 'note', time, key: pid })];
    let screen = screens.get(pid);
    if (!screen) screens.set(pid, (screen = createTerminalReader()));
    const pieces = screen.read({ ...line, start: line.start + from, text }) ?? NOTHING;
    return pieces.map((piece) => ({ ...piece, time, key: pid }));
  }

  return { read };
}
