/** What stands before the colon of a key in the access table, and what an entry may say: cf/README and m4/proto.m4 of sendmail 8.17.1. */

/**
 * What a key after the tag is compared with: `client` and `server` are names and addresses of the other side, `clientAddress`
 * addresses only, `mail` mail addresses and their domains, `free` anything.
 */
export type AccessKeyKind = 'client' | 'clientAddress' | 'server' | 'mail' | 'free';

/** What the value is: an action of the anti-spam rules, one of `values`, a number, a TLS requirement, letters, or anything. */
export type AccessValueKind = 'action' | 'word' | 'number' | 'tls' | 'free';

export interface AccessTagRow {
  readonly name: string;
  /** What follows the colon. */
  readonly key: string;
  readonly keyKind: AccessKeyKind;
  /** True if an entry with nothing after the colon is the default for all others. */
  readonly emptyKey?: boolean;
  readonly valueKind: AccessValueKind;
  /** The words the value may be, where the tag has words of its own. */
  readonly values?: readonly string[];
  /** What must stand in sendmail.mc besides FEATURE(`access_db'); without it the entry is never looked up. */
  readonly needs?: string;
  /** When it is looked up and what for. */
  readonly text: string;
  readonly source: string;
}

/** `allows` lets through what would otherwise be refused; `refuses` ends in a 4xx or 5xx reply; the rest does neither. */
export interface AccessValueRow {
  readonly name: string;
  readonly effect: 'allows' | 'refuses' | 'other';
  /** What the other side gets to see. */
  readonly text: string;
  readonly source: string;
}

