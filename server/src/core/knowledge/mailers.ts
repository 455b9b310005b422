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
  { name: 'cyrus', defines: ['cyrus', 'cyrusbb'], text: 'Delivers to Cyrus IMAP mailboxes by its deliver program; user+detail goes to the mailbox detail. cyrusbb delivers to bulletin boards. For Cyrus 1; use cyrusv2 for anything newer. Put it after MAILER(local).', source: 'cf/README, mailer/cyrus.m4' },
  { name: 'cyrusv2', defines: ['cyrusv2'], after: ['local'], text: 'Delivers to Cyrus IMAP 2 and later by LMTP over a Unix socket (/var/imap/socket/lmtp, on Debian /var/run/cyrus/socket/lmtp) or, with CYRUSV2_MAILER_ARGS, over TCP. Must stand after MAILER(local). Name it in confLOCAL_MAILER to make it the delivery for all local users.', source: 'cf/README, mailer/cyrusv2.m4' },
  { name: 'fax', defines: ['fax'], text: 'Sends mail for user@number.FAX to HylaFAX. Overrides FAX_RELAY.', source: 'cf/README, mailer/fax.m4' },
  { name: 'local', defines: ['local', 'prog'], text: 'Delivery to mailboxes on this host (mailer local) and to programs (mailer prog). Included by itself if you leave it out, at the end; so write it where you want FEATUREs that change it to be above. With this mailer alone, mail to other hosts is an error.', source: 'cf/README, mailer/local.m4' },
  { name: 'mail11', defines: ['mail11'], text: 'DECnet mail (Phase IV) by the mail11 program. It makes `node::user` an address.', source: 'cf/README, mailer/mail11.m4' },
  { name: 'phquery', defines: ['ph'], text: 'Looks users up in a CCSO (ph) name server by the phquery program. The mailer is called ph.', source: 'cf/README, mailer/phquery.m4' },
  { name: 'pop', defines: ['pop'], text: 'Hands mail for user@POP to the MH post office program spop. It has nothing to do with POP3 servers.', source: 'cf/README, mailer/pop.m4' },
  { name: 'procmail', defines: ['procmail'], after: ['smtp'], text: 'Lets mailertable send a domain through procmail: `example.com procmail:/etc/procmailrcs/example.com`. It needs the rules of MAILER(smtp). It is not what delivers local mail through procmail: that is FEATURE(local_procmail), which must come first.', source: 'cf/README, mailer/procmail.m4' },
  { name: 'qpage', defines: ['qpage'], text: 'Sends pages through QuickPage, at most 4096 bytes of mail each unless QPAGE_MAILER_MAX says more.', source: 'cf/README, mailer/qpage.m4' },
  { name: 'smtp', defines: ['smtp', 'esmtp', 'smtp8', 'dsmtp', 'relay'], text: 'All mail by SMTP over TCP. Defines smtp (plain), esmtp (the one used, see confSMTP_MAILER), smtp8 (sends 8 bits without asking), dsmtp (waits in the queue until ETRN or a queue run asks for it) and relay (to SMART_HOST, MAIL_HUB and the other relays). Without it only local mail works.', source: 'cf/README, mailer/smtp.m4' },
  { name: 'ssh', defines: ['ssh'], text: 'Runs sendmail -bs on another host through ssh and speaks SMTP with it. SSH_MAILER_USER and SSH_MAILER_DIR must be defined above it. A contribution, not in every distribution.', source: 'cf/README, mailer/ssh.m4' },
  { name: 'usenet', defines: ['usenet'], text: 'Sends mail for group.USENET to inews. Any user can post to any group that way: a security problem, the manual says.', source: 'cf/README, mailer/usenet.m4' },
  { name: 'uucp', defines: ['uucp', 'uucp-old', 'suucp', 'uucp-new', 'uucp-dom', 'uucp-uudom'], after: ['smtp'], text: 'Mail over UUCP: uucp-old, uucp-new and, only if MAILER(smtp) stands above it, uucp-dom and uucp-uudom, which keep domain addresses. With it addresses with ! are routed. Avoid it if no UUCP neighbour is left.', source: 'cf/README, mailer/uucp.m4' },
  { name: 'xagent', defines: ['xagent'], text: "Passes mail to IBM's xagent gateway. Of use inside the IBM of the 1990s only. An addition by Debian.", source: 'cf/README, mailer/xagent.m4' },
];
