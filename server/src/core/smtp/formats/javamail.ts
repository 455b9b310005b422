/**
 * JavaMail and Jakarta Mail with `mail.debug=true`: `DEBUG SMTP: ` are remarks; what was sent and received has no marker at
 * all, so the rest is read as a terminal's screen. AUTH is left out.
 */
import type { Line } from '../lines';
import type { Piece } from '../model';
import { isCommandLine, startsWithCode } from '../wire';
import { count, NOTHING, pieceOf, type Format, type FormatReader } from './format';
import { createTerminalReader, detectTerminal } from './terminal';

const REMARK = /^DEBUG(?: \w+)?: ?/;
/** What Java prints of an exception. */
const TRACE =
  /^(?:\s+at |\s+\.\.\. \d+ more|Caused by: |\s+nested exception is:|[\w.$]+(?:Exception|Error)\b|\s+[\w.$]+(?:Exception|Error): |;$)/;
const SURE = /^DEBUG SMTPS?: /;
const TOLD = /^DEBUG SMTPS?: (?=trying to connect|connected to|AUTH |could not connect|.*exception|.*failed)/i;

export const javamail: Format = {
  name: 'javamail',
  vantage: 'client',
  detect(lines) {
    const sure = count(lines, SURE, 2);
    return sure > 0 ? sure + detectTerminal(lines) : 0;
  },
  open: () => createReader(),
};

function createReader(): FormatReader {
  const screen = createTerminalReader();

  let begun = false; // one of its remarks was seen

  function read(line: Line): readonly Piece[] | undefined {
    if (!screen.inMessage() && TRACE.test(line.text)) return NOTHING;
    begun ||= REMARK.test(line.text);
    if (!begun && !screen.inMessage() && !startsWithCode(line.text) && !isCommandLine(line.text)) return undefined;
    if (screen.inMessage() || !REMARK.test(line.text)) return screen.read(line);
    const told = TOLD.exec(line.text);
    if (!told) return NOTHING;
    const piece = pieceOf(line, told[0].length, { from: 'note' });
    const peer = /^trying to connect to host "([^"]*)"/.exec(piece.text)?.[1];
    if (peer === undefined) return [piece];
    const open: Piece = { ...piece, mark: 'open', peer };
    const tls = piece.text.indexOf('isSSL true');
    return tls < 0 ? [open] : [open, pieceOf(line, told[0].length + tls, { from: 'note', mark: 'tls' })];
  }

  return { read };
}
