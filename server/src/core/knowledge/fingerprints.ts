/**
 * How programs that sit between a client and a server show themselves in a dialogue. Rows only; signs.ts applies them.
 *
 * A pattern is the source of a case-insensitive regular expression, linear in the input. It is held against
 *   banner, ehlo, reply, data, end, quit   each line of that reply, as `354 text` (a space after the code on every line);
 *                                          `reply` is any reply, whatever it answers
 *   header                                 each header field of a message as `Name: value`, continuation lines joined by a space
 *   body                                   each line of a message's body
 *   command                                each line the client sent
 * A strong sign is one product's own; a medium one is shared by few; a weak one is said by ordinary servers too and counts
 * only beside others.
 */
export type SignPlace = 'banner' | 'ehlo' | 'reply' | 'data' | 'end' | 'quit' | 'header' | 'body' | 'command';

export type SignStrength = 'strong' | 'medium' | 'weak';

export interface Fingerprint {
  readonly product: string;
  readonly where: SignPlace;
  readonly pattern: string;
  readonly strength: SignStrength;
  readonly source: string;
}

const norton = 'Norton AntiVirus / Symantec email proxy';
const cisco = 'Cisco PIX/ASA SMTP inspection';
const clam = 'ClamSMTP';
const proxsmtp = 'proxsmtp';
const thec = 'ClamSMTP or proxsmtp';
const gated = 'smtp-gated';
const sgs = 'Symantec Enterprise Firewall (Raptor)';
const mcafee = 'McAfee WebShield / Email Gateway';
const trend = 'Trend Micro InterScan';
const symgw = 'Symantec mail gateway';
const recog = 'recog, SMTP fingerprints';
const nmap = 'nmap, service probes';
const sent = 'mail headers in public archives';

/** Seen with Debian's stunnel 5.68. */
const tunnel = 'stunnel 5.68, captured';

