/** Requirements of TLS_Srv, TLS_Clt and TLS_Rcpt (ruleset TLS_connection of m4/proto.m4, sendmail 8.17.1). */

const LEVEL = /^(?:(?:PERM|TEMP)[ \t]*\+[ \t]*)?(?:VERIFY(?:[ \t]*:[ \t]*\d+)?|ENCR[ \t]*:[ \t]*\d+)[ \t]*(?:\+|$)/i;

/** True if sendmail reads `text` as a requirement: `[PERM+|TEMP+] VERIFY[:bits]|ENCR:bits [+extensions]`. */
export function isTlsRequirement(text: string): boolean {
  return LEVEL.test(text);
}
