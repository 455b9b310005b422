import { t } from '@vscode/l10n';
import type { Rule } from '../../problem';
import { isMasked, walk, type State } from '../machine';
import type { CommandEvent, DataEvent, ReplyEvent, Session, Transcript } from '../model';
import type { Report } from './visit';

/** BDAT that is not offered, without a size or with a wrong one, without its last chunk, or mixed with DATA (RFC 3030 2). */
export const bdat: Rule<Transcript> = {
  id: 'smtp/bdat',
  severity: 'warning',
  source: 'RFC 3030 2',
  check(transcript, report) {
    for (const session of transcript.sessions) checkSession(session, report);
  },
};

function checkSession(session: Session, report: Report): void {
  const { before, replyTo } = walk(session);
  let open: CommandEvent | undefined; // the last chunk of a message whose end has not come
  let mail: CommandEvent | undefined; // the last one, where it announces BINARYMIME
  let told = false;
  session.events.forEach((event, i) => {
    if (event.kind === 'note' && (event.mark === 'close' || event.mark === 'eof')) {
      if (open) report({ ...noLast(open), severity: 'info' });
      open = undefined;
    }
    if (event.kind !== 'command') return;
    const at = replyTo.get(i);
    const reply = at === undefined ? undefined : (session.events[at] as ReplyEvent);
    switch (event.verb) {
      case 'BDAT': {
        if (!told && notOffered(before[i]!)) {
          told = true;
          const message = t(
            'BDAT, although the server does not offer CHUNKING. The client has to send the message with DATA; servers answer 500, 502 or 503.',
          );
          report({ start: event.start, end: event.end, message });
        }
        if (!WELL_FORMED.test(event.text)) report({ ...badSize(event), ...(isRefusal(reply) ? {} : { severity: 'info' }) });
        const next = session.events[i + 1];
        if (next?.kind === 'data') {
          const message = lengthFault(event, next, reply);
          if (message !== undefined) report({ start: event.start, end: event.end, message });
        }
        open = reply && reply.code < 300 && !/\bLAST\s*$/i.test(event.text) ? event : undefined;
        break;
      }
      case 'DATA':
        if (mail && reply && before[i]!.open === true)
          report({
            start: event.start,
            end: event.end,
            message: t('DATA, and MAIL says BODY=BINARYMIME. Such a message goes with BDAT only; a server answers 503.'),
            related: [{ start: mail.start, end: mail.end, message: t('the MAIL of this message') }],
          });
        if (open && reply)
          report({
            start: event.start,
            end: event.end,
            message: t('DATA in a transaction that began with BDAT. The rest of the message has to come with BDAT, too.'),
            related: [{ start: open.start, end: open.end, message: t('the chunk before') }],
          });
        open = undefined;
        break;
      case 'QUIT':
      case 'MAIL':
        if (open && reply) report(noLast(open));
        open = undefined;
        mail = event.verb === 'MAIL' && BINARY.test(event.text) ? event : undefined;
        break;
      case 'RSET': // gives the message up, as it may
      case 'EHLO':
      case 'HELO':
      case 'LHLO':
        open = undefined;
        break;
      default:
    }
  });
}

const BINARY = / BODY=BINARYMIME\b/i;

const WELL_FORMED = /^\s*BDAT +\d+(?: +LAST)?\s*$/i;

/**
 * What is wrong with a chunk's size, by the text that the log shows. Each line may end in CR LF or LF, and the last one not at
 * all, for a chunk can stop anywhere. A log may leave text out: what is missing counts only where the server missed it, too.
 */
function lengthFault(command: CommandEvent, data: DataEvent, reply: ReplyEvent | undefined): string | undefined {
  const size = Number(/^\s*BDAT +(\d{1,15})/i.exec(command.text)?.[1] ?? NaN);
  const count = data.lines.length;
  if (data.hidden || count === 0 || Number.isNaN(size)) return undefined;
  let shown = 0;
  for (const line of data.lines) {
    // Characters of a decoded document are not bytes, and dots or a remark stand for what was left out.
    if (/[\x80-\uffff]|^(?:\.{3}|\[|<\d|\d+ bytes)/.test(line)) return undefined;
    shown += line.length;
  }
  if (size < shown + count - 1)
    return t(
      'BDAT with {0} bytes, and the text that follows has at least {1}. What is over is read as commands.',
      size,
      shown + count - 1,
    );
  if (size > shown + 2 * count && reply && reply.code >= 400)
    return t(
      'BDAT with {0} bytes, and the text that follows has at most {1}. The server waits for the rest, or takes the next commands for text.',
      size,
      shown + 2 * count,
    );
  return undefined;
}

function badSize({ start, end }: CommandEvent): { start: number; end: number; message: string } {
  const message = t(
    'BDAT without a size in bytes. It is BDAT, the number of bytes that follow, and LAST if they are the end: BDAT 1024 LAST.',
  );
  return { start, end, message };
}

function noLast({ start, end }: CommandEvent): { start: number; end: number; message: string } {
  const message = t(
    'This chunk was the last one sent, and it does not say LAST. The server has not taken the message over; the client has to end it with BDAT 0 LAST.',
  );
  return { start, end, message };
}

function isRefusal(reply: ReplyEvent | undefined): boolean {
  return reply !== undefined && reply.code >= 500;
}

/** True where what the server offers is known, and CHUNKING is not in it. */
function notOffered({ hello, offers }: State): boolean {
  if (!offers || hello === undefined || hello === 'none' || [...offers.keys()].some(isMasked)) return false;
  return !offers.has('CHUNKING');
}
