/** Message text made unreadable: what the user wrote, not the frame that mail programs and scanners put around it. */
import type { Edit } from '../../problem';
import { headerFields, signsOf, type HeaderField } from '../signs';
import type { DataEvent, Session, SessionEvent, Transcript, WireLine } from '../model';
import { maskText } from './mask';
import { eachName } from './names';

/** A message as this file takes it; also one that a program logs before it is sent. */
type Message = Pick<DataEvent, 'lines' | 'lineSpans'>;

/** Edits that make the messages of a transcript unreadable, in order of place within each message. Linear in their text. */
export function maskMessages(transcript: Transcript): Edit[] {
  const log = transcript.source.text;
  const edits: Edit[] = [];
  for (const session of transcript.sessions) {
    const signs = signsByMessage(session);
    session.events.forEach((event, i) => {
      if (event.kind === 'data') maskMessage(event, log, signs.get(i) ?? NONE, edits);
      else if (event.kind === 'note') maskQuoted(event, log, edits);
    });
    const unsent = messageInNotes(session, log);
    if (unsent.lines.length > 0) maskMessage(unsent, log, NONE, edits);
  }
  return edits;
}

const NONE: ReadonlySet<number> = new Set();

/** Lines of each message that a product between client and server wrote: they are what a comparison goes by. */
function signsByMessage(session: Session): Map<number, Set<number>> {
  const lines = new Map<number, Set<number>>();
  for (const sign of signsOf(session)) {
    if (session.events[sign.event]?.kind !== 'data') continue;
    const known = lines.get(sign.event);
    if (known) known.add(sign.part);
    else lines.set(sign.event, new Set([sign.part]));
  }
  return lines;
}

function maskMessage(message: Message, log: string, signed: ReadonlySet<number>, edits: Edit[]): void {
  const { fields, bodyAt } = headerFields(message);
  const boundaries = new Set<string>();
  for (const field of fields) {
    if (signed.has(field.line)) continue;
    const lines = message.lineSpans.slice(field.line, field.endLine + 1);
    if (isStructure(field.name)) maskStructure(field, lines, log, boundaries, edits);
    else maskWords(lines, log, field.name.length + 1, edits);
  }
  let inPart = false; // in the header of a part of a MIME message (RFC 2046 5.1)
  let kept = false; // the field before was left as it is
  for (let i = bodyAt; i < message.lines.length; i++) {
    const line = message.lines[i]!;
    const span = message.lineSpans[i]!;
    if (signed.has(i)) continue;
    const boundary = /^--(.{1,70}?)(--)?[ \t]*$/.exec(line);
    if (boundary && (boundaries.has(boundary[1]!) || boundaries.has(boundary[1]! + (boundary[2] ?? '')))) {
      inPart = boundary[2] === undefined;
      continue;
    }
    if (line === '') inPart = false;
    kept = inPart && (/^content-[\w-]{1,40}:/i.test(line) || (kept && /^[ \t]/.test(line)));
    if (kept) maskStructure({ text: line }, [span], log, boundaries, edits);
    else push(edits, span, log, maskText(log.slice(span.start, span.end), seedOf(line)));
  }
}

/** What a line says, whoever logs it: doubled dots, white space and the way 8-bit characters are shown do not count. */
function seedOf(line: string): string {
  return line
    .replace(/^\.+/, '')
    .replace(/[^\x00-\x7f]+|\?+/g, '?')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Fields that tell of the transport and of the parts of the message; of them only names are taken. */
function isStructure(name: string): boolean {
  return STRUCTURE.test(name);
}

const STRUCTURE =
  /^(?:received|return-path|delivered-to|date|mime-version|content-[\w-]+|(?:resent-)?(?:message-id|date)|in-reply-to|references|dkim-signature|arc-[\w-]+|authentication-results|received-spf|x-(?:virus|spam|av|antivirus|scanned|filtered)[\w-]*|x-mailer|user-agent|precedence|auto-submitted|x-priority|importance)$/i;

/** Leaves a field as it is but for the names of files (RFC 2183 2.3, RFC 2231), and learns the boundary of the parts. */
function maskStructure(
  field: Pick<HeaderField, 'text'>,
  lines: readonly WireLine[],
  log: string,
  boundaries: Set<string>,
  edits: Edit[],
): void {
  const boundary = /\bboundary="?([^";\s][^";]{0,69})/i.exec(field.text)?.[1];
  if (boundary !== undefined) boundaries.add(boundary.trim());
  for (const { start, end } of lines)
    for (const m of log.slice(start, end).matchAll(/\b(?:file)?name\*?\d?\*?=(?:"([^"]{1,500})|([^\s";]{1,500}))/gi)) {
      const name = m[1] ?? m[2]!;
      const at = start + m.index + m[0].length - name.length;
      push(edits, { start: at, end: at + name.length }, log, maskText(name, name.toLowerCase()));
    }
}

/** A word of a header that is encoded (RFC 2047 2): its frame stays. */
const ENCODED_WORD = /=\?[\w-]{1,40}\?[QqBb]\?([^?\s]{0,100})\?=/g;

/** Makes each word of a field unreadable, by itself: programs fold fields in different places. Names are left to who asks for them. */
function maskWords(lines: readonly WireLine[], log: string, nameLength: number, edits: Edit[]): void {
  lines.forEach((span, i) => {
    let from = span.start + (i === 0 ? nameLength : 0);
    const words = (to: number): void =>
      eachName(log, from, to, ({ kind, start, end }) => {
        const word = log.slice(start, end);
        if (kind === 'word') push(edits, { start, end }, log, maskText(word, word.toLowerCase()));
      });
    for (const m of log.slice(from, span.end).matchAll(ENCODED_WORD)) {
      const at = span.start + (i === 0 ? nameLength : 0) + m.index;
      words(at);
      const payload = m[1]!;
      const start = at + m[0].length - 2 - payload.length;
      push(edits, { start, end: start + payload.length }, log, maskText(payload, payload));
      from = at + m[0].length;
    }
    words(span.end);
  });
}

/** What a filter quotes of a message: `reject: header Subject: … from host[address];`. */
function maskQuoted({ start, text }: SessionEvent, log: string, edits: Edit[]): void {
  const head = /\b(?:header|body) (?:[!-9;-~]{1,60}: )?/.exec(text);
  if (!head || log.slice(start, start + text.length) !== text) return;
  const from = head.index + head[0].length;
  const quoted = /^(.{1,1000}?) from \S{1,255}\[[^\]]{0,60}\];/.exec(text.slice(from))?.[1];
  if (quoted === undefined) return;
  push(edits, { start: start + from, end: start + from + quoted.length }, log, maskText(quoted, seedOf(quoted)));
}

/** sendmail -X logs the message it reads from standard input, and bounces it makes, without any SMTP around them. */
function messageInNotes(session: Session, log: string): Message {
  const lines: string[] = [];
  const lineSpans: WireLine[] = [];
  if (session.format.startsWith('sendmail-X'))
    for (const event of session.events) {
      if (event.kind !== 'note' || event.mark || !/(?:<<<|>>>) ?$/.test(log.slice(Math.max(0, event.start - 4), event.start)))
        continue;
      lines.push(event.text);
      lineSpans.push({ line: event.line, start: event.start, end: event.end });
    }
  return { lines, lineSpans };
}

function push(edits: Edit[], { start, end }: { start: number; end: number }, log: string, text: string): void {
  if (log.slice(start, end) !== text) edits.push({ start, end, text });
}
