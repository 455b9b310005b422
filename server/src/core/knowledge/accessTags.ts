/** What stands before the colon of a key in the access table, and what an entry may say: cf/README and m4/proto.m4 of sendmail 8.17.1. */

export interface AccessTagRow {
  readonly name: string;
  /** What follows the colon. */
  readonly key: string;
  /** The words the value may be, where the tag has words of its own. */
  readonly values?: readonly string[];
  readonly text: string;
  readonly source: string;
}

export interface AccessValueRow {
  readonly name: string;
  readonly text: string;
  readonly source: string;
}

// prettier-ignore
export const accessTags: readonly AccessTagRow[] = [
  { name: 'Connect', key: 'client name, domain, address or address prefix', text: '', source: 'cf/README' },
  { name: 'From', key: 'sender address, user@, domain', text: '', source: 'cf/README' },
  { name: 'To', key: 'recipient address, user@, domain', text: '', source: 'cf/README' },
  { name: 'Spam', key: 'recipient address, user@, domain', values: ['FRIEND', 'HATER'], text: '', source: 'cf/README' },
  { name: 'GreetPause', key: 'client name or address', text: '', source: 'cf/README' },
  { name: 'ClientRate', key: 'client address or empty', text: '', source: 'cf/README' },
  { name: 'ClientConn', key: 'client address or empty', text: '', source: 'cf/README' },
  { name: 'AuthInfo', key: 'server name, address or empty', text: '', source: 'cf/README' },
  { name: 'TLS_Srv', key: 'server name, address or empty', text: '', source: 'cf/README' },
  { name: 'TLS_Clt', key: 'client name, address or empty', text: '', source: 'cf/README' },
  { name: 'TLS_Rcpt', key: 'recipient address, user@, domain or empty', text: '', source: 'cf/README' },
  { name: 'Try_TLS', key: 'server name, address or empty', values: ['NO'], text: '', source: 'cf/README' },
  { name: 'Srv_Features', key: 'client name, address or empty', text: '', source: 'cf/README' },
  { name: 'Clt_Features', key: 'server name, address or empty', text: '', source: 'cf/README' },
  { name: 'CERTISSUER', key: 'encoded DN', values: ['RELAY', 'SUBJECT'], text: '', source: 'cf/README' },
  { name: 'CERTSUBJECT', key: 'encoded DN', values: ['RELAY'], text: '', source: 'cf/README' },
  { name: 'Compat', key: 'sender<@>recipient', values: ['DISCARD:', 'TEMP:', 'ERROR:'], text: '', source: 'cf/README' },
  { name: 'qgrp', key: 'recipient address or domain', text: '', source: 'cf/README' },
  { name: 'bcc', key: 'domain', text: '', source: 'cf/README' },
  { name: 'rhs', key: 'sender domain', values: ['OK', 'RELAY'], text: '', source: 'cf/README' },
];

// prettier-ignore
export const accessValues: readonly AccessValueRow[] = [
  { name: 'OK', text: '', source: 'cf/README' },
  { name: 'RELAY', text: '', source: 'cf/README' },
  { name: 'REJECT', text: '', source: 'cf/README' },
  { name: 'DISCARD', text: '', source: 'cf/README' },
  { name: 'SKIP', text: '', source: 'cf/README' },
  { name: 'QUARANTINE', text: '', source: 'cf/README' },
  { name: 'ERROR', text: '', source: 'cf/README' },
];
