import { t } from '@vscode/l10n';
import type { Rule } from '../../problem';
import { placeOfReply } from '../signs';
import { walk } from '../machine';
import type { Transcript } from '../model';

/** A keyword of an EHLO reply that stands there twice, cannot be one, or may not be there (RFC 5321 4.1.1.1, RFC 3207 4.2). */
export const ehloKeyword: Rule<Transcript> = {
  id: 'smtp/ehlo-keyword',
  severity: 'info',
  source: 'RFC 5321 4.1.1.1',
  check(transcript, report) {
    for (const session of transcript.sessions) {
      const { before } = walk(session);
      session.events.forEach((event, i) => {
        if (event.kind !== 'reply' || event.code !== 250 || event.lines.length < 2 || placeOfReply(session, i) !== 'ehlo') return;
        const seen = new Set<string>();
        for (let part = 1; part < event.lines.length; part++) {
          const line = event.lines[part]!;
          const name = keywordOf(line);
          const span = event.lineSpans[part]!;
          const { start, end } = span;
          if (name === '') continue;
          if (!isKeyword(name)) {
            // Some servers list their help here, in words.
            if (!line.trim().includes(' '))
              report({ start, end, message: t('{0} is no EHLO keyword: they consist of letters, digits and hyphens.', name) });
          } else if (seen.has(line.trim().toUpperCase()) || (seen.has(name) && !name.startsWith('X') && name !== 'AUTH'))
            report({
              start,
              end,
              message: t(
                '{0} is listed twice. Clients may take either; what stands between client and server may have put one in.',
                name,
              ),
            });
          else if (name === 'STARTTLS' && before[i]!.tls === true && before[i]!.hello === 'none')
            report({ start, end, message: t('STARTTLS is offered again under TLS. A server may not list it any more there.') });
          seen.add(name).add(line.trim().toUpperCase());
        }
      });
    }
  },
};

/** The first word in capitals; `AUTH=LOGIN` of old servers is AUTH. */
function keywordOf(line: string): string {
  const word = line.trim().split(/[ \t]/, 1)[0]!.toUpperCase();
  return word.startsWith('AUTH=') ? 'AUTH' : word;
}

function isKeyword(name: string): boolean {
  return /^[A-Z0-9][A-Z0-9-]*(?:=|$)/.test(name);
}
