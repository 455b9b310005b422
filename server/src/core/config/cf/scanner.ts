/**
 * The lines of sendmail.cf as sendmail reads them: a line that starts with a blank or a tab goes on with the line before, whatever
 * that was (readcf and fgetfolded of sendmail 8.17.1).
 */
import type { Span } from '../../text';

/** Splits a text into such lines. The line end of the last physical line is not part of it; those between them are. */
export function scanLines(text: string): Span[] {
  const lines: Span[] = [];
  let start = 0;
  while (start < text.length) {
    let at = start;
    let end: number;
    for (;;) {
      const lf = text.indexOf('\n', at);
      if (lf < 0) {
        end = at = text.length;
        break;
      }
      end = lf;
      at = lf + 1;
      if (text[at] !== ' ' && text[at] !== '\t') break;
    }
    if (end > start && text[end - 1] === '\r') end--;
    lines.push({ start, end });
    start = at;
  }
  return lines;
}
