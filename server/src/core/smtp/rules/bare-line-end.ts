import { t } from '@vscode/l10n';
import type { Finding, Rule } from '../../problem';
import type { LineEnd, Transcript } from '../model';
import { showsLineEnds } from './line-ends';
import { hasDotAtCr } from './smuggling';

/** Lines of the client that ended without CR LF, or hold a lone CR (RFC 5321 2.3.8, 4.1.1.4). */
export const bareLineEnd: Rule<Transcript> = {
  id: 'smtp/bare-line-end',
  severity: 'warning',
  source: 'RFC 5321 2.3.8',
  check(transcript, report) {
    for (const session of transcript.sessions) {
      if (!showsLineEnds(session)) continue;
      const bare: Finding[] = [];
      for (const event of session.events) {
        if (event.kind === 'command') look(bare, event, event.text, event.eol);
        else if (event.kind === 'data')
          event.lineSpans.forEach((span, i) => {
            const text = event.lines[i] ?? '';
            // What stands beside a dot is worse, and another rule says so.
            const last = event.ended && event.endEol !== undefined && i === event.lineSpans.length - 1;
            const atDot = hasDotAtCr(text) || (last && !text.includes('\r'));
            if (!atDot) look(bare, span, text, span.eol);
          });
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
