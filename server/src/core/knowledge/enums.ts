/** Values of options that are words from a list; each word was given to sendmail 8.17.1. Case does not count in any of them. */

export interface EnumValue {
  readonly name: string;
  readonly text: string;
}

export interface EnumRow {
  /** As the option of sendmail.cf is called, or what the list is of. */
  readonly name: string;
  /** `flags` may be several, with commas or blanks between; `enum` is one. */
  readonly type: 'flags' | 'enum';
  /** True if sendmail refuses to start with any other word. */
  readonly strict: boolean;
  /** True if only the first letter of the word counts. */
  readonly firstLetter?: boolean;
  readonly values: readonly EnumValue[];
  readonly source: string;
}

// prettier-ignore
export const enums: readonly EnumRow[] = [
  {
    name: 'PrivacyOptions', type: 'flags', strict: true, source: 'Operations Guide 5.6, tried on sendmail 8.17.1',
    values: [
      { name: 'public', text: '' },
      { name: 'needmailhelo', text: '' },
      { name: 'needexpnhelo', text: '' },
      { name: 'needvrfyhelo', text: '' },
      { name: 'noexpn', text: '' },
      { name: 'novrfy', text: '' },
      { name: 'noetrn', text: '' },
      { name: 'noverb', text: '' },
      { name: 'authwarnings', text: '' },
      { name: 'restrictmailq', text: '' },
      { name: 'restrictqrun', text: '' },
      { name: 'restrictexpand', text: '' },
      { name: 'noreceipts', text: '' },
      { name: 'nobodyreturn', text: '' },
      { name: 'noactualrecipient', text: '' },
      { name: 'goaway', text: '' },
    ],
  },
  {
    name: 'DontBlameSendmail', type: 'flags', strict: true, source: 'Operations Guide 5.6, tried on sendmail 8.17.1',
    values: [
      { name: 'Safe', text: '' },
      { name: 'AssumeSafeChown', text: '' },
      { name: 'ClassFileInUnsafeDirPath', text: '' },
      { name: 'DontWarnForwardFileInUnsafeDirPath', text: '' },
      { name: 'ErrorHeaderInUnsafeDirPath', text: '' },
      { name: 'FileDeliveryToHardLink', text: '' },
      { name: 'FileDeliveryToSymLink', text: '' },
      { name: 'ForwardFileInGroupWritableDirPath', text: '' },
      { name: 'ForwardFileInUnsafeDirPath', text: '' },
      { name: 'ForwardFileInUnsafeDirPathSafe', text: '' },
      { name: 'GroupReadableKeyFile', text: '' },
      { name: 'GroupReadableSASLDBFile', text: '' },
      { name: 'GroupReadableDefaultAuthInfoFile', text: '' },
      { name: 'GroupWritableAliasFile', text: '' },
      { name: 'GroupWritableDirPathSafe', text: '' },
      { name: 'GroupWritableForwardFile', text: '' },
      { name: 'GroupWritableForwardFileSafe', text: '' },
      { name: 'GroupWritableIncludeFile', text: '' },
      { name: 'GroupWritableIncludeFileSafe', text: '' },
      { name: 'GroupWritableSASLDBFile', text: '' },
      { name: 'HelpFileInUnsafeDirPath', text: '' },
      { name: 'IncludeFileInGroupWritableDirPath', text: '' },
      { name: 'IncludeFileInUnsafeDirPath', text: '' },
      { name: 'IncludeFileInUnsafeDirPathSafe', text: '' },
      { name: 'InsufficientEntropy', text: '' },
      { name: 'LinkedAliasFileInWritableDir', text: '' },
      { name: 'LinkedClassFileInWritableDir', text: '' },
      { name: 'LinkedForwardFileInWritableDir', text: '' },
      { name: 'LinkedIncludeFileInWritableDir', text: '' },
      { name: 'LinkedMapInWritableDir', text: '' },
      { name: 'LinkedServiceSwitchFileInWritableDir', text: '' },
      { name: 'MapInUnsafeDirPath', text: '' },
      { name: 'NonRootSafeAddr', text: '' },
      { name: 'RunProgramInUnsafeDirPath', text: '' },
      { name: 'RunWritableProgram', text: '' },
      { name: 'TrustStickyBit', text: '' },
      { name: 'WorldWritableAliasFile', text: '' },
      { name: 'WorldWritableForwardFile', text: '' },
      { name: 'WorldWritableIncludeFile', text: '' },
      { name: 'WriteMapToHardLink', text: '' },
      { name: 'WriteMapToSymLink', text: '' },
      { name: 'WriteStatsToHardLink', text: '' },
      { name: 'WriteStatsToSymLink', text: '' },
    ],
  },
  {
    name: 'DeliveryMode', type: 'enum', strict: true, firstLetter: true, source: 'Operations Guide 5.6, tried on sendmail 8.17.1',
    values: [
      { name: 'interactive', text: '' },
      { name: 'background', text: '' },
      { name: 'queue', text: '' },
      { name: 'deferred', text: '' },
    ],
  },
  {
    name: 'EightBitMode', type: 'enum', strict: true, firstLetter: true, source: 'Operations Guide 5.6, tried on sendmail 8.17.1',
    values: [
      { name: 'pass8', text: '' },
      { name: 'mimify', text: '' },
      { name: 'strict', text: '' },
    ],
  },
  {
    name: 'ErrorMode', type: 'enum', strict: false, firstLetter: true, source: 'Operations Guide 5.6, tried on sendmail 8.17.1',
    values: [
      { name: 'print', text: '' },
      { name: 'quiet', text: '' },
      { name: 'mail', text: '' },
      { name: 'write', text: '' },
      { name: 'mail-exit-zero', text: '' },
    ],
  },
  {
    name: 'QueueSortOrder', type: 'enum', strict: true, firstLetter: true, source: 'Operations Guide 5.6, tried on sendmail 8.17.1',
    values: [
      { name: 'priority', text: '' },
      { name: 'host', text: '' },
      { name: 'time', text: '' },
      { name: 'filename', text: '' },
      { name: 'none', text: '' },
      { name: 'modification', text: '' },
      { name: 'random', text: '' },
    ],
  },
  {
    name: 'NoRecipientAction', type: 'enum', strict: true, source: 'Operations Guide 5.6, tried on sendmail 8.17.1',
    values: [
      { name: 'none', text: '' },
      { name: 'add-to', text: '' },
      { name: 'add-apparently-to', text: '' },
      { name: 'add-bcc', text: '' },
      { name: 'add-to-undisclosed', text: '' },
    ],
  },
  {
    name: 'SuperSafe', type: 'enum', strict: false, source: 'Operations Guide 5.6, tried on sendmail 8.17.1',
    values: [
      { name: 'true', text: '' },
      { name: 'false', text: '' },
      { name: 'interactive', text: '' },
      { name: 'PostMilter', text: '' },
    ],
  },
  {
    name: 'MailboxDatabase', type: 'enum', strict: false, source: 'Operations Guide 5.6, tried on sendmail 8.17.1',
    values: [
      { name: 'pw', text: '' },
      { name: 'ldap', text: '' },
    ],
  },
  {
    name: 'ResolverOptions', type: 'flags', strict: true, source: 'Operations Guide 5.6, tried on sendmail 8.17.1',
    values: [
      { name: 'AAONLY', text: '' },
      { name: 'DEBUG', text: '' },
      { name: 'DEFNAMES', text: '' },
      { name: 'DNSRCH', text: '' },
      { name: 'IGNTC', text: '' },
      { name: 'PRIMARY', text: '' },
      { name: 'RECURSE', text: '' },
      { name: 'STAYOPEN', text: '' },
      { name: 'USEVC', text: '' },
      { name: 'WorkAroundBrokenAAAA', text: '' },
      { name: 'HasWildcardMX', text: '' },
    ],
  },
  {
    name: 'ServerSSLOptions', type: 'flags', strict: true, source: 'Operations Guide 5.6, tried on sendmail 8.17.1',
    values: [
      { name: 'SSL_OP_NO_SSLv2', text: '' },
      { name: 'SSL_OP_NO_SSLv3', text: '' },
      { name: 'SSL_OP_NO_TLSv1', text: '' },
      { name: 'SSL_OP_NO_TLSv1_1', text: '' },
      { name: 'SSL_OP_NO_TLSv1_2', text: '' },
      { name: 'SSL_OP_NO_TLSv1_3', text: '' },
      { name: 'SSL_OP_NO_TICKET', text: '' },
      { name: 'SSL_OP_SINGLE_DH_USE', text: '' },
      { name: 'SSL_OP_CIPHER_SERVER_PREFERENCE', text: '' },
      { name: 'SSL_OP_ALL', text: '' },
    ],
  },
];
