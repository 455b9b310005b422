/** Names that stand for an account of the system or for a role, and programs and files an alias should not lead to. */

/** Accounts nearly every Unix has: Debian base-passwd 3.6, Red Hat setup 2.14, FreeBSD master.passwd. */
export const systemAccounts: ReadonlySet<string> = new Set(
  (
    'root daemon bin sys sync adm lp mail news uucp proxy www-data backup list irc gnats nobody operator games man ' +
    'shutdown halt ftp toor tty kmem bind unbound www mailnull smmsp smmta sshd ntp postgres mysql'
  ).split(' '),
);

/** Mailbox names for roles that others write to (RFC 2142), and those sendmail itself writes to. */
export const roleNames: ReadonlySet<string> = new Set(
  (
    'postmaster mailer-daemon abuse noc security hostmaster usenet news webmaster www uucp ftp info marketing sales support ' +
    'dmarc-reports tlsrpt'
  ).split(' '),
);

/** Interpreters that run whatever they read on standard input when they get no script. */
export const shells: ReadonlySet<string> = new Set(
  'sh bash dash ash ksh mksh zsh csh tcsh fish rsh perl python python2 python3 ruby php node tclsh'.split(' '),
);

/** Programs that write files named by the message they read: CERT CA-1990-11 and its kin. */
export const decoders: ReadonlySet<string> = new Set(['uudecode', 'decode', 'uncompress', 'unshar', 'shar', 'tar', 'cpio']);

/** Folders in which mail has no business. */
export const systemFolders: readonly string[] = [
  '/etc/',
  '/bin/',
  '/sbin/',
  '/usr/',
  '/lib/',
  '/lib64/',
  '/boot/',
  '/dev/',
  '/proc/',
  '/sys/',
];

/** Files that give access to an account when somebody can append to them. */
export const accountFiles: ReadonlySet<string> = new Set([
  'passwd',
  'shadow',
  'sudoers',
  '.rhosts',
  '.shosts',
  'hosts.equiv',
  'authorized_keys',
  '.forward',
  '.profile',
  '.bashrc',
  '.bash_profile',
  '.login',
  '.cshrc',
  '.netrc',
  'crontab',
]);

/** Pseudo accounts whose mail nobody expects: hardening guides of the 1990s on (sendmail's own aliases file had most of them). */
export const pseudoAccounts: ReadonlySet<string> = new Set([
  'games',
  'ingres',
  'system',
  'toor',
  'manager',
  'dumper',
  'operator',
]);
