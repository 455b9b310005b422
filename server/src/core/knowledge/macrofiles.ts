/**
 * What the macro files of FEATURE, OSTYPE, DOMAIN and HACK do besides their purpose: what they write at the top of sendmail.cf
 * where they are called, and what else they call. Measured with GNU m4 on the files of sendmail 8.17.1 as Debian 12 installs them.
 */
export interface MacroFileRow {
  readonly macro: 'FEATURE' | 'OSTYPE' | 'DOMAIN' | 'HACK';
  readonly name: string;
  /**
   * What is written, in short: a line end first if the line it is called on ends there, `#` for comment lines, an empty line at
   * the end if the last one is empty. Files that are not in the list write one line end and one comment line.
   */
  readonly writes?: string;
  /** Calls it makes: macro and name. */
  readonly calls?: readonly string[];
}

/** What a file that is not listed writes. */
export const usualText = '\n#\n';

// prettier-ignore
export const macroFiles: readonly MacroFileRow[] = [
  { macro: 'FEATURE', name: 'bcc', writes: '' },
  { macro: 'FEATURE', name: 'blacklist_recipients', calls: ['FEATURE blocklist_recipients'] },
  { macro: 'FEATURE', name: 'block_bad_helo', writes: '#\n' },
  { macro: 'FEATURE', name: 'check_cert_altnames', writes: '#\n' },
  { macro: 'FEATURE', name: 'conncontrol', writes: '\n#\n\n' },
  { macro: 'FEATURE', name: 'dnsbl', writes: '\n#\n\n' },
  { macro: 'FEATURE', name: 'domainmap', writes: '\n\n' },
  { macro: 'FEATURE', name: 'drac', writes: '' },
  { macro: 'FEATURE', name: 'msp', writes: '#\n', calls: ['FEATURE no_default_msa', 'MAILER local', 'MAILER smtp'] },
  { macro: 'FEATURE', name: 'nullclient', calls: ['FEATURE allmasquerade', 'FEATURE masquerade_envelope', 'MAILER local', 'MAILER smtp'] },
  { macro: 'FEATURE', name: 'prefixmod', writes: '' },
  { macro: 'FEATURE', name: 'ratecontrol', writes: '\n#\n\n' },
  { macro: 'FEATURE', name: 'require_rdns', writes: '#\n' },
  { macro: 'FEATURE', name: 'rhsbl', writes: '\n#\n\n' },
  { macro: 'FEATURE', name: 'sts', writes: '' },
  { macro: 'FEATURE', name: 'tls_failures', writes: '' },
  { macro: 'FEATURE', name: 'use_client_ptr', writes: '\n#\n\n' },
  { macro: 'FEATURE', name: 'use_ct_file', writes: '\n#\n\n' },
  { macro: 'FEATURE', name: 'use_cw_file', writes: '\n#\n\n' },
  { macro: 'FEATURE', name: 'vnet', writes: '' },
  { macro: 'OSTYPE', name: 'altos', writes: '\n#\n\n' },
  { macro: 'OSTYPE', name: 'debian', writes: '#\n' },
  { macro: 'OSTYPE', name: 'hpux10', writes: '\n#\n\n' },
  { macro: 'OSTYPE', name: 'hpux11', writes: '\n#\n\n' },
  { macro: 'OSTYPE', name: 'hpux9', writes: '\n#\n\n' },
  { macro: 'OSTYPE', name: 'linux', writes: '\n#\n\n', calls: ['FEATURE local_procmail'] },
  { macro: 'OSTYPE', name: 'maxion', writes: '\n#\n\n' },
  { macro: 'OSTYPE', name: 'mklinux', writes: '\n#\n\n', calls: ['FEATURE local_procmail'] },
  { macro: 'OSTYPE', name: 'mpeix', writes: '\n#\n\n' },
  { macro: 'OSTYPE', name: 'osf1', writes: '\n#\n\n' },
  { macro: 'OSTYPE', name: 'powerux', writes: '\n#\n\n' },
  { macro: 'OSTYPE', name: 'riscos4.5', writes: '\n#\n\n' },
  { macro: 'OSTYPE', name: 'sco-uw-2.1', writes: '\n#\n\n' },
  { macro: 'OSTYPE', name: 'solaris11', calls: ['FEATURE local_lmtp'] },
  { macro: 'OSTYPE', name: 'solaris8', calls: ['FEATURE local_lmtp'] },
  { macro: 'OSTYPE', name: 'sunos3.5', writes: '\n#\n\n' },
  { macro: 'OSTYPE', name: 'sunos4.1', writes: '\n#\n\n' },
  { macro: 'OSTYPE', name: 'svr4', writes: '\n#\n\n' },
  { macro: 'OSTYPE', name: 'ultrix4', writes: '\n#\n\n' },
  { macro: 'OSTYPE', name: 'unicos', writes: '\n#\n\n' },
  { macro: 'OSTYPE', name: 'unicosmk', writes: '\n#\n\n' },
  { macro: 'OSTYPE', name: 'unknown', writes: '\n#\n\n' },
  { macro: 'OSTYPE', name: 'uxpds', writes: '\n#\n\n' },
  { macro: 'DOMAIN', name: 'Berkeley.EDU', calls: ['FEATURE redirect', 'FEATURE use_cw_file', 'FEATURE stickyhost'] },
  { macro: 'DOMAIN', name: 'CS.Berkeley.EDU', writes: '\n#\n\n', calls: ['FEATURE redirect', 'FEATURE use_cw_file', 'FEATURE stickyhost'] },
  { macro: 'DOMAIN', name: 'EECS.Berkeley.EDU', calls: ['FEATURE redirect', 'FEATURE use_cw_file', 'FEATURE stickyhost'] },
  { macro: 'DOMAIN', name: 'S2K.Berkeley.EDU', writes: '\n#\n\n', calls: ['FEATURE redirect', 'FEATURE use_cw_file', 'FEATURE stickyhost'] },
  { macro: 'DOMAIN', name: 'berkeley-only', writes: '\n#\n\n' },
  { macro: 'DOMAIN', name: 'debian-msp', writes: '#\n\n', calls: ['FEATURE no_default_msa'] },
  { macro: 'DOMAIN', name: 'debian-mta', writes: '#\n\n', calls: ['FEATURE no_default_msa'] },
  { macro: 'DOMAIN', name: 'generic', writes: '\n#\n\n', calls: ['FEATURE redirect', 'FEATURE use_cw_file'] },
  { macro: 'HACK', name: 'cssubdomain', writes: '\n#\n\n' },
  { macro: 'HACK', name: 'debian_auth', writes: '#\n' },
  { macro: 'HACK', name: 'dnsblaccess', writes: '\n#\n\n' },
  { macro: 'HACK', name: 'msp_nullclient', writes: '#\n', calls: ['FEATURE no_default_msa', 'FEATURE allmasquerade', 'FEATURE masquerade_envelope', 'MAILER local', 'MAILER smtp'] },
  { macro: 'HACK', name: 'nodns', writes: '#\n', calls: ['FEATURE nocanonify'] },
  { macro: 'HACK', name: 'spamtrap', writes: '' },
  { macro: 'HACK', name: 'virthost_by_ip', writes: '#\n\n' },
];

