/**
 * Wordings of real replies: which program says it, what it means, what to do. Rows only; wording.ts matches them.
 *
 * One row a line, under a line `# programs`; fields between ` ¦ `:
 *   id ¦ codes enhanced stage who weight ¦ pattern ¦ meaning ¦ what to do (`@key` stands for a text of `wordingAdvice`)
 * `codes` are the reply codes seen with it. `enhanced` is the usual enhanced code, `-` for none. `stage` is where it is usually said
 * (eod: after the final dot), `who` whose move it is, `weight` the number of fixed characters in the pattern: of several rows that
 * match, the heaviest knows most. A pattern is the source of a regular expression with the flags i and u, linear in the input, for the
 * text after code and enhanced code, lines joined by a space.
 *
 * Sources: sendmail 8.17.1, Postfix 3.7.11, Exim 4.96, OpenSMTPD 6.8, netqmail and notqmail, Haraka 3.3 and other programs
 * as published; providers’ own pages; replies quoted in public archives. Sites change their texts as they like, so that a row
 * that fits says who probably speaks, not who surely does.
 */

/** Texts that several rows share, by key. */
export const wordingAdvice: Readonly<Record<string, string>> = {
  admin: 'Ask the administrator of the receiving server, with the time and this text.',
  wait: 'Let the queue try again. If it repeats for hours, the server’s own log has the cause.',
  address: 'Check the recipient’s address for a typing error.',
  syntax: 'Correct the line the client sends.',
  slower: 'Send fewer messages and open fewer connections at a time.',
  order: 'Send the commands in order: look at the reply to the command before.',
  login: 'Have the client log in before MAIL.',
  ptr: 'Give the sending address a PTR record whose name resolves to the same address.',
  smaller: 'Send less, or a link to the file.',
  relay: 'Have the client log in, have its address allowed, or deliver to the MX of the recipient’s domain.',
  password: 'Check user name (often the full address), password and mechanism.',
  delist: 'Find out why the address was listed, stop that, then ask the list to remove it.',
  ehlo: 'Have the client say EHLO first.',
  tlslogin: 'Have the client start TLS and log in after it.',
  room: 'The recipient has to make room.',
  sender: 'Use a sender address whose domain exists in DNS.',
  loop: 'Read the Received fields from below: where the same host comes back, the forwarding is wrong.',
  crlf: 'The sending program has to end every line with CR LF.',
  dns: 'Correct the DNS records of the domain.',
  rset: 'Send RSET before the next MAIL.',
  split: 'Send the other recipients in a further transaction; a mail server does so by itself.',
  align: 'Let SPF or DKIM pass for the domain in From.',
  spf: 'Add the sending address to the SPF record, or send through a server that is in it.',
  auth: 'Set up SPF and DKIM for the sender’s domain.',
  tls: 'Have the client use STARTTLS.',
  new: 'Send to the new address.',
  headers: 'Shorten the header fields.',
  leave: 'Leave the command out.',
  helo: 'Have the client greet with its own full host name.',
  mech: 'Use a mechanism that the EHLO reply lists after AUTH.',
  param: 'Use only parameters whose keyword the EHLO reply lists.',
  full: 'Use a full address with a domain.',
  rcpt: 'Look at the replies to RCPT: none was accepted.',
  again: 'Connect again for further messages.',
  wrap: 'Break long lines, or encode the body.',
  fixhead: 'Correct the header fields of the message.',
  minutes: 'Let the queue try again after some minutes.',
  clean: 'Look for malware on the sending machine.',
  dkim: 'Sign outgoing mail with DKIM.',
  sendas: 'Send with the address of the login, or grant Send As.',
  day: 'Wait a day.',
  own: 'Use the address of the login as sender.',
};

