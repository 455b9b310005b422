/** Queue ids: the names that mail servers give to messages, by which a message is followed through a log. */
import type { Span } from '../text';
import type { Transcript } from './model';

/** Letters and digits of ids, hyphens as Exim has them. */
const ID = /[0-9A-Za-z-]/;
const SHORTEST = 6;
const LONGEST = 40;

/**
 * What shows that a word is a queue id: it is announced in a reply, begins a line of a program's log, or stands in a trace field.
 * Forms of sendmail, Postfix, Exim, Exchange, qmail, OpenSMTPD and Gmail.
 */
const ANNOUNCED = /(?:\bqueued as |\bid=|\binternalid=|\) (?:with \w{1,20} )?id |\bwith \w{1,20} id |\bqp )$/i;
const FOLLOWED = /^(?: Message accepted for delivery| - gsmtp\b)/i;

/** Every place of the queue id at `offset`; undefined if no queue id stands there. Linear in the log. */
export function queueIdPlaces(model: Transcript, offset: number): Span[] | undefined {
  const { text } = model.source;
  const word = wordAt(text, offset);
  if (!word) return undefined;
  const places = placesOf(text, text.slice(word.start, word.end));
  return places.some((place) => isAnnounced(text, place)) ? places : undefined;
}

function wordAt(text: string, offset: number): Span | undefined {
  let start = offset;
  let end = offset;
  while (start > 0 && offset - start <= LONGEST && ID.test(text[start - 1]!)) start--;
  while (end < text.length && end - offset <= LONGEST && ID.test(text[end]!)) end++;
  const length = end - start;
  return length >= SHORTEST && length <= LONGEST && /\d/.test(text.slice(start, end)) ? { start, end } : undefined;
}

function placesOf(text: string, id: string): Span[] {
  const places: Span[] = [];
  for (let start = text.indexOf(id); start >= 0; start = text.indexOf(id, start + id.length)) {
    const end = start + id.length;
    if (!ID.test(text[start - 1] ?? ' ') && !ID.test(text[end] ?? ' ')) places.push({ start, end });
  }
  return places;
}

function isAnnounced(text: string, { start, end }: Span): boolean {
  const before = text.slice(Math.max(0, start - 32), start);
  const after = text.slice(end, end + 32);
  // In a syslog the id stands between the program and what is said of the message: `postfix/qmgr[1]: F1B4D3FE6: from=`.
  return ANNOUNCED.test(before) || FOLLOWED.test(after) || (/\]: $/.test(before) && after.startsWith(': '));
}