/** A name that is looked at when something is called; a later define has no effect. `unless` is the argument that takes its place. */
export interface ReadRow {
  /** The name, or how it starts, with `*` for the rest. */
  readonly name: string;
  readonly by: string;
  /** The argument of the call (from 1 behind the name) with which the name is not looked at. */
  readonly unlessArgument?: number;
}

// prettier-ignore
export const readRows: readonly ReadRow[] = [
  { name: 'PROCMAIL_MAILER_PATH', by: 'FEATURE local_procmail', unlessArgument: 1 },
  { name: 'confEBINDIR', by: 'FEATURE local_lmtp', unlessArgument: 1 },
  { name: 'confEBINDIR', by: 'FEATURE smrsh', unlessArgument: 1 },
  { name: 'DNSBL_MAP', by: 'FEATURE dnsbl' },
  { name: 'DNSBL_MAP_OPT', by: 'FEATURE dnsbl' },
  { name: 'EDNSBL_TO', by: 'FEATURE enhdnsbl' },
  { name: 'MSP_QUEUE_DIR', by: 'FEATURE msp' },
  { name: 'DATABASE_MAP_TYPE', by: 'FEATURE access_db', unlessArgument: 1 },
  { name: 'DATABASE_MAP_TYPE', by: 'FEATURE authinfo', unlessArgument: 1 },
  { name: 'DATABASE_MAP_TYPE', by: 'FEATURE bitdomain', unlessArgument: 1 },
  { name: 'DATABASE_MAP_TYPE', by: 'FEATURE domaintable', unlessArgument: 1 },
  { name: 'DATABASE_MAP_TYPE', by: 'FEATURE genericstable', unlessArgument: 1 },
  { name: 'DATABASE_MAP_TYPE', by: 'FEATURE mailertable', unlessArgument: 1 },
  { name: 'DATABASE_MAP_TYPE', by: 'FEATURE uucpdomain', unlessArgument: 1 },
  { name: 'DATABASE_MAP_TYPE', by: 'FEATURE virtusertable', unlessArgument: 1 },
  { name: 'MAIL_SETTINGS_DIR', by: 'FEATURE access_db', unlessArgument: 1 },
  { name: 'MAIL_SETTINGS_DIR', by: 'FEATURE authinfo', unlessArgument: 1 },
  { name: 'MAIL_SETTINGS_DIR', by: 'FEATURE bitdomain', unlessArgument: 1 },
  { name: 'MAIL_SETTINGS_DIR', by: 'FEATURE domaintable', unlessArgument: 1 },
  { name: 'MAIL_SETTINGS_DIR', by: 'FEATURE genericstable', unlessArgument: 1 },
  { name: 'MAIL_SETTINGS_DIR', by: 'FEATURE mailertable', unlessArgument: 1 },
  { name: 'MAIL_SETTINGS_DIR', by: 'FEATURE uucpdomain', unlessArgument: 1 },
  { name: 'MAIL_SETTINGS_DIR', by: 'FEATURE virtusertable', unlessArgument: 1 },
  { name: 'LOCAL_MAILER_*', by: 'MAILER local' },
  { name: 'LOCAL_SHELL_*', by: 'MAILER local' },
  { name: 'SMTP_MAILER_*', by: 'MAILER smtp' },
  { name: 'ESMTP_MAILER_*', by: 'MAILER smtp' },
  { name: 'SMTP8_MAILER_*', by: 'MAILER smtp' },
  { name: 'DSMTP_MAILER_*', by: 'MAILER smtp' },
  { name: 'RELAY_MAILER_*', by: 'MAILER smtp' },
  { name: 'UUCP_MAILER_*', by: 'MAILER uucp' },
  { name: 'USENET_MAILER_*', by: 'MAILER usenet' },
  { name: 'FAX_MAILER_*', by: 'MAILER fax' },
  { name: 'POP_MAILER_*', by: 'MAILER pop' },
  { name: 'PROCMAIL_MAILER_*', by: 'MAILER procmail' },
  { name: 'MAIL11_MAILER_*', by: 'MAILER mail11' },
  { name: 'PH_MAILER_*', by: 'MAILER phquery' },
  { name: 'QPAGE_MAILER_*', by: 'MAILER qpage' },
  { name: 'CYRUS_MAILER_*', by: 'MAILER cyrus' },
  { name: 'CYRUS_BB_MAILER_*', by: 'MAILER cyrus' },
  { name: 'CYRUSV2_MAILER_*', by: 'MAILER cyrusv2' },
];

