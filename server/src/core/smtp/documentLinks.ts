/**
 * Links to the RFCs: where the log names one, and at the code of a refusal, which is what people look up. All else that an RFC
 * explains is linked from its hover: underlined, every line of a log would be.
 */
import type { Link } from '../language';
import { addressOf } from '../markdown';
import { overlaps, type Span } from '../text';
import { replySource } from './entries';
import type { Transcript } from './model';

/** More slow an editor down, which draws all of a file's links at once. */
export const MOST_LINKS = 5000;

/** The links in order of place, none overlapping another, at most `MOST_LINKS`. Linear in the log. */
export function links(model: Transcript): Link[] {
  const found = [...mentions(model.source.text), ...refusals(model)].sort((a, b) => a.span.start - b.span.start);
  const apart = found.filter(({ span }, i) => i === 0 || !overlaps(found[i - 1]!.span, span));
  return apart.slice(0, MOST_LINKS);
}

/** `RFC 5321`, `rfc2821 section 4.5.3`, `section 2.3.5 of RFC 5321`; no `message/rfc822` and no `rfc822;` (RFC 3464 2.1.2). */
const MENTION =
  /(?:\b(?:section|sec\.?|§)\s?(\d{1,2}(?:\.\d{1,2}){0,5}),?\s(?:of|in)\s(?:the\s)?)?(?<![/\w-])RFC[ _-]?0{0,2}([1-9]\d{2,3})(?![\d;])(?:,?\s?(?:\(\s?)?(?:section|sec\.?|§)\s?(\d{1,2}(?:\.\d{1,2}){0,5}))?/gi;

function mentions(text: string): Link[] {
  const found: Link[] = [];
  for (const m of text.matchAll(MENTION)) {
    const section = m[1] ?? m[3];
    const link = linkTo(`RFC ${m[2]}${section === undefined ? '' : ` ${section}`}`, m.index, m.index + m[0].length);
    if (link) found.push(link);
    if (found.length === MOST_LINKS) break;
  }
  return found;
}

function refusals({ sessions, source }: Transcript): Link[] {
  const found: Link[] = [];
  for (const { events } of sessions)
    for (const event of events) {
      if (event.kind !== 'reply' || event.code < 400 || found.length === MOST_LINKS) continue;
      const { start, end } = event.lineSpans[0] ?? event;
      const head = /^\d{3}(?:[ -][45]\.\d{1,3}\.\d{1,3}(?=\s|$))?/.exec(source.text.slice(start, Math.min(end, start + 20)))?.[0];
      const link = head === undefined ? undefined : linkTo(replySource(event.code, event.enhanced), start, start + head.length);
      if (link) found.push(link);
    }
  return found;
}

function linkTo(rfc: string, start: number, end: number): Link | undefined {
  const target = addressOf(rfc);
  const span: Span = { start, end };
  return target === undefined ? undefined : { span, target, tooltip: rfc };
}
