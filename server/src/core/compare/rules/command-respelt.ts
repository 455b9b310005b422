import { t } from '@vscode/l10n';
import type { Dialogue } from '../dialogue';
import { plain } from '../normalise';
import type { CompareRule } from '../view';
import { commandOf, commandPlace, endsLog } from '../places';

/** The same command in other letters: `EHLO` arrived as `ehlo`. Something read it and wrote it anew. */
export const commandRespelt: CompareRule = {
  id: 'compare/command-respelt',
  weight: 'moderate',
  check(view, report) {
    if (view.sameConnection === 'no') return;
    // A log that writes every verb in capitals, or in small letters, may do so by itself; some are known to write what was sent.
    const cases = [letters(view.client), letters(view.server)];
    const asSent = isVerbatim(view.client) && isVerbatim(view.server);
    if (!asSent && cases.includes('upper') && cases.includes('lower')) return;
    for (const row of view.rows) {
      const left = commandOf(view.client, row.client);
      const right = commandOf(view.server, row.server);
      if (left && right && (endsLog(view.client, left) || endsLog(view.server, right))) continue;
      if (!left || !right || left.verb === '' || left.verb === 'AUTH' || left.verb !== right.verb) continue;
      // Only the verb and its keyword: some logs write addresses in small letters and change spaces.
      const mine = /^[A-Za-z]+(?: +(?:FROM|TO)(?=:))?/i.exec(plain(left.text))?.[0];
      const theirs = /^[A-Za-z]+(?: +(?:FROM|TO)(?=:))?/i.exec(plain(right.text))?.[0];
      if (mine === undefined || theirs === undefined || mine === theirs || mine.toUpperCase() !== theirs.toUpperCase()) continue;
      report({
        ...(asSent ? { weight: 'strong' as const } : {}),
        change: 'changed',
        message: t('{0} reached the server in other letters', mine),
        client: commandPlace(view.client, row.client!),
        server: commandPlace(view.server, row.server!),
      });
    }
  },
};

/** True for the log of a program that was seen to write down commands letter by letter as they went over the wire. */
function isVerbatim({ session }: Dialogue): boolean {
  return VERBATIM.test(session.format);
}

const VERBATIM =
  /^(?:sendmail-[Xv]|postfix-smtpd?-v|aiosmtpd|exim|opensmtpd|swaks|curl|python-smtplib|nodemailer|perl-net-smtp|msmtp|s?mutt|neomutt|s-nail|ssmtp)/;

/** In which letters a log has its verbs. */
function letters(side: Dialogue): 'upper' | 'lower' | 'mixed' {
  const verbs = side.exchanges.flatMap((e) => {
    const command = commandOf(side, e);
    return command && command.verb !== '' ? [command.text.trimStart().slice(0, command.verb.length)] : [];
  });
  if (verbs.every((v) => v === v.toUpperCase())) return 'upper';
  return verbs.every((v) => v === v.toLowerCase()) ? 'lower' : 'mixed';
}
