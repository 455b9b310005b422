/** What completion writes for a macro where a plain `NAME(`…')dnl` would not do; `$1` and `${1:…}` are the places to fill in. */

/** By name, in the syntax of snippets. */
export const snippets: Readonly<Record<string, string>> = {
  FEATURE: "FEATURE(`${1:name}')dnl",
  MAILER: "MAILER(`${1:smtp}')dnl",
  OSTYPE: "OSTYPE(`${1:linux}')dnl",
  DOMAIN: "DOMAIN(`${1:generic}')dnl",
  VERSIONID: "VERSIONID(`${1:what this file is}')dnl",
  DAEMON_OPTIONS: "DAEMON_OPTIONS(`Name=${1:MTA}, Port=${2:smtp}')dnl",
  CLIENT_OPTIONS: "CLIENT_OPTIONS(`Family=${1|inet,inet6|}, Addr=${2:address}')dnl",
  MAIL_FILTER: "MAIL_FILTER(`${1:name}', `S=${2:local:/run/filter.sock}, F=${3|T,R|}')dnl",
  INPUT_MAIL_FILTER: "INPUT_MAIL_FILTER(`${1:name}', `S=${2:local:/run/filter.sock}, F=${3|T,R|}')dnl",
  QUEUE_GROUP: "QUEUE_GROUP(`${1:name}', `P=${2:/var/spool/mqueue/directory}')dnl",
  MODIFY_MAILER_FLAGS: "MODIFY_MAILER_FLAGS(`${1:LOCAL}', `${2|+,-|}${3:flags}')dnl",
  TRUST_AUTH_MECH: "TRUST_AUTH_MECH(`${1:PLAIN LOGIN}')dnl",
  UUCPSMTP: "UUCPSMTP(`${1:host}', `${2:domain}')",
  SITECONFIG: "SITECONFIG(`${1:file}', `${2:name}', `${3:class}')dnl",
  define: "define(`${1:name}', `${2:value}')dnl",
  undefine: "undefine(`${1:name}')dnl",
  include: "include(`${1:/usr/share/sendmail/cf/m4/cf.m4}')dnl",
  divert: 'divert(${1|-1,0|})dnl',
  ifdef: "ifdef(`${1:name}', `${2:then}', `${3:else}')dnl",
  dnl: 'dnl $0',
};
