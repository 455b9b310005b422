/** Names of FEATURE and OSTYPE that older or newer releases of sendmail have, and what to write for them now (RELEASE_NOTES). */

export interface FormerRow {
  readonly macro: 'FEATURE' | 'OSTYPE';
  readonly name: string;
  /** The name of today, where it is another name alone. */
  readonly now?: string;
  /** True if m4 still takes the old one, with a note. */
  readonly works?: boolean;
  readonly text: string;
  readonly source: string;
}

export const former: readonly FormerRow[] = [
  {
    macro: 'FEATURE',
    name: 'rbl',
    now: 'dnsbl',
    text: "Removed in 8.12: the list of MAPS it asked is gone. FEATURE(`dnsbl', `zone') asks any list, once for each call.",
    source: 'RELEASE_NOTES 8.12.0',
  },
  {
    macro: 'FEATURE',
    name: 'orbs',
    now: 'dnsbl',
    text: "A patch of the 1990s for a list that is gone. FEATURE(`dnsbl', `zone') asks any list, once for each call.",
    source: 'cf/README',
  },
  {
    macro: 'FEATURE',
    name: 'nodns',
    text: 'Removed in 8.13, without effect since 8.9: write `hosts files` into the file of confSERVICE_SWITCH_FILE.',
    source: 'RELEASE_NOTES 8.13.0',
  },
  {
    macro: 'FEATURE',
    name: 'fips3',
    text: 'Comes with sendmail 8.18; 8.17 has no such file.',
    source: 'RELEASE_NOTES 8.18.1',
  },
  { macro: 'OSTYPE', name: 'aux', now: 'a-ux', text: 'Renamed in 8.12.', source: 'RELEASE_NOTES 8.12.0' },
  { macro: 'OSTYPE', name: 'gnuhurd', now: 'gnu', text: 'Renamed in 8.10.', source: 'RELEASE_NOTES 8.10.0' },
  { macro: 'OSTYPE', name: 'solaris', now: 'solaris8', text: 'Renamed in 8.10.', source: 'RELEASE_NOTES 8.10.0' },
  { macro: 'OSTYPE', name: 'bsdi1.0', now: 'bsdi', works: true, text: 'Deprecated.', source: 'ostype/bsdi1.0.m4' },
  { macro: 'OSTYPE', name: 'bsdi2.0', now: 'bsdi', works: true, text: 'Deprecated.', source: 'ostype/bsdi2.0.m4' },
];
