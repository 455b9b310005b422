/**
 * sendmail's syslog from LogLevel 15 on: `sendmail[pid]: qid: <-- text` was received, `--- text` sent. Message text is not
 * shown. (Seen with sendmail 8.17.1.)
 */
import type { Line } from '../lines';
import type { Mark, Piece } from '../model';
import { isCommandLine, startsWithCode } from '../wire';
import { NOTHING, pieceOf, type Format } from './format';
import { readSyslog } from './syslog';

const PROGRAM = /^(?:sendmail|sm-mta|sm-msp\S*)$/;
const SPOKEN = /^(?:[\w-]+: )?(<--|---)(?: |$)/;
const REMARKS: readonly (readonly [RegExp, Mark | undefined])[] = [
  [/^(?:NOQUEUE: )?connect from /, 'open'],
  [/^(?:\S+: )?lost input channel from /, 'eof'],
  [/^STARTTLS=server, relay=/, 'tls'],
  [/^\w+: (?:from=<|to=<|ruleset=|rejecting |Milter: .*reject)/, undefined],
];

export const sendmailSyslog: Format = {
  name: 'sendmail-syslog',
  vantage: 'server',
  detect(lines) {
    let score = 0;
    for (const line of lines) {
      const syslog = readSyslog(line);
      if (!syslog || !PROGRAM.test(syslog.program)) continue;
      const text = line.slice(syslog.from);
      const m = SPOKEN.exec(text);
      const said = m && text.slice(m[0].length);
      if (m && (m[1] === '---' ? startsWithCode(said!) : isCommandLine(said!))) score += 3;
    }
    return score;
  },
  open: () => ({ read }),
};

function read(line: Line): readonly Piece[] | undefined {
  const syslog = readSyslog(line.text);
  if (!syslog) return undefined;
  if (!PROGRAM.test(syslog.program)) return NOTHING;
  const text = line.text.slice(syslog.from);
  const at = { key: syslog.pid, time: syslog.time };
  const m = SPOKEN.exec(text);
  if (m) return [pieceOf(line, syslog.from + m[0].length, { from: m[1] === '---' ? 'server' : 'client', ...at })];
  const remark = REMARKS.find(([pattern]) => pattern.test(text));
  if (!remark) return NOTHING;
  const [, mark] = remark;
  const peer = /connect from (?:\S+@)?(\S+?)(?:$|[\s,])/.exec(text)?.[1];
  return [pieceOf(line, syslog.from, { from: 'note', ...at, ...(mark && { mark }), ...(mark === 'open' && peer && { peer }) })];
}
