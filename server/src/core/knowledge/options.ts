/** What conf.ts does not say of the options of sendmail.cf: those without a conf name, what the binary of Debian 12 lacks. Each was given to sendmail 8.17.1. */
import type { ConfType } from './conf';

export interface OptionRow {
  readonly name: string;
  /** Its old name of one letter: `Op…` is `O PrivacyOptions=…`. */
  readonly letter?: string;
  readonly type: ConfType;
  /** The list in enums.ts that names the values. */
  readonly values?: string;
}

/** Options that no conf name sets. */
// prettier-ignore
export const moreOptions: readonly OptionRow[] = [
  { name: 'BadRcptShutdown', type: 'int' },
  { name: 'BadRcptShutdownGood', type: 'int' },
  { name: 'CipherSuites', type: 'string' },
  { name: 'ClientPortOptions', type: 'string' },
  { name: 'DaemonPortOptions', letter: 'O', type: 'string' },
  { name: 'HelpFile', letter: 'H', type: 'path' },
  { name: 'QueueDirectory', letter: 'Q', type: 'path' },
  { name: 'QueueTimeout', letter: 'T', type: 'time' },
  { name: 'SetCertAltnames', type: 'bool' },
  { name: 'SmtpUTF8', type: 'bool' },
  { name: 'StrictTransportSecurity', type: 'bool' },
  { name: 'Verbose', letter: 'v', type: 'bool' },
];

/** Options that the binary was built without: it refuses them. */
export const missingOptions: readonly string[] = ['DANE', 'AddBcc'];

/** The classes of maps compiled in. */
// prettier-ignore
export const mapClasses: readonly string[] = [
  'hash', 'btree', 'dns', 'ldap', 'host', 'text', 'user', 'implicit', 'stab', 'sequence', 'switch', 'null', 'dequote', 'regex', 'program', 'macro', 'arith', 'socket', 'bestmx', 'syslog', 'nis', 'nisplus', 'userdb', 'arpa',
];

/** Words that lists of enums.ts do not explain but the binary takes too: old switches of OpenSSL and of the resolver. */
// prettier-ignore
export const moreWords: Readonly<Record<string, readonly string[]>> = {
  ResolverOptions: ['true', 'use_edns0', 'use_dnssec', 'trustad'],
  ServerSSLOptions: [
    'SSL_OP_CISCO_ANYCONNECT', 'SSL_OP_COOKIE_EXCHANGE', 'SSL_OP_CRYPTOPRO_TLSEXT_BUG', 'SSL_OP_DONT_INSERT_EMPTY_FRAGMENTS', 'SSL_OP_EPHEMERAL_RSA',
    'SSL_OP_LEGACY_SERVER_CONNECT', 'SSL_OP_MICROSOFT_BIG_SSLV3_BUFFER', 'SSL_OP_MICROSOFT_SESS_ID_BUG', 'SSL_OP_MSIE_SSLV2_RSA_PADDING',
    'SSL_OP_NETSCAPE_CA_DN_BUG', 'SSL_OP_NETSCAPE_CHALLENGE_BUG', 'SSL_OP_NETSCAPE_DEMO_CIPHER_CHANGE_BUG', 'SSL_OP_NETSCAPE_REUSE_CIPHER_CHANGE_BUG',
    'SSL_OP_NO_COMPRESSION', 'SSL_OP_NO_QUERY_MTU', 'SSL_OP_NO_SESSION_RESUMPTION_ON_RENEGOTIATION', 'SSL_OP_PKCS1_CHECK_1', 'SSL_OP_PKCS1_CHECK_2',
    'SSL_OP_SAFARI_ECDHE_ECDSA_BUG', 'SSL_OP_SINGLE_ECDH_USE', 'SSL_OP_SSLEAY_080_CLIENT_DH_BUG', 'SSL_OP_SSLREF2_REUSE_CERT_TYPE_BUG',
    'SSL_OP_TLSEXT_PADDING', 'SSL_OP_TLS_BLOCK_PADDING_BUG', 'SSL_OP_TLS_D5_BUG', 'SSL_OP_TLS_ROLLBACK_BUG', 'SSL_OP_ALLOW_UNSAFE_LEGACY_RENEGOTIATION',
    'SSL_OP_PRIORITIZE_CHACHA', 'SSL_OP_ALLOW_NO_DHE_KEX', 'SSL_OP_ENABLE_MIDDLEBOX_COMPAT', 'SSL_OP_NO_ANTI_REPLAY', 'SSL_OP_NO_ENCRYPT_THEN_MAC',
    'SSL_OP_NO_RENEGOTIATION',
  ],
};
