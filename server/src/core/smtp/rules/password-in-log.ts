import { t } from '@vscode/l10n';
import type { Edit, Fix, Rule } from '../../problem';
import type { Transcript } from '../model';
import { loginsOf, type LoginData } from '../redact/logins';
import { placesOf } from '../redact/secrets';

/** A password or a token that everybody has who reads the log: base64 is no encryption (RFC 4954 9, RFC 4616 6). */
export const passwordInLog: Rule<Transcript> = {
  id: 'smtp/password-in-log',
  severity: 'warning',
  source: 'RFC 4616 6',
  check(transcript, report) {
    for (const login of loginsOf(transcript)) {
      if (!login.password || login.end === login.start) continue;
      report({
        start: login.start,
        end: login.end,
        message: TOKENS.has(login.mechanism)
          ? t('An access token anybody can read: base64 hides nothing. Take it out before you give this log to others.')
          : t('A password anybody can read: base64 hides nothing. Take it out before you give this log to others.'),
        fixes: [
          {
            title: t('Take this login out of the log'),
            preferred: true,
            // Looked for when somebody asks: a log can hold thousands of logins, each in several places.
            get edits(): Edit[] {
              return editsOf(transcript, login);
            },
          },
          redactAll(),
        ],
      });
    }
  },
};

/** A copy of the log that can be shown to others. */
export function redactAll(): Fix {
  return { title: t('Redact this transcript …'), edits: [], command: 'postmaster.redactTranscript' };
}

const TOKENS: ReadonlySet<string> = new Set(['XOAUTH2', 'OAUTHBEARER', '']);

function editsOf(transcript: Transcript, login: LoginData): Edit[] {
  return placesOf(transcript, login).map(({ start, end, stead }) => ({ start, end, text: stead }));
}
