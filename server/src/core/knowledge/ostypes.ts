/** What OSTYPE, DOMAIN and HACK know: the files of cf/ostype, cf/domain and cf/hack as Debian 12 installs them with sendmail 8.17.1. */

export interface NamedFileRow {
  readonly name: string;
  readonly text: string;
  readonly source: string;
}

// prettier-ignore
export const ostypes: readonly NamedFileRow[] = [
  { name: 'a-ux', text: 'Apple A/UX, the Unix of the 1990s Macintosh. Queue in /usr/spool/mqueue.', source: 'ostype/a-ux.m4' },
  { name: 'aix3', text: 'IBM AIX 3: delivers with bellmail and takes the time zone from TZ.', source: 'ostype/aix3.m4' },
  { name: 'aix4', text: 'IBM AIX 4: delivers with bellmail and takes the time zone from TZ.', source: 'ostype/aix4.m4' },
  { name: 'aix5', text: 'IBM AIX 5 and later: delivers with bellmail and takes the time zone from TZ.', source: 'ostype/aix5.m4' },
  { name: 'altos', text: 'Altos System V, long gone: delivers with lmail.', source: 'ostype/altos.m4' },
  { name: 'amdahl-uts', text: 'Amdahl UTS, a mainframe Unix, long gone.', source: 'ostype/amdahl-uts.m4' },
  { name: 'bsd4.3', text: '4.3BSD: queue in /usr/spool/mqueue, delivery with /bin/mail.', source: 'ostype/bsd4.3.m4' },
  { name: 'bsd4.4', text: '4.4BSD and its children without a file of their own, NetBSD among them: delivers with /usr/libexec/mail.local.', source: 'ostype/bsd4.4.m4' },
  { name: 'bsdi', text: 'BSD/OS: the same as bsd4.4.', source: 'ostype/bsdi.m4' },
  { name: 'bsdi1.0', text: 'Deprecated: m4 says to use bsdi, which it then reads.', source: 'ostype/bsdi1.0.m4' },
  { name: 'bsdi2.0', text: 'Deprecated: m4 says to use bsdi, which it then reads.', source: 'ostype/bsdi2.0.m4' },
  { name: 'darwin', text: 'macOS: delivers with mail.local, and allows group-writable directories, which macOS has at its root (DontBlameSendmail).', source: 'ostype/darwin.m4' },
  { name: 'debian', text: 'Debian and Ubuntu: delivers with sensible-mda, paths below /etc/mail and /var/lib/sendmail. The files of classes w, t and R are read with a pattern that stops at #, so comments after a name work here. Overrides a number of defines above it.', source: 'ostype/debian.m4' },
  { name: 'dgux', text: 'Data General DG/UX, long gone.', source: 'ostype/dgux.m4' },
  { name: 'domainos', text: 'Apollo Domain/OS, long gone.', source: 'ostype/domainos.m4' },
  { name: 'dragonfly', text: 'DragonFly BSD: delivers with /usr/libexec/mail.local.', source: 'ostype/dragonfly.m4' },
  { name: 'dynix3.2', text: 'Sequent DYNIX 3.2, long gone.', source: 'ostype/dynix3.2.m4' },
  { name: 'freebsd4', text: 'FreeBSD 4: delivers with /usr/libexec/mail.local.', source: 'ostype/freebsd4.m4' },
  { name: 'freebsd5', text: 'FreeBSD 5: as freebsd4, with uux in /usr/local/bin.', source: 'ostype/freebsd5.m4' },
  { name: 'freebsd6', text: 'FreeBSD 6 and later: delivers with /usr/libexec/mail.local, uux in /usr/local/bin.', source: 'ostype/freebsd6.m4' },
  { name: 'gnu', text: 'GNU Hurd: delivers with /libexec/mail.local.', source: 'ostype/gnu.m4' },
  { name: 'hpux10', text: 'HP-UX 10: delivers with rmail and takes the time zone from TZ.', source: 'ostype/hpux10.m4' },
  { name: 'hpux11', text: 'HP-UX 11: delivers with rmail and takes the time zone from TZ.', source: 'ostype/hpux11.m4' },
  { name: 'hpux9', text: 'HP-UX 9: as hpux10, with the queue in /usr/spool/mqueue.', source: 'ostype/hpux9.m4' },
  { name: 'irix4', text: 'SGI IRIX 4, long gone.', source: 'ostype/irix4.m4' },
  { name: 'irix5', text: 'SGI IRIX 5: default user 998, time zone from TZ.', source: 'ostype/irix5.m4' },
  { name: 'irix6', text: 'SGI IRIX 6: default user 998, time zone from TZ.', source: 'ostype/irix6.m4' },
  { name: 'isc4.1', text: 'Interactive Systems Unix 4.1, long gone: delivers with lmail.', source: 'ostype/isc4.1.m4' },
  { name: 'linux', text: 'Linux in general: calls FEATURE(local_procmail) with /usr/bin/procmail, so procmail must be there; it therefore cannot stand below MAILER(local). On Debian use debian.', source: 'ostype/linux.m4' },
  { name: 'maxion', text: 'Concurrent MAXION, long gone.', source: 'ostype/maxion.m4' },
  { name: 'mklinux', text: 'MkLinux on the Macintosh: as linux, with the statistics in /var/log.', source: 'ostype/mklinux.m4' },
  { name: 'mpeix', text: 'HP MPE/iX: delivers with tsmail, runs as SERVER.SENDMAIL.', source: 'ostype/mpeix.m4' },
  { name: 'nextstep', text: 'NEXTSTEP: queue in /usr/spool/mqueue.', source: 'ostype/nextstep.m4' },
  { name: 'openbsd', text: 'OpenBSD: delivers with /usr/libexec/mail.local.', source: 'ostype/openbsd.m4' },
  { name: 'osf1', text: 'Digital Unix (OSF/1, Tru64): default user daemon.', source: 'ostype/osf1.m4' },
  { name: 'powerux', text: 'Concurrent PowerUX, long gone: delivers with rmail.', source: 'ostype/powerux.m4' },
  { name: 'ptx2', text: 'Sequent DYNIX/ptx 2, long gone.', source: 'ostype/ptx2.m4' },
  { name: 'qnx', text: 'QNX: delivers with mailx.', source: 'ostype/qnx.m4' },
  { name: 'riscos4.5', text: 'MIPS RISC/os 4.5, long gone: delivers with rmail.', source: 'ostype/riscos4.5.m4' },
  { name: 'sco-uw-2.1', text: 'SCO UnixWare 2.1: delivers with rmail and takes the time zone from TZ.', source: 'ostype/sco-uw-2.1.m4' },
  { name: 'sco3.2', text: 'SCO Unix 3.2: delivers with lmail.', source: 'ostype/sco3.2.m4' },
  { name: 'sinix', text: 'Siemens SINIX, long gone: delivers with mail.local.', source: 'ostype/sinix.m4' },
  { name: 'solaris11', text: 'Solaris 11: delivers by LMTP with /usr/lib/mail.local and listens on IPv4 and IPv6. It calls FEATURE(local_lmtp), so it cannot stand below MAILER(local).', source: 'ostype/solaris11.m4' },
  { name: 'solaris2', text: 'Solaris 2.5 to 7: delivers with /usr/lib/mail.local.', source: 'ostype/solaris2.m4' },
  { name: 'solaris2.ml', text: 'Solaris 2 with mail.local, today the same as solaris2.', source: 'ostype/solaris2.ml.m4' },
  { name: 'solaris2.pre5', text: 'Solaris 2.4 and older: delivers with /bin/mail.', source: 'ostype/solaris2.pre5.m4' },
  { name: 'solaris8', text: 'Solaris 8 to 10: delivers by LMTP with /usr/lib/mail.local and listens on IPv4 and IPv6. It calls FEATURE(local_lmtp), so it cannot stand below MAILER(local).', source: 'ostype/solaris8.m4' },
  { name: 'sunos3.5', text: 'SunOS 3.5, long gone.', source: 'ostype/sunos3.5.m4' },
  { name: 'sunos4.1', text: 'SunOS 4.1, long gone.', source: 'ostype/sunos4.1.m4' },
  { name: 'svr4', text: 'System V Release 4: delivers with /usr/ucblib/binmail.', source: 'ostype/svr4.m4' },
  { name: 'ultrix4', text: 'DEC Ultrix 4, long gone.', source: 'ostype/ultrix4.m4' },
  { name: 'unicos', text: 'Cray UNICOS: aliases and help file below /usr/lib.', source: 'ostype/unicos.m4' },
  { name: 'unicosmk', text: 'Cray UNICOS/mk: aliases and help file below /usr/lib.', source: 'ostype/unicosmk.m4' },
  { name: 'unicosmp', text: 'Cray UNICOS/mp: time zone from TZ.', source: 'ostype/unicosmp.m4' },
  { name: 'unixware7', text: 'UnixWare 7: delivers with slocal and takes the time zone from TZ.', source: 'ostype/unixware7.m4' },
  { name: 'unknown', text: 'Prints an error: name your system, or the one most like it.', source: 'ostype/unknown.m4' },
  { name: 'uxpds', text: 'Fujitsu UXP/DS, long gone. It still defines confDEF_GROUP_ID, of which m4 complains.', source: 'ostype/uxpds.m4' },
];

