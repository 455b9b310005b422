/** Requirements of TLS_Srv, TLS_Clt and TLS_Rcpt (ruleset TLS_connection of m4/proto.m4, sendmail 8.17.1). */
import { t } from '@vscode/l10n';

const LEVEL = /^(?:(PERM|TEMP)[ \t]*\+[ \t]*)?(?:(VERIFY)(?:[ \t]*:[ \t]*(\d+))?|ENCR[ \t]*:[ \t]*(\d+))[ \t]*(?:\+|$)/i;

/** True if sendmail reads `text` as a requirement: `[PERM+|TEMP+] VERIFY[:bits]|ENCR:bits [+extensions]`. */
export function isTlsRequirement(text: string): boolean {
  return LEVEL.test(text);
}

/** What a requirement asks for, in words. */
export function tlsText(text: string): string {
  const m = LEVEL.exec(text);
  if (!m) return t('Nothing is required of TLS.');
  const bits = m[3] ?? m[4];
  const what = m[2]
    ? bits
      ? t('The certificate must verify and the cipher have {0} bits or more.', bits)
      : t('The certificate must verify.')
    : t('The cipher must have {0} bits or more.', bits!);
  const fault =
    m[1]?.toUpperCase() === 'PERM'
      ? t('Otherwise the mail is refused for good.')
      : t('Otherwise it is refused for now and tried again.');
  return `${what} ${fault}`;
}
