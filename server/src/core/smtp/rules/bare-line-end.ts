import { t } from '@vscode/l10n';
import type { Finding, Rule } from '../../problem';
import type { LineEnd, Session, Transcript } from '../model';

/** Lines of the client that ended without CR LF, or hold a lone CR (RFC 5321 2.3.8, 4.1.1.4). */
export const bareLineEnd: Rule<Transcript> = {
  id: 'smtp/bare-line-end',
  severity: 'warning',
  check(transcript, report) {
    for (const session of transcript.sessions) {
      if (!showsLineEnds(session)) continue;
      const bare: Finding[] = [];
      for (const event of session.events) {
        if (event.kind === 'command') look(bare, event, event.text, event.eol);
        else if (event.kind === 'data') event.lineSpans.forEach((span, i) => look(bare, span, event.lines[i] ?? '', span.eol));
      }
      // One finding a session: such lines come in hundreds.
      const [first] = bare;
      if (!first) continue;
      report(
        bare.length === 1
          ? first
          : { ...first, message: first.message + ' ' + t('So do {0} more lines of this session.', bare.length - 1) },
      );
    }
  },
};

function look(bare: Finding[], span: { start: number; end: number }, text: string, eol: LineEnd | undefined): void {
  const { start, end } = span;
  if (eol === 'lf')
    bare.push({
      start,
      end,
      message: t(
        'This line ends with a bare LF. SMTP lines end with CR LF; servers of today refuse others, because messages can be smuggled that way.',
      ),
    });
  else if (eol === 'cr' || text.includes('\r'))
    bare.push({
      start,
      end,
      message: t('This line has a lone CR. SMTP lines end with CR LF, and a CR stands nowhere else; servers of today refuse it.'),
    });
}

/** Only a log in which some line of the client ends with CR LF shows how the others end. */
function showsLineEnds(session: Session): boolean {
  return session.events.some(
    (e) => (e.kind === 'command' && e.eol === 'crlf') || (e.kind === 'data' && e.lineSpans.some((s) => s.eol === 'crlf')),
  );
}
