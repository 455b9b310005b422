/**
 * MDaemon's SMTP logs: `Sat 2014-07-26 12:58:47: 03: [514116] --> text` was sent by MDaemon, `<--` received; other lines are
 * remarks. Old versions have neither level nor session. Message text is left out.
 */
import type { Mark } from '../model';
import { count, pieceOf, speaker, type Format } from './format';

const LINE = /^(?:[A-Z][a-z]{2} )?(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)(?:\.\d+)?: (?:\d\d: )?(?:\[(\d+)\] )?(?:(-->|<--)(?: |$))?/;
const SURE = /^(?:[A-Z][a-z]{2} )?\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d+)?: (?:\d\d: )?(?:\[\d+\] )?(?:-->|<--) /;

const MARKS: readonly (readonly [RegExp, Mark])[] = [
  [/^Accepting SMTP connection from |^Attempting SMTP connection to /, 'open'],
  [/^SSL negotiation successful/, 'tls'],
  [/^SMTP session (?:successful|terminated|aborted|completed)|^Connection closed/, 'close'],
];

export const mdaemon: Format = {
  name: 'mdaemon',
  vantage: 'server',
  detect: (lines) => count(lines, SURE, 3),
  open: () => ({
    read(line) {
      const m = LINE.exec(line.text);
      if (!m) return undefined;
      const [all, date = '', clock = '', key = '', marker] = m;
      const piece = pieceOf(line, all.length, { from: 'note', key, time: `${date}T${clock}` });
      if (marker) return [{ ...piece, ...speaker(marker === '-->', piece.text) }];
      const mark = MARKS.find(([pattern]) => pattern.test(piece.text))?.[1];
      const peer = /^(?:Accepting SMTP connection from|Attempting SMTP connection to) \[?([^\]:\s]+)/.exec(piece.text)?.[1];
      return [{ ...piece, ...(mark && { mark }), ...(peer && { peer }) }];
    },
  }),
};