// prettier-ignore
export const accessTags: readonly AccessTagRow[] = [
  { name: 'Connect', key: 'client name, domain, address or address prefix', keyKind: 'client', valueKind: 'action', text: 'Asked when a client connects, first for its name and the domains above it, then for its address, octet by octet from the right; asked again for RELAY when the client names a recipient elsewhere.', source: 'cf/README, rulesets check_relay and check_rcpt' },
  { name: 'From', key: 'sender address, user@, domain', keyKind: 'mail', valueKind: 'action', text: 'Asked at MAIL: for the whole sender address, then user@, then its domain and the domains above it. RELAY here is no permission to relay, because a sender address is easily forged.', source: 'cf/README, ruleset check_mail' },
  { name: 'To', key: 'recipient address, user@, domain', keyKind: 'mail', valueKind: 'action', needs: "FEATURE(`blocklist_recipients'), except for RELAY", text: 'Asked at RCPT: for the whole recipient address, for a local one also user@, then for its domain and the domains above it. RELAY lets anybody send to that domain through this server.', source: 'cf/README, ruleset check_rcpt' },
  { name: 'Spam', key: 'recipient address, user@, domain', keyKind: 'mail', valueKind: 'word', values: ['FRIEND', 'HATER'], needs: "FEATURE(`delay_checks', `friend') or FEATURE(`delay_checks', `hater')", text: 'Recipients for whom the other checks are skipped (FRIEND), or alone are made (HATER).', source: 'cf/README, feature/delay_checks.m4' },
  { name: 'GreetPause', key: 'client name, domain, address or address prefix', keyKind: 'client', valueKind: 'number', needs: "FEATURE(`greet_pause')", text: 'Milliseconds to wait before the greeting; a client that speaks earlier is refused. 0: no wait. The default for all others is the argument of the feature.', source: 'feature/greet_pause.m4' },
  { name: 'ClientRate', key: 'client address, address prefix or nothing', keyKind: 'clientAddress', emptyKey: true, valueKind: 'number', needs: "FEATURE(`ratecontrol')", text: 'How many connections a client may open within the rate window (one minute as a rule). 0: no limit. Only addresses are looked up, never names.', source: 'feature/ratecontrol.m4, ruleset RateControl' },
  { name: 'ClientConn', key: 'client address, address prefix or nothing', keyKind: 'clientAddress', emptyKey: true, valueKind: 'number', needs: "FEATURE(`conncontrol')", text: 'How many connections a client may have open at the same time. 0: no limit. Only addresses are looked up, never names.', source: 'feature/conncontrol.m4, ruleset ConnControl' },
  { name: 'AuthInfo', key: 'server name, address or nothing', keyKind: 'server', emptyKey: true, valueKind: 'free', text: 'How this host logs in where it sends mail to: "U:user" "I:identity" "P:password" (or "P=" with base64) "R:realm" "M:mechanisms". Keep a file with passwords readable by root alone; FEATURE(`authinfo\') moves them into a table of their own.', source: 'cf/README, ruleset authinfo' },
  { name: 'TLS_Srv', key: 'server name, address or nothing', keyKind: 'server', emptyKey: true, valueKind: 'tls', text: 'What TLS to a server must fulfil when this host sends; otherwise the mail stays in the queue, or comes back with PERM+.', source: 'cf/README, ruleset tls_server' },
  { name: 'TLS_Clt', key: 'client name, address or nothing', keyKind: 'client', emptyKey: true, valueKind: 'tls', text: 'What the TLS of a client must fulfil before it may send.', source: 'cf/README, ruleset tls_client' },
  { name: 'TLS_Rcpt', key: 'recipient address, user@, domain or nothing', keyKind: 'mail', emptyKey: true, valueKind: 'tls', text: 'What TLS must fulfil for mail to this recipient, whichever server takes it.', source: 'cf/README, ruleset tls_rcpt' },
  { name: 'TLS_Srv_Features', key: 'client name or address', keyKind: 'client', valueKind: 'free', needs: "FEATURE(`tls_session_features')", text: 'TLS settings for sessions with this client, such as Options=… or CipherList=….', source: 'feature/tls_session_features.m4' },
  { name: 'TLS_Clt_Features', key: 'server name or address', keyKind: 'server', valueKind: 'free', needs: "FEATURE(`tls_session_features')", text: 'TLS settings for sessions with this server, such as Options=…, CipherList=… or flags=….', source: 'feature/tls_session_features.m4' },
  { name: 'Try_TLS', key: 'server name, address or nothing', keyKind: 'server', emptyKey: true, valueKind: 'word', values: ['NO'], text: 'Servers to which this host does not even try STARTTLS, because theirs is broken.', source: 'cf/README, ruleset try_tls' },
  { name: 'Srv_Features', key: 'client name, address or nothing', keyKind: 'client', emptyKey: true, valueKind: 'free', text: 'Letters for what is offered to a client: a capital switches off, a small letter on. A: AUTH, B: VERB, D: DSN, E: ETRN, P: PIPELINING, S: STARTTLS, V: asking for a client certificate, X: EXPN. c asks for TLS before passwords, l for a login. Since 8.18 (and in Debian 12) F, O, U and G take back checks against smuggling; u2 and g2 make a blank of a lone CR or LF.', source: 'cf/README, Operations Guide (srv_features), RELEASE_NOTES 8.18.1' },
  { name: 'Clt_Features', key: 'server name, address or nothing', keyKind: 'server', emptyKey: true, valueKind: 'free', text: 'Letters for what is used with a server when this host sends: D: no DANE, M: no MTA-STS, …', source: 'cf/README, ruleset clt_features' },
  { name: 'CERTISSUER', key: 'the issuer of the certificate, encoded', keyKind: 'free', valueKind: 'word', values: ['RELAY', 'SUBJECT'], text: 'Clients whose certificate this authority signed may relay (RELAY), or may if their own name stands under CERTSUBJECT (SUBJECT).', source: 'cf/README, ruleset RelayTLS' },
  { name: 'CERTSUBJECT', key: 'the subject of the certificate, encoded', keyKind: 'free', valueKind: 'word', values: ['RELAY'], text: 'The holder of this certificate may relay, where its issuer has SUBJECT under CERTISSUER.', source: 'cf/README, ruleset RelayTLS' },
  { name: 'Compat', key: 'sender<@>recipient', keyKind: 'free', valueKind: 'free', values: ['DISCARD:', 'TEMP:', 'ERROR:'], needs: "FEATURE(`compat_check')", text: 'Refuses or drops mail of one sender to one recipient, at delivery.', source: 'feature/compat_check.m4' },
  { name: 'qgrp', key: 'recipient address or domain', keyKind: 'mail', valueKind: 'free', needs: "FEATURE(`queuegroup')", text: 'The queue group for mail to this recipient.', source: 'feature/queuegroup.m4' },
  { name: 'bcc', key: 'domain', keyKind: 'mail', valueKind: 'free', needs: "FEATURE(`bcc', `access')", text: 'An address that gets a copy of each message to this domain.', source: 'feature/bcc.m4' },
  { name: 'rhs', key: 'sender address or domain', keyKind: 'mail', valueKind: 'word', values: ['OK', 'RELAY'], needs: "FEATURE(`rhsbl')", text: 'Sender domains that are not looked up in the DNS list of FEATURE(`rhsbl\').', source: 'feature/rhsbl.m4' },
];

