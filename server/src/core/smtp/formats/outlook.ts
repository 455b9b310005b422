/**
 * Outlook's and Outlook Express's SMTP log: `SMTP: hh:mm:ss [rx] text`. Message text is not shown, only `[tx] .`. Outlook 2002 and later
 * (OPMLog.log): `2004.05.06 10:11:12 SMTP (account): <rx> text`, `[tx] text`; a reply's further lines have nothing in front.
 */
import type { Line } from '../lines';
import type { Mark, Piece } from '../model';
import { startsWithCode } from '../wire';
import { count, NOTHING, pieceOf, type Format, type FormatReader } from './format';

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

const OPM = /^(\d{4})\.(\d\d)\.(\d\d) (\d\d:\d\d:\d\d) (?:(\S.{0,80}?) \((.{0,120}?)\): )?(?:[<[](rx|tx)[>\]] ?)?/;
const OPM_SURE = /^\d{4}\.\d\d\.\d\d \d\d:\d\d:\d\d SMTP \(.{0,120}?\): /;
const OPM_MARKS: readonly (readonly [RegExp, Mark])[] = [
  [/^Connecting to host/, 'open'],
  [/^(?:Disconnected from host|Disconnecting|End execution)/, 'close'],
  [/^Securing connection|^SSL/, 'tls'],
];

export const outlookOpm: Format = {
  name: 'outlook-opmlog',
  vantage: 'client',
  detect: (lines) => count(lines, OPM_SURE, 3),
  open: () => createOpmReader(),
};

function createOpmReader(): FormatReader {
  let reply: Piece | undefined;

  function read(line: Line): readonly Piece[] | undefined {
    const m = OPM.exec(line.text);
    if (!m)
      return reply && startsWithCode(line.text)
        ? [{ ...reply, ...pieceOf(line, 0, { from: 'server', key: reply.key }) }]
        : undefined;
    const [all, year, month, day, clock, protocol, account = '', side] = m;
    if (protocol !== 'SMTP') return NOTHING;
    const time = `${year}-${month}-${day}T${clock}`;
    const from = side === 'rx' ? 'server' : side === 'tx' ? 'client' : 'note';
    const piece = pieceOf(line, all.length, { from, time, key: account });
    reply = from === 'server' ? piece : undefined;
    const mark = side ? undefined : OPM_MARKS.find(([pattern]) => pattern.test(piece.text))?.[1];
    return [{ ...piece, ...(mark && { mark }), ...(mark === 'open' && { peer: account }) }];
  }

  return { read };
}
