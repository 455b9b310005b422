/** Where a problem is shown that newaliases reports for an entry. */
import type { Span } from '../../text';
import type { AliasEntry } from './model';

/** `part` of the entry; all of an entry of several lines, because newaliases names the last of them. */
export function reportedSpan(entry: AliasEntry, part: Span): Span {
  return entry.line.lines.length > 1 ? { start: entry.start, end: entry.end } : { start: part.start, end: part.end };
}
