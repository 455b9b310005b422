/**
 * Exim: `exim -v` and `exim -d` (a client's view), `exim -bd -d` (a server's). `SMTP>>` was sent by this process, `SMTP<<`
 * received; `SMTP|>` and `SMTP+>` were sent together with more. Further lines of a reply have only blanks in place of the
 * marker. With -d each line begins with the process id, padded with blanks. Message text is not shown.
 */
import type { Line } from '../lines';
import type { Piece } from '../model';
import { isCommandLine, replyOf, startsWithCode } from '../wire';
import { NOTHING, pieceOf, speaker, type Format, type FormatReader } from './format';

const PREFIX = /^(?:(\d\d:\d\d:\d\d)(?:\.\d+)? )?( {0,4}\d{1,10})?(?= )/;
const SPOKEN = /^ *SMTP(<<|>>|\|>|\+>|>\|)(?: |$)/;
const FURTHER = /^ {6,}(?=[2-5]\d\d[ -])/;
const MESSAGE = /^\(?writing message( and terminating "\.")?/;
const REMARKS = /^ *(SMTP\([^)]*\)(?:<<|>>)|Connecting to |Process \d+ is handling incoming connection|LOG: )/;

export const exim: Format = {
  name: 'exim-v',
  vantage: 'client',
  detect(lines) {
    let score = 0;
    for (const line of lines) {
      const text = line.slice(PREFIX.exec(line)?.[0].length ?? 0);
      if (score > 0 && FURTHER.test(text)) score++;
      const m = SPOKEN.exec(text);
      const said = m && text.slice(m[0].length);
      if (m && (startsWithCode(said!) || isCommandLine(said!))) score += 3;
    }
    return score;
  },
  open: () => createReader(),
};

function createReader(): FormatReader {
  const replies = new Map<string, Piece>(); // by process: the last piece, if it is a reply that goes on

  function read(line: Line): readonly Piece[] | undefined {
    const prefix = PREFIX.exec(line.text);
    const [all = '', time, pid] = prefix ?? [];
    const process = pid?.trim() ?? '';
    const text = line.text.slice(all.length);
    const at = { time, key: process };
    const spoken = SPOKEN.exec(text);
    if (spoken) {
      const piece = say(line, all.length + spoken[0].length, spoken[1] !== '<<', process);
      const said = { ...piece, ...(time && { time }) };
      replies.delete(process);
      if (replyOf(said.text)?.more) replies.set(process, said);
      return [said];
    }
    const further = FURTHER.exec(text)?.[0].length;
    const before = replies.get(process);
    if (further !== undefined && before) {
      const piece = { ...pieceOf(line, all.length + further, { from: 'server' }), key: before.key, vantage: before.vantage };
      if (!replyOf(piece.text)?.more) replies.delete(process);
      return [{ ...piece, ...(time && { time }) }];
    }
    const remark = REMARKS.exec(text);
    if (remark) return remarkOf(line, all.length, text, at);
    return process !== '' && !/^ (?:<<<|>>>|===)/.test(text) ? NOTHING : undefined;
  }

  function say(line: Line, from: number, sent: boolean, process: string): Piece {
    const piece = pieceOf(line, from, { from: 'client', key: process + '>', vantage: 'client' });
    if (sent) {
      const whole = MESSAGE.exec(piece.text);
      if (whole) return { ...piece, text: whole[1] ? '.' : piece.text, hidden: true };
      if (piece.text === '.') return { ...piece, hidden: true };
    }
    const who = speaker(sent, piece.text);
    return { ...piece, ...who, key: who.vantage === 'client' ? process + '>' : process };
  }

  return { read, name: (key) => (key === '' || key === '>' ? 'exim-v' : 'exim-debug') };
}

function remarkOf(line: Line, from: number, text: string, at: { time?: string; key: string }): readonly Piece[] {
  const piece = pieceOf(line, from + (text.length - text.trimStart().length), {
    from: 'note',
    ...(at.time && { time: at.time }),
  });
  const incoming = /^Process \d+ is handling incoming connection from [^[]*\[([^\]]*)\]/.exec(piece.text);
  if (incoming) return [{ ...piece, key: at.key, mark: 'open', peer: incoming[1], vantage: 'server' }];
  const key = at.key + '>';
  const outgoing = /^Connecting to (\S+)(.*)/.exec(piece.text);
  if (outgoing && !outgoing[2]!.includes('failed'))
    return [{ ...piece, key, mark: 'open', peer: outgoing[1], vantage: 'client' }];
  return [{ ...piece, key, ...(/^SMTP\(close/.test(piece.text) && { mark: 'close' as const }) }];
}
