/** What to do about a product between client and server. Rows only; compare/advice.ts applies them. */
export interface Remedy {
  /** Source of a case-insensitive regular expression, held against the product's name in fingerprints.ts. */
  readonly product: string;
  readonly text: string;
  readonly source: string;
}

export const remedies: readonly Remedy[] = [
  {
    product: '^Cisco PIX/ASA',
    text: 'On the firewall, take SMTP out of inspection: `no inspect esmtp` in the policy map (PIX before 7.0: `no fixup protocol smtp 25`). Or let it allow TLS: `allow-tls` in an ESMTP inspection policy.',
    source: 'Cisco document 113423; ASA CLI guide, inspection of basic Internet protocols',
  },
  {
    product: '^Norton|Symantec email proxy',
    text: "On the client's machine, switch off the shield's scan of outgoing mail (its process is ccSvcHst.exe) and send again.",
    source: 'Server Fault: RSET instead of DATA; Exim wiki Q1708',
  },
  {
    product: '^(?:Avast|AVG|ESET|BitDefender|G Data|F-Secure|Dr\\.Web|Kaspersky)',
    text: "On the client's machine, switch off the virus scanner's mail shield for outgoing mail and send again.",
    source: "the products' manuals",
  },
  {
    product: 'ClamSMTP|proxsmtp',
    text: 'See whether clamsmtpd or proxsmtpd runs on the way: their usual port is 10025, and a firewall rule may redirect port 25 to it. If it is yours, a milter at the server scans the same and keeps TLS.',
    source: 'ClamSMTP 1.10 and proxsmtp 1.10, their configuration files',
  },
  {
    product: 'SpamAssassin|spampd|amavis',
    text: 'See whether the filter is meant to stand before the server. If it is yours, a milter at the server filters the same and keeps TLS.',
    source: 'spampd 2.53',
  },
  {
    product: 'Check Point|Stormshield|FortiMail|FortiGate|SonicWALL|WatchGuard|Raptor|Symantec Enterprise Firewall',
    text: 'On the firewall, switch off the inspection of SMTP between these two hosts, or let it pass TLS.',
    source: "the products' manuals",
  },
];
