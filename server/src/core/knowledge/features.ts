/** What FEATURE knows: cf/README and feature/*.m4 of sendmail 8.17.1, each tried on the real m4 and sendmail. */

/** An argument after the name. `values` are all it may be, or, where `open`, those with a meaning of their own. */
export interface FeatureArgument {
  readonly name: string;
  readonly optional?: boolean;
  readonly values?: readonly string[];
  readonly open?: boolean;
}

export interface FeatureRow {
  readonly name: string;
  readonly args: readonly FeatureArgument[];
  /** How many arguments after the name are looked at. */
  readonly argsMax: number;
  /** The map's name in sendmail.cf, and the map it is without an argument (where DATABASE_MAP_TYPE and MAIL_SETTINGS_DIR are as usual). */
  readonly mapName?: string;
  readonly defaultMap?: string;
  /** True if the map may be given as `LDAP`. */
  readonly ldap?: boolean;
  /** MAILERs it has no effect after. */
  readonly mustPrecedeMailer?: readonly string[];
  /** Features that must stand above it. */
  readonly requires?: readonly string[];
  /** Directives of which one is wanted for it to do anything (or much). */
  readonly needs?: readonly string[];
  /** MAILERs it calls itself. */
  readonly callsMailers?: readonly string[];
  readonly deprecated?: 'renamed' | 'removed' | 'no effect';
  readonly replacement?: string;
  /** True if it lets strangers relay, or may. */
  readonly dangerous?: boolean;
  /** A packager's addition, not in sendmail's own distribution. */
  readonly vendor?: 'Debian';
  readonly text: string;
  readonly source: string;
}

