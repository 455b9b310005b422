/** What OSTYPE, DOMAIN and HACK know: the files of cf/ostype, cf/domain and cf/hack as Debian 12 installs them with sendmail 8.17.1. */

export interface NamedFileRow {
  readonly name: string;
  readonly text: string;
  readonly source: string;
}

// prettier-ignore
export const ostypes: readonly NamedFileRow[] = [
  { name: 'a-ux', text: '', source: 'ostype/a-ux.m4' },
  { name: 'aix3', text: '', source: 'ostype/aix3.m4' },
  { name: 'aix4', text: '', source: 'ostype/aix4.m4' },
  { name: 'aix5', text: '', source: 'ostype/aix5.m4' },
  { name: 'altos', text: '', source: 'ostype/altos.m4' },
  { name: 'amdahl-uts', text: '', source: 'ostype/amdahl-uts.m4' },
  { name: 'bsd4.3', text: '', source: 'ostype/bsd4.3.m4' },
  { name: 'bsd4.4', text: '', source: 'ostype/bsd4.4.m4' },
  { name: 'bsdi', text: '', source: 'ostype/bsdi.m4' },
  { name: 'bsdi1.0', text: '', source: 'ostype/bsdi1.0.m4' },
  { name: 'bsdi2.0', text: '', source: 'ostype/bsdi2.0.m4' },
  { name: 'darwin', text: '', source: 'ostype/darwin.m4' },
  { name: 'debian', text: '', source: 'ostype/debian.m4' },
  { name: 'dgux', text: '', source: 'ostype/dgux.m4' },
  { name: 'domainos', text: '', source: 'ostype/domainos.m4' },
  { name: 'dragonfly', text: '', source: 'ostype/dragonfly.m4' },
  { name: 'dynix3.2', text: '', source: 'ostype/dynix3.2.m4' },
  { name: 'freebsd4', text: '', source: 'ostype/freebsd4.m4' },
  { name: 'freebsd5', text: '', source: 'ostype/freebsd5.m4' },
  { name: 'freebsd6', text: '', source: 'ostype/freebsd6.m4' },
  { name: 'gnu', text: '', source: 'ostype/gnu.m4' },
  { name: 'hpux10', text: '', source: 'ostype/hpux10.m4' },
  { name: 'hpux11', text: '', source: 'ostype/hpux11.m4' },
  { name: 'hpux9', text: '', source: 'ostype/hpux9.m4' },
  { name: 'irix4', text: '', source: 'ostype/irix4.m4' },
  { name: 'irix5', text: '', source: 'ostype/irix5.m4' },
  { name: 'irix6', text: '', source: 'ostype/irix6.m4' },
  { name: 'isc4.1', text: '', source: 'ostype/isc4.1.m4' },
  { name: 'linux', text: '', source: 'ostype/linux.m4' },
  { name: 'maxion', text: '', source: 'ostype/maxion.m4' },
  { name: 'mklinux', text: '', source: 'ostype/mklinux.m4' },
  { name: 'mpeix', text: '', source: 'ostype/mpeix.m4' },
  { name: 'nextstep', text: '', source: 'ostype/nextstep.m4' },
  { name: 'openbsd', text: '', source: 'ostype/openbsd.m4' },
  { name: 'osf1', text: '', source: 'ostype/osf1.m4' },
  { name: 'powerux', text: '', source: 'ostype/powerux.m4' },
  { name: 'ptx2', text: '', source: 'ostype/ptx2.m4' },
  { name: 'qnx', text: '', source: 'ostype/qnx.m4' },
  { name: 'riscos4.5', text: '', source: 'ostype/riscos4.5.m4' },
  { name: 'sco-uw-2.1', text: '', source: 'ostype/sco-uw-2.1.m4' },
  { name: 'sco3.2', text: '', source: 'ostype/sco3.2.m4' },
  { name: 'sinix', text: '', source: 'ostype/sinix.m4' },
  { name: 'solaris11', text: '', source: 'ostype/solaris11.m4' },
  { name: 'solaris2', text: '', source: 'ostype/solaris2.m4' },
  { name: 'solaris2.ml', text: '', source: 'ostype/solaris2.ml.m4' },
  { name: 'solaris2.pre5', text: '', source: 'ostype/solaris2.pre5.m4' },
  { name: 'solaris8', text: '', source: 'ostype/solaris8.m4' },
  { name: 'sunos3.5', text: '', source: 'ostype/sunos3.5.m4' },
  { name: 'sunos4.1', text: '', source: 'ostype/sunos4.1.m4' },
  { name: 'svr4', text: '', source: 'ostype/svr4.m4' },
  { name: 'ultrix4', text: '', source: 'ostype/ultrix4.m4' },
  { name: 'unicos', text: '', source: 'ostype/unicos.m4' },
  { name: 'unicosmk', text: '', source: 'ostype/unicosmk.m4' },
  { name: 'unicosmp', text: '', source: 'ostype/unicosmp.m4' },
  { name: 'unixware7', text: '', source: 'ostype/unixware7.m4' },
  { name: 'unknown', text: '', source: 'ostype/unknown.m4' },
  { name: 'uxpds', text: '', source: 'ostype/uxpds.m4' },
];

// prettier-ignore
export const domains: readonly NamedFileRow[] = [
  { name: 'Berkeley.EDU', text: '', source: 'domain/Berkeley.EDU.m4' },
  { name: 'CS.Berkeley.EDU', text: '', source: 'domain/CS.Berkeley.EDU.m4' },
  { name: 'EECS.Berkeley.EDU', text: '', source: 'domain/EECS.Berkeley.EDU.m4' },
  { name: 'S2K.Berkeley.EDU', text: '', source: 'domain/S2K.Berkeley.EDU.m4' },
  { name: 'berkeley-only', text: '', source: 'domain/berkeley-only.m4' },
  { name: 'debian-msp', text: '', source: 'domain/debian-msp.m4' },
  { name: 'debian-mta', text: '', source: 'domain/debian-mta.m4' },
  { name: 'generic', text: '', source: 'domain/generic.m4' },
];

// prettier-ignore
export const hacks: readonly NamedFileRow[] = [
  { name: 'cssubdomain', text: '', source: 'hack/cssubdomain.m4' },
  { name: 'debian_auth', text: '', source: 'hack/debian_auth.m4' },
  { name: 'dnsblaccess', text: '', source: 'hack/dnsblaccess.m4' },
  { name: 'msp_nullclient', text: '', source: 'hack/msp_nullclient.m4' },
  { name: 'nodns', text: '', source: 'hack/nodns.m4' },
  { name: 'spamtrap', text: '', source: 'hack/spamtrap.m4' },
  { name: 'virthost_by_ip', text: '', source: 'hack/virthost_by_ip.m4' },
  { name: 'xconnect', text: '', source: 'hack/xconnect.m4' },
];
