/** What MAILER knows: cf/README and mailer/*.m4 of sendmail 8.17.1. */

export interface MailerRow {
  readonly name: string;
  /** The mailers it brings into sendmail.cf. */
  readonly defines: readonly string[];
  /** MAILERs that should stand above it. */
  readonly after?: readonly string[];
  readonly text: string;
  readonly source: string;
}

// prettier-ignore
export const mailers: readonly MailerRow[] = [
  { name: 'cyrus', defines: ['cyrus', 'cyrusbb'], text: '', source: 'cf/README, mailer/cyrus.m4' },
  { name: 'cyrusv2', defines: ['cyrusv2'], after: ['local'], text: '', source: 'cf/README, mailer/cyrusv2.m4' },
  { name: 'fax', defines: ['fax'], text: '', source: 'cf/README, mailer/fax.m4' },
  { name: 'local', defines: ['local', 'prog'], text: '', source: 'cf/README, mailer/local.m4' },
  { name: 'mail11', defines: ['mail11'], text: '', source: 'cf/README, mailer/mail11.m4' },
  { name: 'phquery', defines: ['ph'], text: '', source: 'cf/README, mailer/phquery.m4' },
  { name: 'pop', defines: ['pop'], text: '', source: 'cf/README, mailer/pop.m4' },
  { name: 'procmail', defines: ['procmail'], after: ['smtp'], text: '', source: 'cf/README, mailer/procmail.m4' },
  { name: 'qpage', defines: ['qpage'], text: '', source: 'cf/README, mailer/qpage.m4' },
  { name: 'smtp', defines: ['smtp', 'esmtp', 'smtp8', 'dsmtp', 'relay'], text: '', source: 'cf/README, mailer/smtp.m4' },
  { name: 'ssh', defines: ['ssh'], text: '', source: 'cf/README, mailer/ssh.m4' },
  { name: 'usenet', defines: ['usenet'], text: '', source: 'cf/README, mailer/usenet.m4' },
  { name: 'uucp', defines: ['uucp', 'uucp-old', 'suucp', 'uucp-new', 'uucp-dom', 'uucp-uudom'], after: ['smtp'], text: '', source: 'cf/README, mailer/uucp.m4' },
  { name: 'xagent', defines: ['xagent'], text: '', source: 'cf/README, mailer/xagent.m4' },
];
