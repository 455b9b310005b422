/** What the first letter of a line of sendmail.cf says: Operations Guide 5, sendmail 8.17.1. */

export interface CfLineRow {
  readonly name: string;
  readonly text: string;
  readonly source: string;
}

// prettier-ignore
export const cfLines: readonly CfLineRow[] = [
  { name: 'V', text: "The level of the configuration's syntax, 10 since 8.11, and after a slash whose dialect it is.", source: 'Operations Guide 5' },
  { name: 'D', text: 'Gives a macro a value: one letter, or a name in braces.', source: 'Operations Guide 5' },
  { name: 'C', text: 'Adds words to a class: one letter, or a name in braces.', source: 'Operations Guide 5' },
  { name: 'F', text: "Adds the words of a file, a command's output or a map to a class. Read at start; `-o` before the path lets the file be missing.", source: 'Operations Guide 5' },
  { name: 'H', text: 'A header to add, where the mailer has the flags between question marks; or a ruleset that checks a header that comes in.', source: 'Operations Guide 5' },
  { name: 'M', text: 'A mailer: its program (P=), flags (F=), rulesets (S=, R=) and, last, its arguments (A=).', source: 'Operations Guide 5' },
  { name: 'O', text: 'An option. A blank and its full name, or its old name of one letter without a blank.', source: 'Operations Guide 5' },
  { name: 'P', text: 'How much a word in the Precedence: header counts.', source: 'Operations Guide 5' },
  { name: 'R', text: 'A rule: pattern, tab, what to make of it, and after another tab a comment. Blanks do not part them.', source: 'Operations Guide 5' },
  { name: 'S', text: 'Begins a ruleset; all rules up to the next S belong to it.', source: 'Operations Guide 5' },
  { name: 'T', text: 'Trusted users, who may set the sender: the same as adding them to class t.', source: 'Operations Guide 5' },
  { name: 'K', text: 'A map: its name, its type, its flags and file.', source: 'Operations Guide 5' },
  { name: 'X', text: 'A mail filter (milter): its socket (S=), what to do without it (F=), timeouts (T=).', source: 'Operations Guide 5' },
  { name: 'Q', text: 'A queue group: its directory (P=), runners (R=) and so on.', source: 'Operations Guide 5' },
  { name: 'E', text: 'An environment variable for the programs sendmail runs.', source: 'Operations Guide 5' },
  { name: 'L', text: 'Reserved.', source: 'Operations Guide 5' },
  { name: '#', text: 'A comment. A # further on in a line begins one too, unless a $ or a backslash stands before it.', source: 'Operations Guide 5' },
];

/** Options that no name of an .mc file sets; the others are in conf.ts. */
// prettier-ignore
export const otherOptions: readonly CfLineRow[] = [
  { name: 'BadRcptShutdown', text: "After this many refused recipients in a session the connection is ended. An experiment, compiled into Debian's sendmail.", source: 'Operations Guide 5.6' },
  { name: 'BadRcptShutdownGood', text: "How many good recipients a session may have for BadRcptShutdown to count. An experiment, compiled into Debian's sendmail.", source: 'Operations Guide 5.6' },
  { name: 'CipherSuites', text: 'Ciphers for TLS 1.3; CipherList is for those before.', source: 'Operations Guide 5.6' },
  { name: 'ClientPortOptions', text: 'How sendmail connects to others: source address, port and flags, one line for each address family. In an .mc file CLIENT_OPTIONS.', source: 'Operations Guide 5.6' },
  { name: 'DaemonPortOptions', text: 'One listener: comma-separated `Key=value`, of which only the first letter of the key counts. Each line adds a socket. In an .mc file DAEMON_OPTIONS.', source: 'Operations Guide 5.6' },
  { name: 'HelpFile', text: 'The text answered to the SMTP command HELP. Without the file sendmail answers with its version; an empty file tells nothing. In an .mc file HELP_FILE.', source: 'Operations Guide 5.6' },
  { name: 'QueueDirectory', text: 'Where the queue is. With `*` at the end every directory that matches is one. Never change it while mail is queued. In an .mc file QUEUE_DIR.', source: 'Operations Guide 5.6' },
  { name: 'QueueTimeout', text: 'The old name of Timeout.queuereturn, and after a slash of Timeout.queuewarn.', source: 'Operations Guide 5.6' },
  { name: 'SetCertAltnames', text: "Fills the class {cert_altnames} with the names in the other side's certificate. In an .mc file FEATURE(check_cert_altnames).", source: 'Operations Guide 5.6' },
  { name: 'SmtpUTF8', text: "Addresses and headers in UTF-8 (RFC 6531). Experimental in 8.17; Debian's is not compiled for it and refuses to start with it on.", source: 'Operations Guide 5.6' },
  { name: 'StrictTransportSecurity', text: 'MTA-STS for outgoing mail. In an .mc file FEATURE(sts), which adds the map it needs.', source: 'Operations Guide 5.6' },
  { name: 'Verbose', text: 'Shows each delivery on the terminal. For the command line (-v), never for this file.', source: 'Operations Guide 5.6' },
];
