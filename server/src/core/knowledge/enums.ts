/** Values that are words or letters of a list: of options, of the keys in DAEMON_OPTIONS and its like. Each was given to sendmail 8.17.1. */

export interface EnumValue {
  readonly name: string;
  readonly text: string;
}

export interface EnumRow {
  /** As the option of sendmail.cf is called, or what the list is of. */
  readonly name: string;
  /**
   * `enum`: one of them; `flags`: several, with commas or blanks between; `letters`: several, without anything between;
   * `keys`: what stands before the equals signs of a comma list.
   */
  readonly type: 'enum' | 'flags' | 'letters' | 'keys';
  /** True if sendmail refuses to start with anything else. */
  readonly strict: boolean;
  /** True if it refuses an empty value, too. */
  readonly needed?: boolean;
  /** True if only the first letter of a word counts. */
  readonly firstLetter?: boolean;
  /** True if capitals and small letters differ, as far as the list itself tells them apart. */
  readonly caseSensitive?: boolean;
  readonly values: readonly EnumValue[];
  readonly source: string;
}

// prettier-ignore
export const enums: readonly EnumRow[] = [
  {
    name: 'PrivacyOptions', type: 'flags', strict: true, source: 'Operations Guide 5.6, tried on sendmail 8.17.1',
    values: [
      { name: 'public', text: 'No restriction: the name for having none of the others.' },
      { name: 'needmailhelo', text: 'MAIL is refused (503) until the client has said HELO or EHLO.' },
      { name: 'needexpnhelo', text: 'EXPN is refused (503) until the client has said HELO or EHLO.' },
      { name: 'needvrfyhelo', text: 'VRFY is refused (503) until the client has said HELO or EHLO.' },
      { name: 'noexpn', text: 'EXPN, which shows who is behind an alias, is answered 502; implies noverb. A standard setting against harvesting of addresses.' },
      { name: 'novrfy', text: 'VRFY, which tells whether a user exists, is answered 252 without an answer. A standard setting against harvesting of addresses.' },
      { name: 'noetrn', text: 'ETRN, by which a host asks for its queued mail, is refused. Not part of goaway.' },
      { name: 'noverb', text: 'VERB, which shows deliveries as they happen, is refused. It can show passwords of outgoing AUTH.' },
      { name: 'authwarnings', text: 'Adds X-Authentication-Warning headers, and a log line, where a local user sets the sender or talks SMTP to sendmail by hand. The default of the standard configuration, lost if you define other flags without it.' },
      { name: 'restrictmailq', text: 'mailq only for members of the group that owns the queue directory, and root. Not part of goaway.' },
      { name: 'restrictqrun', text: 'Only root and the owner of the queue directory may start a queue run (-q). Not part of goaway.' },
      { name: 'restrictexpand', text: '-bv and -v of other users than root and TrustedUser run without privileges, so that nobody reads private aliases and .forward files. Adds NonRootSafeAddr to DontBlameSendmail. Not part of goaway. Since 8.12.' },
      { name: 'noreceipts', text: 'Offers no DSN and sends no receipts of success; a sender who asks for one gets none. Not part of goaway.' },
      { name: 'nobodyreturn', text: 'Bounces carry the headers of the message, not its body. Not part of goaway. Since 8.10.' },
      { name: 'noactualrecipient', text: 'Leaves X-Actual-Recipient out of bounces, which shows the address behind an alias. Since 8.14. Not part of goaway, whatever the manual says.' },
      { name: 'goaway', text: 'needmailhelo, needexpnhelo, needvrfyhelo, noexpn, novrfy, noverb and authwarnings in one. Add restrictmailq, restrictqrun, restrictexpand, noetrn, nobodyreturn or noreceipts if wanted.' },
    ],
  },
  {
    name: 'DontBlameSendmail', type: 'flags', strict: true, source: 'Operations Guide 5.6, tried on sendmail 8.17.1',
    values: [
      { name: 'Safe', text: 'All checks on. In a list it takes back everything that stands before it.' },
      { name: 'AssumeSafeChown', text: 'Trusts that only root can give files away. True on Linux and the BSDs; sendmail finds out by itself on most systems.' },
      { name: 'ClassFileInUnsafeDirPath', text: 'Class files, such as local-host-names, may be in a directory others can write to: whoever writes there decides what is local or may relay.' },
      { name: 'DontWarnForwardFileInUnsafeDirPath', text: 'No log line for a .forward that does not exist in an unsafe directory. Silences a message, allows nothing.' },
      { name: 'ErrorHeaderInUnsafeDirPath', text: 'The ErrorHeader file may be in a directory others can write to.' },
      { name: 'FileDeliveryToHardLink', text: 'Delivers to a file even if it has several hard links: the other name may belong to someone else.' },
      { name: 'FileDeliveryToSymLink', text: 'Delivers to a file through a symbolic link, which someone may have laid to another target.' },
      { name: 'ForwardFileInGroupWritableDirPath', text: 'Takes .forward files in homes their group can write to. Wanted where every user has a group of his own.' },
      { name: 'ForwardFileInUnsafeDirPath', text: "Takes .forward files in directories anyone else can write to: who can write there reads that user's mail." },
      { name: 'ForwardFileInUnsafeDirPathSafe', text: 'As ForwardFileInUnsafeDirPath, and they may even run programs and write files: who can write there runs commands as that user.' },
      { name: 'GroupReadableKeyFile', text: "The TLS key may be readable by its group, which the submission program's client key needs." },
      { name: 'GroupReadableSASLDBFile', text: 'The Cyrus SASL password file may be readable by its group.' },
      { name: 'GroupReadableDefaultAuthInfoFile', text: 'The DefaultAuthInfo file, with its passwords, may be readable by its group.' },
      { name: 'GroupWritableAliasFile', text: 'The alias file may be writable by its group: its members can read all mail and run programs.' },
      { name: 'GroupWritableDirPathSafe', text: 'Counts directories writable by their group as safe, in every check. Right only if all those groups hold nobody but administrators, or only their own user.' },
      { name: 'GroupWritableForwardFile', text: 'Takes .forward files writable by their group, for addresses.' },
      { name: 'GroupWritableForwardFileSafe', text: 'Takes .forward files writable by their group, for programs and files too.' },
      { name: 'GroupWritableIncludeFile', text: 'Takes :include: lists writable by their group, for addresses. What a list kept by several people needs.' },
      { name: 'GroupWritableIncludeFileSafe', text: 'Takes :include: lists writable by their group, for programs and files too.' },
      { name: 'GroupWritableSASLDBFile', text: 'The Cyrus SASL password file may be writable by its group.' },
      { name: 'HelpFileInUnsafeDirPath', text: 'The help file may be in a directory others can write to.' },
      { name: 'IncludeFileInGroupWritableDirPath', text: 'Takes :include: lists in directories their group can write to.' },
      { name: 'IncludeFileInUnsafeDirPath', text: 'Takes :include: lists in directories anyone else can write to.' },
      { name: 'IncludeFileInUnsafeDirPathSafe', text: 'As IncludeFileInUnsafeDirPath, and they may even run programs and write files.' },
      { name: 'InsufficientEntropy', text: 'Uses STARTTLS even if the random generator is not properly seeded: keys may be guessed.' },
      { name: 'LinkedAliasFileInWritableDir', text: 'The alias file may be a symbolic link in a directory others can write to.' },
      { name: 'LinkedClassFileInWritableDir', text: 'Class files may be symbolic links in a directory others can write to.' },
      { name: 'LinkedForwardFileInWritableDir', text: '.forward files may be symbolic links in a directory others can write to.' },
      { name: 'LinkedIncludeFileInWritableDir', text: ':include: lists may be symbolic links in a directory others can write to.' },
      { name: 'LinkedMapInWritableDir', text: 'Maps, the alias database too, may be symbolic links in a directory others can write to.' },
      { name: 'LinkedServiceSwitchFileInWritableDir', text: 'The service switch file may be a symbolic link in a directory others can write to.' },
      { name: 'MapInUnsafeDirPath', text: 'Maps, access and the alias database among them, may be in a directory others can write to: who can write there decides over all mail.' },
      { name: 'NonRootSafeAddr', text: 'Programs and files are delivered to although sendmail does not run as root. Needed with RunAsUser on a host with .forward files.' },
      { name: 'RunProgramInUnsafeDirPath', text: 'No log line when a program in a directory others can write to is run. It is run either way.' },
      { name: 'RunWritableProgram', text: 'No log line when a program others can write to is run. It is run either way.' },
      { name: 'TrustStickyBit', text: 'Counts directories others can write to as safe if they have the sticky bit, as /tmp has.' },
      { name: 'WorldWritableAliasFile', text: 'Takes an alias file anyone can write to: every user can read all mail and run programs.' },
      { name: 'WorldWritableForwardFile', text: "Takes .forward files anyone can write to: every user can read that user's mail." },
      { name: 'WorldWritableIncludeFile', text: 'Takes :include: lists anyone can write to.' },
      { name: 'WriteMapToHardLink', text: 'Rebuilds a map that has several hard links.' },
      { name: 'WriteMapToSymLink', text: 'Rebuilds a map through a symbolic link.' },
      { name: 'WriteStatsToHardLink', text: 'The statistics file may have several hard links.' },
      { name: 'WriteStatsToSymLink', text: 'The statistics file may be a symbolic link.' },
    ],
  },
  {
    name: 'DeliveryMode', type: 'enum', strict: true, firstLetter: true, caseSensitive: true, source: 'Operations Guide 5.6, tried on sendmail 8.17.1',
    values: [
      { name: 'interactive', text: 'Delivers before it answers: the client waits. Not for a server; with a milter that can reject it becomes background.' },
      { name: 'background', text: 'Takes the message, answers, and delivers at once in a process of its own. The default.' },
      { name: 'queue', text: 'Only queues; the next queue run delivers. Keeps a loaded host calm.' },
      { name: 'deferred', text: 'Only queues, and makes no map or DNS lookups before the queue run: for dial-up. The checks against spam are not made in this mode, m4 warns.' },
    ],
  },
  {
    name: 'EightBitMode', type: 'enum', strict: true, needed: true, firstLetter: true, caseSensitive: true, source: 'Operations Guide 5.6, tried on sendmail 8.17.1',
    values: [
      { name: 'pass8', text: 'Passes 8-bit text that was not declared as it is. The default.' },
      { name: 'mimify', text: 'Turns 8-bit text that was not declared into MIME, labelled with DefaultCharSet.' },
      { name: 'strict', text: 'Refuses 8-bit text that was not declared with BODY=8BITMIME.' },
    ],
  },
  {
    name: 'ErrorMode', type: 'enum', strict: false, firstLetter: true, caseSensitive: true, source: 'Operations Guide 5.6, tried on sendmail 8.17.1',
    values: [
      { name: 'print', text: 'Prints errors for the user who called sendmail. The default.' },
      { name: 'quiet', text: 'Prints nothing, only the exit status tells.' },
      { name: 'mail', text: 'Mails errors back to the sender.' },
      { name: 'write', text: "Writes errors on the user's terminal, or mails them if he is not logged in." },
      { name: 'mail-exit-zero', text: 'Mails errors back and always exits with 0. For Berknet, not for use. Only the letter e selects it: the word would be read as mail.' },
    ],
  },
  {
    name: 'QueueSortOrder', type: 'enum', strict: true, needed: true, firstLetter: true, source: 'Operations Guide 5.6, tried on sendmail 8.17.1',
    values: [
      { name: 'priority', text: 'By priority: class, size, recipients and tries so far. The default.' },
      { name: 'host', text: 'By the host of the first recipient, then priority: one connection serves several messages.' },
      { name: 'time', text: 'By age alone: large and bulk mail goes before small and urgent.' },
      { name: 'filename', text: 'By name of the queue file, without reading the files first: quick to start with a huge queue.' },
      { name: 'none', text: 'In the order the directory gives, without reading the files first.' },
      { name: 'modification', text: 'By the time the queue file last changed, oldest first, without reading the files.' },
      { name: 'random', text: 'At random: several runners started by hand then seldom meet.' },
      { name: 'shuffle', text: 'By host, in the order a random number gives each.' },
    ],
  },
  {
    name: 'NoRecipientAction', type: 'enum', strict: true, needed: true, source: 'Operations Guide 5.6, tried on sendmail 8.17.1',
    values: [
      { name: 'none', text: 'Leaves the message without To:, Cc: and Bcc:. The default.' },
      { name: 'add-to', text: 'Adds To: with all recipients of the envelope: it shows the blind ones.' },
      { name: 'add-apparently-to', text: 'Adds Apparently-To: with all recipients of the envelope: it shows the blind ones. Obsolete.' },
      { name: 'add-bcc', text: 'Adds an empty Bcc: header.' },
      { name: 'add-to-undisclosed', text: 'Adds `To: undisclosed-recipients:;`, which is valid and shows nobody.' },
    ],
  },
  {
    name: 'SuperSafe', type: 'enum', strict: false, source: 'Operations Guide 5.6, tried on sendmail 8.17.1',
    values: [
      { name: 'true', text: 'Every message is on disk before it is acknowledged. The default, and what SMTP demands.' },
      { name: 'false', text: 'A message may be acknowledged before it is on disk: a crash loses mail.' },
      { name: 'interactive', text: 'With DeliveryMode interactive: saves a few syncs by delivering before it answers.' },
      { name: 'PostMilter', text: 'On disk only after the milters have accepted: what they refuse costs no disk write. Otherwise as true. Since 8.13.' },
    ],
  },
  {
    name: 'MailboxDatabase', type: 'enum', strict: false, source: 'Operations Guide 5.6, tried on sendmail 8.17.1',
    values: [
      { name: 'pw', text: 'Local users are those of the passwd database (getpwnam). The default.' },
      { name: 'ldap', text: 'Local users are looked up in LDAP, with the schema of libsm.' },
    ],
  },
  {
    name: 'ResolverOptions', type: 'flags', strict: true, source: 'Operations Guide 5.6, tried on sendmail 8.17.1',
    values: [
      { name: 'AAONLY', text: "Takes only authoritative answers. Has no effect in today's resolvers." },
      { name: 'DEBUG', text: 'The resolver prints what it does.' },
      { name: 'DEFNAMES', text: 'Appends the default domain to names without a dot. On by default; `-DEFNAMES` turns it off.' },
      { name: 'DNSRCH', text: 'Tries the search list of resolv.conf. On by default; `-DNSRCH` turns it off.' },
      { name: 'IGNTC', text: 'Takes truncated answers instead of asking again by TCP: long MX lists are cut.' },
      { name: 'PRIMARY', text: "Asks the primary server only. Has no effect in today's resolvers." },
      { name: 'RECURSE', text: 'Asks the server to recurse. On by default.' },
      { name: 'STAYOPEN', text: 'Keeps the TCP connection to the server open.' },
      { name: 'USEVC', text: 'Asks by TCP instead of UDP.' },
      { name: 'WorkAroundBrokenAAAA', text: 'Asks for A if the question for AAAA fails, as some name servers wrongly make it. Debian sets it.' },
      { name: 'HasWildcardMX', text: 'Leaves MX records out when host names are completed: needed if your own domain has a wildcard MX, else every misspelt name matches.' },
    ],
  },
  {
    name: 'ServerSSLOptions', type: 'flags', strict: true, source: 'Operations Guide 5.6, tried on sendmail 8.17.1',
    values: [
      { name: 'SSL_OP_NO_SSLv2', text: "No SSL 2. Today's OpenSSL has none any more." },
      { name: 'SSL_OP_NO_SSLv3', text: 'No SSL 3, which is broken (POODLE).' },
      { name: 'SSL_OP_NO_TLSv1', text: 'No TLS 1.0, deprecated by RFC 8996. An old client may then fall back to clear text.' },
      { name: 'SSL_OP_NO_TLSv1_1', text: 'No TLS 1.1, deprecated by RFC 8996. An old client may then fall back to clear text.' },
      { name: 'SSL_OP_NO_TLSv1_2', text: 'No TLS 1.2. Most servers on the Internet still need it.' },
      { name: 'SSL_OP_NO_TLSv1_3', text: 'No TLS 1.3.' },
      { name: 'SSL_OP_NO_TICKET', text: 'No session tickets.' },
      { name: 'SSL_OP_SINGLE_DH_USE', text: "A new Diffie-Hellman key each time. Always so in today's OpenSSL." },
      { name: 'SSL_OP_CIPHER_SERVER_PREFERENCE', text: "The server's order of ciphers counts, not the client's." },
      { name: 'SSL_OP_ALL', text: 'Works around faults of other TLS software. On by default; `-SSL_OP_ALL` turns it off.' },
    ],
  },
  {
    name: 'AuthOptions', type: 'flags', strict: false, caseSensitive: true, source: 'Operations Guide 5.6, tried on sendmail 8.17.1',
    values: [
      { name: 'A', text: 'Sends AUTH= with MAIL only after a login, for servers that do not know it. The only letter for sendmail as a client; the others are for it as a server.' },
      { name: 'a', text: 'No mechanisms open to active attacks during the login.' },
      { name: 'c', text: "Only mechanisms that pass on the client's credentials." },
      { name: 'd', text: 'No mechanisms open to dictionary attacks by a listener.' },
      { name: 'f', text: 'Only mechanisms with forward secrecy.' },
      { name: 'm', text: 'Only mechanisms in which both sides prove who they are.' },
      { name: 'p', text: 'No PLAIN and LOGIN unless TLS is on: passwords never go in clear text. Set this one.' },
      { name: 'y', text: 'No anonymous login. Set this one.' },
    ],
  },
  {
    name: 'TLSSrvOptions', type: 'flags', strict: false, caseSensitive: true, source: 'Operations Guide 5.6, tried on sendmail 8.17.1',
    values: [
      { name: 'V', text: 'Asks clients for no certificate. Helps with clients that stumble over the question; relaying by certificate is then impossible.' },
      { name: 'C', text: 'A server without a certificate of its own. Only for anonymous ciphers, which hardly anyone speaks.' },
    ],
  },
  {
    name: 'DANE', type: 'enum', strict: false, source: 'cf/README, sendmail 8.17.1 readcf.c',
    values: [
      { name: 'true', text: "Checks a server's certificate against its TLSA records, if DNSSEC vouches for them." },
      { name: 'false', text: 'DANE is off. The default.' },
      { name: 'always', text: 'For tests only, and not documented.' },
    ],
  },
  {
    name: 'DaemonKeys', type: 'keys', strict: true, firstLetter: true, caseSensitive: true, source: 'Operations Guide 5.6 (DaemonPortOptions), tried on sendmail 8.17.1',
    values: [
      { name: 'Name', text: 'What the log calls this listener, and what rules see in {daemon_name}.' },
      { name: 'Port', text: 'Number or service name to listen on; smtp (25) if left out. A service name the system does not know ends the start.' },
      { name: 'Addr', text: 'The one address to listen on, all if left out. 127.0.0.1 keeps the network out. A host name gives its first address only.' },
      { name: 'Family', text: 'inet (the default), inet6, or unix (local) for a socket. One listener for each.' },
      { name: 'Modifiers', text: 'Letters that change how this listener behaves, without separators: `M=Ea`.' },
      { name: 'InputMailFilters', text: 'The milters for this listener, in place of the general list, with semicolons between.' },
      { name: 'Listen', text: 'How many connections may wait to be taken; 10.' },
      { name: 'DeliveryMode', text: 'The delivery mode for mail from this listener. The D must be a capital: `d` is delayLA.' },
      { name: 'children', text: 'How many processes may serve this listener at a time, in place of MaxDaemonChildren. The c must be small.' },
      { name: 'refuseLA', text: 'The load at which this listener refuses, in place of RefuseLA. The r must be small.' },
      { name: 'delayLA', text: 'The load at which this listener slows down, in place of DelayLA. The d must be small.' },
      { name: 'queueLA', text: 'The load from which mail of this listener is only queued, in place of QueueLA. The q must be small.' },
      { name: 'SndBufSize', text: 'The TCP send buffer.' },
      { name: 'RcvBufSize', text: 'The TCP receive buffer. The R must be a capital: `r` is refuseLA.' },
      { name: 'SendBufferSize', text: 'The TCP send buffer; the same as SndBufSize.' },
      { name: 'ReceiveBufferSize', text: 'The TCP receive buffer; the same as RcvBufSize.' },
    ],
  },
  {
    name: 'DaemonModifiers', type: 'letters', strict: false, caseSensitive: true, source: 'Operations Guide 5.6 (DaemonPortOptions)',
    values: [
      { name: 'a', text: 'Requires AUTH before MAIL: for a submission port. On port 25 it shuts out the Internet.' },
      { name: 'b', text: 'Sends mail on from the address it came in at. Only for virtual hosts whose every address can reach everything.' },
      { name: 'c', text: 'Canonifies host names although FEATURE(nocanonify) is on.' },
      { name: 'f', text: 'Refuses senders user@host, whose host has no dot, from other hosts.' },
      { name: 's', text: 'TLS from the first byte (smtps, port 465), not STARTTLS. FEATURE(greet_pause) does not work there.' },
      { name: 'u', text: 'Takes senders without a domain.' },
      { name: 'A', text: 'Offers no AUTH, whatever a says.' },
      { name: 'C', text: 'Does not canonify host names.' },
      { name: 'E', text: 'Refuses ETRN, as RFC 6409 asks of a submission port.' },
      { name: 'O', text: 'Starts without this listener if it cannot be opened.' },
      { name: 'S', text: 'Offers no STARTTLS.' },
    ],
  },
  {
    name: 'ClientKeys', type: 'keys', strict: true, firstLetter: true, caseSensitive: true, source: 'Operations Guide 5.6 (ClientPortOptions)',
    values: [
      { name: 'Addr', text: 'The source address of outgoing connections: which of your addresses the world sees.' },
      { name: 'Family', text: 'Which connections this is for: inet (the default) or inet6. Each family needs a call of its own.' },
      { name: 'Port', text: 'The source port. Any free one if left out.' },
      { name: 'Name', text: 'A name for the log.' },
      { name: 'Modifiers', text: 'Letters: h, A, S.' },
      { name: 'SndBufSize', text: 'The TCP send buffer.' },
      { name: 'RcvBufSize', text: 'The TCP receive buffer.' },
    ],
  },
  {
    name: 'ClientModifiers', type: 'letters', strict: false, caseSensitive: true, source: 'Operations Guide 5.6 (ClientPortOptions)',
    values: [
      { name: 'h', text: 'HELO and EHLO give the name of the address the connection goes out from. Only if that name has a dot.' },
      { name: 'A', text: 'Does not log in (AUTH) when sending.' },
      { name: 'S', text: 'Does not use STARTTLS when sending: mail goes in clear text.' },
    ],
  },
  {
    name: 'MilterKeys', type: 'keys', strict: true, firstLetter: true, caseSensitive: true, source: 'Operations Guide 5.11',
    values: [
      { name: 'S', text: 'The socket: `local:/path`, `inet:port@host` or `inet6:port@host`. An unknown kind ends the start.' },
      { name: 'F', text: 'When the filter fails: R refuses mail (5xx), T puts it off (4xx), 4 hangs up with 421. Without it mail passes unfiltered.' },
      { name: 'T', text: 'Timeouts with semicolons between: C connect (5m), S send (10s), R read (10s), E from the end of the message to the verdict (5m).' },
    ],
  },
  {
    name: 'MailerKeys', type: 'keys', strict: true, firstLetter: true, caseSensitive: true, source: 'Operations Guide 5.4',
    values: [
      { name: 'P', text: "The mailer's program, or `[IPC]` for a connection, `[FILE]` for a file." },
      { name: 'F', text: 'Its flags, letters without anything between.' },
      { name: 'S', text: 'Rulesets for the sender: envelope, and after a slash headers.' },
      { name: 'R', text: 'Rulesets for the recipient: envelope, and after a slash headers.' },
      { name: 'A', text: "Its arguments, the program's name first. For `[IPC]`: TCP, the host, the port. Must come last." },
      { name: 'E', text: 'What ends a line.' },
      { name: 'M', text: 'The largest message, in bytes.' },
      { name: 'm', text: 'How many messages go over one connection.' },
      { name: 'r', text: 'How many recipients it takes at once; 100.' },
      { name: 'L', text: 'The longest line.' },
      { name: 'D', text: 'The directories it is started in, the first that works.' },
      { name: 'U', text: 'The user and group it runs as.' },
      { name: 'N', text: 'By how much its priority is lowered.' },
      { name: 'C', text: 'Character set named when 8-bit text of its senders becomes MIME.' },
      { name: 'T', text: 'What bounces say of it: kind of host name, of address, of error code.' },
      { name: 'W', text: 'How long to wait for it to end.' },
      { name: 'Q', text: 'Its queue group.' },
      { name: '/', text: 'The directory it is locked into (chroot).' },
    ],
  },
  {
    name: 'QueueGroupKeys', type: 'keys', strict: true, firstLetter: true, caseSensitive: true, source: 'Operations Guide 5.10',
    values: [
      { name: 'Path', text: 'The directory, which must be below QueueDirectory; `*` at the end takes all that match. Required.' },
      { name: 'Flags', text: 'f lets several runners work on the group at once.' },
      { name: 'Nice', text: 'How much runners of this group lower their priority.' },
      { name: 'Interval', text: 'The time between two runs, in place of -q.' },
      { name: 'Runners', text: 'How many runners work at once; needs F=f if more than one. 0 keeps the group from being processed at all.' },
      { name: 'Jobs', text: 'How many messages one run handles.' },
      { name: 'recipients', text: 'Recipients in one envelope; a message with more is split.' },
    ],
  },
];
