/** What a log, or who cut it down, leaves out of a message. */
import type { DataEvent } from '../smtp/model';
import { compareTexts, isBlackedOutOnly } from './normalise';

/** Characters between two lines of a message. */
const MOST_BETWEEN = 2000;

/**
 * The index of the line before which somebody wrote a line of his own into the message in a log's `text` to say that lines are left
 * out: one without the log's marks. Undefined if nobody did.
 */
export function leftOutAt(text: string, { start, end, lineSpans }: DataEvent): number | undefined {
  let from = start;
  let line = lineSpans[0]?.line ?? 0;
  for (let i = 0; i <= lineSpans.length; i++) {
    const next = lineSpans[i];
    // Lines of other sessions may stand between, any number of them.
    if ((next === undefined || next.line > line + 1) && (next?.start ?? end) - from < MOST_BETWEEN) {
      const between = text
        .slice(from, next?.start ?? end)
        .split('\n')
        .slice(1, -1);
      if (between.some((l) => isGap(l.trim()) || isLeftOut(l.trim()))) return i;
    }
    if (next) ({ end: from, line } = next);
  }
  return undefined;
}

/** An article's `...` in place of message text. */
export function isGap(line: string): boolean {
  return /^\[?(?:\.{3}|…)\]?$/.test(line);
}

/** What people write in place of the text that they take out of a log: `[body removed]`, `<snip>`, `(24 lines deleted)`. */
export function isLeftOut(line: string): boolean {
  if (line.length > 80) return false;
  return (
    /^\W*(?:snip(?:ped)?|cut|redacted|omitted|removed|deleted)\W*$/i.test(line) ||
    (/\b(?:snip(?:ped)?|redacted|omitted|removed|deleted|left out|not shown|cut)\b/i.test(line) &&
      /\b(?:message|body|mail|text|content|data|headers?|lines?)\b/i.test(line))
  );
}

/** True for a line that one log cut, robbed of what is in angle brackets, or in which somebody made words unreadable. */
export function isSameButForTheLog(client: string, server: string): boolean {
  const { difference, naturals } = compareTexts(client, server);
  return difference === 'same' || naturals.includes('cut') || isBlackedOutOnly(client, server);
}
