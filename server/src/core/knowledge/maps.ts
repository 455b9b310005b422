/** Map types and flags, as in a map spec of a FEATURE or a K line of sendmail.cf: Operations Guide 5.9, sendmail 8.17.1. */

export interface MapRow {
  readonly name: string;
  readonly text: string;
  readonly source: string;
}

// prettier-ignore
export const mapTypes: readonly MapRow[] = [
  { name: 'hash', text: 'A Berkeley DB hash file, the usual type: the path without .db. Made with makemap hash.', source: 'Operations Guide 5.9' },
  { name: 'btree', text: 'A Berkeley DB file in sorted order. Made with makemap btree.', source: 'Operations Guide 5.9' },
  { name: 'dbm', text: "An ndbm file pair, .dir and .pag. Only where sendmail is compiled with NDBM; Debian's is not.", source: 'Operations Guide 5.9' },
  { name: 'cdb', text: "A constant database, read only and quick. Only where sendmail is compiled with CDB (since 8.15); Debian's 8.17.1 is not.", source: 'Operations Guide 5.9' },
  { name: 'dns', text: 'A DNS lookup; -R says of which type (A, AAAA, MX, TXT …).', source: 'Operations Guide 5.9' },
  { name: 'ldap', text: 'An LDAP directory: -k is the filter, with %0 for the key, -v the attribute wanted, -1 takes single matches only. The server comes from confLDAP_DEFAULT_SPEC or -h.', source: 'Operations Guide 5.9' },
  { name: 'host', text: 'A host name made canonical by the name server.', source: 'Operations Guide 5.9' },
  { name: 'text', text: 'A plain text file, read through at each lookup: -k and -v say which column is key and value, -z what parts them. Nothing to rebuild.', source: 'Operations Guide 5.9' },
  { name: 'user', text: 'The passwd file: whether a user exists, or with -v one of his fields.', source: 'Operations Guide 5.9' },
  { name: 'implicit', text: 'Tries the types compiled in, and the text file itself. The default for aliases.', source: 'Operations Guide 5.9' },
  { name: 'stab', text: "sendmail's own memory. Used for aliases.", source: 'Operations Guide 5.9' },
  { name: 'sequence', text: 'Several maps declared before, asked in turn until one answers.', source: 'Operations Guide 5.9' },
  { name: 'switch', text: 'Several maps, in the order the service switch gives.', source: 'Operations Guide 5.9' },
  { name: 'null', text: 'Never finds anything.', source: 'Operations Guide 5.9' },
  { name: 'dequote', text: 'Takes the double quotes off a name.', source: 'Operations Guide 5.9' },
  { name: 'regex', text: 'A regular expression; matches give what -a says, or with -s the parts in parentheses. $ is written `\\$$` in sendmail.cf.', source: 'Operations Guide 5.9' },
  { name: 'program', text: 'A program called for each lookup; its first line is the answer. Slow, and a risk: the key comes from outside.', source: 'Operations Guide 5.9' },
  { name: 'macro', text: 'Sets a macro, or clears it without an argument. Gives nothing.', source: 'Operations Guide 5.9' },
  { name: 'arith', text: 'Adds, subtracts, multiplies, divides, compares.', source: 'Operations Guide 5.9' },
  { name: 'socket', text: 'Asks a server over a socket: `inet:port@host` or `local:/path`.', source: 'Operations Guide 5.9' },
  { name: 'bestmx', text: 'The best MX of a domain; -z gives them all.', source: 'Operations Guide 5.9' },
  { name: 'syslog', text: 'Writes the key to the log.', source: 'Operations Guide 5.9' },
  { name: 'nis', text: 'An NIS map.', source: 'Operations Guide 5.9' },
  { name: 'nisplus', text: 'An NIS+ table.', source: 'Operations Guide 5.9' },
  { name: 'userdb', text: 'The user database.', source: 'Operations Guide 5.9' },
  { name: 'domaintable', text: "sendmail's own, for domains.", source: 'Operations Guide 5.9' },
];

// prettier-ignore
export const mapFlags: readonly MapRow[] = [
  { name: '-o', text: 'The map is optional: if the file is missing it counts as empty. Without it a lookup fails for now, and for access every client gets 451.', source: 'Operations Guide 5.9' },
  { name: '-f', text: 'Keeps capitals in the key. makemap must be called with -f too.', source: 'Operations Guide 5.9' },
  { name: '-a', text: 'What to append to a match.', source: 'Operations Guide 5.9' },
  { name: '-T', text: 'What to append when the lookup fails for now: access_db needs `-T<TMPF>`, to the letter.', source: 'Operations Guide 5.9' },
  { name: '-m', text: 'Tells only whether the key is there; the value is not used.', source: 'Operations Guide 5.9' },
  { name: '-N', text: 'Keys end with a NUL, as makemap -N writes them. Found out by itself.', source: 'Operations Guide 5.9' },
  { name: '-O', text: 'Keys do not end with a NUL. Found out by itself.', source: 'Operations Guide 5.9' },
  { name: '-A', text: 'Joins the values of keys that occur more than once, when aliases are rebuilt.', source: 'Operations Guide 5.9' },
  { name: '-q', text: 'Leaves quotes in the key.', source: 'Operations Guide 5.9' },
  { name: '-k', text: "The key's column (text), or the filter (ldap).", source: 'Operations Guide 5.9' },
  { name: '-v', text: "The value's column (text), or the attributes wanted (ldap).", source: 'Operations Guide 5.9' },
  { name: '-z', text: 'What parts columns, or several values.', source: 'Operations Guide 5.9' },
  { name: '-t', text: 'A temporary failure counts as not found.', source: 'Operations Guide 5.9' },
  { name: '-D', text: 'No lookup in delivery mode deferred.', source: 'Operations Guide 5.9' },
  { name: '-l', text: 'A time limit for LDAP.', source: 'Operations Guide 5.9' },
  { name: '-S', text: 'What stands for blanks in the result.', source: 'Operations Guide 5.9' },
  { name: '-s', text: 'Which parts of a regular expression to give; for dequote, what stands for blanks.', source: 'Operations Guide 5.9' },
];
