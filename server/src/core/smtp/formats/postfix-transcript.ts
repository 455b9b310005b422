/**
 * The notice Postfix sends the postmaster (`notify_classes`): a mail in which ` Out: ` was sent by the server and ` In:  `
 * received. Long lines are folded with five spaces. One session a mail; no message text, no times but the mail's own.
 */
import type { Line } from '../lines';
import type { Piece } from '../model';
import { isoDate } from '../time';
import { count, NOTHING, pieceOf, type Format, type FormatReader } from './format';

const LINE = /^ ?(Out|In):(?: {1,2}|$)/;
const SURE = /^ (?:Out: \d{3}|In: {2}\S)/;
const FOLDED = /^ {5,}(?=\S)/;
const REMARK = /^(?:Transcript of session follows\.|Session aborted, reason: .*|For other details, see the local mail logfile)$/;

export const postfixTranscript: Format = {
  name: 'postfix-transcript',
  vantage: 'server',
  detect: (lines) => count(lines, SURE, 2),
  open: () => createReader(),
};

function createReader(): FormatReader {
  let spoken: Piece | undefined; // the piece a folded line goes on with
  let time: string | undefined;

  function read(line: Line): readonly Piece[] | undefined {
    const m = LINE.exec(line.text);
    if (m) {
      spoken = pieceOf(line, m[0].length, { from: m[1] === 'Out' ? 'server' : 'client' });
      return [spoken];
    }
    const folded = spoken && FOLDED.exec(line.text)?.[0].length;
    if (spoken && folded) return [pieceOf(line, folded, { from: spoken.from, continues: true })];
    spoken = undefined;
    return header(line) ?? remark(line);
  }

  function header(line: Line): readonly Piece[] | undefined {
    if (line.text.startsWith('Date: ')) time = isoDate(line.text);
    const subject = /^Subject: .{0,80}SMTP server: errors from ([^[]*)\[([^\]]*)\]$/.exec(line.text);
    if (subject) {
      const peer = subject[1] === 'unknown' ? subject[2] : subject[1];
      return [pieceOf(line, 9, { from: 'note', mark: 'open', peer, ...(time && { time }) })];
    }
    return /^[A-Z][\w-]*: |^\s\S|^$/.test(line.text) ? NOTHING : undefined;
  }

  function remark(line: Line): readonly Piece[] | undefined {
    if (!REMARK.test(line.text)) return undefined;
    if (!line.text.startsWith('Session aborted')) return NOTHING;
    return [pieceOf(line, 0, { from: 'note', mark: 'eof' })];
  }

  return { read };
}
