import { t } from '@vscode/l10n';
import type { Rule } from '../../problem';
import { parametersIn } from '../machine';
import type { Transcript } from '../model';

/** Octets without CR LF (RFC 5321 4.5.3.1.4 to 6). Characters are counted, which are never more than the octets. */
const COMMAND = 510;
const REPLY = 510;
const TEXT = 998;

/** What parameters of extensions add to MAIL and RCPT (RFC 1870, 6152, 4954, 3461, 2852, 3885, 4865, 6531, 6710, 7293, 3865). */
const ADDS: Readonly<Record<string, number>> = {
  SIZE: 26,
  BODY: 17,
  AUTH: 500,
  RET: 9,
  ENVID: 309,
  NOTIFY: 30,
  ORCPT: 500,
  BY: 17,
  MTRK: 40,
  HOLDFOR: 34,
  HOLDUNTIL: 34,
  SMTPUTF8: 10,
  'MT-PRIORITY': 15,
  RRVS: 33,
  SOLICIT: 1007,
};
/** Those that are not known here: as much as the longest. */
const OTHERS = 1007;

/** Lines longer than SMTP allows. */
export const lineTooLong: Rule<Transcript> = {
  id: 'smtp/line-too-long',
  severity: 'warning',
  source: 'RFC 5321 4.5.3.1.4',
  check(transcript, report) {
    for (const session of transcript.sessions) {
      let binary = false; // the message was announced as binary
      for (const event of session.events) {
        if (event.kind === 'command') {
          if (event.verb === 'MAIL') binary = / BODY=BINARYMIME\b/i.test(event.text);
          // Login data may be long (RFC 4954 4: 12288 octets), and commands that are not SMTP's have no limit here.
          if (event.text.length <= COMMAND || !PLAIN.has(event.verb)) continue;
          const limit = event.verb === 'MAIL' || event.verb === 'RCPT' ? COMMAND + addedBy(event.text) : COMMAND;
          if (event.text.length <= limit) continue;
          const message = t(
            '{0} with {1} characters. A command line has at most {2} bytes with its CR LF.',
            event.verb,
            event.text.length,
            limit + 2,
          );
          report({ start: event.start, end: event.end, message });
        } else if (event.kind === 'reply') {
          if (event.end - event.start <= REPLY) continue;
          const at = event.lines.findIndex((line) => line.length + 4 > REPLY);
          const span = event.lineSpans[at];
          if (!span || event.code === 334) continue;
          const message = t(
            'A reply line with {0} characters. It has at most 512 bytes with its CR LF.',
            event.lines[at]!.length + 4,
          );
          report({ start: span.start, end: span.end, severity: 'info', message });
        } else if (event.kind === 'data') {
          // Binary text has no lines (RFC 3030 3).
          if (event.end - event.start <= TEXT || binary) continue;
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
    }
  },
};

function addedBy(text: string): number {
  return parametersIn(text).reduce((sum, { name }) => sum + (ADDS[name] ?? OTHERS), 0);
}

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
