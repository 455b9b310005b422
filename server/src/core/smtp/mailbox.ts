/** What an address in an envelope may look like (RFC 5321 4.1.2, RFC 6531 3.3). */
import { t } from '@vscode/l10n';
import { addressLiteralFault, domainFault as hostFault, isIpv4 } from './domain';

/** What is wrong with an address, in words for the user. */
export interface MailboxFault {
  readonly kind: 'no-domain' | 'malformed';
  readonly message: string;
}

/**
 * The first fault of an address without its angle brackets; undefined if it is well formed. A source route in front is skipped:
 * it is obsolete, yet servers must take it. Underscores in domains are let pass: they are common. Linear in the address.
 */
export function mailboxFault(address: string): MailboxFault | undefined {
  const mailbox = address.startsWith('@') && address.includes(':') ? address.slice(address.indexOf(':') + 1) : address;
  if (mailbox !== mailbox.trim())
    return malformed(t('A blank at the edge of the address. Nothing but the address stands in the angle brackets.'));
  if (mailbox.startsWith('<')) return malformed(t('Two angle brackets around the address. One pair is enough.'));
  if (mailbox.startsWith('"')) {
    const close = closingQuote(mailbox);
    if (close === undefined) return malformed(t('The quotation mark in the address is not closed.'));
    const rest = mailbox.slice(close + 1);
    if (rest === '') return noDomain();
    return rest.startsWith('@')
      ? domainFault(rest.slice(1))
      : malformed(
          t(
            'Text between the quotation mark and the @ of the address. What is in quotation marks is the whole part before the @.',
          ),
        );
  }
  const at = mailbox.indexOf('@');
  const local = at < 0 ? mailbox : mailbox.slice(0, at);
  return localFault(local) ?? (at < 0 ? noDomain() : domainFault(mailbox.slice(at + 1)));
}

function localFault(local: string): MailboxFault | undefined {
  if (local === '') return malformed(t('The address has nothing before its @.'));
  if (/\s/.test(local))
    return malformed(t('A blank in the address. Put the part before the @ in quotation marks, or take the blank out.'));
  if (/^\.|\.\.|\.$/.test(local))
    return malformed(
      t(
        'A dot at the edge of the part before the @, or two dots in a row. Put that part in quotation marks, or take the dot out.',
      ),
    );
  const odd = /[\x00-\x1f"(),:;<>[\\\]\x7f]/.exec(local)?.[0];
  if (odd === undefined) return undefined;
  return malformed(t('{0} may not stand before the @ of an address, unless that part is in quotation marks.', printable(odd)));
}

function domainFault(domain: string): MailboxFault | undefined {
  if (domain === '') return malformed(t('The address has nothing after its @.'));
  if (domain.includes('@')) return malformed(t('The address has more than one @.'));
  if (isIpv4(domain)) return malformed(t('An IP address after the @ stands in brackets: user@[{0}].', domain));
  // How long it may be, smtp/address-too-long says; letters of other scripts are for SMTPUTF8 to allow.
  const fault = domain.startsWith('[')
    ? addressLiteralFault(domain)
    : domain.length > 255
      ? undefined
      : hostFault(domain.replace(/[\x80-\uffff]/g, 'a'));
  return fault === undefined ? undefined : malformed(fault);
}

function closingQuote(text: string): number | undefined {
  for (let i = 1; i < text.length; i++) {
    if (text[i] === '\\') i++;
    else if (text[i] === '"') return i;
  }
  return undefined;
}

function printable(c: string): string {
  if (c === ' ') return t('A blank');
  return c < ' ' || c === '\x7f' ? t('A control character') : c;
}

function malformed(message: string): MailboxFault {
  return { kind: 'malformed', message };
}

function noDomain(): MailboxFault {
  return { kind: 'no-domain', message: t('The address has no domain. Only postmaster may stand without one.') };
}
