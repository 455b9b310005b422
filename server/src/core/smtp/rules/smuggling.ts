import { t } from '@vscode/l10n';
import type { Rule } from '../../problem';
import type { DataEvent, LineEnd, Session, Transcript } from '../model';
import { showsLineEnds } from './line-ends';

/** A dot that some servers take for the end of the message and others do not (RFC 5321 4.1.1.4; CVE-2023-51764, -51765, -51766). */
export const smuggling: Rule<Transcript> = {
  id: 'smtp/smuggling',
  severity: 'warning',
  source: 'RFC 5321 4.1.1.4',
  check(transcript, report) {
    for (const session of transcript.sessions) {
      if (!showsLineEnds(session)) continue;
      for (const event of session.events)
        if (event.kind === 'data')
          for (const { start, end, form } of oddEnds(event))
            report({
              start,
              end,
              message: t(
                'A dot between line ends that are not CR LF ({0}). Some servers take it for the end of the message, others do not: what follows can be a second, smuggled message. Only CR LF . CR LF ends a message.',
                form,
              ),
            });
    }
  },
};

/** True if a message of the session seems to end at such a dot: what the log has after it may be text. */
export function mayBeSmuggled(session: Session): boolean {
  return showsLineEnds(session) && session.events.some((e) => e.kind === 'data' && oddEnds(e).length > 0);
}

interface OddEnd {
  readonly start: number;
  readonly end: number;
  /** As the bytes are: `LF . CR LF`. */
  readonly form: string;
}

const NAMES: Readonly<Record<LineEnd, string>> = { crlf: 'CR LF', lf: 'LF', cr: 'CR' };

function oddEnds(event: DataEvent): OddEnd[] {
  const found: OddEnd[] = [];
  event.lines.forEach((text, i) => {
    const { start, end, eol } = event.lineSpans[i]!;
    if (!hasDotAtCr(text)) return;
    const inside = text.includes('\r.\r');
    const before = inside || text.endsWith('\r.') ? 'CR' : NAMES[(i > 0 && event.lineSpans[i - 1]!.eol) || 'crlf'];
    const after = inside || text.startsWith('.\r') ? 'CR' : NAMES[eol ?? 'crlf'];
    found.push({ start, end, form: `${before} . ${after}` });
  });
  const before = event.lineSpans.at(-1)?.eol ?? 'crlf';
  const after = event.endEol;
  if (event.ended && after !== undefined && (before === 'lf' || after === 'lf'))
    found.push({ start: Math.max(event.start, event.end - 1), end: event.end, form: `${NAMES[before]} . ${NAMES[after]}` });
  return found;
}

/** True if a line of a message has a dot alone beside a lone CR. */
export function hasDotAtCr(text: string): boolean {
  return text.startsWith('.\r') || text.includes('\r.\r') || text.endsWith('\r.');
}