// prettier-ignore
export const domains: readonly NamedFileRow[] = [
  { name: 'Berkeley.EDU', text: "Berkeley's own site file, kept as an example; it includes berkeley-only, which prints an error anywhere else.", source: 'domain/Berkeley.EDU.m4' },
  { name: 'CS.Berkeley.EDU', text: "Berkeley's Computer Science file, kept as an example. It prints an error anywhere else.", source: 'domain/CS.Berkeley.EDU.m4' },
  { name: 'EECS.Berkeley.EDU', text: "A Berkeley department's file, kept as an example. It prints an error anywhere else.", source: 'domain/EECS.Berkeley.EDU.m4' },
  { name: 'S2K.Berkeley.EDU', text: "A Berkeley project's file, kept as an example. It prints an error anywhere else.", source: 'domain/S2K.Berkeley.EDU.m4' },
  { name: 'berkeley-only', text: "Prints an error that these are Berkeley's samples. Used by the other Berkeley files.", source: 'domain/berkeley-only.m4' },
  { name: 'debian-msp', text: "Debian's settings for submit.mc: the queue /var/spool/mqueue-client, pid and control files, shorter timeouts, user smmsp. Values you define above it are overridden by those it sets.", source: 'domain/debian-msp.m4' },
  { name: 'debian-mta', text: "Debian's settings for sendmail.mc: pid and control files, shorter timeouts, MaxHopCount 100, and a list of DontBlameSendmail values that relax checks of .forward and :include: files. Look whether you want these.", source: 'domain/debian-mta.m4' },
  { name: 'generic', text: 'A bland file to begin with: FEATURE(redirect), FEATURE(use_cw_file), EXPOSED_USER(root), headers limited to 32768 bytes and a .forward path that knows +detail. use_cw_file makes local-host-names a must.', source: 'domain/generic.m4' },
];