export const wordingRows = String.raw`
# sendmail
sm-relay-auth ¦ 550 5.7.1 rcpt client 46 ¦ Relaying denied\. Proper authentication required ¦ Relaying denied: the recipient’s domain is not local here and the client has not logged in. ¦ @login
sm-relay-noptr ¦ 550 5.7.1 rcpt dns 38 ¦ Relaying denied\. IP name lookup failed (?<host>\S+) ¦ Relaying denied: the client’s address has no name in reverse DNS, so that no entry for a name could allow it. ¦ @ptr
sm-relay-forged ¦ 550 5.7.1 rcpt dns 40 ¦ Relaying denied\. IP name possibly forged (?<host>\S+) ¦ Relaying denied: the name that reverse DNS gives for the client does not lead back to its address, so it does not count. ¦ @ptr
sm-relay-ptr-temp ¦ 450 4.4.0 rcpt dns 58 ¦ Relaying temporarily denied\. Cannot resolve PTR record for (?<ip>\S+) ¦ Relay decision postponed (PTR lookup failed for now). ¦ @wait
sm-relay ¦ 550 5.7.1 rcpt client 15 ¦ (?:\.\.\. |^)Relaying denied\s*$ ¦ Relaying denied: the recipient’s domain is not local here, and the client’s address is not allowed to relay. ¦ @relay
sm-mailbox-disabled ¦ 550 5.2.1 rcpt policy 35 ¦ Mailbox disabled for this recipient ¦ The access table refuses mail to this recipient. ¦ @admin
sm-sender-nores ¦ 451 4.1.8 mail dns 42 ¦ Domain of sender address (?<address>\S+) does not resolve ¦ Sender domain could not be looked up now (DNS of the sender domain gave a temporary error). ¦ Check name servers of the sender domain, retry.
sm-sender-noexist ¦ 553 5.1.8 mail sender 40 ¦ Domain of sender address (?<address>\S+) does not exist ¦ Sender domain has no usable DNS record (neither MX nor A record for the sender domain). ¦ @sender
sm-sender-nodomain ¦ 553 5.5.4 mail client 40 ¦ Domain name required for sender address (?<address>\S*) ¦ Sender lacks a domain part (MAIL FROM without @domain). ¦ @full
sm-sender-realname ¦ 553 5.5.4 mail client 44 ¦ Real domain name required for sender address ¦ Sender domain is a bare or local name (MAIL FROM uses localhost or similar). ¦ Use a real domain in MAIL FROM.
sm-rcpt-fqdn ¦ 553 5.5.4 rcpt client 36 ¦ Fully qualified domain name required ¦ Recipient domain must be complete (RCPT with a short host name). ¦ Use the full recipient domain.
sm-rcpt-nodomain ¦ 553 5.5.4 rcpt client 21 ¦ \.\.\. Domain name required\s*$ ¦ Recipient lacks a domain (RCPT TO without @domain). ¦ Add the recipient domain.
sm-access-denied ¦ 550 5.7.1 any policy 13 ¦ (?:\.\.\. |^)Access denied\s*$ ¦ Access denied: an entry of the access table rejects the client’s address, its name or the sender. ¦ @admin
sm-fix-rdns ¦ 550 5.7.1 mail dns 20 ¦ Fix reverse DNS for (?<ip>\S+) ¦ Client address has no reverse name (require_rdns check found no PTR). ¦ @ptr
sm-ip-nores ¦ 451 4.1.8 mail dns 35 ¦ Client IP address (?<ip>\S+) does not resolve ¦ Reverse lookup of the client failed for now (PTR lookup temporary error). ¦ @ptr
sm-forged ¦ 451 4.1.8 mail dns 29 ¦ Possibly forged hostname for (?<ip>\S+) ¦ Reverse and forward names of the client disagree (PTR name lacks a matching address record). ¦ @ptr
sm-dnsbl ¦ 550 5.7.1 mail policy 21 ¦ ^(?:<[^>]*>\.\.\. )?Rejected: (?<ip>\S+) listed at (?<list>\S+) ¦ Client address is on a DNS block list (dnsbl feature found the client’s address). ¦ @delist
sm-dnsbl-temp ¦ 451 4.4.3 mail dns 28 ¦ Temporary lookup failure of (?<what>\S+) at (?<list>\S+) ¦ Block list could not be asked (DNS query to the list failed). ¦ @wait
sm-rhsbl ¦ 550 5.7.1 mail policy 37 ¦ Mail from (?<domain>\S+) refused by blackhole site (?<list>\S+) ¦ Sender domain is on a domain block list (rhsbl feature found the domain). ¦ @delist
sm-mtamark ¦ 550 5.7.1 mail dns 28 ¦ Rejected: (?<ip>\S+) not listed as MTA ¦ IP not marked as mail server in DNS (mtamark feature: no MTA mark). ¦ Send through a proper mail server.
sm-bogus-helo ¦ 550 5.7.1 any client 22 ¦ bogus HELO name used: (?<helo>\S+) ¦ HELO name is the server's own or invalid (block_bad_helo check). ¦ @helo
sm-illegal-mx ¦ 550 5.1.2 mail dns 27 ¦ Illegal MX record for host (?<host>\S+) ¦ Sender MX is a forbidden name (badmx feature). ¦ @dns
sm-invalid-mx ¦ 550 5.1.2 mail dns 27 ¦ Invalid MX record for host (?<host>\S+) ¦ Sender MX points to a forbidden IP (badmx feature). ¦ @dns
sm-mx-lookup ¦ 450 4.1.2 mail dns 22 ¦ MX lookup failure for (?<host>\S+) ¦ MX of the sender could not be read (temporary DNS failure). ¦ @wait
sm-mx-rcpt ¦ 450 4.4.0 rcpt dns 44 ¦ Can not check MX records for recipient host (?<host>\S+) ¦ MX of the recipient could not be read (temporary DNS failure with relay_based_on_MX). ¦ @wait
sm-tmpfmsg ¦ 451 4.3.0 any server 47 ¦ Temporary system failure(?: \S+)?\. Please try again later ¦ Map lookup failed at the server (LDAP, DNS or socket map gave a temporary failure). ¦ @wait
sm-rate ¦ 421,452 4.3.2 any policy 30 ¦ Connection rate limit exceeded ¦ Too many connections per time from the client’s address (ratecontrol limit of the server). ¦ @slower
sm-conns ¦ 421,452 4.3.2 any policy 25 ¦ Too many open connections ¦ Too many connections at once from the client’s address (conncontrol limit of the server). ¦ @slower
sm-user-addr-req ¦ 553 5.1.3 rcpt client 21 ¦ User address required ¦ Address has no user part (empty local part). ¦ @syntax
sm-hostname-req ¦ 553 5.1.3 rcpt client 18 ¦ \.\.\. Hostname required ¦ Address has no host part (nothing after the @). ¦ @syntax
sm-colon-host ¦ 553 5.1.3 any client 31 ¦ Colon illegal in host name part ¦ Host part has a colon. ¦ @syntax
sm-invalid-host ¦ 553 5.1.2 any client 18 ¦ \.\.\. Invalid host name ¦ Host part is malformed (empty label such as two dots). ¦ @syntax
sm-invalid-route ¦ 553 5.1.2 any client 21 ¦ Invalid route address ¦ Source route or several @ in the address. ¦ @syntax
sm-dot-end ¦ 553 5.1.2 any client 34 ¦ Local part must not end with a dot ¦ Local part ends with a dot. ¦ @syntax
sm-dot-begin ¦ 553 5.1.2 any client 36 ¦ Local part must not begin with a dot ¦ Local part starts with a dot. ¦ @syntax
sm-list-syntax ¦ 553 5.1.3 rcpt client 45 ¦ List:; syntax illegal for recipient addresses ¦ Group syntax cannot be a recipient (address given as List:;). ¦ @syntax
sm-unrec-host ¦ 553 5.1.2 rcpt dns 23 ¦ Unrecognized host name (?<host>\S+) ¦ Recipient host not known (nocanonify or no smart host for this name). ¦ @address
sm-moved ¦ 551 5.1.1 rcpt recipient 27 ¦ User has moved; please try (?<address>\S+) ¦ Recipient has a new address (REDIRECT alias). ¦ @new
sm-domainmap ¦ 550 5.1.1 rcpt recipient 41 ¦ email address lookup in domain map failed ¦ Domain map has no such address (domaintable map without entry). ¦ @address
sm-compat-temp ¦ 450,451,421 4.7.1 any policy 39 ¦ error from check_compat\. Try again later ¦ check_compat postpones this sender and recipient pair (access map Compat entry). ¦ @wait
sm-compat ¦ 550,553,554 5.7.1 any policy 23 ¦ error from check_compat\s*$ ¦ check_compat forbids this sender and recipient pair (access map Compat entry). ¦ @admin
sm-badcmd ¦ 421 4.7.0 any client 11 ¦ ^bad command\s*$ ¦ Forbidden command, connection closed (check_other rule). ¦ @syntax
sm-spamlist ¦ 550 5.7.1 rcpt policy 44 ¦ Mail sent to spam lists is not accepted here ¦ Spam trap recipient was named (spamtrap rule set). ¦ Remove the trap address.
sm-not-auth ¦ 550 5.7.1 mail client 17 ¦ (?:\.\.\. |^)not authenticated\s*$ ¦ AUTH= given without login (trust_auth rule). ¦ @login
sm-not-act-as ¦ 550 5.7.1 mail client 23 ¦ ^(?<authen>\S+) not allowed to act as (?<author>\S+) ¦ Login may not use this AUTH= identity (trust_auth rule). ¦ Drop AUTH= or use the own identity.
sm-tls-handshake ¦ 454,554,403 4.7.0 any client 20 ¦ TLS handshake failed\. ¦ TLS negotiation broke (tls rule set saw SOFTWARE). ¦ Check TLS versions, ciphers and certificate.
sm-tls-dane ¦ 454,554,403 4.7.0 any dns 17 ¦ DANE check failed\. ¦ Certificate does not fit the TLSA record (tls rule set saw DANE_FAIL). ¦ Fix TLSA record or certificate.
sm-tls-failed ¦ 454,554,403 4.7.0 any client 15 ¦ ^STARTTLS failed\. ¦ STARTTLS dialogue failed (tls rule set saw PROTOCOL). ¦ Check the STARTTLS exchange.
sm-tls-config ¦ 454,554,403 4.7.0 any server 33 ¦ STARTTLS temporarily not possible ¦ TLS set-up of the server is broken (certificate or key problem). ¦ @wait
sm-tls-weak ¦ 403,454,503,554 4.7.0 any policy 31 ¦ encryption too weak (?<bits>\d+) less than (?<want>\d+) ¦ Cipher strength below demand (TLS_Clt or TLS_Rcpt entry demands more bits). ¦ Use a stronger cipher.
sm-tls-required ¦ 403,454,503 4.7.0 any policy 23 ¦ authentication required\s*$ ¦ TLS with a verified certificate is demanded (TLS_Clt entry with VERIFY). ¦ Present a valid client certificate.
sm-tls-unsupported ¦ 403,454,554 4.7.0 any policy 36 ¦ other side does not support STARTTLS ¦ TLS demanded but not offered (TLS_Srv entry while peer lacks STARTTLS). ¦ Offer STARTTLS or relax the rule.
sm-tls-cn ¦ 403,454,503 4.7.0 any policy 16 ¦ CN (?<cn>.{1,200}) does not match (?<want>\S+) ¦ Certificate name differs from the demanded one (CN condition in the access map). ¦ Use the right certificate.
sm-tls-issuer ¦ 403,454,503 4.7.0 any policy 27 ¦ Cert Issuer (?<issuer>.{1,200}) not acceptable ¦ Certificate issuer not accepted (CI condition in the access map). ¦ Use a certificate of the demanded CA.
sm-banner ¦ 220 - connect server 16 ¦ ^(?<host>\S+) ESMTP Sendmail (?<version>\S+); (?<date>.+) ¦ Server ready.
sm-not-accepting ¦ 554 - connect policy 29 ¦ ^(?<host>\S+) ESMTP not accepting messages ¦ Client refused at connect (check_relay, greet_pause or a milter said no). ¦ Read the log of the receiver; ask its administrator.
sm-hello ¦ 250 - helo server 28 ¦ ^(?<host>\S+) Hello (?<client>.+), pleased to meet you ¦ Greeting accepted.
sm-sender-ok ¦ 250 2.1.0 mail server 10 ¦ ^<?(?<address>[^> ]*)>?\.\.\. Sender ok ¦ Sender accepted.
sm-rcpt-ok ¦ 250 2.1.5 rcpt server 13 ¦ ^<?(?<address>[^> ]*)>?\.\.\. Recipient ok ¦ Recipient accepted.
sm-rcpt-queue ¦ 250 2.1.5 rcpt server 13 ¦ Recipient ok \(will queue\) ¦ Recipient accepted, delivery later (queue-only mode or busy server).
sm-354 ¦ 354 - data server 43 ¦ ^Enter mail, end with "\." on a line by itself ¦ The server waits for the message. sendmail before 8.17 and OpenSMTPD say it so.
sm-354b ¦ 354 - data server 30 ¦ ^End data with <CR><LF>\.<CR><LF> ¦ The server waits for the message. sendmail from 8.17 on and Postfix say it so.
sm-accepted ¦ 250 2.0.0 eod server 30 ¦ ^(?<id>\w+) Message accepted for delivery ¦ Message queued (the word before is the queue id, which the server’s log has too).
sm-closing ¦ 221 2.0.0 quit server 19 ¦ ^(?<host>\S+) closing connection ¦ Goodbye.
sm-reset ¦ 250 2.0.0 any server 11 ¦ ^Reset state ¦ Transaction dropped.
sm-user-unknown ¦ 550 5.1.1 rcpt recipient 13 ¦ \.\.\. User unknown\s*$ ¦ No such user: the part before the @ is neither an account nor an alias there. ¦ @address
sm-host-unknown ¦ 550 5.1.2 rcpt dns 14 ¦ \.\.\. Host unknown(?: \(Name server: (?<detail>[^()]*)\))? ¦ Recipient domain not in DNS (domain does not exist). ¦ @address
sm-addressee ¦ 550 5.1.1 rcpt recipient 17 ¦ Addressee unknown ¦ No such mailbox (mailer says no such addressee). ¦ @address
sm-hops ¦ 554 5.4.6 eod server 26 ¦ Too many hops (?<n>\d+) \((?<max>\d+) max\): from (?<from>\S+) via (?<via>[^,()]+), to (?<to>\S+) ¦ Mail loop (more Received lines than MaxHopCount). ¦ @loop
sm-hops2 ¦ 554 5.4.6 eod server 13 ¦ ^Too many hops\s*$ ¦ Mail loop (too many Received lines). ¦ @loop
sm-loop-back ¦ 553 5.3.5 rcpt server 22 ¦ mail loops back to me \(MX problem\?\) ¦ The server’s own name is the best MX of the domain, but it does not take the domain for its own. ¦ Add the domain to local-host-names or fix the MX.
sm-size-fixed ¦ 552 5.2.3 mail sender 48 ¦ Message size exceeds fixed maximum message size \((?<max>\d+)\) ¦ Declared SIZE too large (SIZE= above MaxMessageSize). ¦ @smaller
sm-size-max ¦ 552 5.2.3 eod sender 35 ¦ Message exceeds maximum fixed size \((?<max>\d+)\) ¦ Message too large (data larger than MaxMessageSize). ¦ @smaller
sm-too-large ¦ 552 5.2.3 eod sender 32 ¦ Message is too large; (?<max>\d+) bytes max ¦ Message too large (mailer size limit). ¦ @smaller
sm-headers-large ¦ 552 - eod sender 18 ¦ Headers too large \((?<max>\d+) max\) ¦ Header block too large (MaxHeadersLength). ¦ @headers
sm-unrec ¦ 500 5.5.1 any client 23 ¦ ^Command unrecognized: "(?<command>[^"]*)" ¦ Server does not know the command (typo, missing extension, or data sent out of DATA). ¦ @syntax
sm-notimpl ¦ 502 5.5.1 any client 26 ¦ ^Command not implemented: "(?<command>[^"]*)" ¦ Command known but not supported (obsolete verb). ¦ @leave
sm-need-mail-rcpt ¦ 503 5.0.0 rcpt client 21 ¦ ^Need MAIL before RCPT ¦ RCPT came without MAIL (MAIL missing or refused before). ¦ @order
sm-need-mail ¦ 503 5.0.0 data client 17 ¦ ^Need MAIL command ¦ DATA came without MAIL (MAIL missing or refused before). ¦ @order
sm-need-rcpt ¦ 503 5.0.0 data client 10 ¦ ^Need RCPT \(recipient\) ¦ DATA came without an accepted recipient. ¦ @rcpt
sm-polite ¦ 503,250 5.0.0 mail client 28 ¦ ^Polite people say HELO first ¦ No HELO or EHLO yet (client skipped the greeting). ¦ @ehlo
sm-introduce ¦ 503 5.0.0 any client 42 ¦ I demand that you introduce yourself first ¦ No HELO or EHLO yet (needmailhelo privacy option). ¦ @ehlo
sm-sender-already ¦ 503 5.5.0 mail client 24 ¦ ^Sender already specified ¦ Second MAIL in one transaction (RSET missing). ¦ @rset
sm-helo-dom ¦ 501 - helo client 24 ¦ ^(?<verb>helo|ehlo|HELO|EHLO) requires domain address ¦ HELO without argument (missing host name). ¦ @helo
sm-helo-invalid ¦ 501 - helo client 19 ¦ ^Invalid domain name ¦ HELO argument malformed (illegal characters). ¦ @helo
sm-lf ¦ 421 4.5.0 eod client 26 ¦ Bare linefeed \(LF\) not allowed ¦ A line of the message ended with a bare LF. sendmail refuses it since 8.18, and in patched older versions, because messages can be smuggled that way. ¦ @crlf
sm-cr ¦ 421 4.5.0 eod client 33 ¦ Bare carriage return \(CR\) not allowed ¦ The message holds a lone CR. sendmail refuses it since 8.18, and in patched older versions, because messages can be smuggled that way. ¦ @crlf
sm-lostinput ¦ 421 4.4.1 any network 25 ¦ ^(?<host>\S+) Lost input channel from (?<client>\S+) ¦ Connection broke (client went away without QUIT). ¦ Check network, proxies and time-outs.
sm-longcmd ¦ 421 4.7.0 any client 34 ¦ Command too long, possible attack (?<client>\S+) ¦ Overlong command line (message text sent as command or attack). ¦ @order
sm-badcmds ¦ 421 4.7.0 any client 41 ¦ Too many bad commands; closing connection ¦ Connection dropped after many bad commands (misbehaving client). ¦ @order
sm-badrcpts ¦ 421 4.7.0 rcpt client 43 ¦ Too many bad recipients; closing connection ¦ Connection dropped after many unknown recipients (BadRcptThrottle). ¦ Clean the recipient list.
sm-many-rcpt ¦ 452 4.5.3 rcpt policy 19 ¦ ^Too many recipients\s*$ ¦ Recipient limit per message reached (MaxRecipientsPerMessage). ¦ @split
sm-disk ¦ 452 4.4.5 mail server 40 ¦ Insufficient disk space; try again later ¦ Queue disk nearly full (MinFreeBlocks not met). ¦ @wait
sm-disk-temp ¦ 421,452 4.3.1 eod server 31 ¦ Out of disk space for temp file ¦ Disk full at the server (no space for the queue file). ¦ @admin
sm-milter-temp ¦ 450,451,454,550 4.7.1 any policy 22 ¦ ^Please try again later\.?\s*$ ¦ Temporary refusal without reason (milter or policy tempfail). ¦ @wait
sm-cmd-rejected ¦ 550,554 5.7.1 any policy 16 ¦ ^Command rejected\s*$ ¦ Refused without reason (milter rejected). ¦ @admin
sm-tls-ready ¦ 220 2.0.0 starttls server 18 ¦ ^Ready to start TLS ¦ Begin TLS handshake now.
sm-tls-notavail ¦ 503 5.5.0 starttls server 17 ¦ ^TLS not available\s*$ ¦ STARTTLS unusable here (not configured or already in TLS). ¦ Use another port or no TLS.
sm-tls-temp ¦ 454 4.3.3 starttls server 0 ¦ ^TLS (?:currently not available|not available after start|not available right now) ¦ TLS broken at the server (TLS library not initialised). ¦ @wait
sm-tls-ssl ¦ 454 4.3.3 starttls server 25 ¦ TLS not available: error (?<what>generating SSL handle|set fd) ¦ TLS broken at the server (internal TLS error). ¦ @admin
sm-tls-intrans ¦ 503 5.5.0 starttls client 43 ¦ TLS not permitted during a mail transaction ¦ STARTTLS inside a transaction (sent after MAIL). ¦ @tls
sm-auth-ok ¦ 235 2.0.0 auth server 16 ¦ ^OK Authenticated ¦ Login succeeded.
sm-auth-failed ¦ 535 5.7.0 auth client 21 ¦ ^authentication failed\s*$ ¦ Login refused (wrong name, password or realm). ¦ @password
sm-auth-temp ¦ 454 4.5.4 auth server 32 ¦ ^Temporary authentication failure\s*$ ¦ Password check did not work (SASL back end broken). ¦ @wait
sm-auth-req ¦ 530,503 5.7.0 mail client 23 ¦ ^Authentication required\.?\s*$ ¦ Login demanded (submission port or authreq). ¦ @login
sm-auth-na ¦ 503 5.3.3 auth server 18 ¦ ^AUTH not available ¦ AUTH is off (no SASL or TLS first). ¦ @tlslogin
sm-auth-mech ¦ 504 5.3.3 auth client 29 ¦ ^AUTH mechanism (?<mech>\S+) not available ¦ Mechanism not offered (client chose an unlisted mechanism). ¦ @mech
sm-auth-mechreq ¦ 501 5.5.2 auth client 32 ¦ AUTH mechanism must be specified ¦ AUTH without mechanism. ¦ @syntax
sm-auth-b64 ¦ 501 5.5.4 auth client 22 ¦ cannot BASE64 decode '(?<data>[^']*)' ¦ Login data not base64 (broken encoding). ¦ Encode the credentials in base64.
sm-auth-abort ¦ 501 5.0.0 auth client 12 ¦ ^AUTH aborted ¦ Client cancelled the login (a single * was sent). ¦ @password
sm-auth-already ¦ 503 5.5.0 auth client 21 ¦ ^Already Authenticated ¦ Second login (AUTH twice in one session).
sm-auth-intrans ¦ 503 5.5.0 auth client 44 ¦ AUTH not permitted during a mail transaction ¦ AUTH inside a transaction (sent after MAIL). ¦ @login
sm-syntax-mbox ¦ 501 5.1.3 any client 33 ¦ ^Syntax error in mailbox address "(?<address>[^"]*)" \((?<detail>[^)]*)\) ¦ Address malformed (illegal character). ¦ @syntax
sm-8bit ¦ 501 5.1.3 any client 36 ¦ ^8-bit character in mailbox address "(?<address>[^"]*)" ¦ Non-ASCII address (no SMTPUTF8 in use). ¦ Use an ASCII address.
sm-syntax-scan ¦ 501 5.5.2 any client 37 ¦ ^Syntax error in parameters scanning "(?<what>[^"]*)" ¦ Command arguments malformed (missing FROM: or TO: colon). ¦ @syntax
sm-param ¦ 555 5.5.4 any client 23 ¦ ^(?<param>\S+) parameter unrecognized ¦ ESMTP parameter unknown (extension not offered). ¦ @param
sm-unbalanced ¦ 553 - any client 12 ¦ Unbalanced '(?<char>[^']+)' ¦ Bracket or quote not closed. ¦ @syntax
sm-vrfy ¦ 252 2.5.2 any policy 46 ¦ ^Cannot VRFY user; try RCPT to attempt delivery ¦ Address not disclosed (VRFY is off). ¦ Use RCPT instead.
sm-deny-op ¦ 502 5.7.0 any policy 37 ¦ ^Sorry, we do not allow this operation ¦ Verb switched off (privacy option).
sm-deliverby ¦ 554 - any policy 36 ¦ Message can't be delivered in time; (?<a>-?\d+) < (?<b>-?\d+) ¦ DELIVERBY limit cannot be met (queue time larger than the limit). ¦ Use a longer limit.
sm-nul ¦ 554 5.6.0 eod client 20 ¦ NUL byte not allowed ¦ NUL byte in the message (binary data). ¦ Encode the content.
sm-nullmx ¦ 556 - rcpt recipient 32 ¦ Host does not accept mail: MX 0 \. ¦ Recipient domain publishes null MX (domain takes no mail). ¦ @address
sm-svc ¦ 554 5.0.0 any server 20 ¦ \.\.\. Service unavailable ¦ Delivery refused without detail (mailer exit code unavailable). ¦ @admin
sm-alias-loop ¦ 554 - rcpt server 31 ¦ aliasing\/forwarding loop (?:for \S+ )?broken ¦ Alias points to itself (alias loop). ¦ @admin
# Postfix
pf-relay ¦ 454,554 5.7.1 rcpt client 22 ¦ ^<(?<address>[^>]*)>: Relay access denied ¦ Relaying denied: the domain is not one of the server’s, and the client is neither in mynetworks nor logged in. ¦ @relay
pf-relay2 ¦ 454,554 5.7.1 rcpt client 30 ¦ ^<(?<address>[^>]*)>: (?<part>Sender address|Recipient address|Client host|Helo command) rejected: Relay access denied ¦ Relaying denied: reject_unauth_destination found a domain that is not one of the server’s. ¦ @relay
pf-unknown-local ¦ 550,450 5.1.1 rcpt recipient 68 ¦ ^<(?<address>[^>]*)>: Recipient address rejected: User unknown in local recipient table ¦ No such local user (domain in mydestination, user not in local_recipient_maps). ¦ @address
pf-unknown-vmailbox ¦ 550,450 5.1.1 rcpt recipient 68 ¦ ^<(?<address>[^>]*)>: Recipient address rejected: User unknown in virtual mailbox table ¦ No such virtual mailbox (not in virtual_mailbox_maps). ¦ @address
pf-unknown-valias ¦ 550,450 5.1.1 rcpt recipient 66 ¦ ^<(?<address>[^>]*)>: Recipient address rejected: User unknown in virtual alias table ¦ No such virtual alias (not in virtual_alias_maps). ¦ @address
pf-unknown-relay ¦ 550,450 5.1.1 rcpt recipient 68 ¦ ^<(?<address>[^>]*)>: Recipient address rejected: User unknown in relay recipient table ¦ No such user at the relayed domain (not in relay_recipient_maps). ¦ @address
pf-unknown ¦ 550,450 5.1.1 rcpt recipient 43 ¦ ^<(?<address>[^>]*)>: Recipient address rejected: User unknown\s*$ ¦ No such user (table name hidden by setting). ¦ @address
pf-sender-unknown ¦ 550,450 5.1.0 mail sender 40 ¦ ^<(?<address>[^>]*)>: Sender address rejected: User unknown(?: in (?<table>.+) table)? ¦ Sender claims a local address that is unknown (reject_unlisted_sender). ¦ Use an existing sender address.
pf-unverified ¦ 450,550 4.1.1 rcpt server 39 ¦ ^<(?<address>[^>]*)>: (?<part>Recipient|Sender) address rejected: unverified address: (?<detail>.+) ¦ Address probe has no result yet (next hop unreachable or probe pending). ¦ @wait
pf-undeliverable ¦ 550,450 5.1.1 rcpt recipient 42 ¦ ^<(?<address>[^>]*)>: (?<part>Recipient|Sender) address rejected: undeliverable address: (?<detail>.+) ¦ Address probe was refused by the final host (next hop says no such user or similar). ¦ Read the quoted inner reply.
pf-verifyprob ¦ 450 4.3.0 rcpt server 47 ¦ ^<(?<address>[^>]*)>: (?<part>Recipient|Sender) address rejected: address verification problem ¦ Address probe service failed (verify daemon trouble). ¦ @wait
pf-sender-nodomain ¦ 450,550 4.1.8 mail sender 44 ¦ ^<(?<address>[^>]*)>: Sender address rejected: Domain not found ¦ Sender domain not in DNS (no MX, A or AAAA for the domain). ¦ @sender
pf-rcpt-nodomain ¦ 450,550 4.1.2 rcpt recipient 47 ¦ ^<(?<address>[^>]*)>: Recipient address rejected: Domain not found ¦ Recipient domain not in DNS (no MX, A or AAAA for the domain). ¦ @address
pf-sender-fqdn ¦ 504 5.5.2 mail client 56 ¦ ^<(?<address>[^>]*)>: Sender address rejected: need fully-qualified address ¦ Sender lacks a full domain (reject_non_fqdn_sender). ¦ @full
pf-rcpt-fqdn ¦ 504 5.5.2 rcpt client 59 ¦ ^<(?<address>[^>]*)>: Recipient address rejected: need fully-qualified address ¦ Recipient lacks a full domain (reject_non_fqdn_recipient). ¦ @full
pf-notowned ¦ 553 5.7.1 mail client 46 ¦ ^<(?<address>[^>]*)>: Sender address rejected: not owned by user (?<user>\S+) ¦ Login does not own this sender (smtpd_sender_login_maps mismatch). ¦ @own
pf-notloggedin ¦ 553 5.7.1 mail client 41 ¦ ^<(?<address>[^>]*)>: Sender address rejected: not logged in ¦ Sender belongs to an account but nobody logged in (reject_sender_login_mismatch). ¦ @login
pf-acc-sender ¦ 554,450 5.7.1 mail policy 41 ¦ ^<(?<address>[^>]*)>: Sender address rejected: Access denied ¦ Access table bars this sender (check_sender_access REJECT). ¦ @admin
pf-acc-rcpt ¦ 554,450 5.7.1 rcpt policy 44 ¦ ^<(?<address>[^>]*)>: Recipient address rejected: Access denied\s*$ ¦ Access table bars this recipient (check_recipient_access REJECT). ¦ @admin
pf-acc-client ¦ 554,450 5.7.1 any client 38 ¦ ^<(?<client>[^>]*)>: Client host rejected: Access denied ¦ The client is refused: by check_client_access, or on the submission port because it has not logged in. ¦ @login
pf-acc-helo ¦ 554,450 5.7.1 any policy 39 ¦ ^<(?<helo>[^>]*)>: Helo command rejected: Access denied ¦ HELO name barred (check_helo_access). ¦ @helo
pf-helo-fqdn ¦ 504 5.5.2 any client 55 ¦ ^<(?<helo>[^>]*)>: Helo command rejected: need fully-qualified hostname ¦ HELO name is not complete (reject_non_fqdn_helo_hostname). ¦ @helo
pf-helo-nohost ¦ 450,550 4.7.1 any dns 40 ¦ ^<(?<helo>[^>]*)>: Helo command rejected: Host not found ¦ HELO name not in DNS (reject_unknown_helo_hostname). ¦ Greet with a name that has A or MX.
pf-helo-invalid ¦ 501 5.5.2 any client 38 ¦ ^<(?<helo>[^>]*)>: Helo command rejected: Invalid name ¦ HELO name malformed (reject_invalid_helo_hostname). ¦ @helo
pf-helo-ip ¦ 501 5.5.2 any client 44 ¦ ^<(?<helo>[^>]*)>: Helo command rejected: invalid ip address ¦ Address literal malformed (bad [ip] in HELO). ¦ Write [192.0.2.1] or a name.
pf-client-nohost ¦ 450,550 4.7.25 any dns 49 ¦ ^Client host rejected: cannot find your hostname, \[(?<ip>[^\]]+)\] ¦ Reverse and forward DNS of the client do not agree (reject_unknown_client_hostname). ¦ @ptr
pf-client-norev ¦ 450,550 4.7.25 any dns 57 ¦ ^Client host rejected: cannot find your reverse hostname, \[(?<ip>[^\]]+)\] ¦ Client address has no PTR (reject_unknown_reverse_client_hostname). ¦ @ptr
pf-rbl ¦ 554,454,450,521,550 5.7.1 any policy 38 ¦ ^Service unavailable; (?<class>Client host|Sender address|Helo command|Recipient address|Reverse client host) \[(?<what>[^\]]+)\] blocked using (?<list>[^; ]+)(?:; (?<reason>.+))? ¦ The client or a domain stands on a DNS block list (reject_rbl_client or reject_rhsbl_…). ¦ @delist
pf-tmplookup ¦ 451 4.3.0 any server 27 ¦ ^<(?<address>[^>]*)>: Temporary lookup failure ¦ Table lookup failed at the server (SQL, LDAP or file map broken). ¦ @admin
pf-tmplookup2 ¦ 451 4.3.0 any server 22 ¦ ^Temporary lookup error ¦ Table lookup failed at the server (map broken). ¦ @admin
pf-cfg ¦ 451,421 4.3.5 any server 21 ¦ ^Server configuration (?:error|problem)(?: - try again later)? ¦ Server is misconfigured (bad setting or policy service unreachable). ¦ @admin
pf-localerr ¦ 421 4.3.0 any server 19 ¦ ^(?<host>\S+) Server local (?:data )?error ¦ Internal error (queue or map failure). ¦ @wait
pf-tryagain ¦ 450 4.7.1 any policy 26 ¦ ^<(?<address>[^>]*)>: (?<part>Client host|Sender address|Recipient address|Helo command) rejected: Try again later ¦ Postponed by access rule (DEFER action without text). ¦ @wait
pf-nullmx ¦ 550,556 5.1.10 any recipient 48 ¦ ^<(?<address>[^>]*)>: (?<part>Sender|Recipient) address rejected: Domain (?<domain>\S+) does not accept mail \(nullMX\) ¦ Domain publishes a null MX (domain takes no mail). ¦ @address
pf-multi-bounce ¦ 550 5.5.3 data client 33 ¦ ^<(?<address>[^>]*)>: (?<part>Data command|Recipient address) rejected: Multi-recipient bounce ¦ Null sender with several recipients (reject_multi_recipient_bounce). ¦ One recipient per bounce.
pf-pipelining ¦ 503 5.5.0 any client 49 ¦ rejected: Improper use of SMTP command pipelining ¦ Client talked before its turn (reject_unauth_pipelining). ¦ Wait for each answer unless PIPELINING is offered.
pf-sync ¦ 554 5.5.0 any client 36 ¦ ^Error: SMTP protocol synchronization ¦ Client sent data ahead of the answer (early pipelining). ¦ @order
pf-policy-unavail ¦ 450,451,550 4.7.1 any server 19 ¦ ^Service unavailable(?: - try again later)?\s*$ ¦ A milter or content filter refused, or is down. ¦ @wait
pf-421-svc ¦ 421 - any server 38 ¦ ^(?<host>\S+) Service unavailable - try again later ¦ Server shutting down or blocked (drop or 421 access action). ¦ @wait
pf-notaccepting ¦ 554 - connect policy 32 ¦ ^(?<host>\S+) ESMTP not accepting connections ¦ Client refused at connect (smtpd_delay_reject=no or restriction class). ¦ @admin
pf-starttls-first ¦ 530 5.7.0 any client 35 ¦ ^Must issue a STARTTLS command first ¦ TLS is mandatory (smtpd_tls_security_level=encrypt). ¦ @tlslogin
pf-tls-local ¦ 454 4.7.0 starttls server 38 ¦ ^TLS not available due to local problem ¦ TLS broken at the server (certificate or key not loadable). ¦ @admin
pf-tls-active ¦ 554 5.5.1 starttls client 25 ¦ ^Error: TLS already active ¦ STARTTLS twice.
pf-tls-many ¦ 421,454 4.7.0 starttls policy 38 ¦ Error: too many new TLS sessions from (?<client>\S+) ¦ TLS session rate limit (smtpd_client_new_tls_session_rate_limit). ¦ @slower
pf-helo-first ¦ 503 5.5.1 any client 27 ¦ ^Error: send HELO\/EHLO first ¦ No HELO or EHLO yet (smtpd_helo_required). ¦ @ehlo
pf-need-mail ¦ 503,554 5.5.1 rcpt client 24 ¦ ^Error: need MAIL command ¦ RCPT or DATA without MAIL (MAIL missing or refused before). ¦ @order
pf-need-rcpt ¦ 503 5.5.1 data client 24 ¦ ^Error: need RCPT command ¦ DATA without recipient (RCPT missing). ¦ @order
pf-novalid ¦ 554 5.5.1 data client 26 ¦ ^Error: no valid recipients ¦ None of the recipients was accepted, so there is nobody to send the message to. ¦ @rcpt
pf-nested ¦ 503 5.5.1 mail client 26 ¦ ^Error: nested MAIL command ¦ Second MAIL in one transaction (RSET missing). ¦ @rset
pf-notrec ¦ 500,502 5.5.2 any client 29 ¦ ^Error: command not recognized ¦ Unknown command (typo, blank line or message text as command). ¦ @syntax
pf-notimpl ¦ 502,521 5.5.1 any client 30 ¦ ^Error: command not implemented ¦ Command unsupported (extension off). ¦ @leave
pf-badsyntax ¦ 500 5.5.2 any client 17 ¦ ^Error: bad (?:UTF-8 )?syntax ¦ Blank or malformed line (empty command line). ¦ @syntax
pf-rules ¦ 221,521 2.7.0 any client 37 ¦ Error: I can break rules, too\. Goodbye\. ¦ HTTP or proxy talk on the SMTP port (smtpd_forbidden_commands matched). ¦ Speak SMTP.
pf-errors ¦ 421 4.7.0 any client 23 ¦ ^(?<host>\S+) Error: too many errors ¦ Connection dropped after many errors (smtpd_hard_error_limit). ¦ Fix the first error of the session.
pf-timeout ¦ 421 4.4.2 any client 24 ¦ ^(?<host>\S+) Error: timeout exceeded ¦ Client was silent too long (smtpd_timeout). ¦ Send commands promptly; check proxies.
pf-conns ¦ 421 4.7.0 connect policy 33 ¦ Error: too many connections from (?<client>\S+) ¦ Too many connections at once (smtpd_client_connection_count_limit or rate limit). ¦ @slower
pf-muchmail ¦ 450 4.7.1 mail policy 26 ¦ ^Error: too much mail from (?<client>\S+) ¦ Message rate limit (smtpd_client_message_rate_limit). ¦ @slower
pf-rcptrate ¦ 450 4.7.1 rcpt policy 32 ¦ ^Error: too many recipients from (?<client>\S+) ¦ Recipient rate limit (smtpd_client_recipient_rate_limit). ¦ @slower
pf-manyrcpt ¦ 452 4.5.3 rcpt policy 26 ¦ ^Error: too many recipients\s*$ ¦ Recipient limit per message (smtpd_recipient_limit). ¦ @split
pf-authrate ¦ 450 4.7.1 auth policy 35 ¦ ^Error: too many AUTH commands from (?<client>\S+) ¦ AUTH rate limit (smtpd_client_auth_rate_limit). ¦ @wait
pf-size ¦ 552 5.3.4 mail sender 32 ¦ ^Message size exceeds fixed limit ¦ Declared size above the limit (SIZE= above message_size_limit). ¦ @smaller
pf-size-fs ¦ 552 5.3.4 mail sender 46 ¦ Message size exceeds file system imposed limit ¦ Declared size above what the disk allows (message_size_limit or file system). ¦ @smaller
pf-toobig ¦ 552 5.3.4 eod sender 20 ¦ ^(?:Error: )?message file too big ¦ Message larger than message_size_limit (too much data). ¦ @smaller
pf-qwrite ¦ 451,450 4.3.0 eod server 22 ¦ ^(?:Error: )?queue file write error ¦ Queue file could not be written (disk full, size limit or filter timeout). ¦ @wait
pf-space ¦ 452 4.3.1 mail server 27 ¦ ^Insufficient system storage ¦ Queue disk nearly full (free space below queue_minfree or 1.5 x size limit). ¦ @admin
pf-content ¦ 550,554 5.7.1 eod policy 24 ¦ message content rejected ¦ header_checks, body_checks or milter refused (content rule matched). ¦ @admin
pf-hops ¦ 554 5.4.6 eod server 13 ¦ ^(?:Error: )?too many hops ¦ Mail loop (received lines above hopcount_limit). ¦ @loop
pf-barelf ¦ 550,521 5.5.2 eod client 25 ¦ Error: bare <LF> received ¦ Line ended with LF only (smtpd_forbid_bare_newline (smuggling defence)). ¦ @crlf
pf-chunk ¦ 552 5.3.4 data sender 32 ¦ ^Chunk exceeds message size limit ¦ BDAT chunk too large (message_size_limit). ¦ @smaller
pf-badsender ¦ 501 5.1.7 mail client 25 ¦ ^Bad sender address syntax ¦ MAIL address malformed (illegal characters). ¦ @syntax
pf-badrcpt ¦ 501 5.1.3 rcpt client 28 ¦ ^Bad recipient address syntax ¦ RCPT address malformed (illegal characters). ¦ @syntax
pf-syn-mail ¦ 501 5.5.4 mail client 27 ¦ ^Syntax: MAIL FROM:<address> ¦ MAIL syntax wrong (missing colon or brackets). ¦ Write MAIL FROM:<address>.
pf-syn-rcpt ¦ 501 5.5.4 rcpt client 25 ¦ ^Syntax: RCPT TO:<address> ¦ RCPT syntax wrong (missing colon or brackets). ¦ Write RCPT TO:<address>.
pf-syn-helo ¦ 501 - helo client 17 ¦ ^Syntax: (?:HELO|EHLO) hostname ¦ HELO without host name (argument missing). ¦ @helo
pf-unsup-opt ¦ 555 5.5.4 any client 20 ¦ ^Unsupported option: (?<option>\S+) ¦ ESMTP parameter unknown (extension not offered). ¦ @param
pf-utf8 ¦ 553 5.6.7 any client 45 ¦ Must declare SMTPUTF8 to send unicode address ¦ Non-ASCII address without SMTPUTF8 (parameter missing in MAIL). ¦ Add SMTPUTF8 to MAIL or use ASCII.
pf-auth-ok ¦ 235 2.7.0 auth server 25 ¦ ^Authentication successful ¦ Login succeeded.
pf-auth-fail ¦ 535 5.7.8 auth client 30 ¦ ^Error: authentication failed: (?<detail>.*) ¦ Login refused (wrong credentials or mechanism; detail follows). ¦ @password
pf-auth-temp ¦ 454 4.7.0 auth server 34 ¦ ^Temporary authentication failure: (?<detail>.*) ¦ Login could not be checked (SASL server unreachable). ¦ @wait
pf-auth-off ¦ 503 5.5.1 auth client 33 ¦ ^Error: authentication not enabled ¦ AUTH off on this port or before TLS (smtpd_sasl_auth_enable=no or smtpd_tls_auth_only). ¦ Use the submission port and STARTTLS.
pf-auth-enc ¦ 504,538 5.5.4 auth client 58 ¦ ^Encryption required for requested authentication mechanism ¦ Plain mechanism only inside TLS (smtpd_sasl_tls_security_options). ¦ @tlslogin
pf-auth-abort ¦ 501 5.7.0 auth client 22 ¦ ^Authentication aborted ¦ Client cancelled the login (a single * was sent). ¦ @password
pf-vrfy-off ¦ 502 5.5.1 any policy 24 ¦ ^VRFY command is disabled ¦ VRFY off (disable_vrfy_command).
pf-queued ¦ 250 2.0.0 eod server 10 ¦ ^Ok: (?:\d+ bytes )?queued as (?<id>\w+) ¦ Message queued.
pf-ps-proto ¦ 521,550 5.5.1 any client 14 ¦ ^Protocol error ¦ Postscreen protocol test failed (pregreet, pipelining or bare newline seen). ¦ Wait for the greeting and each answer.
pf-ps-unavail ¦ 421,450,521,550 4.3.2 any policy 29 ¦ ^Service currently unavailable ¦ postscreen puts an unknown client off until it comes back, or refuses a listed one. ¦ @minutes
pf-ps-busy ¦ 421 4.3.2 connect server 15 ¦ ^All (?:server|screening) ports are busy ¦ Server overloaded (process limit reached). ¦ @wait
pf-ps-rbl ¦ 550,521 5.7.1 any policy 45 ¦ ^Service unavailable; client \[(?<ip>[^\]]+)\] blocked using (?<list>\S+) ¦ Postscreen found the client on DNS lists (postscreen_dnsbl_threshold reached). ¦ @delist
pf-ps-conn ¦ 421 4.7.0 connect policy 27 ¦ ^Error: too many connections\s*$ ¦ Too many connections at once (postscreen client limit). ¦ @slower
pf-moved ¦ 550,551 5.1.6 rcpt recipient 18 ¦ User has moved to (?<address>\S+) ¦ Recipient relocated (relocated_maps entry). ¦ @new
pf-loops ¦ 554,550 5.4.6 rcpt server 30 ¦ mail for (?<domain>\S+) loops back to myself ¦ Server is MX for a domain it does not own (domain missing in mydestination or relay_domains). ¦ Add the domain or fix the MX.
pf-etrn ¦ 554 5.7.1 any policy 39 ¦ ^<(?<client>[^>]*)>: Etrn command rejected: Access denied ¦ ETRN refused (smtpd_etrn_restrictions). ¦ @admin
pf-cert ¦ 503 5.7.0 any policy 25 ¦ ^Error: access denied for (?<client>\S+) ¦ Service closed to this client (connect-time restriction). ¦ @admin
# Exim
ex-banner ¦ 220 - connect server 12 ¦ ^(?<host>\S+) ESMTP Exim (?<version>\S+) (?<date>.+) ¦ Server ready.
ex-unroute ¦ 550,451 - rcpt recipient 19 ¦ ^(?:<[^>]*>:? )?Unrouteable address ¦ No router takes the address (unknown local user or domain without MX). ¦ @address
ex-adminproh ¦ 550 - any policy 26 ¦ Administrative prohibition ¦ Refused by an access rule (ACL denied without own text). ¦ @admin
ex-senderverify ¦ 550,451 - rcpt sender 20 ¦ Sender verify failed ¦ Sender address could not be verified (sender domain or mailbox not deliverable). ¦ Make the sender address able to receive.
ex-senderverify-temp ¦ 451,450 - rcpt sender 32 ¦ Could not complete sender verify(?<callout> callout)? ¦ Sender check undecided (DNS or callout to the sender MX failed). ¦ @wait
ex-callout-postmaster ¦ 550 - rcpt sender 47 ¦ Postmaster verification failed while checking <(?<address>[^<>]*)> ¦ Sender domain refuses mail to postmaster (callout to postmaster refused). ¦ Accept mail for postmaster.
ex-callout-setup ¦ 550 - rcpt sender 39 ¦ Callback setup failed while verifying <(?<address>[^<>]*)> ¦ Sender MX refused the check connection (MX rejects HELO or null sender). ¦ Accept MAIL FROM:<>.
ex-sync ¦ 554 - any client 26 ¦ SMTP synchronization error ¦ Client sent before its turn (early talk or wrong pipelining). ¦ @order
ex-too-conn-ip ¦ 421 - connect policy 57 ¦ Too many concurrent SMTP connections from this IP address ¦ Too many connections from the client’s address (smtp_accept_max_per_host). ¦ @slower
ex-too-conn ¦ 421 - connect server 60 ¦ Too many concurrent SMTP connections; please try again later ¦ Server has too many connections (smtp_accept_max). ¦ @wait
ex-load ¦ 421 - connect server 37 ¦ Too much load; please try again later ¦ Server overloaded (smtp_load_reserve). ¦ @wait
ex-toomanymsg ¦ 421 - mail policy 36 ¦ too many messages in this connection ¦ Message limit per connection (smtp_accept_max_per_connection). ¦ @again
ex-manyrcpt ¦ 452,552 - rcpt policy 19 ¦ ^too many recipients\s*$ ¦ Recipient limit (recipients_max). ¦ @split
ex-manyrcpt2 ¦ 554 - data policy 19 ¦ ^Too many recipients\s*$ ¦ Recipient limit (recipients_max_reject). ¦ Fewer recipients.
ex-syntaxerrs ¦ 421,501,503,554 - any client 34 ¦ ^Too many syntax or protocol errors ¦ Connection dropped after many errors (smtp_max_synprot_errors). ¦ @order
ex-unreccmds ¦ 500 - any client 30 ¦ Too many unrecognized commands ¦ Connection dropped after unknown commands (smtp_max_unknown_commands). ¦ @order
ex-unrec ¦ 500 - any client 20 ¦ unrecognized command ¦ Unknown command (typo or blank line). ¦ @syntax
ex-helo-req ¦ 503 - mail client 21 ¦ ^HELO or EHLO required ¦ No HELO or EHLO yet (client skipped the greeting). ¦ @ehlo
ex-helo-syn ¦ 501 - helo client 31 ¦ ^Syntactically invalid (?<verb>\S+) argument\(s\) ¦ HELO name malformed (underscore, bare IP or missing name). ¦ @helo
ex-nosender ¦ 503 - rcpt client 20 ¦ ^sender not yet given ¦ RCPT without MAIL (MAIL missing or refused). ¦ @order
ex-sendergiven ¦ 503 - mail client 20 ¦ ^sender already given ¦ Second MAIL (RSET missing). ¦ @rset
ex-validrcpt ¦ 503 - data client 32 ¦ ^Valid RCPT command must precede (?<verb>DATA|BDAT) ¦ No accepted recipient (all RCPT were refused). ¦ @rcpt
ex-allrcpt ¦ 503 - data client 48 ¦ All RCPT commands were rejected with this error: ¦ No recipient left (each RCPT was refused for the quoted reason). ¦ Read the quoted error.
ex-354 ¦ 354 - data server 49 ¦ ^Enter message, ending with "\." on a line by itself ¦ Send the message now.
ex-okid ¦ 250 - eod server 6 ¦ ^OK id=(?<id>\S+) ¦ Message queued.
ex-accepted ¦ 250 - rcpt server 8 ¦ ^Accepted\s*$ ¦ Recipient accepted.
ex-size ¦ 552 - any sender 38 ¦ ^Message size exceeds maximum permitted ¦ Message too large (message_size_limit). ¦ @smaller
ex-space ¦ 452 - mail server 32 ¦ ^Space shortage, please try later ¦ Spool disk nearly full (check_spool_space). ¦ @admin
ex-hops ¦ 550 - eod server 49 ¦ Too many "Received" headers - suspected mail loop ¦ Mail loop (received_headers_max). ¦ @loop
ex-hdrsize ¦ 552 - eod sender 0 ¦ ^(?:Message header is ridiculously long|A message header line is too long) ¦ Headers too long (header_maxsize or header_line_maxsize). ¦ @headers
ex-qualify-s ¦ 501 - mail client 36 ¦ sender address must contain a domain ¦ Sender lacks a domain (unqualified address). ¦ @full
ex-qualify-r ¦ 501 - rcpt client 39 ¦ recipient address must contain a domain ¦ Recipient lacks a domain (unqualified address). ¦ @full
ex-operand ¦ 501 - any client 29 ¦ ^(?<verb>MAIL FROM|RCPT TO) must have an address operand ¦ Address missing. ¦ @syntax
ex-nul ¦ 501 - any client 47 ¦ NUL characters are not allowed in SMTP commands ¦ NUL in a command (binary data or wrong protocol). ¦ @syntax
ex-authfail ¦ 535 - auth client 29 ¦ ^Incorrect authentication data ¦ Login refused (wrong user name or password). ¦ @password
ex-authtemp ¦ 435,454 - auth server 33 ¦ ^Unable to authenticate at present(?:: (?<detail>.+))? ¦ Login could not be checked (back end failed). ¦ @wait
ex-authnotadv ¦ 503 - auth client 37 ¦ AUTH command used when not advertised ¦ AUTH off here (needs TLS first or other port). ¦ @tlslogin
ex-tlsnotadv ¦ 503 - starttls server 41 ¦ STARTTLS command used when not advertised ¦ STARTTLS off here (tls_advertise_hosts). ¦ Use another port.
ex-tlsunavail ¦ 454 - starttls server 25 ¦ ^TLS currently unavailable ¦ TLS broken at the server (certificate or key problem). ¦ @admin
ex-secfail ¦ 554 - starttls client 16 ¦ ^Security failure ¦ Data sent together with STARTTLS (injection suspected). ¦ Wait for 220 before TLS.
ex-mechna ¦ 504 - auth client 39 ¦ ^(?<mech>\S+) authentication mechanism not supported ¦ Mechanism not offered (client chose an unlisted mechanism). ¦ @mech
ex-refused ¦ 554 - connect policy 26 ¦ ^SMTP service not available ¦ Client host refused (host_reject_connection). ¦ @admin
ex-cfgerr ¦ 421 - connect server 49 ¦ Local configuration error; please try again later ¦ Server misconfigured (bad configuration file). ¦ @admin
ex-localprob ¦ 451 - rcpt server 26 ¦ local verification problem ¦ Internal lookup failure (database or DNS lookup failed). ¦ @wait
ex-cannotresolve ¦ 451 - any server 30 ¦ ^Cannot resolve <(?<address>[^>]*)> at this time ¦ Address undecided (temporary routing failure). ¦ @wait
ex-timeout ¦ 421 - any client 20 ¦ SMTP command timeout ¦ Client silent too long (smtp_receive_timeout). ¦ Send promptly; check proxies.
ex-lost ¦ 421 - any network 24 ¦ Lost incoming connection ¦ Connection broke (network or client). ¦ @wait
ex-readerr ¦ 451 - eod server 30 ¦ ^Error while reading input data ¦ Message could not be read (network or disk error). ¦ @wait
ex-writeerr ¦ 451 - eod server 6 ¦ ^Error (?:while writing spool file|in writing spool file) ¦ Message could not be stored. ¦ @admin
ex-fakereject ¦ 550 - eod policy 41 ¦ rejected but is being kept for evaluation ¦ Refused in name, kept for study (control = fakereject). ¦ @admin
ex-onward ¦ 450 - eod server 32 ¦ ^Onward transmission not accepted ¦ Cut-through delivery refused (next hop refused). ¦ @wait
ex-relay ¦ 550 - rcpt client 19 ¦ ^(?:<[^>]*>:? )?relay not permitted ¦ Relaying denied: the domain is not local and the client has not logged in. ¦ @relay
ex-restricted ¦ 550 - rcpt client 32 ¦ ^restricted characters in address ¦ Illegal characters in the local part (leading dot, slash, pipe, percent). ¦ @syntax
ex-deb-sv ¦ 550 - rcpt sender 26 ¦ ^Sender verification failed ¦ Sender address not verifiable (sender domain not deliverable). ¦ @sender
ex-deb-manybad ¦ 550 - rcpt policy 36 ¦ ^Rejected for too many bad recipients ¦ Too many unknown recipients (dictionary attack defence). ¦ Clean the list.
ex-deb-black-s ¦ 550 - rcpt policy 52 ¦ sender envelope address (?<address>\S+) is locally blacklisted here ¦ Sender on a local block list (local_sender_blacklist). ¦ @admin
ex-deb-black-h ¦ 550 - rcpt policy 46 ¦ sender IP address (?<ip>\S+) is locally blacklisted here ¦ Client address on a local block list (local_host_blacklist). ¦ @admin
ex-deb-spf ¦ 550 - rcpt dns 34 ¦ \[SPF\] (?<ip>\S+) is not allowed to send mail from (?<domain>\S+?)\.?\s*$ ¦ SPF forbids this IP (SPF record of the sender domain). ¦ @spf
ex-deb-spftemp ¦ 451 - rcpt dns 45 ¦ Temporary DNS error while checking SPF record ¦ SPF undecided (DNS failure). ¦ @wait
ex-deb-line ¦ 550 - eod client 47 ¦ maximum allowed line length is 998 octets, got (?<n>\d+) ¦ Line too long (body line above 998 octets). ¦ @wrap
ex-deb-hdr ¦ 550 - eod client 13 ¦ ^header syntax\s*$ ¦ Header malformed (verify = header_syntax). ¦ Fix address headers.
ex-deb-hdrsender ¦ 550 - eod sender 47 ¦ No verifiable sender address in message headers ¦ From, Sender or Reply-To not verifiable (verify = header_sender). ¦ @sender
ex-deb-remote ¦ 550 - rcpt server 39 ¦ Mailing to remote domains not supported ¦ Host delivers locally only (Debian local-only set-up). ¦ Configure a smart host.
# greylistd
greylistd ¦ 451,450 - rcpt policy 51 ¦ ^(?<ip>\S+) is not yet authorized to deliver mail from <(?<sender>[^>]*)> to <(?<address>[^>]*)> ¦ Greylisting: greylistd puts the first attempt off, a retry after some minutes is taken. Nothing is lost. ¦ @minutes
greylistd-black ¦ 550 - rcpt policy 41 ¦ ^(?<ip>\S+) is blacklisted from delivering mail from ¦ Triplet is on a black list (administrator entry). ¦ @admin
# Exim, cPanel
cp-nosuch ¦ 550 - rcpt recipient 17 ¦ ^No Such User Here ¦ No such mailbox (local part not known). ¦ @address
cp-noperson ¦ 550 - rcpt recipient 30 ¦ No such person at this address ¦ No such mailbox (local part not known). ¦ @address
cp-maxhour ¦ 550 - eod policy 29 ¦ Domain (?<domain>\S+) has exceeded the max (?:emails per hour|defers and failures per hour) ¦ Hourly limit of the hosting account (too much outgoing mail). ¦ Wait an hour; look for abuse.
cp-lowest-mx ¦ 550,451 - rcpt server 46 ¦ lowest numbered MX record points to local host ¦ Domain MX is this server but domain not local (domain missing in local domains). ¦ Add the domain or change the MX.
cp-authneeded ¦ 550 - rcpt client 56 ¦ SMTP AUTH is required for message submission on port 587 ¦ Login demanded (submission port). ¦ @login
# OpenSMTPD
os-hello ¦ 250 - helo server 30 ¦ ^(?<host>\S+) Hello (?<helo>\S+) \[(?<ip>[^\]]+)\], pleased to meet you ¦ Greeting accepted.
os-invalid-rcpt ¦ 550,553 5.1.1 rcpt recipient 17 ¦ ^Invalid recipient(?:: <(?<address>[^>]*)>)? ¦ Recipient not accepted (no match rule, or no such user). ¦ @address
os-rcpt-ok ¦ 250 2.1.5 rcpt server 14 ¦ ^(?<text>[^:]+): Recipient ok ¦ Recipient accepted.
os-auth-first ¦ 530 5.5.1 mail client 32 ¦ Must issue an AUTH command first ¦ Login demanded (auth on the listener). ¦ @login
os-tls-first ¦ 530 5.5.1 mail client 52 ¦ ^Invalid command: Must issue a STARTTLS command first ¦ TLS demanded (tls-require on the listener). ¦ @tlslogin
os-auth-failed ¦ 535 - auth client 21 ¦ ^Authentication failed\s*$ ¦ Login refused (wrong credentials). ¦ @password
os-loop ¦ 500 5.4.6 eod server 13 ¦ Loop detected ¦ Mail loop (too many Received lines). ¦ @loop
os-toobig ¦ 554 5.3.4 eod sender 35 ¦ Transaction failed, message too big ¦ Message too large (max-message-size). ¦ @smaller
os-5322 ¦ 550 5.7.1 eod client 33 ¦ Message is not RFC 2822 compliant ¦ Malformed headers (missing or duplicate header, illegal line). ¦ @fixhead
os-manyrcpt ¦ 451,452 4.5.3 rcpt policy 21 ¦ ^(?<text>[^:]+): Too many recipients ¦ Recipient limit (max recipients of a session). ¦ @split
os-seq ¦ 503 5.5.1 any client 33 ¦ Command not allowed at this point\. ¦ Wrong order (phase mismatch). ¦ @order
os-unrec ¦ 500 5.5.1 any client 37 ¦ ^Invalid command: Command unrecognized ¦ Unknown command. ¦ @syntax
os-pipel ¦ 500 5.0.0 any client 24 ¦ Pipelining not supported ¦ Several commands in one packet (PIPELINING not offered). ¦ Wait for each answer.
os-norcpt ¦ 503 5.5.1 data client 22 ¦ No recipient specified ¦ No accepted recipient (RCPT missing). ¦ @order
# qmail, netqmail, notqmail
qm-banner ¦ 220 - connect server 6 ¦ ^(?<host>\S+) ESMTP\s*$ ¦ Server ready (other programs greet so too).
qm-relay ¦ 553 - rcpt client 57 ¦ sorry, that domain isn't in my list of allowed rcpthosts \(#5\.7\.1\) ¦ Relaying denied: the domain is not in rcpthosts, and tcp.smtp sets no RELAYCLIENT for the client. ¦ @relay
qm-badmailfrom ¦ 553 - rcpt policy 54 ¦ sorry, your envelope sender is in my badmailfrom list \(#5\.7\.1\) ¦ Sender on a local block list (badmailfrom entry). ¦ @admin
qm-mailfirst ¦ 503 - rcpt client 11 ¦ ^MAIL first \(#5\.5\.1\) ¦ RCPT or DATA without MAIL. ¦ @order
qm-rcptfirst ¦ 503 - data client 11 ¦ ^RCPT first \(#5\.5\.1\) ¦ DATA without recipient (all RCPT were refused). ¦ @order
qm-unimpl ¦ 502 - any client 14 ¦ ^unimplemented \(#5\.5\.1\) ¦ Unknown command (typo or missing extension). ¦ @syntax
qm-syntax ¦ 555 - any client 13 ¦ ^syntax error \(#5\.5\.4\) ¦ Address malformed or too long (above 900 characters). ¦ @syntax
qm-lf ¦ 451 - eod client 40 ¦ See http:\/\/pobox\.com\/~djb\/docs\/smtplf\.html ¦ Line ended with LF only (bare LF in the message). ¦ @crlf
qm-timeout ¦ 451 - any client 8 ¦ ^timeout \(#4\.4\.2\) ¦ Client silent too long (timeoutsmtpd). ¦ Send promptly.
qm-nomem ¦ 421 - any server 14 ¦ ^out of memory \(#4\.3\.0\) ¦ Server out of memory (softlimit too small). ¦ @admin
qm-controls ¦ 421 - any server 24 ¦ unable to read controls \(#4\.3\.0\) ¦ Server misconfigured (control files unreadable). ¦ @admin
qm-vrfy ¦ 252 - any server 32 ¦ ^send some mail, i'll try my best ¦ VRFY answered vaguely.
qm-hops ¦ 554 - eod server 39 ¦ too many hops, this message is looping \(#5\.4\.6\) ¦ Mail loop (100 hops). ¦ @loop
qm-databytes ¦ 552 - eod sender 52 ¦ sorry, that message size exceeds my databytes limit \(#5\.3\.4\) ¦ Message too large (databytes). ¦ @smaller
qm-ok ¦ 250 - eod server 0 ¦ ^ok (?<time>\d+) qp (?<id>\d+) ¦ Message queued.
qm-flushed ¦ 250 - any server 7 ¦ ^flushed\s*$ ¦ Transaction dropped.
qm-qqt ¦ 451 - data server 12 ¦ ^qqt failure \(#4\.3\.0\) ¦ Queue program could not start (memory or fork limit). ¦ @admin
qm-perm ¦ 554 - eod policy 41 ¦ ^mail server permanently rejected message \(#5\.3\.0\) ¦ Content scanner refused (queue program exit 31 (virus, spam)). ¦ @admin
qm-temp ¦ 451 - eod server 41 ¦ ^mail server temporarily rejected message \(#4\.3\.0\) ¦ Content scanner postponed (queue program exit 71). ¦ @wait
qm-disk ¦ 451 - eod server 28 ¦ ^qq write error or disk full \(#4\.3\.0\) ¦ Queue could not be written. ¦ @admin
qm-create ¦ 451 - eod server 35 ¦ ^qq trouble creating files in queue \(#4\.3\.0\) ¦ Queue could not be written (permissions or disk). ¦ @admin
qm-qqtemp ¦ 451 - eod server 21 ¦ ^qq temporary problem \(#4\.3\.0\) ¦ Queue program failed (scanner or memory trouble). ¦ @wait
qm-qqperm ¦ 554 - eod server 21 ¦ ^qq permanent problem \(#5\.3\.0\) ¦ Queue program refused (exit code 11 to 40). ¦ @admin
qm-354 ¦ 354 - data server 8 ¦ ^go ahead\s*$ ¦ Send the message now.
# qmail, chkuser, qmail-local
qm-nomailbox ¦ 550,511,554 - rcpt recipient 34 ¦ [Ss]orry, no mailbox here by that name\.? ?\(#5\.1\.1(?<chk> - chkuser)?\) ¦ No such mailbox (chkuser or qmail-local found no user). ¦ @address
qm-badrcptto ¦ 553,550 - rcpt policy 54 ¦ sorry, your envelope recipient is in my badrcptto list ¦ Recipient on a local block list (badrcptto patch). ¦ @address
qm-validrcptto ¦ 550,553 - rcpt recipient 51 ¦ sorry, this recipient is not in my validrcptto list ¦ No such recipient (validrcptto patch). ¦ @address
qm-homedir ¦ 451 - eod server 29 ¦ ^qq trouble in home directory \(#4\.3\.0\) ¦ Queue directory unusable or mailbox full (permissions or quota). ¦ @wait
spamdyke-rdns ¦ 554 - rcpt dns 37 ¦ ^Refused\. You have no reverse DNS entry\. ¦ Client address has no PTR (spamdyke reverse DNS check). ¦ @ptr
spamdyke-ccrdns ¦ 554 - rcpt dns 55 ¦ ^Refused\. Your reverse DNS entry contains your IP address ¦ PTR looks like a dial-up name (spamdyke rDNS filter). ¦ @ptr
# Courier
co-polite ¦ 502 - mail client 28 ¦ ^Polite people say HELO first ¦ No HELO or EHLO yet (client skipped the greeting). ¦ @ehlo
co-authreq ¦ 535 - mail client 23 ¦ ^Authentication required\. ¦ Login demanded (AUTH_REQUIRED). ¦ @login
co-authfail ¦ 535 - auth client 15 ¦ ^Authentication (?:failed|rejected)\.? ¦ Login refused (wrong credentials). ¦ @password
co-rfc ¦ 554 - any client 35 ¦ your mail software violates RFC 821 ¦ Address not in brackets or stray data. ¦ @syntax
co-dnsfail ¦ 417 - mail dns 20 ¦ ^DNS lookup failure: (?<domain>\S+) ¦ Sender domain undecided (BOFHCHECKDNS, temporary DNS error). ¦ @wait
co-dnsrej ¦ 517 - mail sender 23 ¦ ^Domain does not exist: (?<domain>\S+?)\.?$ ¦ Sender domain not in DNS (BOFHCHECKDNS). ¦ @sender
co-rfc1035 ¦ 517 - mail dns 48 ¦ RFC 1035 violation: recursive CNAME records for (?<domain>\S+) ¦ MX points to a CNAME (DNS of the sender domain). ¦ @dns
co-spf ¦ 517 - mail dns 39 ¦ Rejected by the Sender Policy Framework ¦ SPF forbids this IP (BOFHSPFMAILFROM). ¦ @spf
co-unavail ¦ 556 - rcpt recipient 19 ¦ ^Address unavailable\. ¦ Recipient cannot be reached (alias or mailbox off). ¦ @address
co-tempunavail ¦ 456 - rcpt server 31 ¦ ^Address temporarily unavailable\. ¦ Recipient undecided (back end failure). ¦ @wait
co-user ¦ 550 - rcpt recipient 12 ¦ ^User unknown\. ¦ No such mailbox (not local). ¦ @address
co-relay ¦ 513 - rcpt client 15 ¦ ^Relaying denied\. ¦ Server will not forward (not logged in). ¦ @relay
co-manyrcpt ¦ 431,531 - rcpt policy 19 ¦ ^Too many recipients\. ¦ Recipient limit (MAXRCPT). ¦ @split
co-full ¦ 431 - any server 16 ¦ ^Mail system full\. ¦ Queue disk full. ¦ @admin
co-loop ¦ 546 - eod server 51 ¦ Routing loop detected -- too many Received: headers\. ¦ Mail loop (too many hops). ¦ @loop
co-mime ¦ 550 - eod policy 50 ¦ Message MIME complexity exceeds the policy maximum ¦ Too many MIME parts. ¦ Simplify the message.
co-white ¦ 412 - rcpt recipient 65 ¦ You are not whitelisted by this recipient, please try again later ¦ Recipient wants known senders (whitelist filter). ¦ @wait
co-starttls ¦ 400 - any client 26 ¦ ^STARTTLS is required first\. ¦ TLS demanded (ESMTP_TLS_REQUIRED). ¦ @tlslogin
co-notauth ¦ 571 - eod policy 40 ¦ ^Delivery not authorized, message refused\. ¦ Refused. ¦ @admin
# Haraka
ha-lf ¦ 451 - eod client 49 ¦ Bare line-feed; see https:\/\/haraka\.github\.io\/barelf ¦ Line ended with LF only (strict line ends). ¦ @crlf
ha-354 ¦ 354 - data server 21 ¦ ^go ahead, make my day ¦ Send the message now.
ha-mailfirst ¦ 503 - rcpt client 20 ¦ ^Use MAIL before RCPT ¦ RCPT without MAIL. ¦ @order
ha-helofirst ¦ 503 - mail client 25 ¦ ^Use EHLO\/HELO before MAIL ¦ No HELO or EHLO yet (client skipped the greeting). ¦ @ehlo
ha-mailreq ¦ 503 - data client 19 ¦ ^MAIL required first ¦ DATA without MAIL. ¦ @order
ha-rcptreq ¦ 503 - data client 19 ¦ ^RCPT required first ¦ DATA without recipient (all RCPT refused). ¦ @order
ha-toobig ¦ 550,450 - any sender 16 ¦ ^Message too big! ¦ Message too large (databytes). ¦ @smaller
ha-loop ¦ 550 - eod server 46 ¦ Too many received headers - possible mail loop ¦ Mail loop (max_received_count). ¦ @loop
ha-authreq ¦ 550 - mail client 23 ¦ ^Authentication required\s*$ ¦ Login demanded (submission listener). ¦ @login
ha-busy ¦ 421 - connect server 32 ¦ ^Too busy; please try again later ¦ Overloaded (toobusy plugin). ¦ @wait
ha-welcome ¦ 554 - connect policy 29 ¦ ^Your mail is not welcome here ¦ Client refused (connect plugin DENY). ¦ @admin
ha-rdns ¦ 554,421 - connect dns 5 ¦ ^rDNS (?:Lookup Failed|Temporary Failure) ¦ Reverse lookup failed (PTR missing or DNS failure). ¦ @ptr
ha-leak ¦ 550,554 - eod policy 63 ¦ Credential leak detected: never give out your username\/password ¦ Password of the user in the message (prevent_credential_leaks). ¦ Do not send the password.
ha-spoof ¦ 550 - mail policy 17 ¦ ^Spoofed MAIL FROM ¦ Own domain used from outside (smtp_forward check). ¦ @login
ha-tlsport ¦ 501 - any client 35 ¦ SSL attempted over a non-SSL socket ¦ TLS handshake on a plain port (client set to implicit TLS). ¦ Use STARTTLS or port 465.
# hMailServer
hm-authreq ¦ 530,550 - rcpt client 28 ¦ ^SMTP authentication (?:is )?required\. ¦ Login demanded (IP range demands AUTH). ¦ @login
hm-notallowed ¦ 550 - rcpt policy 39 ¦ ^Delivery is not allowed to this address\. ¦ Relay not permitted (IP range bars external recipients). ¦ @relay
hm-unknown ¦ 550 - rcpt recipient 12 ¦ ^Unknown user\s*$ ¦ No such mailbox (no account, alias or list). ¦ @address
hm-inactive ¦ 550 - rcpt recipient 14 ¦ ^(?<what>Account|Alias|Distribution list) is not active\. ¦ Recipient disabled. ¦ @admin
hm-domoff ¦ 550 - rcpt server 24 ¦ ^Domain has been disabled\. ¦ Domain disabled. ¦ @admin
hm-route ¦ 550 - rcpt recipient 27 ¦ ^Recipient not in route list\. ¦ No such recipient at the route (route address list). ¦ @address
hm-grey ¦ 451 - rcpt policy 22 ¦ ^Please try again later\.\s*$ ¦ Greylisting: the first attempt is put off, a retry after some minutes is taken. Nothing is lost. ¦ @minutes
hm-size ¦ 552 - mail sender 69 ¦ ^Message size exceeds fixed maximum message size\. Size: (?<size>\d+) KB, Max size: (?<max>\d+) KB ¦ Message too large (size limit). ¦ @smaller
hm-list ¦ 550 - rcpt policy 15 ¦ ^Not authorized (?<who>owner|sender)\. ¦ List closed to this sender (distribution list mode). ¦ @admin
hm-queued ¦ 250 - eod server 7 ¦ ^Queued \((?<seconds>[\d.]+) seconds\) ¦ Message queued.
hm-sender ¦ 503 - rcpt client 22 ¦ ^must have sender first\. ¦ RCPT without MAIL. ¦ @order
hm-reset ¦ 503 - mail client 39 ¦ ^Issue a reset if you want to start over ¦ Second MAIL (RSET missing). ¦ @rset
hm-creds ¦ 550 - mail client 56 ¦ ^Login credentials no longer valid\. Please re-authenticate\. ¦ Login expired (password changed). ¦ @password
hm-invalid ¦ 550 - any client 0 ¦ ^(?:The address is not valid|A valid address is required)\. ¦ Address malformed. ¦ @syntax
# Postgrey
postgrey ¦ 450 4.2.0 rcpt policy 16 ¦ Greylisted, see (?<url>\S+) ¦ Greylisting: Postgrey puts the first attempt off, a retry after some minutes is taken. Nothing is lost. ¦ Retry after 5 minutes from the same IP.
# sqlgrey
sqlgrey ¦ 450 4.7.1 rcpt policy 23 ¦ Greylisted for (?<minutes>\d+) minutes ¦ Greylisting: sqlgrey puts the first attempt off, a retry after the time it names is taken. Nothing is lost. ¦ Retry after the given minutes.
sqlgrey-throttle ¦ 450 4.7.1 rcpt policy 50 ¦ Throttling too many connections from new source -  ¦ New source throttled (too many greylisted entries). ¦ @slower
# Rspamd
rs-spam ¦ 554 5.7.1 eod policy 21 ¦ ^Spam message rejected ¦ Content scored as spam (reject threshold reached). ¦ Look at the content and reputation.
rs-grey ¦ 451 4.7.1 eod policy 15 ¦ ^Try again later\s*$ ¦ Greylisting: Rspamd puts a doubtful message off, a retry after some minutes is taken. ¦ @minutes
rs-gtube ¦ 554 5.7.1 eod sender 13 ¦ ^Gtube pattern ¦ Spam test string found (GTUBE in the message). ¦ Remove the test string.
rs-ratelimit ¦ 451 4.7.1 eod policy 21 ¦ ^Ratelimit "(?<bucket>[^"]+)" exceeded ¦ Rate limit (ratelimit module). ¦ @slower
rs-dmarc ¦ 554 5.7.1 eod dns 19 ¦ ^Action set by DMARC ¦ DMARC policy of the From domain says reject (SPF and DKIM not aligned). ¦ @align
rs-map ¦ 554 5.7.1 eod policy 13 ¦ ^Matched map: (?<symbol>\S+) ¦ Matched an administrator list (multimap module). ¦ @admin
rs-av ¦ 554 5.7.1 eod sender 16 ¦ ^(?<scanner>[\w-]+): virus found: "(?<virus>[^"]+)" ¦ Virus found (antivirus module). ¦ @clean
# OpenDMARC
opendmarc ¦ 550 5.7.1 eod dns 29 ¦ rejected by DMARC policy for (?<domain>\S+) ¦ DMARC policy of the From domain says reject (neither SPF nor DKIM aligned). ¦ @align
# OpenDKIM
opendkim-bad ¦ 550 5.7.0 eod sender 23 ¦ ^bad DKIM signature data ¦ DKIM signature broken (message changed or wrong key). ¦ Check key and changes on the way.
opendkim-none ¦ 550 5.7.0 eod sender 22 ¦ ^no DKIM signature data ¦ Unsigned message (policy wants DKIM). ¦ @dkim
opendkim-key ¦ 451 4.7.5 eod dns 25 ¦ ^DKIM key retrieval failed ¦ Key not readable from DNS (DNS failure). ¦ @dns
# clamav-milter
clamav ¦ 550,554 5.7.1 eod sender 9 ¦ ^Infected \((?<virus>[^)]+)\) ¦ Virus found (ClamAV matched). ¦ @clean
# spamass-milter
spamass ¦ 550 5.7.1 eod policy 23 ¦ ^Blocked by SpamAssassin ¦ Content scored as spam. ¦ Look at the content.
# policyd-weight
pw-spam ¦ 550 5.7.1 rcpt policy 66 ¦ Mail appeared to be SPAM or forged\. Ask your Mail\/DNS-Administrator ¦ Client scored as spam (HELO, MX and list scores). ¦ Fix HELO and DNS, ask for delisting.
pw-rbl ¦ 550 5.7.1 rcpt policy 37 ¦ Your MTA is listed in too many DNSBLs ¦ Client on several lists (DNSBL count). ¦ @delist
# policyd-spf, pyspf
spf-py ¦ 550,451 5.7.23 rcpt dns 29 ¦ Message (?<verb>rejected|deferred) due to: (?<detail>.{1,200})\. Please see (?<url>\S+) ¦ SPF check failed (IP not in the SPF record). ¦ @spf
spf-permerr ¦ 550 5.7.24 rcpt dns 21 ¦ SPF Permanent Error: (?<detail>.+) ¦ SPF record invalid (syntax or too many lookups). ¦ Correct the SPF record.
spf-temperr ¦ 451 4.7.24 rcpt dns 21 ¦ SPF Temporary Error: (?<detail>.+) ¦ SPF undecided (DNS failure). ¦ @wait
# amavisd-new
am-rcpt ¦ 503 5.5.1 rcpt client 29 ¦ ^Need MAIL command before RCPT ¦ RCPT without MAIL. ¦ @order
am-proc ¦ 451 4.5.0 eod server 24 ¦ ^Error in processing, id=(?<id>[^,]+), (?<detail>.+) ¦ Content filter failed (scanner or decoder error). ¦ @admin
am-reject ¦ 554 5.7.0 eod policy 5 ¦ ^(?:Reject|Rejected), id=(?<id>[\w-]+) - (?<why>\S+) ¦ Content filter refused (INFECTED, BANNED, SPAM or BAD-HEADER). ¦ Read the word after the id.
# qpsmtpd
qp-helo ¦ 503 - mail client 22 ¦ ^please say hello first ¦ No HELO or EHLO yet (client skipped the greeting). ¦ @ehlo
qp-lf ¦ 421 - eod client 40 ¦ See http:\/\/smtpd\.develooper\.com\/barelf\.html ¦ Line ended with LF only (bare LF). ¦ @crlf
qp-load ¦ 450,451 - connect server 44 ¦ Server load too high, please try again later ¦ Overloaded (loadcheck plugin). ¦ @wait
qp-tlsauth ¦ 503 - auth client 28 ¦ SSL\/TLS required before AUTH ¦ TLS before login (plain AUTH barred). ¦ @tlslogin
# aiosmtpd
ai-line ¦ 500 - eod client 14 ¦ ^Line too long \(see RFC5321 4\.5\.3\.1\.6\) ¦ Line above 1001 octets (body not wrapped). ¦ @wrap
ai-many ¦ 502 5.5.1 any client 39 ¦ ^Too many unrecognized commands, goodbye ¦ Dropped after unknown commands. ¦ @order
ai-auth ¦ 535 5.7.8 auth client 34 ¦ ^Authentication credentials invalid ¦ Login refused (wrong credentials). ¦ @password
ai-secure ¦ 554 - any client 39 ¦ ^Command refused due to lack of security ¦ TLS demanded (require_starttls). ¦ @tlslogin
# Cyrus lmtpd
cy-user ¦ 550 5.1.1 rcpt recipient 12 ¦ ^User unknown\s*$ ¦ No such mailbox (LMTP back end). ¦ @address
cy-nested ¦ 503 5.5.1 mail client 19 ¦ ^Nested MAIL command ¦ Second MAIL (RSET missing). ¦ @order
cy-norcpt ¦ 503 5.5.1 data client 13 ¦ ^No recipients\s*$ ¦ DATA without recipient (all refused). ¦ @order
# Exchange, Exchange Online
ms-relay ¦ 550 5.7.1 rcpt client 15 ¦ ^(?:SMTP; )?Unable to relay(?: for (?<address>\S+))?\s*$ ¦ Relaying denied: the domain is not an accepted one and the client has not logged in. ¦ @relay
ms-relay54 ¦ 550 5.7.54 rcpt client 48 ¦ Unable to relay recipient in non-accepted domain ¦ Recipient domain not accepted here (anonymous relay barred). ¦ @relay
ms-notauth ¦ 530,550,454 5.7.1 mail client 28 ¦ ^Client was not authenticated\s*$ ¦ Login demanded (receive connector without anonymous users). ¦ @login
ms-notauth57 ¦ 530,550 5.7.57 mail client 37 ¦ Client (?:was )?not authenticated to send (?:anonymous )?mail(?: during MAIL FROM)? ¦ Login demanded (SMTP AUTH skipped, failed or disabled for the mailbox). ¦ Log in; enable SMTP AUTH or use OAuth.
ms-sendas60 ¦ 550 5.7.60 mail client 55 ¦ Client does not have permissions to send as this sender ¦ Login may not use this sender (no Send As right). ¦ @sendas
ms-sendas-drv ¦ 554 5.2.0 eod client 49 ¦ STOREDRV\.Submission\.Exception:SendAsDeniedException ¦ Login may not use this From (no Send As right). ¦ @sendas
ms-tenant ¦ 550 5.7.64 rcpt server 38 ¦ TenantAttribution; Relay Access Denied ¦ Tenant of the sender not recognised (connector certificate or IP no longer fits). ¦ Correct the inbound connector.
ms-auth139 ¦ 535 5.7.139 auth policy 74 ¦ Authentication unsuccessful, SmtpClientAuthentication is disabled for the (?<scope>Tenant|Mailbox) ¦ SMTP AUTH switched off (tenant or mailbox setting). ¦ Enable SMTP AUTH or use OAuth.
ms-auth139b ¦ 535 5.7.139 auth policy 29 ¦ Authentication unsuccessful, (?:the )?(?<why>user is locked by|the request did not meet|request did not meet) ¦ Login barred by policy (security defaults or conditional access). ¦ Adjust the policy or use OAuth.
ms-auth3 ¦ 535 5.7.3 auth client 27 ¦ ^Authentication unsuccessful\s*(?:\[.*)?$ ¦ Login refused (wrong password, MFA or basic authentication off). ¦ Check the password; use OAuth.
ms-norcpt ¦ 550 5.1.10 rcpt recipient 25 ¦ RESOLVER\.ADR\.RecipientNotFound ¦ No such recipient (address not in the directory). ¦ @address
ms-exnorcpt ¦ 550 5.1.1 rcpt recipient 23 ¦ RESOLVER\.ADR\.ExRecipNotFound ¦ No such recipient (stale auto-complete entry). ¦ Delete the cached address.
ms-541 ¦ 550,554 5.4.1 rcpt recipient 62 ¦ Recipient address rejected: Access denied\. (?:AS\((?<as>\w+)\)|For more information) ¦ Recipient unknown at the edge (directory based edge blocking). ¦ @address
ms-thread ¦ 432 4.3.2 eod recipient 48 ¦ STOREDRV\.Deliver; recipient thread limit exceeded ¦ Mailbox gets too much at once (per-mailbox throttle). ¦ @wait
ms-concurrent ¦ 432,421 4.3.2 any policy 37 ¦ Concurrent connections limit exceeded ¦ Too many SMTP AUTH sessions (limit per mailbox). ¦ @slower
ms-busy500 ¦ 451 4.7.500 any policy 40 ¦ Server busy\. Please try again later from \[(?<ip>[^[\]]+)\]\. \((?<as>A?S\d+)\) ¦ Throttled by reputation (sudden volume or unknown IP). ¦ @slower
ms-s775 ¦ 451 4.7.650 mail policy 73 ¦ The mail server \[(?<ip>[^[\]]+)\] has been temporarily rate limited due to IP reputation ¦ Throttled by address reputation (consumer Outlook S775). ¦ Check SNDS, slow down.
ms-s3140 ¦ 550 5.7.1 mail policy 72 ¦ messages from \[(?<ip>[^[\]]+)\] weren't sent\. .{0,200}part of their network is on our block list \((?<tag>A?S\d+|OU-\d+)\) ¦ IP on the Outlook block list (reputation of the client’s address or network). ¦ Ask for delisting by the sender support form.
ms-sc001 ¦ 550 - mail policy 29 ¦ ^(?<tag>(?:SC|DY|OU)-00\d) \([^)]+\) Unfortunately, messages from ¦ IP refused by the older Hotmail servers (SC reputation, DY dynamic IP, OU list). ¦ Ask for delisting.
ms-700 ¦ 451 4.7.700 mail server 32 ¦ PFA agent busy, please try again ¦ Protocol filter overloaded. ¦ @wait
ms-850 ¦ 451,421 4.7.850 any policy 37 ¦ Access denied, please try again later ¦ IP under suspicion (temporary restriction while studied). ¦ @wait
ms-606 ¦ 550 5.7.606 any policy 33 ¦ Access denied, banned sending IP \[(?<ip>[^[\]]+)\] ¦ IP banned (5.7.606 to 649) (listed by the service). ¦ Use the delist portal.
ms-511 ¦ 550 5.7.511 any policy 28 ¦ Access denied, banned sender\[?(?<ip>[^\]]*)\]? ¦ Sender address banned (listed by the service). ¦ Write to the delist mailbox.
ms-512 ¦ 550 5.7.512 eod client 45 ¦ message must be RFC 5322 section 3\.6\.2 compliant ¦ From header missing or malformed (no valid From address). ¦ Put one valid address in From.
ms-513 ¦ 550 5.7.513 any policy 37 ¦ blocked by (?<domain>\S+) using Customer Block list ¦ Recipient organisation blocks the IP (custom block list). ¦ @admin
ms-509 ¦ 550 5.7.509 eod dns 48 ¦ sending domain \[?(?<domain>[^\] ]+)\]? does not pass DMARC verification ¦ DMARC failed and policy says reject (SPF and DKIM not aligned). ¦ @align
ms-515 ¦ 550 5.7.515 eod dns 47 ¦ does not meet the required authentication level ¦ SPF, DKIM or DMARC missing (consumer Outlook rule for bulk senders). ¦ Publish SPF, DKIM and DMARC.
ms-v6auth ¦ 450,550 4.7.26 eod dns 39 ¦ must pass either SPF or DKIM validation ¦ IPv6 mail must be authenticated (neither SPF nor DKIM passed). ¦ Fix SPF or DKIM.
ms-v6ptr ¦ 450,550 5.7.25 any dns 58 ¦ the sending IPv6 address \[(?<ip>[^[\]]+)\] must have a reverse DNS record ¦ IPv6 address has no PTR. ¦ @ptr
ms-badhelo ¦ 550 5.7.506 helo client 23 ¦ Access denied, bad HELO ¦ HELO name is that of the receiver (client names the server itself). ¦ @helo
ms-outbound ¦ 550 5.1.8 rcpt sender 34 ¦ Access denied, bad outbound sender ¦ Account barred from sending (compromised account sent spam). ¦ Secure the account; lift the restriction.
ms-tenantlimit ¦ 550 5.7.705 rcpt sender 44 ¦ Access denied, tenant has exceeded threshold ¦ Tenant barred from sending (suspicious traffic of the tenant). ¦ Contact support after clean-up.
ms-unregdom ¦ 550 5.7.750 rcpt sender 53 ¦ Client blocked from sending from unregistered domains ¦ Domains not registered in the tenant (unprovisioned sender domains). ¦ Register the domain.
ms-groupauth ¦ 550 5.7.133 rcpt recipient 0 ¦ (?:sender not authenticated for group|RESOLVER\.RST\.SenderNotAuthenticatedForGroup) ¦ Group closed to outside senders (group setting). ¦ Ask the group owner.
ms-mboxauth ¦ 550 5.7.134 rcpt recipient 0 ¦ (?:sender was not authenticated for mailbox|RESOLVER\.RST\.SenderNotAuthenticatedForMailbox) ¦ Mailbox closed to outside senders (mailbox setting). ¦ Ask the recipient organisation.
ms-full ¦ 554,552 5.2.2 eod recipient 12 ¦ ^mailbox full ¦ Mailbox full. ¦ @room
ms-submitquota ¦ 550,554 5.2.2 eod sender 24 ¦ [Ss]ubmission quota exceeded ¦ Sending limit reached. ¦ @day
ms-backpressure ¦ 452 4.3.1 mail server 29 ¦ ^Insufficient system resources ¦ Server short of disk or memory (back pressure). ¦ @admin
ms-notactive ¦ 421,451 4.3.2 connect server 12 ¦ ^Service not (?:available|active)(?:, closing transmission channel)?\s*$ ¦ Transport component inactive (server component state). ¦ @admin
ms-prx ¦ 451 4.7.0 any server 45 ¦ Temporary server error\. Please try again later\. ?(?<tag>PRX\d+|ATTR\d+) ¦ Front end cannot reach the back end (DNS or proxy trouble inside Exchange). ¦ @admin
ms-hello ¦ 503 5.5.2 any client 16 ¦ ^Send hello first ¦ No HELO or EHLO yet (client skipped the greeting). ¦ @ehlo
ms-unrec ¦ 500 5.3.3 any client 20 ¦ ^Unrecognized command ¦ Unknown command (typo, or AUTH kind not offered). ¦ @syntax
ms-hops ¦ 554 5.4.6 eod server 39 ¦ Hop count exceeded - possible mail loop ¦ Mail loop (forwarding circle). ¦ @loop
ms-reserved ¦ 501 5.1.4 rcpt client 37 ¦ [Rr]ecipient address reserved by RFC 2606 ¦ Reserved test domain (.test, .example, .invalid). ¦ @address
ms-size ¦ 552 5.3.4 any sender 47 ¦ ^Message size exceeds fixed maximum message size\s*$ ¦ Message too large (connector limit). ¦ @smaller
ms-queued ¦ 250 2.6.0 eod server 24 ¦ ^<(?<id>[^>]+)> \[InternalId=\d+, Hostname=(?<host>[^\]]+)\].*Queued mail for delivery ¦ Message queued.
ms-spf23 ¦ 550 5.7.23 eod dns 68 ¦ [Tt]he message was rejected because of Sender Policy Framework violation ¦ SPF failed (IP not in SPF). ¦ @spf
# Gmail
go-nouser ¦ 550 5.1.1 rcpt recipient 56 ¦ The email account that you tried to reach does not exist ¦ No such mailbox (NoSuchUser). ¦ @address
go-disabled ¦ 550 5.2.1 rcpt recipient 35 ¦ account that you tried to reach is (?<state>disabled|inactive) ¦ Account switched off (DisabledUser). ¦ @address
go-overquota ¦ 452,552 4.2.2 rcpt recipient 74 ¦ inbox is out of storage space|account that you tried to reach is over quota ¦ Mailbox full (OverQuota). ¦ @room
go-recvrate ¦ 450,550 4.2.1 rcpt recipient 49 ¦ user you are trying to contact is receiving mail (?:too quickly|at a rate) ¦ Recipient gets too much mail (ReceivingRate). ¦ @wait
go-unauth ¦ 550,421 5.7.26 eod dns 72 ¦ sender is unauthenticated|senders to authenticate with either SPF or DKIM ¦ Neither SPF nor DKIM passed (sender authentication missing). ¦ @auth
go-dmarc ¦ 550,451 5.7.26 eod dns 72 ¦ Unauthenticated email from (?<domain>\S+) is not accepted due to domain's DMARC policy ¦ DMARC policy of the From domain says reject (SPF and DKIM not aligned). ¦ Fix alignment or send by the domain's servers.
go-spfhard ¦ 550 5.7.26 eod dns 42 ¦ has an SPF record with a hard fail policy \(-all\) ¦ SPF -all forbids this IP (IP not in SPF). ¦ @spf
go-spf27 ¦ 421,550 5.7.27 eod dns 32 ¦ senders to authenticate (?:their email )?with SPF ¦ SPF did not pass (rule for bulk senders). ¦ @spf
go-dkim30 ¦ 421,550 5.7.30 eod dns 33 ¦ senders to authenticate (?:their email )?with DKIM ¦ DKIM did not pass (rule for bulk senders). ¦ @dkim
go-tls29 ¦ 421,550 5.7.29 any client 31 ¦ senders to use TLS\/SSL for SMTP ¦ TLS missing (rule for bulk senders). ¦ @tls
go-align32 ¦ 421,550 4.7.32 eod dns 55 ¦ isn't aligned with either the authenticated SPF or DKIM ¦ From not aligned (DMARC alignment). ¦ @align
go-ptr ¦ 550,421 5.7.25 any dns 18 ¦ (?:does not|doesn't) have a PTR record ¦ IP has no PTR or it does not match. ¦ @ptr
go-rate28 ¦ 421,550 4.7.28 eod policy 76 ¦ [Gg]mail has detected an unusual rate of (?:unsolicited )?mail|an unusual rate of unsolicited mail ¦ Rate limited as spam (too much unwanted mail from IP, domain or key). ¦ @slower
go-lowrep ¦ 421,550 5.7.1 eod policy 35 ¦ very low reputation of the sending (?<what>domain|IP address) ¦ Bad reputation (past spam). ¦ Improve reputation; see Postmaster Tools.
go-unsolicited ¦ 550 5.7.1 eod policy 34 ¦ message is likely unsolicited mail ¦ Content scored as spam (UnsolicitedMessageError). ¦ Look at content and reputation.
go-ipv6 ¦ 550 5.7.1 eod dns 37 ¦ does not meet IPv6 sending guidelines ¦ IPv6 sender lacks PTR or authentication (IPv6AuthError). ¦ @ptr
go-notauthorized ¦ 550 5.7.1 any policy 52 ¦ not authorized to send email directly to our servers ¦ Home or cloud address barred (provider listed the range). ¦ Use the relay of the provider.
go-dupheader ¦ 550 5.7.1 eod client 33 ¦ message is not RFC 5322 compliant ¦ Header missing or duplicate (client built a bad message). ¦ @fixhead
go-missingfrom ¦ 550 5.7.1 eod client 24 ¦ [Mm]essages missing a valid (?<what>address in the From: header|Message-ID: header) ¦ From or Message-ID missing (client built a bad message). ¦ Add the header.
go-security ¦ 552 5.7.0 eod sender 63 ¦ blocked because its content presents a potential security issue ¦ Attachment type barred (executable or archive). ¦ Remove the attachment.
go-size ¦ 552 5.3.4 any sender 37 ¦ exceeded Google's message size limits ¦ Message too large (MaxSizeError). ¦ @smaller
go-badcreds ¦ 535 5.7.8 auth client 34 ¦ Username and Password not accepted ¦ Login refused (wrong password, or app password needed). ¦ Use an app password or OAuth.
go-apppw ¦ 534,535 5.7.9 auth client 38 ¦ Application-specific password required ¦ App password needed (two-step verification on). ¦ Create an app password.
go-web ¦ 534,535 5.7.14 auth client 31 ¦ Please log in (?:with|through|via) your web browser ¦ Account wants a browser login (suspicious login). ¦ Log in by browser, then retry.
go-logins ¦ 454 4.7.0 auth policy 47 ¦ Too many login attempts, please try again later ¦ Login rate limit (too many logins). ¦ @wait
go-authreq ¦ 530 5.7.0 mail client 23 ¦ ^Authentication Required\.  ¦ Login demanded (no AUTH before MAIL). ¦ @login
go-order ¦ 503 5.5.1 any client 6 ¦ ^(?<need>EHLO\/HELO|MAIL|RCPT) first\.  ¦ Wrong order (command missing). ¦ @order
go-helo ¦ 501,550 5.5.4 helo client 47 ¦ (?:[Ee]mpty )?HELO\/EHLO argument (?:not allowed|is invalid)|HELO\/EHLO argument "?(?<helo>[^" ]*)"? invalid ¦ HELO name missing or malformed (client configuration). ¦ @helo
go-relay ¦ 550 5.7.0 any client 18 ¦ Mail relay denied \[?(?<ip>[^\] ]+)\]? ¦ Workspace relay refused (IP or domain not registered). ¦ Register the IP or log in.
go-relaycred ¦ 550 5.7.1 any client 30 ¦ ^Invalid credentials for relay \[?(?<ip>[^\] ]+)\]? ¦ Workspace relay refused (HELO or sender domain not of the account). ¦ Register the IP, use own domain in HELO.
go-daily ¦ 550 5.4.5 any sender 15 ¦ Daily (?:user )?(?:SMTP relay )?(?:sending )?(?:limit|quota) exceeded ¦ Daily sending limit reached. ¦ @day
go-tlsreq ¦ 421 4.7.0 rcpt policy 48 ¦ TLS required for RCPT domain, closing connection ¦ Domain accepts TLS only (Workspace rule). ¦ @tls
go-tryagain ¦ 421 4.7.0 any policy 35 ¦ ^Try again later, closing connection ¦ Abused relay or HELO (often HELO localhost). ¦ Greet with a real name; slow down.
go-ipnotwl ¦ 421 4.7.0 rcpt policy 55 ¦ IP not in whitelist for RCPT domain, closing connection ¦ Domain accepts listed gateways only (Workspace inbound gateway). ¦ Send to the MX of the domain.
go-multidom ¦ 451 4.3.0 rcpt policy 59 ¦ Multiple destination domains per transaction is unsupported ¦ One domain per transaction (Google MX rule). ¦ Split by domain.
go-manyrcpt ¦ 452 4.5.3 rcpt policy 36 ¦ Your message has too many recipients ¦ Recipient limit. ¦ @split
go-policy ¦ 550 5.7.1 eod policy 68 ¦ user or domain that you are sending to \(or from\) has a policy that prohibited ¦ Workspace rule refused (administrator rule). ¦ @admin
go-hops ¦ 554 5.4.6 eod server 24 ¦ Message exceeded 50 hops ¦ Mail loop (forwarding circle). ¦ @loop
go-busy ¦ 421 4.4.5 connect server 28 ¦ Server busy, try again later ¦ Overloaded. ¦ @wait
go-temp ¦ 421,451 4.3.0 any server 39 ¦ Temporary System Problem\. +Try again later ¦ Google trouble. ¦ @wait
go-ok ¦ 250 2.0.0 eod server 8 ¦ ^OK +(?<time>\d+) (?<id>\S+) - gsmtp ¦ Message queued.
# Yahoo, AOL
ya-tss04 ¦ 421 4.7.0 mail policy 59 ¦ \[(?<tag>TSS?\d\d)\] Messages from (?<ip>\S+) temporarily deferred due to (?:unexpected volume or )?user complaints ¦ Postponed by volume or complaints (IP reputation). ¦ @slower
ya-perm ¦ 421,553 5.7.2 mail policy 39 ¦ \[(?<tag>TSS?\d\d)\] All messages from (?<ip>\S+) (?:will be )?permanently deferred ¦ IP barred (persistent spam). ¦ Fix the cause; write to Yahoo.
ya-policy ¦ 554 5.7.9 eod policy 39 ¦ Message not accepted for policy reasons ¦ Refused by policy (DMARC, content or authentication). ¦ @align
ya-ph01 ¦ 554 - eod policy 38 ¦ \[PH01\] Email not accepted for policy reasons ¦ Looks like phishing. ¦ Change links and content.
ya-bl ¦ 553 5.7.1 connect policy 27 ¦ \[(?<tag>BL2\d)\] Connections (?:will not be|not) accepted from ¦ IP on a Spamhaus list (BL21 SBL, BL23 XBL). ¦ @delist
ya-nouser ¦ 554 - eod recipient 19 ¦ delivery error: dd (?:This user doesn't have a|Requested mail action aborted|.{1,100} is no longer valid) ¦ No such account (account missing or disabled). ¦ @address
ya-unauth ¦ 550 5.7.9 eod dns 66 ¦ Yahoo requires all senders to authenticate with either SPF or DKIM ¦ Neither SPF nor DKIM passed (authentication missing). ¦ @auth
ya-maxmsg ¦ 421 - mail policy 64 ¦ Max message per connection reached, closing transmission channel ¦ Message limit per connection. ¦ @again
ya-nofrom ¦ 451 - mail sender 43 ¦ deferred due to unresolvable RFC\.5321 (?:from )?domain ¦ Sender domain not in DNS. ¦ @sender
# iCloud
ic-cs01 ¦ 550 5.7.1 eod policy 37 ¦ \[(?<tag>CS\d\d)\] Message rejected due to local policy ¦ Content or reputation refused (Apple filter). ¦ See the Apple postmaster page.
ic-hme ¦ 554 5.7.1 eod dns 55 ¦ \[HME1\] This message was blocked for failing both SPF and DKIM ¦ Neither SPF nor DKIM passed (hide My Email relay). ¦ @auth
ic-dmarc ¦ 554 5.7.1 eod dns 31 ¦ rejected due to (?<domain>\S+)'s DMARC policy ¦ DMARC policy says reject (not aligned). ¦ @align
ic-over ¦ 552 5.2.2 rcpt recipient 21 ¦ ^<(?<address>[^>]*)>: user is over quota ¦ Mailbox full. ¦ @room
ic-inactive ¦ 550 5.1.1 rcpt recipient 25 ¦ ^<(?<address>[^>]*)>: inactive email address ¦ Address not in use. ¦ @address
ic-volume ¦ 421 4.7.1 rcpt policy 45 ¦ Messages to (?<address>\S+) deferred due to excessive volume ¦ Too much mail for this address. ¦ @slower
# Proofpoint
pp-blocked ¦ 550,554 5.7.0 connect policy 36 ¦ Blocked - see https:\/\/(?:support|ipcheck)\.proofpoint\.com\/\S*[?]ip=(?<ip>\S+) ¦ IP on the Proofpoint list (dynamic reputation). ¦ Use the link.
# Barracuda
bc-rep ¦ 554,550 - any policy 47 ¦ Client host \[?(?<host>[^\] ]+)\]? blocked using Barracuda Reputation ¦ IP on the Barracuda list (reputation; may look at older Received lines). ¦ @delist
bc-nouser ¦ 550 - rcpt recipient 9 ¦ cuda_nsu (?:5\.1\.1 )?<(?<address>[^<>]*)> ¦ No such recipient (recipient check of the gateway). ¦ @address
bc-spoof ¦ 550 - eod policy 25 ¦ ^rejecting spoofed message ¦ Sender looks forged (gateway policy). ¦ @admin
# Mimecast
mc-spf ¦ 550 - mail dns 38 ¦ SPF Sender Invalid - envelope rejected ¦ SPF failed (IP not in SPF). ¦ @spf
mc-dmarc ¦ 550 - eod dns 40 ¦ DMARC Sender Invalid - envelope rejected ¦ DMARC failed (not aligned). ¦ @align
mc-grey ¦ 451 - rcpt policy 46 ¦ Internal resources are temporarily unavailable ¦ Greylisting: Mimecast puts the first attempt off. The words about resources are not meant literally. ¦ @wait
mc-ct ¦ 550 - rcpt policy 25 ¦ Local CT IP Reputation - \(reject\) ¦ Bad address reputation. ¦ Ask for review.
mc-inv ¦ 550 - rcpt recipient 17 ¦ ^Invalid Recipient\b ¦ No such recipient (recipient validation). ¦ @address
mc-block ¦ 550 - mail policy 43 ¦ Administrative prohibition envelope blocked ¦ Sender blocked (blocked senders policy or SPF hard fail). ¦ @admin
mc-spoof ¦ 550 - eod policy 44 ¦ Rejected by header[- ]based Anti-Spoofing policy ¦ Own domain used from outside (anti-spoofing policy). ¦ Permit the sending IP.
mc-relay ¦ 451 - rcpt client 22 ¦ Open relay (?:is )?not allowed ¦ Neither domain is a customer here (IP or domain not registered). ¦ @relay
mc-tls ¦ 553 - any policy 31 ¦ This route requires encryption \(TLS\) ¦ TLS demanded (secure receipt policy). ¦ @tls
# QQ, Tencent Exmail
qq-conn ¦ 550,421 - any policy 18 ¦ (?:Connection|IP) frequency limited ¦ IP sends too often (rate limit per IP). ¦ @slower
qq-domain ¦ 550 - any policy 24 ¦ Domain frequency limited ¦ Domain sends too often (rate limit per domain). ¦ @slower
qq-sender ¦ 550 - any policy 24 ¦ Sender frequency limited ¦ Sender sends too often (rate limit per sender). ¦ @slower
qq-content ¦ 550 - eod policy 19 ¦ Mail content denied ¦ Content refused. ¦ Change the content.
qq-notfound ¦ 550 - rcpt recipient 17 ¦ ^Mailbox not found ¦ No such mailbox. ¦ @address
qq-unavail ¦ 550 - rcpt recipient 36 ¦ Mailbox unavailable or access denied ¦ Recipient gets too much mail (attack protection). ¦ @wait
qq-rejected ¦ 550 - eod recipient 30 ¦ Mail is rejected by recipients ¦ Recipient filter (personal block list). ¦ Ask the recipient.
qq-spamip ¦ 550 - any policy 10 ¦ Suspected (?<what>spam ip|spam sender|bounce attacks|spam) ¦ Taken for spam. ¦ Slow down; ask for review.
qq-spf ¦ 550 - eod dns 13 ¦ ^(?<what>SPF|DMARC) check failed ¦ SPF or DMARC failed (not authorised). ¦ Fix SPF and DKIM.
qq-badaddr ¦ 501 - any client 18 ¦ ^Bad address syntax ¦ Address malformed. ¦ @syntax
# QQ, 163
qq-login ¦ 535 - auth client 47 ¦ Login Fail\. Please enter your authorization code ¦ Authorization code needed (account password used). ¦ Create an authorization code in the web mail.
qq-login2 ¦ 535,530 - auth client 6 ¦ Login [Ff]ail\.(?: Account is abnormal| A secure connection) ¦ Login refused (service off, wrong code, abnormal account or no TLS). ¦ Enable SMTP, use the code and TLS.
ne-authfail ¦ 535 - auth client 7 ¦ ^Error: (?:authentication failed|\u767b\u5f55\u5931\u8d25)(?:,|$) ¦ Login refused (client authorization password needed). ¦ Use the authorization code.
ne-noperm ¦ 550 - auth client 22 ¦ ^User has no permission ¦ SMTP off for this account (web mail setting). ¦ Enable SMTP in the web mail.
ne-mustequal ¦ 553,501 - mail client 35 ¦ [Mm]ail from must equal authorized user ¦ Sender differs from the login. ¦ @own
# 163, 126, NetEase
ne-hl ¦ 421,450,554 - connect policy 0 ¦ ^HL:(?<tag>REP|ICC|IFC|MEP)\b ¦ IP barred for now (REP unknown users, ICC connections, IFC volume, MEP forged domains). ¦ @slower
ne-dtspm ¦ 451,450,554,550 - eod policy 0 ¦ ^DT:(?<tag>SPM|RBL|SUM|SPA)\b ¦ Refused as spam (SPM content, RBL list). ¦ Change content or wait two minutes.
ne-mi ¦ 554,451,450,550,553 - any policy 0 ¦ ^MI:(?<tag>SPF|DMC|CEL|CCL|SFQ|NHD|SPB)\b ¦ Limit or sender check (SPF fail, DMC messages per connection, CEL bad commands). ¦ Look up the tag.
ne-rp ¦ 450,451,452,550 - rcpt policy 0 ¦ ^RP:(?<tag>DRC|CEL|CCL|RCL|TRC)\b ¦ Too many recipients or commands (limit per connection). ¦ @slower
ne-toomuchfail ¦ 451,535 - auth client 28 ¦ too much fail authentication ¦ Too many failed logins (lock for a while). ¦ @password
# Alibaba mail
al-auth ¦ 526 - auth client 22 ¦ ^Authentication failure\[(?<n>\d)\] ¦ Login refused (0 wrong password, 1 too many tries). ¦ @password
al-conform ¦ 440 - mail client 53 ¦ mail from account doesn't conform with authentication ¦ Sender differs from the login. ¦ @own
al-behaviour ¦ 554,454 - eod policy 14 ¦ [Rr]eject by (?<what>behaviour|content) spam ¦ Taken for spam (behaviour or content). ¦ @slower
# GMX, WEB.DE, IONOS
ui-nosvc ¦ 554 - connect policy 15 ¦ (?:^|[\s-])No SMTP service\b ¦ Connection refused; reason in the next line (IP list, PTR or policy). ¦ Read the case URL.
ui-listed ¦ 554 - connect policy 20 ¦ IP address is (?:block|black) ?listed ¦ IP on a block list. ¦ @delist
ui-rate ¦ 421 - any policy 41 ¦ ^Rate limit reached\. Please try again later ¦ Too much mail in short time. ¦ @slower
ui-policy ¦ 421,450,550 - any policy 31 ¦ ^Reject due to policy violations ¦ IP postponed (unknown recipients or changing HELO). ¦ @slower
ui-spf ¦ 550 - mail dns 24 ¦ Reject due to SPF policy ¦ SPF forbids this IP (IP not in SPF). ¦ Fix SPF; use SRS when forwarding.
ui-nobox ¦ 550,450 - rcpt recipient 47 ¦ Requested action not taken: mailbox unavailable ¦ No such mailbox (many servers use these words of the RFC). ¦ @address
ui-unbekannt ¦ 550 - rcpt recipient 22 ¦ Benutzer nicht bekannt ¦ No such mailbox (German). ¦ @address
ui-voll ¦ 550 - rcpt recipient 47 ¦ Benutzer hat das Speichervolumen ueberschritten ¦ Mailbox full (German). ¦ @room
# T-Online
to-bl ¦ 554 - connect policy 21 ¦ IP=(?<ip>[^\s=]+) - A problem occurred\. \(Ask your postmaster for help or to contact \S+ to clarify\.\)(?: \((?<tag>\w+)\))? ¦ IP unknown or barred (no reputation, no imprint, or spam). ¦ Write to the named address.
to-dial ¦ 554 - connect policy 31 ¦ Dialup\/transient IP not allowed ¦ Looks like a dial-up IP (PTR generic or imprint missing). ¦ Use a relay or fix PTR and imprint.
# Orange, La Poste
or-conn ¦ 421 - connect policy 18 ¦ Trop de connexions.{0,200}(?<tag>(?:OFR|LPN)\d*_\d+) ¦ Too many connections. ¦ @slower
or-refus ¦ 421,550 - any policy 41 ¦ Service refuse\. Veuillez essayer plus tard.{0,200}(?<tag>(?:OFR|LPN)\d*_\d+) ¦ Refused for now (reputation or load). ¦ @wait
or-nouser ¦ 550 5.1.1 rcpt recipient 43 ¦ Adresse d au moins un destinataire invalide ¦ No such recipient (French). ¦ @address
or-full ¦ 552 5.1.1 rcpt recipient 28 ¦ Boite du destinataire pleine ¦ Mailbox full (French). ¦ @room
# Comcast
cc-code ¦ 550,554,421 - connect policy 0 ¦ (?<tag>(?:BL|ES|RL|PTR)0\d{3,5})\b ¦ Block code of the provider (BL lists, ES dynamic IP, RL rate). ¦ Look up the code.
cc-sessions ¦ 421 - connect policy 24 ¦ Too many sessions opened ¦ Too many connections. ¦ @slower
cc-rdns ¦ 421 - connect dns 37 ¦ Reverse DNS failure : Try again later ¦ PTR lookup failed. ¦ @ptr
# Amazon SES
ses-verify ¦ 554 - eod sender 47 ¦ Message rejected: Email address is not verified ¦ Sender or recipient not verified (sandbox or wrong region). ¦ Verify the identity in the named region.
ses-rate ¦ 454 - any sender 20 ¦ Throttling failure: (?<what>Maximum sending rate exceeded|Daily message quota exceeded) ¦ Sending quota reached (account limit). ¦ @slower
ses-conns ¦ 421 - connect policy 36 ¦ ^Too many concurrent SMTP connections\s*$ ¦ Too many connections. ¦ @slower
# IBM Domino
do-policy ¦ 554 - mail policy 38 ¦ ^Mail from (?<sender>\S+) rejected for policy reasons ¦ Sender barred (inbound sender controls). ¦ @admin
do-policy2 ¦ 554 - rcpt policy 35 ¦ ^Message rejected for policy reasons ¦ Recipient barred (intended recipients controls). ¦ @admin
do-relay ¦ 554 - rcpt policy 33 ¦ Relay rejected for policy reasons ¦ Relay barred (inbound relay controls). ¦ @relay
do-nouser ¦ 550 - rcpt recipient 14 ¦ not listed in (?:public Name & Address Book|Domino Directory) ¦ No such user (directory). ¦ @address
# MDaemon
md-unknown ¦ 550 5.1.1 rcpt recipient 17 ¦ ^Recipient unknown\b ¦ No such mailbox. ¦ @address
md-relay ¦ 530,550 - rcpt client 66 ¦ ^This server requires authentication|^Sorry, \S+ is not allowed to relay ¦ Login demanded (relay control). ¦ @login
# milter-greylist
mgrey ¦ 451 4.7.1 rcpt policy 40 ¦ Greylisting in action, please come back (?:in (?<time>[\d:]+)|later) ¦ Greylisting: milter-greylist puts the first attempt off, a retry after the time it names is taken. Nothing is lost. ¦ Retry after the given time.
# Zimbra
zi-over ¦ 452,552,554 - rcpt recipient 31 ¦ ^<(?<address>[^>]*)>: Recipient address rejected: (?:mailbox full|Mailbox over quota|\S+ mailbox is over quota) ¦ Mailbox full (quota check). ¦ @room
zi-lmtp ¦ 452,552 5.2.2 eod recipient 10 ¦ ^Over quota\s*$ ¦ Mailbox full (LMTP back end). ¦ @room
# DNS block lists
bl-spamhaus ¦ 550,554,553,450,521 - any policy 0 ¦ (?:spamhaus\.org\/(?:query|lookup|sbl|pbl|xbl|dbl)|\b(?:zen|sbl|xbl|pbl|sbl-xbl|dbl)\.spamhaus\.org) ¦ The client or a domain is listed at Spamhaus: SBL sends spam, XBL is infected, PBL is a dial-up range, DBL is a domain. ¦ @delist
bl-spamcop ¦ 550,554,553,450 - any policy 13 ¦ spamcop\.net\/bl\. ¦ IP on SpamCop (recent spam reports). ¦ Stop the spam; expires by itself.
bl-barracuda ¦ 550,554,553 - any policy 78 ¦ blocked using b\.barracudacentral\.org|barracudanetworks\.com\/reputation|barracudacentral\.(?:org|com) ¦ IP on Barracuda. ¦ @delist
`;

