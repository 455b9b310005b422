import { t } from '@vscode/l10n';
import type { Rule } from '../../problem';
import type { Transcript } from '../model';

/** Octets without CR LF (RFC 5321 4.5.3.1.4 to 6). Characters are counted, which are never more than the octets. */
const COMMAND = 510;
const REPLY = 510;
const TEXT = 998;

/** What parameters of extensions may add to MAIL and RCPT, generously (RFC 3461 to RFC 7293 each name their own share). */
const PARAMETERS = 2500;

/** Lines longer than SMTP allows. */
export const lineTooLong: Rule<Transcript> = {
  id: 'smtp/line-too-long',
  severity: 'warning',
  source: 'RFC 5321 4.5.3.1.4',
  check(transcript, report) {
    for (const session of transcript.sessions)
      for (const event of session.events) {
        if (event.kind === 'command') {
          // Login data may be long (RFC 4954 4: 12288 octets), and commands that are not SMTP's have no limit here.
          const limit = event.verb === 'MAIL' || event.verb === 'RCPT' ? COMMAND + PARAMETERS : COMMAND;
          if (!PLAIN.has(event.verb) || event.text.length <= limit) continue;
          const message = t(
            '{0} with {1} characters. A command line has at most 512 bytes with its CR LF.',
            event.verb,
            event.text.length,
          );
          report({ start: event.start, end: event.end, message });
        } else if (event.kind === 'reply') {
          const at = event.lines.findIndex((line) => line.length + 4 > REPLY);
          const span = event.lineSpans[at];
          if (!span || event.code === 334) continue;
          const message = t(
            'A reply line with {0} characters. It has at most 512 bytes with its CR LF.',
            event.lines[at]!.length + 4,
          );
          report({ start: span.start, end: span.end, severity: 'info', message });
        } else if (event.kind === 'data') {
          const at = event.lines.findIndex((line) => line.length - (line.startsWith('.') ? 1 : 0) > TEXT);
          const span = event.lineSpans[at];
          if (!span) continue;
          const message = t(
            'A message line with {0} characters. More than 998 are not allowed; servers cut, wrap or refuse it. The sender has to encode the text.',
            event.lines[at]!.length,
          );
          report({ start: span.start, end: span.end, message });
        }
      }
  },
};

const PLAIN: ReadonlySet<string> = new Set([
  'HELO',
  'EHLO',
  'LHLO',
  'MAIL',
  'RCPT',
  'DATA',
  'RSET',
  'NOOP',
  'QUIT',
  'VRFY',
  'EXPN',
  'HELP',
  'STARTTLS',
  'ETRN',
]);
