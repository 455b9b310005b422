/** Logs of programs that were seen to write down everything letter by letter as it went over the wire. */
import type { DataEvent } from '../smtp/model';
import type { Dialogue } from './dialogue';
import { endsInBlank } from './body';

/** True for such a log, by its format. */
export function isVerbatim({ session }: Dialogue): boolean {
  return VERBATIM.test(session.format);
}

const VERBATIM =
  /^(?:sendmail-[Xv]|postfix-smtpd?-v|aiosmtpd|exim|opensmtpd|swaks|curl|python-smtplib|nodemailer|perl-net-smtp|msmtp|s?mutt|neomutt|s-nail|ssmtp|postmaster)/;

/** True for a log that was seen to show a message's lines with their dots doubled, as they went over the wire (RFC 5321 4.5.2). */
export function showsDots({ session }: Dialogue): boolean {
  return DOUBLED.test(session.format);
}

const DOUBLED = /^(?:sendmail-X|aiosmtpd|opensmtpd|swaks|python-smtplib|msmtp|ssmtp-v|nodemailer|postmaster)/;

/** True for a log that was seen to show a message's white space and empty lines as they went over the wire. Net::SMTP leaves those out, s-nail tabs. */
export function showsBlanks({ session }: Dialogue): boolean {
  return SPACED.test(session.format);
}

const SPACED = /^(?:sendmail-X|aiosmtpd|opensmtpd|swaks|python-smtplib|nodemailer|msmtp|s?mutt|neomutt|ssmtp-v|postmaster)/;

/** True for a log that quotes the lines of a message: tabs are escaped, and blanks at the end stand before a quotation mark. */
export function escapes({ session }: Dialogue): boolean {
  return /^(?:aiosmtpd|python-smtplib)/.test(session.format);
}

/**
 * True if a log was not robbed of the blanks at the ends of its lines, as editors and web pages do: a line of this message
 * has some, or an empty one the blank behind the log's mark. Logs that quote lines keep them.
 */
export function keepsBlanks(log: Dialogue, { lines, lineSpans }: DataEvent): boolean {
  if (escapes(log)) return true;
  const { text } = log.transcript.source;
  return lines.some((line, i) => endsInBlank(line) || (line === '' && text[(lineSpans[i]?.start ?? 0) - 1] === ' '));
}
