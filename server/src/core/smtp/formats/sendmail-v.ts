/**
 * `sendmail -v`, also the text of sendmail's "Transcript of session follows": `>>> ` was sent, replies have no marker, the
 * rest are remarks (`user@host... Connecting to host via mailer...`). Message text is hidden: `>>> .` stands for all of it.
 */
import type { Line } from '../lines';
import type { Piece } from '../model';
import { isCommandLine, startsWithCode } from '../wire';
import { pieceOf, withoutDots, type Format, type FormatReader } from './format';

const SENT = /^>>>? /;
/** In a bounce: what the other server said. Lines without a mark are then sendmail's own. */
const REFUSED = /^<<<? (?=\d{3}[ -])/;
const REMARK = /^\S+\.\.\. |^Closing connection to |^\.\.\.? ?while talking to /;
const CONNECT = /^\S+\.\.\. (?:Connecting to|Using cached E?SMTP connection to) (.+?)(?: via |$)/;
const CLOSE = /^Closing connection to (.+)$/;

export const sendmailV: Format = {
  name: 'sendmail-v',
  vantage: 'client',
  detect(lines) {
    let score = 0;
    let replies = 0;
    for (const line of lines) {
      if (/^<<<? 2/.test(line)) return 0; // a bounce shows refusals so, and nothing else
      if (SENT.test(line) && (isCommandLine(line.replace(SENT, '')) || line === '>>> .')) score += 3;
      else if (CONNECT.test(line) || CLOSE.test(line)) score += 2;
      else if (startsWithCode(line)) replies++;
    }
    return score > 0 ? score + replies : 0;
  },
  open: () => createReader(),
};

/** sendmail keeps connections open while it talks to other hosts: each remark says whose turn it is. */
function createReader(): FormatReader {
  const hosts = new Map<string, string>(); // host as named → key
  let key = '';
  let opened = 0;
  let told = false; // replies are marked

  function read(line: Line): Piece[] | undefined {
    const { text } = line;
    const sent = SENT.exec(text)?.[0];
    if (sent) {
      const piece = pieceOf(line, sent.length, { from: 'client', key });
      return [piece.text === '.' ? { ...piece, hidden: true } : piece];
    }
    told ||= REFUSED.test(text);
    if (REFUSED.test(text)) return [pieceOf(line, 4, { from: 'server', key })];
    if (startsWithCode(text)) return [pieceOf(line, 0, { from: told ? 'note' : 'server', key })];
    if (!REMARK.test(text)) return undefined;
    return [remark(pieceOf(line, 0, { from: 'note' }))];
  }

  function remark(piece: Piece): Piece {
    const connect = CONNECT.exec(piece.text);
    const host = connect?.[1] ?? CLOSE.exec(piece.text)?.[1];
    if (host === undefined) return { ...piece, key };
    const name = withoutDots(host.replace(/ port \d+$/, ''));
    if (connect && /\.\.\. Connecting to /.test(piece.text)) {
      key = hosts.size === 0 && opened === 0 ? '' : `${name}#${opened}`;
      opened++;
      hosts.set(name, key);
      return { ...piece, key, mark: 'open', peer: name };
    }
    key = hosts.get(name) ?? key;
    return { ...piece, key };
  }

  return { read };
}