/** Products between client and server, by what they say. */
export const fingerprints: readonly Fingerprint[] = [
  // Scanners on the user's own machine
  {
    product: norton,
    where: 'data',
    pattern: '^354 Please start mail input\\.$',
    strength: 'strong',
    source: 'IBM developerWorks 2007: mail proxy before sendmail',
  },
  {
    product: norton,
    where: 'end',
    pattern: '^250 Mail queued for delivery\\.$',
    strength: 'strong',
    source: 'IBM developerWorks 2007: mail proxy before sendmail',
  },
  {
    product: norton,
    where: 'quit',
    pattern: '^221 Closing connection\\. Good bye\\.$',
    strength: 'medium',
    source: 'Bugtraq; the library spserver says the same',
  },
  {
    product: norton,
    where: 'reply',
    pattern: '^500 Unsupported command\\.$',
    strength: 'medium',
    source: 'Bugtraq; Exim wiki Q1708',
  },
  { product: norton, where: 'header', pattern: '^X-Antivirus: Norton \\(VPS ', strength: 'strong', source: sent },
  { product: 'Avast', where: 'banner', pattern: '^220 \\S+ avast! SMTP proxy ready', strength: 'strong', source: nmap },
  {
    product: 'Avast',
    where: 'reply',
    pattern: '^421 concurrent connection limit in avast! exceeded',
    strength: 'strong',
    source: nmap,
  },
  {
    product: 'Avast',
    where: 'reply',
    pattern: '^421 Cannot connect to SMTP server [\\d.]+ \\([^)]*\\), connect error \\d',
    strength: 'strong',
    source: nmap,
  },
  {
    product: 'Avast',
    where: 'reply',
    pattern: '^421 Cannot establish SSL with SMTP server \\S+, SSL_connect error',
    strength: 'strong',
    source: nmap,
  },
  { product: 'Avast', where: 'header', pattern: '^X-Antivirus: avast!? \\(VPS ', strength: 'strong', source: sent },
  { product: 'Avast', where: 'body', pattern: 'avast\\.com/sig-email', strength: 'strong', source: 'PHPMailer issue 2110' },
  { product: 'AVG', where: 'banner', pattern: '^220 AVG ESMTP Proxy Server', strength: 'strong', source: nmap },
  { product: 'AVG', where: 'header', pattern: '^X-Antivirus: AVG \\(VPS ', strength: 'strong', source: sent },
  { product: 'AVG', where: 'body', pattern: '^Checked by AVG(?: |\\.)', strength: 'strong', source: sent },
  {
    product: 'ESET NOD32',
    where: 'body',
    pattern: '^_{4,20} Information from ESET (?:NOD32|Smart|Mail|Endpoint|Internet)',
    strength: 'strong',
    source: sent,
  },
  { product: 'ESET NOD32', where: 'banner', pattern: '^220 \\S+ ESMTP Service ready$', strength: 'weak', source: nmap },
  { product: 'BitDefender', where: 'banner', pattern: '^220 \\S+ ESMTP BitDefender', strength: 'strong', source: nmap },
  { product: 'G Data AntiVirenKit', where: 'banner', pattern: '^220 \\S+ AVKSMTP Server', strength: 'strong', source: nmap },
  {
    product: 'F-Secure',
    where: 'banner',
    pattern: '^220 \\S+ F-Secure(?: Anti-Virus for Internet Mail ready|/fsigk_smtp)',
    strength: 'strong',
    source: nmap,
  },
  {
    product: 'F-Secure',
    where: 'banner',
    pattern: '^521 Host does not accept mail from you, closing transmission channel',
    strength: 'medium',
    source: nmap,
  },
  { product: 'Dr.Web', where: 'banner', pattern: '^220 OutgoingFilter SMTP', strength: 'strong', source: nmap },
  { product: 'Dr.Web', where: 'reply', pattern: '^502 OutgoingFilter ', strength: 'strong', source: nmap },
  { product: 'Dr.Web', where: 'header', pattern: '^X-AntiVirus: Checked by Dr\\.Web', strength: 'strong', source: sent },
  { product: 'Kaspersky', where: 'header', pattern: '^X-Kaspersky: ', strength: 'medium', source: sent },
  { product: 'YahooPOPs!', where: 'banner', pattern: '^220 YahooPOPs! Simple Mail Transfer', strength: 'strong', source: nmap },
  { product: 'hotwayd', where: 'banner', pattern: '^220 .{0,80}hotsmtpd v', strength: 'strong', source: nmap },
  { product: 'A virus scanner', where: 'header', pattern: '^X-Antivirus(?:-Status)?: ', strength: 'medium', source: sent },

  // Firewalls that read along
  { product: cisco, where: 'banner', pattern: '^220 (?=[02 ]*\\*[*02 ]*\\*\\*)[*02 ]+$', strength: 'strong', source: recog },
  { product: cisco, where: 'banner', pattern: '^220 SMTP/cmap ready', strength: 'strong', source: recog },
  { product: cisco, where: 'banner', pattern: '^\\*{4,}$', strength: 'strong', source: 'Cisco PIX 4.4, as reported by AppRiver' },
  { product: cisco, where: 'ehlo', pattern: '^250 X{2,}[A-Z]$', strength: 'strong', source: 'EHLO replies in public archives' },
  { product: cisco, where: 'reply', pattern: '^5\\d\\d .{0,40}command unrecognized: "X{3,}', strength: 'strong', source: recog },
  { product: cisco, where: 'command', pattern: '^X{4,}(?: |$)', strength: 'strong', source: 'Cisco document 113423' },
  {
    product: 'Check Point FireWall-1',
    where: 'banner',
    pattern: '^220 CheckPoint FireWall-1 secure E?SMTP server',
    strength: 'strong',
    source: recog,
  },
  { product: sgs, where: 'banner', pattern: '^220 \\S+ Generic SMTP handler', strength: 'strong', source: nmap },
  { product: sgs, where: 'reply', pattern: '^214 Help not supported by this implementation', strength: 'medium', source: nmap },
  {
    product: sgs,
    where: 'quit',
    pattern: '^503 5\\.5\\.0 Not accepting any command except QUIT',
    strength: 'medium',
    source: recog,
  },
  {
    product: 'TIS Firewall Toolkit / Gauntlet',
    where: 'banner',
    pattern: '^220 \\S+ SMTP/smap Ready',
    strength: 'strong',
    source: recog,
  },
  { product: 'WatchGuard', where: 'banner', pattern: '^220 SMTP service ready$', strength: 'medium', source: nmap },
  { product: 'WatchGuard', where: 'header', pattern: '^X-WatchGuard-(?:Spam|Anti|Mail)', strength: 'strong', source: sent },
  { product: 'GeNUGate', where: 'banner', pattern: '^220 {1,2}ESMTP smtprelay service ready', strength: 'strong', source: nmap },
  { product: 'GeNUGate', where: 'reply', pattern: '^214 This is smtprelay', strength: 'strong', source: nmap },
  { product: 'GNAT Box', where: 'reply', pattern: '^5[05][01] System error\\.$', strength: 'medium', source: recog },
  {
    product: 'Stormshield',
    where: 'banner',
    pattern: '^220 .{0,80}mfiltro ESMTP server ready',
    strength: 'medium',
    source: nmap,
  },
  { product: 'BorderWare MXtreme', where: 'banner', pattern: '^220 .{0,80}BorderWare MXtreme', strength: 'strong', source: nmap },
  { product: 'Arkoon', where: 'banner', pattern: '^220 arkoon Sendmail ready', strength: 'strong', source: nmap },
  { product: 'FortiMail / FortiGate', where: 'banner', pattern: '^220 \\S+ ESMTP Smtpd; ', strength: 'medium', source: nmap },
  { product: 'FortiMail / FortiGate', where: 'header', pattern: '^X-(?:FEAS|FE)-[A-Za-z-]+: ', strength: 'medium', source: sent },
  {
    product: 'SonicWALL Email Security',
    where: 'banner',
    pattern: '^220 .{0,80}ESMTP SonicWALL',
    strength: 'strong',
    source: recog,
  },
  { product: 'UserGate', where: 'banner', pattern: '^220 .{0,40}UserGate: SMTP service ready', strength: 'strong', source: nmap },
  {
    product: 'CCProxy',
    where: 'banner',
    pattern: '^220 .{0,40}CCProxy \\S+ SMTP Service Ready',
    strength: 'strong',
    source: nmap,
  },
  { product: 'AnalogX Proxy', where: 'banner', pattern: '^220 .{0,40}SMTP AnalogX Proxy ', strength: 'strong', source: nmap },
  { product: 'Proxy+', where: 'banner', pattern: '^220 .{0,40}Proxy\\+ SMTP server', strength: 'strong', source: nmap },
  {
    product: 'Traffic Inspector',
    where: 'banner',
    pattern: '^220 .{0,40}Traffic Inspector SMTP Gate',
    strength: 'strong',
    source: nmap,
  },
  {
    product: "An access provider's block",
    where: 'banner',
    pattern: '^452 syntax error \\(connecting\\)',
    strength: 'medium',
    source: nmap,
  },

  { product: 'Check Point FireWall-1', where: 'reply', pattern: '^220 OK$', strength: 'weak', source: recog },
  { product: 'BorderWare', where: 'banner', pattern: '^220 .{0,80}ESMTP BorderWare', strength: 'strong', source: nmap },
  { product: 'SonicWALL Email Security', where: 'banner', pattern: '^554 No SMTPd here', strength: 'weak', source: nmap },
  {
    product: 'CSM Internet Mail Scanner',
    where: 'banner',
    pattern: '^220 CSM Internet Mail Scanner SMTP-Gateway',
    strength: 'strong',
    source: recog,
  },
  { product: 'Kerio WinRoute', where: 'banner', pattern: '^220 .{0,80}(?:Kerio )?WinRoute', strength: 'strong', source: nmap },
  { product: '602LAN Suite', where: 'banner', pattern: '^220 .{0,80}602LAN', strength: 'strong', source: nmap },
  { product: 'Jana Server', where: 'banner', pattern: '^220 .{0,80}Jana-?Server', strength: 'strong', source: nmap },
  { product: 'MailStore', where: 'banner', pattern: '^220 .{0,80}MailStore', strength: 'strong', source: nmap },
  { product: 'SpamFilter ISP', where: 'banner', pattern: '^220 .{0,80}SpamFilter ?ISP', strength: 'strong', source: nmap },
  { product: 'EdgeWave', where: 'banner', pattern: '^220 .{0,80}EdgeWave', strength: 'strong', source: nmap },
  { product: 'Trustwave SEG', where: 'banner', pattern: '^220 .{0,80}Trustwave SEG', strength: 'strong', source: nmap },
  { product: 'Tumbleweed', where: 'banner', pattern: '^220 .{0,80}Tumbleweed', strength: 'strong', source: nmap },
  { product: 'Bluecat Meridius', where: 'banner', pattern: '^220 .{0,80}Meridius', strength: 'strong', source: nmap },

  // Gateways and content filters
  {
    product: thec,
    where: 'banner',
    pattern: '^220 smtp\\.passthru$',
    strength: 'strong',
    source: 'ClamSMTP 1.10, proxsmtp 1.10',
  },
  { product: thec, where: 'ehlo', pattern: '^250 smtp\\.passthru$', strength: 'strong', source: 'ClamSMTP 1.10, proxsmtp 1.10' },
  {
    product: thec,
    where: 'data',
    pattern: '^354 Start mail input; end with <CRLF>\\.<CRLF>$',
    strength: 'weak',
    source: 'ClamSMTP 1.10, proxsmtp 1.10; Exchange says the same',
  },
  {
    product: clam,
    where: 'end',
    pattern: '^[25]50 Virus Detected; (?:Discarded Email|Content Rejected)$',
    strength: 'strong',
    source: 'ClamSMTP 1.10',
  },
  {
    product: clam,
    where: 'header',
    pattern: '^X-(?:Virus-Scanned|AV-Checked): ClamAV using ClamSMTP',
    strength: 'strong',
    source: 'ClamSMTP 1.10',
  },
  { product: proxsmtp, where: 'header', pattern: '^X-Filtered: By ProxSMTP', strength: 'strong', source: 'proxsmtp 1.10' },
  {
    product: gated,
    where: 'banner',
    pattern: '^220 .{0,80}SMTP Proxy, hello',
    strength: 'strong',
    source: 'smtp-gated, its English texts',
  },
  {
    product: gated,
    where: 'reply',
    pattern:
      '^[45]\\d\\d .{0,20}(?:Malware found, go away|You have been banned because of sending (?:virus|spam)|Message marked as SPAM, denied|TPROXY loop avoidance|Lookup destination not found|Next time wait for MTA greeting)',
    strength: 'strong',
    source: 'smtp-gated, its English texts',
  },
  {
    product: gated,
    where: 'quit',
    pattern: '^221 .{0,80}Signing off\\.$',
    strength: 'medium',
    source: 'smtp-gated, its English texts',
  },
  {
    product: 'aiosmtpd proxy',
    where: 'banner',
    pattern: '^220 \\S+ Python SMTP(?: proxy| [\\d.]+)',
    strength: 'medium',
    source: 'aiosmtpd 1.4.3; the Python library as a server says the same',
  },
  {
    product: 'aiosmtpd proxy',
    where: 'header',
    pattern: '^X-Peer: ',
    strength: 'medium',
    source: 'aiosmtpd 1.4.3, handlers.Proxy',
  },
  {
    product: 'amavisd-new',
    where: 'banner',
    pattern: '^220 \\S+ ESMTP amavisd-new service ready',
    strength: 'strong',
    source: nmap,
  },
  {
    product: 'amavisd-new',
    where: 'end',
    pattern: '^\\d{3} [\\d.]{5,10} from MTA\\((?:smtp|lmtp):',
    strength: 'strong',
    source: 'amavisd-new 2.13.0',
  },
  { product: 'amavisd-new', where: 'header', pattern: '^X-Virus-Scanned: .{0,40}amavis', strength: 'strong', source: sent },
  {
    product: 'SpamAssassin',
    where: 'header',
    pattern: '^X-Spam-Checker-Version: SpamAssassin ',
    strength: 'medium',
    source: 'SpamAssassin 4.0.1; spampd adds its fields in passing',
  },
  {
    product: 'ASSP',
    where: 'reply',
    pattern: '^421 <ASSP\\.nospam> service temporarily unavailable',
    strength: 'strong',
    source: nmap,
  },
  { product: 'ASSP', where: 'header', pattern: '^X-Assp-[A-Za-z-]+: ', strength: 'strong', source: sent },
  { product: trend, where: 'banner', pattern: '^220 InterScan Version', strength: 'strong', source: nmap },
  { product: trend, where: 'banner', pattern: '^220 .{0,80}TrendMicro IMSS SMTP proxy', strength: 'strong', source: nmap },
  { product: trend, where: 'banner', pattern: '^220 .{0,80}\\[ESMTP Server\\] service ready;', strength: 'medium', source: nmap },
  {
    product: trend,
    where: 'ehlo',
    pattern: '^250 .{0,80}supports the following ESMTP extensions:',
    strength: 'medium',
    source: nmap,
  },
  {
    product: mcafee,
    where: 'banner',
    pattern: '^220 .{0,80}(?:WebShielde?\\d*/SMTP Ready|WebShield SMTP V|SCM\\d*/SMTP Ready)',
    strength: 'strong',
    source: nmap,
  },
  { product: mcafee, where: 'ehlo', pattern: '^250 Requested mail action okay, completed', strength: 'medium', source: nmap },
  { product: mcafee, where: 'header', pattern: '^X-(?:NAI-Spam|NAIMIME|AnalysisOut)', strength: 'strong', source: sent },
  {
    product: symgw,
    where: 'banner',
    pattern: '^220 .{0,80}(?:SMTP NAVGW |ESMTP Symantec Mail Security|Symantec (?:Brightmail|Messaging) Gateway)',
    strength: 'strong',
    source: nmap,
  },
  {
    product: symgw,
    where: 'banner',
    pattern: '^554 5\\.7\\.1 You are not allowed to connect\\.$',
    strength: 'medium',
    source: nmap,
  },
  {
    product: symgw,
    where: 'header',
    pattern: '^X-Virus-Scanned: Symantec AntiVirus Scan Engine',
    strength: 'strong',
    source: sent,
  },
  { product: 'Avira AntiVir MailGate', where: 'banner', pattern: '^220 .{0,80}AvMailGate-', strength: 'strong', source: nmap },
  {
    product: 'Avira AntiVir MailGate',
    where: 'header',
    pattern: '^X-AntiVirus: checked by AntiVir (?:MailGate|Milter)',
    strength: 'strong',
    source: sent,
  },
  { product: 'Vexira', where: 'header', pattern: '^X-AntiVirus: checked by Vexira ', strength: 'strong', source: sent },
  { product: 'Barracuda', where: 'banner', pattern: '^220 \\S+ ESMTP \\([0-9a-f]{32}\\)', strength: 'strong', source: nmap },
  {
    product: 'Barracuda',
    where: 'reply',
    pattern: '^554 Service unavailable; .{0,120}using Barracuda Reputation',
    strength: 'medium',
    source: 'nmap, service probes; any server that asks its block list says the same',
  },
  { product: 'IronMail', where: 'banner', pattern: '^220 .{0,80}SMTP Proxy Server Ready', strength: 'strong', source: nmap },
  { product: 'IronMail', where: 'reply', pattern: '^250 \\+OK entry follows, ends in \\.', strength: 'strong', source: nmap },
  {
    product: 'Cisco IronPort ESA',
    where: 'reply',
    pattern: '^5\\d\\d #5\\.\\d\\.\\d ',
    strength: 'medium',
    source: 'Cisco document 214630',
  },
  {
    product: 'Cisco IronPort ESA',
    where: 'reply',
    pattern: '^421 Exceeded bad SMTP command limit, disconnecting',
    strength: 'medium',
    source: 'Cisco document 214630',
  },
  { product: 'MessageWall', where: 'reply', pattern: '^500 MessageWall: ', strength: 'strong', source: nmap },
  {
    product: 'E-MailRelay',
    where: 'banner',
    pattern: '^220 .{0,80}-- E-MailRelay V\\S+ -- Service ready',
    strength: 'strong',
    source: nmap,
  },
  {
    product: 'PGP Universal',
    where: 'banner',
    pattern: '^220 .{0,120}\\(proxied server greeted us with: ',
    strength: 'strong',
    source: nmap,
  },
  { product: 'Postini', where: 'banner', pattern: '^220 Postini ', strength: 'strong', source: nmap },
  { product: 'MIMEsweeper', where: 'banner', pattern: '^220 .{0,80}MAILsweeper', strength: 'strong', source: nmap },
  { product: 'MailMarshal', where: 'banner', pattern: '^220 .{0,80}MailMarshal', strength: 'strong', source: nmap },
  { product: 'eSafe', where: 'banner', pattern: '^220 .{0,80}eSafe', strength: 'strong', source: nmap },
  { product: 'SurfControl', where: 'banner', pattern: '^220 .{0,80}SurfControl', strength: 'strong', source: nmap },
  { product: 'PineApp', where: 'banner', pattern: '^220 .{0,80}PineApp', strength: 'strong', source: nmap },
  { product: 'Alligate', where: 'banner', pattern: '^220 .{0,80}Alligate', strength: 'strong', source: nmap },
  { product: 'NoSpamToday!', where: 'banner', pattern: '^220 .{0,80}NoSpamToday!', strength: 'strong', source: nmap },
  { product: 'eXpurgate', where: 'banner', pattern: '^220 .{0,80}eXpurgate', strength: 'strong', source: nmap },
  { product: 'GWAVA', where: 'banner', pattern: '^220 .{0,80}GWAVA', strength: 'strong', source: nmap },
  { product: 'MailFoundry', where: 'banner', pattern: '^220 .{0,80}MailFoundry', strength: 'strong', source: nmap },
  {
    product: 'A content filter',
    where: 'header',
    pattern: '^X-(?:Virus-Scanned|Virus-Status|Spam-Status|Spam-Flag|Spam-Score|Spam-Level): ',
    strength: 'weak',
    source: sent,
  },

  // Tools that take TLS away
  { product: 'striptls', where: 'reply', pattern: '^200 STRIPTLS', strength: 'strong', source: 'striptls, its manual' },
  {
    product: 'striptls',
    where: 'reply',
    pattern: '^454 TLS not available due to temporary reason$',
    strength: 'weak',
    source: 'RFC 3207 4 gives the same words to every server',
  },
  { product: 'stunnel', where: 'banner', pattern: '^220[ -]\\S+ stunnel for E?SMTP\\b', strength: 'strong', source: tunnel },
];