// prettier-ignore
export const hacks: readonly NamedFileRow[] = [
  { name: 'cssubdomain', text: "Berkeley's: takes names in CS.Berkeley.EDU and Berkeley.EDU as the same hosts. An example, of no use elsewhere.", source: 'hack/cssubdomain.m4' },
  { name: 'debian_auth', text: "Debian's: reads the client's login from default-auth-info, trusts the user sendmail, and lets trusted users pass AUTH= for anyone. DefaultAuthInfo is ignored while the authinfo ruleset exists, which the standard configuration has.", source: 'hack/debian_auth.m4' },
  { name: 'dnsblaccess', text: 'As enhdnsbl, but access decides what an answer of the list means, by entries of the form `dnsblaccess:127.0.0.2 ERROR:550 text`. Needs FEATURE(access_db) above. Always give a zone, the default one no longer exists.', source: 'hack/dnsblaccess.m4' },
  { name: 'msp_nullclient', text: "Debian's: as FEATURE(nullclient), for the submission program: every mail to the hub named.", source: 'hack/msp_nullclient.m4' },
  { name: 'nodns', text: 'For a host without DNS: nocanonify, no interface probing, and a service switch file without dns.', source: 'hack/nodns.m4' },
  { name: 'spamtrap', text: 'Refuses messages to recipients marked POISON in access, after the headers, and such a recipient in To:. Needs FEATURE(access_db). An experiment.', source: 'hack/spamtrap.m4' },
  { name: 'virthost_by_ip', text: "Debian's: greeting and Received: line carry the name of the interface the client connected to, for virtual hosts with an address each.", source: 'hack/virthost_by_ip.m4' },
  { name: 'xconnect', text: 'Defines the ruleset x_connect, which says by XConnect: entries in access which clients may use XCONNECT to pass on the original client. Needs access_db above, and sendmail compiled with `_FFR_XCNCT`.', source: 'hack/xconnect.m4' },
];