// prettier-ignore
export const accessValues: readonly AccessValueRow[] = [
  { name: 'OK', effect: 'allows', text: 'accepted, even if another check would refuse it; no permission to relay', source: 'cf/README' },
  { name: 'RELAY', effect: 'allows', text: 'accepted, and mail may be relayed: from a client under Connect, to a domain under To', source: 'cf/README' },
  { name: 'REJECT', effect: 'refuses', text: 'refused with 550 5.7.1 Access denied (confREJECT_MSG); under To with 550 5.2.1 Mailbox disabled for this recipient', source: 'cf/README' },
  { name: 'DISCARD', effect: 'other', text: 'accepted with 250 and thrown away; nobody is told', source: 'cf/README' },
  { name: 'SKIP', effect: 'other', text: 'the search ends here, as if the key were not found', source: 'cf/README' },
  { name: 'QUARANTINE', effect: 'other', text: 'accepted and held in the queue until somebody looks at it (mailq -qQ); the reason follows the colon', source: 'cf/README' },
  { name: 'ERROR', effect: 'refuses', text: 'refused with the enhanced status code, reply code and text given: ERROR:5.7.1:550 text', source: 'cf/README' },
];

/** Words of other programs, each with the action that does the same here. */
// prettier-ignore
export const accessSynonyms: readonly { readonly word: string; readonly action: string; readonly source: string }[] = [
  { word: 'ALLOW', action: 'OK', source: 'firewalls' },
  { word: 'ACCEPT', action: 'OK', source: 'Exim, firewalls' },
  { word: 'PERMIT', action: 'OK', source: 'Postfix access(5)' },
  { word: 'PASS', action: 'OK', source: 'firewalls' },
  { word: 'YES', action: 'OK', source: 'common use' },
  { word: 'WHITELIST', action: 'OK', source: 'common use' },
  { word: 'DENY', action: 'REJECT', source: 'Exim, firewalls' },
  { word: 'BLOCK', action: 'REJECT', source: 'firewalls' },
  { word: 'REFUSE', action: 'REJECT', source: 'common use' },
  { word: 'BLACKLIST', action: 'REJECT', source: 'common use' },
  { word: 'DROP', action: 'DISCARD', source: 'firewalls' },
  { word: 'DUNNO', action: 'SKIP', source: 'Postfix access(5)' },
  { word: 'TEMPFAIL', action: 'ERROR:4.7.1:450 Try again later', source: 'milters' },
  { word: 'DEFER', action: 'ERROR:4.7.1:450 Try again later', source: 'Postfix access(5), Exim' },
  { word: 'GREYLIST', action: 'ERROR:4.7.1:450 Try again later', source: 'common use' },
  { word: 'HOLD', action: 'QUARANTINE:reason', source: 'Postfix access(5)' },
];

/** Tags that are sought under another name, with the one sendmail looks up. */
export const tagSynonyms: Readonly<Record<string, string>> = {
  client: 'Connect',
  ip: 'Connect',
  host: 'Connect',
  relay: 'Connect',
  sender: 'From',
  mail: 'From',
  mailfrom: 'From',
  rcpt: 'To',
  rcptto: 'To',
  recipient: 'To',
};
