/** Logs of programs that were seen to write down everything letter by letter as it went over the wire. */
import type { Dialogue } from './dialogue';

/** True for such a log, by its format. */
export function isVerbatim({ session }: Dialogue): boolean {
  return VERBATIM.test(session.format);
}

const VERBATIM =
  /^(?:sendmail-[Xv]|postfix-smtpd?-v|aiosmtpd|exim|opensmtpd|swaks|curl|python-smtplib|nodemailer|perl-net-smtp|msmtp|s?mutt|neomutt|s-nail|ssmtp)/;