// prettier-ignore
export const features: readonly FeatureRow[] = [
  { name: 'accept_unqualified_senders', args: [], argsMax: 0, text: '', source: 'cf/README, feature/accept_unqualified_senders.m4' },
  { name: 'accept_unresolvable_domains', args: [], argsMax: 0, text: '', source: 'cf/README, feature/accept_unresolvable_domains.m4' },
  { name: 'access_db', args: [{ name: 'map spec', optional: true }, { name: 'option', optional: true, values: ['skip', 'lookupdotdomain', 'relaytofulladdress'] }, { name: 'option', optional: true, values: ['skip', 'lookupdotdomain', 'relaytofulladdress'] }, { name: 'option', optional: true, values: ['skip', 'lookupdotdomain', 'relaytofulladdress'] }], argsMax: 4, mapName: 'access', defaultMap: 'hash -T<TMPF> /etc/mail/access', ldap: true, text: '', source: 'cf/README, feature/access_db.m4' },
  { name: 'allmasquerade', args: [], argsMax: 0, mustPrecedeMailer: ['local', 'uucp'], text: '', source: 'cf/README, feature/allmasquerade.m4' },
  { name: 'always_add_domain', args: [{ name: 'domain', optional: true }], argsMax: 1, mustPrecedeMailer: ['local'], text: '', source: 'cf/README, feature/always_add_domain.m4' },
  { name: 'authinfo', args: [{ name: 'map spec', optional: true }], argsMax: 1, mapName: 'authinfo', defaultMap: 'hash /etc/mail/authinfo', ldap: true, text: '', source: 'cf/README, feature/authinfo.m4' },
  { name: 'badmx', args: [{ name: 'regular expression', optional: true }], argsMax: 1, text: '', source: 'cf/README, feature/badmx.m4' },
  { name: 'bcc', args: [{ name: 'map spec', optional: true, values: ['access'], open: true }, { name: 'host', optional: true }, { name: 'address', optional: true }, { name: 'canonical map', optional: true }], argsMax: 4, mapName: 'bcctable', defaultMap: 'hash /etc/mail/bcctable', text: '', source: 'cf/README, feature/bcc.m4' },
  { name: 'bestmx_is_local', args: [{ name: 'domains', optional: true }], argsMax: 1, text: '', source: 'cf/README, feature/bestmx_is_local.m4' },
  { name: 'bitdomain', args: [{ name: 'map spec', optional: true }], argsMax: 1, mapName: 'bitdomain', defaultMap: 'hash /etc/mail/bitdomain', ldap: true, text: '', source: 'cf/README, feature/bitdomain.m4' },
  { name: 'blacklist_recipients', args: [], argsMax: 0, deprecated: 'renamed', replacement: 'blocklist_recipients', text: '', source: 'cf/README, feature/blacklist_recipients.m4' },
  { name: 'block_bad_helo', args: [], argsMax: 0, text: '', source: 'cf/README, feature/block_bad_helo.m4' },
  { name: 'blocklist_recipients', args: [], argsMax: 0, requires: ['access_db'], text: '', source: 'cf/README, feature/blocklist_recipients.m4' },
  { name: 'check_cert_altnames', args: [], argsMax: 0, text: '', source: 'cf/README, feature/check_cert_altnames.m4' },
  { name: 'check_other', args: [{ name: 'regular expression', optional: true }], argsMax: 1, text: '', source: 'cf/README, feature/check_other.m4' },
  { name: 'compat_check', args: [], argsMax: 0, requires: ['access_db'], text: '', source: 'cf/README, feature/compat_check.m4' },
  { name: 'conncontrol', args: [{ name: 'when', optional: true, values: ['nodelay'] }, { name: 'reply', optional: true, values: ['terminate'] }], argsMax: 2, requires: ['access_db'], text: '', source: 'cf/README, feature/conncontrol.m4' },
  { name: 'delay_checks', args: [{ name: 'who decides', optional: true, values: ['friend', 'hater'] }, { name: 'new style', optional: true }], argsMax: 2, text: '', source: 'cf/README, feature/delay_checks.m4' },
  { name: 'dnsbl', args: [{ name: 'zone' }, { name: 'message', optional: true, values: ['quarantine', 'discard'], open: true }, { name: 'temporary failure', optional: true, values: ['t'], open: true }], argsMax: 3, text: '', source: 'cf/README, feature/dnsbl.m4' },
  { name: 'domainmap', args: [{ name: 'domain' }, { name: 'map spec' }], argsMax: 2, vendor: 'Debian', text: '', source: 'cf/README, feature/domainmap.m4' },
  { name: 'domaintable', args: [{ name: 'map spec', optional: true }], argsMax: 1, mapName: 'domaintable', defaultMap: 'hash /etc/mail/domaintable', ldap: true, text: '', source: 'cf/README, feature/domaintable.m4' },
  { name: 'drac', args: [{ name: 'map spec', optional: true }], argsMax: 1, mapName: 'drac', defaultMap: 'hash /etc/mail/drac', vendor: 'Debian', text: '', source: 'cf/README, feature/drac.m4' },
  { name: 'enhdnsbl', args: [{ name: 'zone' }, { name: 'message', optional: true, values: ['quarantine', 'discard'], open: true }, { name: 'temporary failure', optional: true, values: ['t'], open: true }, { name: 'result', optional: true }, { name: 'result', optional: true }, { name: 'result', optional: true }, { name: 'result', optional: true }, { name: 'result', optional: true }, { name: 'result', optional: true }], argsMax: 9, text: '', source: 'cf/README, feature/enhdnsbl.m4' },
  { name: 'generics_entire_domain', args: [], argsMax: 0, needs: ['GENERICS_DOMAIN', 'GENERICS_DOMAIN_FILE'], text: '', source: 'cf/README, feature/generics_entire_domain.m4' },
  { name: 'genericstable', args: [{ name: 'map spec', optional: true }], argsMax: 1, mapName: 'generics', defaultMap: 'hash /etc/mail/genericstable', ldap: true, needs: ['GENERICS_DOMAIN', 'GENERICS_DOMAIN_FILE'], text: '', source: 'cf/README, feature/genericstable.m4' },
  { name: 'greet_pause', args: [{ name: 'milliseconds', optional: true }], argsMax: 1, requires: ['access_db'], text: '', source: 'cf/README, feature/greet_pause.m4' },
  { name: 'ldap_routing', args: [{ name: 'mail host map', optional: true }, { name: 'routing address map', optional: true }, { name: 'unknown address', optional: true, values: ['passthru', 'bounce', 'sendertoo'], open: true }, { name: 'detail', optional: true, values: ['strip', 'preserve'] }, { name: 'nodomain', optional: true, values: ['nodomain'], open: true }, { name: 'temporary failure', optional: true, values: ['queue', 'tempfail'] }], argsMax: 6, text: '', source: 'cf/README, feature/ldap_routing.m4' },
  { name: 'limited_masquerade', args: [], argsMax: 0, text: '', source: 'cf/README, feature/limited_masquerade.m4' },
  { name: 'local_lmtp', args: [{ name: 'path', optional: true }, { name: 'arguments', optional: true }], argsMax: 2, mustPrecedeMailer: ['local'], text: '', source: 'cf/README, feature/local_lmtp.m4' },
  { name: 'local_no_masquerade', args: [], argsMax: 0, mustPrecedeMailer: ['local'], text: '', source: 'cf/README, feature/local_no_masquerade.m4' },
  { name: 'local_procmail', args: [{ name: 'path', optional: true }, { name: 'arguments', optional: true }, { name: 'flags', optional: true }], argsMax: 3, mustPrecedeMailer: ['local'], text: '', source: 'cf/README, feature/local_procmail.m4' },
  { name: 'lookupdotdomain', args: [], argsMax: 0, requires: ['access_db'], text: '', source: 'cf/README, feature/lookupdotdomain.m4' },
  { name: 'loose_relay_check', args: [], argsMax: 0, dangerous: true, text: '', source: 'cf/README, feature/loose_relay_check.m4' },
  { name: 'mailertable', args: [{ name: 'map spec', optional: true }], argsMax: 1, mapName: 'mailertable', defaultMap: 'hash /etc/mail/mailertable', ldap: true, text: '', source: 'cf/README, feature/mailertable.m4' },
  { name: 'masquerade_entire_domain', args: [], argsMax: 0, needs: ['MASQUERADE_DOMAIN', 'MASQUERADE_DOMAIN_FILE'], text: '', source: 'cf/README, feature/masquerade_entire_domain.m4' },
  { name: 'masquerade_envelope', args: [], argsMax: 0, text: '', source: 'cf/README, feature/masquerade_envelope.m4' },
  { name: 'msp', args: [{ name: 'host', optional: true }, { name: 'port', optional: true, values: ['MSA'] }], argsMax: 2, callsMailers: ['local', 'smtp'], text: '', source: 'cf/README, feature/msp.m4' },
  { name: 'mtamark', args: [{ name: 'message', optional: true }, { name: 'temporary failure', optional: true, values: ['t'], open: true }, { name: 'label', optional: true }], argsMax: 3, text: '', source: 'cf/README, feature/mtamark.m4' },
  { name: 'no_default_msa', args: [], argsMax: 0, text: '', source: 'cf/README, feature/no_default_msa.m4' },
  { name: 'nocanonify', args: [{ name: 'exception', optional: true, values: ['canonify_hosts'] }], argsMax: 1, text: '', source: 'cf/README, feature/nocanonify.m4' },
  { name: 'nopercenthack', args: [{ name: 'what to do', values: ['reject', 'nospecial'] }], argsMax: 1, text: '', source: 'cf/README, feature/nopercenthack.m4' },
  { name: 'notsticky', args: [], argsMax: 0, deprecated: 'no effect', text: '', source: 'cf/README, feature/notsticky.m4' },
  { name: 'nouucp', args: [{ name: 'what to do', values: ['reject', 'nospecial'] }], argsMax: 1, text: '', source: 'cf/README, feature/nouucp.m4' },
  { name: 'nullclient', args: [{ name: 'hub' }], argsMax: 1, callsMailers: ['local', 'smtp'], text: '', source: 'cf/README, feature/nullclient.m4' },
  { name: 'prefixmod', args: [{ name: 'prefix' }, { name: 'flags' }], argsMax: 2, text: '', source: 'cf/README, feature/prefixmod.m4' },
  { name: 'preserve_local_plus_detail', args: [], argsMax: 0, text: '', source: 'cf/README, feature/preserve_local_plus_detail.m4' },
  { name: 'preserve_luser_host', args: [], argsMax: 0, text: '', source: 'cf/README, feature/preserve_luser_host.m4' },
  { name: 'promiscuous_relay', args: [], argsMax: 0, dangerous: true, text: '', source: 'cf/README, feature/promiscuous_relay.m4' },
  { name: 'queuegroup', args: [{ name: 'queue group', optional: true }], argsMax: 1, requires: ['access_db'], text: '', source: 'cf/README, feature/queuegroup.m4' },
  { name: 'ratecontrol', args: [{ name: 'when', optional: true, values: ['nodelay'] }, { name: 'reply', optional: true, values: ['terminate'] }], argsMax: 2, requires: ['access_db'], text: '', source: 'cf/README, feature/ratecontrol.m4' },
  { name: 'redirect', args: [], argsMax: 0, text: '', source: 'cf/README, feature/redirect.m4' },
  { name: 'relay_based_on_MX', args: [], argsMax: 0, dangerous: true, text: '', source: 'cf/README, feature/relay_based_on_MX.m4' },
  { name: 'relay_entire_domain', args: [], argsMax: 0, text: '', source: 'cf/README, feature/relay_entire_domain.m4' },
  { name: 'relay_hosts_only', args: [], argsMax: 0, text: '', source: 'cf/README, feature/relay_hosts_only.m4' },
  { name: 'relay_local_from', args: [], argsMax: 0, dangerous: true, text: '', source: 'cf/README, feature/relay_local_from.m4' },
  { name: 'relay_mail_from', args: [{ name: 'scope', optional: true, values: ['domain'] }], argsMax: 1, requires: ['access_db'], dangerous: true, text: '', source: 'cf/README, feature/relay_mail_from.m4' },
  { name: 'require_rdns', args: [], argsMax: 0, text: '', source: 'cf/README, feature/require_rdns.m4' },
  { name: 'rhsbl', args: [{ name: 'zone' }, { name: 'message', optional: true }, { name: 'temporary failure', optional: true, values: ['t'], open: true }], argsMax: 3, text: '', source: 'cf/README, feature/rhsbl.m4' },
  { name: 'smrsh', args: [{ name: 'path', optional: true }], argsMax: 1, mustPrecedeMailer: ['local'], text: '', source: 'cf/README, feature/smrsh.m4' },
  { name: 'stickyhost', args: [], argsMax: 0, text: '', source: 'cf/README, feature/stickyhost.m4' },
  { name: 'sts', args: [{ name: 'map spec', optional: true }, { name: 'test', optional: true, values: ['NO_SAN_TST'] }], argsMax: 2, mapName: 'sts', defaultMap: 'socket -d5 -T<TMPF> inet:5461@127.0.0.1', text: '', source: 'cf/README, feature/sts.m4' },
  { name: 'tls_failures', args: [], argsMax: 0, deprecated: 'removed', replacement: 'confTLS_FALLBACK_TO_CLEAR', text: '', source: 'cf/README, feature/tls_failures.m4' },
  { name: 'tls_session_features', args: [], argsMax: 0, text: '', source: 'cf/README, feature/tls_session_features.m4' },
  { name: 'use_client_ptr', args: [], argsMax: 0, text: '', source: 'cf/README, feature/use_client_ptr.m4' },
  { name: 'use_ct_file', args: [], argsMax: 0, text: '', source: 'cf/README, feature/use_ct_file.m4' },
  { name: 'use_cw_file', args: [], argsMax: 0, text: '', source: 'cf/README, feature/use_cw_file.m4' },
  { name: 'uucpdomain', args: [{ name: 'map spec', optional: true }], argsMax: 1, mapName: 'uudomain', defaultMap: 'hash /etc/mail/uudomain', ldap: true, text: '', source: 'cf/README, feature/uucpdomain.m4' },
  { name: 'virtuser_entire_domain', args: [], argsMax: 0, needs: ['VIRTUSER_DOMAIN', 'VIRTUSER_DOMAIN_FILE'], text: '', source: 'cf/README, feature/virtuser_entire_domain.m4' },
  { name: 'virtusertable', args: [{ name: 'map spec', optional: true }], argsMax: 1, mapName: 'virtuser', defaultMap: 'hash /etc/mail/virtusertable', ldap: true, text: '', source: 'cf/README, feature/virtusertable.m4' },
  { name: 'vnet', args: [], argsMax: 0, vendor: 'Debian', text: '', source: 'cf/README, feature/vnet.m4' },
];
