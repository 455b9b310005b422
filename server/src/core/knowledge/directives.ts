/** The macros an .mc file calls: cf/README and m4/cfhead.m4 of sendmail 8.17.1. */

export interface DirectiveRow {
  readonly name: string;
  readonly argsMin: number;
  readonly argsMax: number;
  /** Where it must stand; with the other order m4 complains, and for some names the call has no effect. */
  readonly order?: 'before MAILER' | 'after MAILER';
  /** True if every file needs one. */
  readonly required?: boolean;
  /** True if a second call is an error. */
  readonly once?: boolean;
  /** True if the lines that follow, up to the next of its kind, are text of sendmail.cf. */
  readonly opensSection?: boolean;
  /** The class of sendmail.cf it adds to, and whether it takes the names themselves or a file of them. */
  readonly className?: string;
  readonly takes?: 'names' | 'file';
  readonly text: string;
  readonly source: string;
}

// prettier-ignore
export const directives: readonly DirectiveRow[] = [
  { name: 'OSTYPE', argsMin: 1, argsMax: 2, order: 'before MAILER', required: true, once: true, text: '', source: 'cf/README, m4/cfhead.m4' },
  { name: 'MODIFY_MAILER_FLAGS', argsMin: 2, argsMax: 2, order: 'before MAILER', text: '', source: 'cf/README, m4/cfhead.m4' },
  { name: 'MAILER', argsMin: 1, argsMax: 2, text: '', source: 'cf/README, m4/cfhead.m4' },
  { name: 'DOMAIN', argsMin: 1, argsMax: 2, text: '', source: 'cf/README, m4/cfhead.m4' },
  { name: 'FEATURE', argsMin: 1, argsMax: 10, order: 'before MAILER', text: '', source: 'cf/README, m4/cfhead.m4' },
  { name: 'HACK', argsMin: 1, argsMax: 10, text: '', source: 'cf/README, m4/cfhead.m4' },
  { name: 'DAEMON_OPTIONS', argsMin: 1, argsMax: 1, text: '', source: 'cf/README, m4/cfhead.m4' },
  { name: 'CLIENT_OPTIONS', argsMin: 1, argsMax: 1, text: '', source: 'cf/README, m4/cfhead.m4' },
  { name: 'MAIL_FILTER', argsMin: 2, argsMax: 2, text: '', source: 'cf/README, m4/cfhead.m4' },
  { name: 'INPUT_MAIL_FILTER', argsMin: 2, argsMax: 2, text: '', source: 'cf/README, m4/cfhead.m4' },
  { name: 'QUEUE_GROUP', argsMin: 2, argsMax: 2, text: '', source: 'cf/README, m4/cfhead.m4' },
  { name: 'VERSIONID', argsMin: 1, argsMax: 1, text: '', source: 'cf/README, m4/cfhead.m4' },
  { name: 'LOCAL_RULE_0', argsMin: 0, argsMax: 0, opensSection: true, text: '', source: 'cf/README, m4/cfhead.m4' },
  { name: 'LOCAL_UUCP', argsMin: 0, argsMax: 0, opensSection: true, text: '', source: 'cf/README, m4/cfhead.m4' },
  { name: 'LOCAL_RULE_1', argsMin: 0, argsMax: 0, opensSection: true, text: '', source: 'cf/README, m4/cfhead.m4' },
  { name: 'LOCAL_RULE_2', argsMin: 0, argsMax: 0, opensSection: true, text: '', source: 'cf/README, m4/cfhead.m4' },
  { name: 'LOCAL_RULESETS', argsMin: 0, argsMax: 0, opensSection: true, text: '', source: 'cf/README, m4/cfhead.m4' },
  { name: 'LOCAL_SRV_FEATURES', argsMin: 0, argsMax: 0, order: 'after MAILER', opensSection: true, text: '', source: 'cf/README, m4/cfhead.m4' },
  { name: 'LOCAL_CLT_FEATURES', argsMin: 0, argsMax: 0, order: 'after MAILER', opensSection: true, text: '', source: 'cf/README, m4/cfhead.m4' },
  { name: 'LOCAL_TRY_TLS', argsMin: 0, argsMax: 0, order: 'after MAILER', opensSection: true, text: '', source: 'cf/README, m4/cfhead.m4' },
  { name: 'LOCAL_TLS_RCPT', argsMin: 0, argsMax: 0, order: 'after MAILER', opensSection: true, text: '', source: 'cf/README, m4/cfhead.m4' },
  { name: 'LOCAL_TLS_CLIENT', argsMin: 0, argsMax: 0, order: 'after MAILER', opensSection: true, text: '', source: 'cf/README, m4/cfhead.m4' },
  { name: 'LOCAL_TLS_SERVER', argsMin: 0, argsMax: 0, order: 'after MAILER', opensSection: true, text: '', source: 'cf/README, m4/cfhead.m4' },
  { name: 'LOCAL_RULE_3', argsMin: 0, argsMax: 0, opensSection: true, text: '', source: 'cf/README, m4/cfhead.m4' },
  { name: 'LOCAL_CONFIG', argsMin: 0, argsMax: 0, opensSection: true, text: '', source: 'cf/README, m4/cfhead.m4' },
  { name: 'MAILER_DEFINITIONS', argsMin: 0, argsMax: 0, opensSection: true, text: '', source: 'cf/README, m4/cfhead.m4' },
  { name: 'LOCAL_DNSBL', argsMin: 0, argsMax: 0, opensSection: true, text: '', source: 'cf/README, m4/cfhead.m4' },
  { name: 'LOCAL_NET_CONFIG', argsMin: 0, argsMax: 0, opensSection: true, text: '', source: 'cf/README, m4/cfhead.m4' },
  { name: 'UUCPSMTP', argsMin: 2, argsMax: 2, text: '', source: 'cf/README, m4/cfhead.m4' },
  { name: 'SITECONFIG', argsMin: 3, argsMax: 3, text: '', source: 'cf/README, m4/cfhead.m4' },
  { name: 'SITE', argsMin: 1, argsMax: 1, text: '', source: 'cf/README, m4/cfhead.m4' },
  { name: 'EXPOSED_USER', argsMin: 1, argsMax: 1, className: 'E', takes: 'names', text: '', source: 'cf/README, m4/cfhead.m4' },
  { name: 'EXPOSED_USER_FILE', argsMin: 1, argsMax: 1, className: 'E', takes: 'file', text: '', source: 'cf/README, m4/cfhead.m4' },
  { name: 'LOCAL_USER', argsMin: 1, argsMax: 1, className: 'L', takes: 'names', text: '', source: 'cf/README, m4/cfhead.m4' },
  { name: 'LOCAL_USER_FILE', argsMin: 1, argsMax: 1, className: 'L', takes: 'file', text: '', source: 'cf/README, m4/cfhead.m4' },
  { name: 'MASQUERADE_AS', argsMin: 1, argsMax: 1, text: '', source: 'cf/README, m4/cfhead.m4' },
  { name: 'MASQUERADE_DOMAIN', argsMin: 1, argsMax: 1, className: 'M', takes: 'names', text: '', source: 'cf/README, m4/cfhead.m4' },
  { name: 'MASQUERADE_EXCEPTION', argsMin: 1, argsMax: 1, className: 'N', takes: 'names', text: '', source: 'cf/README, m4/cfhead.m4' },
  { name: 'MASQUERADE_DOMAIN_FILE', argsMin: 1, argsMax: 1, className: 'M', takes: 'file', text: '', source: 'cf/README, m4/cfhead.m4' },
  { name: 'MASQUERADE_EXCEPTION_FILE', argsMin: 1, argsMax: 1, className: 'N', takes: 'file', text: '', source: 'cf/README, m4/cfhead.m4' },
  { name: 'LOCAL_DOMAIN', argsMin: 1, argsMax: 1, className: 'w', takes: 'names', text: '', source: 'cf/README, m4/cfhead.m4' },
  { name: 'CANONIFY_DOMAIN', argsMin: 1, argsMax: 1, className: 'Canonify', takes: 'names', text: '', source: 'cf/README, m4/cfhead.m4' },
  { name: 'CANONIFY_DOMAIN_FILE', argsMin: 1, argsMax: 1, className: 'Canonify', takes: 'file', text: '', source: 'cf/README, m4/cfhead.m4' },
  { name: 'GENERICS_DOMAIN', argsMin: 1, argsMax: 1, className: 'G', takes: 'names', text: '', source: 'cf/README, m4/cfhead.m4' },
  { name: 'GENERICS_DOMAIN_FILE', argsMin: 1, argsMax: 1, className: 'G', takes: 'file', text: '', source: 'cf/README, m4/cfhead.m4' },
  { name: 'LDAPROUTE_DOMAIN', argsMin: 1, argsMax: 1, className: 'LDAPRoute', takes: 'names', text: '', source: 'cf/README, m4/cfhead.m4' },
  { name: 'LDAPROUTE_DOMAIN_FILE', argsMin: 1, argsMax: 1, className: 'LDAPRoute', takes: 'file', text: '', source: 'cf/README, m4/cfhead.m4' },
  { name: 'LDAPROUTE_EQUIVALENT', argsMin: 1, argsMax: 1, className: 'LDAPRouteEquiv', takes: 'names', text: '', source: 'cf/README, m4/cfhead.m4' },
  { name: 'LDAPROUTE_EQUIVALENT_FILE', argsMin: 1, argsMax: 1, className: 'LDAPRouteEquiv', takes: 'file', text: '', source: 'cf/README, m4/cfhead.m4' },
  { name: 'VIRTUSER_DOMAIN', argsMin: 1, argsMax: 1, className: 'VirtHost', takes: 'names', text: '', source: 'cf/README, m4/cfhead.m4' },
  { name: 'VIRTUSER_DOMAIN_FILE', argsMin: 1, argsMax: 1, className: 'VirtHost', takes: 'file', text: '', source: 'cf/README, m4/cfhead.m4' },
  { name: 'RELAY_DOMAIN', argsMin: 1, argsMax: 1, className: 'R', takes: 'names', text: '', source: 'cf/README, m4/cfhead.m4' },
  { name: 'RELAY_DOMAIN_FILE', argsMin: 1, argsMax: 1, className: 'R', takes: 'file', text: '', source: 'cf/README, m4/cfhead.m4' },
  { name: 'TRUST_AUTH_MECH', argsMin: 1, argsMax: 1, className: 'TrustAuthMech', takes: 'names', text: '', source: 'cf/README, m4/cfhead.m4' },
];