/**
 * What a text is about when no row knows it: sites write their own. The first pattern that fits counts, so the more special
 * come first. Case does not count.
 */
export const wordingThemes: readonly {
  readonly pattern: string;
  readonly name: string;
  readonly text: string;
  readonly todo?: string;
}[] = [
  {
    pattern: 'gr[ae]y-?list',
    name: 'greylisting',
    text: 'The text names greylisting: a first attempt is put off, a retry after some minutes is taken. Nothing is lost.',
    todo: 'Let the client’s queue try again. A client without a queue cannot send to this server.',
  },
  {
    pattern:
      'relay(?:ing)? (?:access |is )?(?:temporarily )?(?:denied|not (?:permitted|allowed)|prohibited|rejected)|unable to relay|not allowed to relay',
    name: 'relaying denied',
    text: 'The text names relaying: the recipient’s domain is not one of this server’s, and the client is not allowed to send on through it.',
    todo: 'Have the client log in, have its address allowed, or deliver to the MX of the recipient’s domain.',
  },
  {
    pattern: '\\bdmarc\\b',
    name: 'DMARC',
    text: 'The text names DMARC: neither SPF nor DKIM passed for the domain in From, and that domain asks to refuse such mail.',
    todo: 'Let SPF or DKIM pass for the domain in From.',
  },
  {
    pattern: '\\bspf\\b',
    name: 'SPF',
    text: 'The text names SPF: the sender’s domain does not allow the client’s address to send for it.',
    todo: 'Add the address to the SPF record, or send through a server that is in it.',
  },
  {
    pattern: '\\bdkim\\b',
    name: 'DKIM',
    text: 'The text names DKIM: the signature is missing or does not verify.',
    todo: 'Sign outgoing mail, and look for something on the way that changes it.',
  },
  {
    pattern: 'spamhaus|spamcop|dnsbl|\\brbl\\b|block(?:ed)? ?(?:list|using)|black ?list|listed (?:at|by|in|on)\\b|denylist',
    name: 'a block list',
    text: 'The text names a block list: the client’s address or a domain of the mail stands on it.',
    todo: 'Find out why it was listed, stop that, then ask the list to remove it.',
  },
  {
    pattern: 'reverse dns|\\bptr\\b|\\brdns\\b|reverse (?:lookup|host)|cannot find your (?:reverse )?hostname',
    name: 'reverse DNS',
    text: 'The text names reverse DNS: the client’s address has no name, or the name does not lead back to it.',
    todo: 'Give the sending address a PTR record whose name resolves to the same address.',
  },
  {
    pattern: 'virus|malware|infected|trojan',
    name: 'a virus',
    text: 'The text names a virus: a scanner refused the message.',
    todo: 'Look for malware on the sending machine, or for a false alarm in the attachment.',
  },
  {
    pattern: 'over ?quota|quota exceeded|mailbox (?:is )?full|insufficient (?:disk )?(?:space|storage)|out of storage',
    name: 'a full mailbox',
    text: 'The text names storage: the mailbox or the server has no room.',
    todo: 'The recipient has to make room.',
  },
  {
    pattern: 'too (?:big|large)|size (?:exceeds|limit)|exceeds? .{0,40}size',
    name: 'the size',
    text: 'The text names the size: the message is larger than the server takes.',
    todo: 'Send less, or a link to the file. The limit stands after SIZE in the EHLO reply.',
  },
  {
    pattern:
      'user unknown|unknown user|no such (?:user|mailbox|recipient|person)|recipient (?:unknown|not found)|(?:user|mailbox|address|account) (?:does not exist|not found|unknown)|unrouteable',
    name: 'an unknown recipient',
    text: 'The text says that there is no such recipient.',
    todo: 'Check the recipient’s address for a typing error.',
  },
  {
    pattern: 'too many (?:connections|messages|mails|emails)|rate limit|throttl|frequency limited|slow down',
    name: 'a rate limit',
    text: 'The text names a limit: too many messages or connections in too short a time.',
    todo: 'Send fewer messages and open fewer connections at a time.',
  },
  {
    pattern: 'too many recipients',
    name: 'too many recipients',
    text: 'The text names the number of recipients.',
    todo: 'Send the other recipients in a further transaction; a mail server does so by itself.',
  },
  {
    pattern:
      'must issue a starttls|starttls (?:is )?required|tls (?:is )?required|encryption (?:is )?required|requires? (?:encryption|tls)',
    name: 'missing TLS',
    text: 'The server takes this only over TLS.',
    todo: 'Have the client use STARTTLS.',
  },
  {
    pattern: 'authentication (?:is )?required|not authenticated|must authenticate|auth(?:entication)? first',
    name: 'a missing login',
    text: 'The server wants a login first.',
    todo: 'Have the client log in before MAIL.',
  },
  {
    pattern: 'spam|unsolicited|bulk mail|reputation',
    name: 'spam',
    text: 'The text names spam or reputation: a filter took the message or the client for unwanted.',
    todo: 'Look at what was sent from this address lately; the provider’s own page tells how to ask for a review.',
  },
  {
    pattern: 'loop|too many hops|hop count',
    name: 'a mail loop',
    text: 'The text names a loop: the message passed too many servers.',
    todo: 'Read the Received fields from below: where the same host comes back, the forwarding is wrong.',
  },
  {
    pattern: 'bare (?:lf|line ?feed|newline|<lf>|cr|carriage)',
    name: 'bare line ends',
    text: 'The text names line ends: a line ended without CR LF, which servers refuse since messages were smuggled that way.',
    todo: 'The sending program has to end every line with CR LF.',
  },
];
