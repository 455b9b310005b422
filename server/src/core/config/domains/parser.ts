/**
 * Reads a list of names as sendmail 8.17.1 does (fileclass in sendmail/readcf.c, format `%s`): the first word of each line; lines
 * whose first column is `#` are comments. Takes any string, in time linear in it.
 */
import { createSource, type Span } from '../../text';
import { isBlank, type Token } from '../map/scanner';
import type { DomainEntry, DomainsModel } from './model';

/** The model of such a file. */
export function parseDomains(text: string): DomainsModel {
  const entries: DomainEntry[] = [];
  const comments: Span[] = [];
  for (let start = 0; start < text.length;) {
    const feed = text.indexOf('\n', start);
    const end = feed < 0 ? text.length : feed;
    if (text.startsWith('#', start)) comments.push(trimmed(text, start, end));
    else readLine(text, start, end, entries);
    start = end + 1;
  }
  return { source: createSource(text), entries, comments, listsDomains: entries.some((e) => e.name.text.includes('.')) };
}

function readLine(text: string, start: number, end: number, entries: DomainEntry[]): void {
  const { start: first, end: last } = trimmed(text, start, end);
  if (first === last) return;
  let nameEnd = first;
  while (nameEnd < last && !isBlank(text.charCodeAt(nameEnd))) nameEnd++;
  const name = token(text, first, nameEnd);
  const behind = trimmed(text, nameEnd, last);
  entries.push({
    start: first,
    end: last,
    name,
    ...(behind.start < behind.end && { rest: token(text, behind.start, behind.end) }),
  });
}

function trimmed(text: string, start: number, end: number): Span {
  let first = start;
  let last = end;
  while (first < last && isBlank(text.charCodeAt(first))) first++;
  while (last > first && isBlank(text.charCodeAt(last - 1))) last--;
  return { start: first, end: last };
}

function token(text: string, start: number, end: number): Token {
  return { start, end, text: text.slice(start, end) };
}
