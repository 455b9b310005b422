/** What stands in the place of login data: of the same form, so that a log reads as before, and it says that something was taken out. */
import { encodeBase64 } from '../../base64';

/** The word that stands for what was taken out. */
export const REDACTED = 'redacted';

/** What stands for a client's response in a login by this mechanism, its name in capitals. */
export function steadOf(mechanism: string): string {
  switch (mechanism) {
    case 'PLAIN':
      return encodeBase64(`\0${REDACTED}\0${REDACTED}`);
    case 'CRAM-MD5':
      return encodeBase64(`${REDACTED} ${'0'.repeat(32)}`);
    case 'XOAUTH2':
      return encodeBase64(`user=${REDACTED}\x01auth=Bearer ${REDACTED}\x01\x01`);
    case 'OAUTHBEARER':
      return encodeBase64(`n,a=${REDACTED},\x01auth=Bearer ${REDACTED}\x01\x01`);
    default:
      return encodeBase64(REDACTED);
  }
}