/** Names that the files of FEATURE, OSTYPE, DOMAIN and HACK give a value: whether there is one depends on the calls above. */
export const setByFiles: ReadonlySet<string> = new Set(
  (
    'ALIAS_FILE CHKORX DEBIAN_MSP DEBIAN_MTA DNSBL_MAP HELP_FILE LOCAL_MAILER_ARGS LOCAL_MAILER_CHARSET ' +
    'LOCAL_MAILER_DSN_DIAGNOSTIC_CODE LOCAL_MAILER_PATH LOCAL_SHELL_ARGS LOCAL_SHELL_FLAGS LOCAL_SHELL_PATH MAIL_HUB ' +
    'MAIL_SETTINGS_DIR MSP_QUEUE_DIR PROCMAIL_MAILER_ARGS PROCMAIL_MAILER_PATH QUEUE_DIR RELAY_MAILER_ARGS SMART_HOST ' +
    'STATUS_FILE USENET_MAILER_PATH USE_CW_FILE UUCP_MAILER_ARGS UUCP_MAILER_PATH confBIND_OPTS confCF_VERSION ' +
    'confCONTROL_SOCKET_NAME confCR_FILE confCT_FILE confCW_FILE confDEAD_LETTER_DROP confDEF_AUTH_INFO confDEF_CHAR_SET ' +
    'confDEF_GROUP_ID confDEF_USER_ID confDELIVERY_MODE confDONT_BLAME_SENDMAIL confDONT_PROBE_INTERFACES confEBINDIR ' +
    'confFORWARD_PATH confFROM_HEADER confHOST_STATUS_DIRECTORY confMAX_DAEMON_CHILDREN confMAX_HEADERS_LENGTH ' +
    'confMAX_HOP confMAX_RUNNERS_PER_QUEUE confME_TOO confNO_RCPT_ACTION confPID_FILE confPRIVACY_FLAGS ' +
    'confPROCESS_TITLE_PREFIX confQUEUE_FILE_MODE confRECEIVED_HEADER confREJECT_NUL confRRT_IMPLIES_DSN confRUN_AS_USER ' +
    'confSAFE_FILE_ENV confSAFE_QUEUE confSERVICE_SWITCH_FILE confSMTP_LOGIN_MSG confTEMP_FILE_MODE confTIME_ZONE ' +
    'confTLS_FALLBACK_TO_CLEAR confTO_COMMAND confTO_DATAINIT confTO_HOSTSTATUS confTO_ICONNECT confTO_IDENT confTO_MAIL ' +
    'confTO_QUIT confTO_RSET confTRUSTED_USER confTRUSTED_USERS confUSE_MSP'
  ).split(' '),
);

/** The calls that give LOCAL_MAILER_FLAGS a value. */
export const setsLocalFlags: ReadonlySet<string> = new Set([
  'FEATURE local_lmtp',
  'FEATURE local_procmail',
  'FEATURE msp',
  'OSTYPE a-ux',
  'OSTYPE aix3',
  'OSTYPE aix4',
  'OSTYPE aix5',
  'OSTYPE altos',
  'OSTYPE amdahl-uts',
  'OSTYPE dgux',
  'OSTYPE hpux10',
  'OSTYPE hpux11',
  'OSTYPE hpux9',
  'OSTYPE irix4',
  'OSTYPE irix5',
  'OSTYPE irix6',
  'OSTYPE isc4.1',
  'OSTYPE mpeix',
  'OSTYPE openbsd',
  'OSTYPE powerux',
  'OSTYPE ptx2',
  'OSTYPE qnx',
  'OSTYPE sco-uw-2.1',
  'OSTYPE sco3.2',
  'OSTYPE solaris2',
  'OSTYPE solaris2.ml',
  'OSTYPE solaris2.pre5',
  'OSTYPE unicosmp',
  'OSTYPE unixware7',
]);
