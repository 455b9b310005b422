/**
 * The commands of SMTP and what else clients say to a mail port. Rows only.
 *
 * `syntax` uses ⟨…⟩ for what the client fills in and […] for what may be left out.
 */
export interface SmtpCommand {
  readonly verb: string;
  readonly syntax: string;
  readonly what: string;
  readonly text: string;
  readonly todo?: string;
  /** `foreign`: not SMTP at all. `lmtp`: only there. */
  readonly status?: 'obsolete' | 'private' | 'foreign' | 'lmtp' | 'draft';
  readonly source: readonly string[];
}

const exchange = 'Microsoft Exchange';
const send = 'Like MAIL, for a message to the terminal of a user who is logged in. No server offers it any more.';

export const smtpCommands: readonly SmtpCommand[] = [
  {
    verb: 'HELO',
    syntax: 'HELO ⟨host⟩',
    what: 'greets the server, old form',
    text: 'The client gives its name. No extensions are offered after it: no TLS, no login, no SIZE. It also drops a transaction that was begun.',
    todo: 'Clients should say EHLO and fall back to HELO only if that is refused.',
    source: ['RFC 5321 4.1.1.1'],
  },
  {
    verb: 'EHLO',
    syntax: 'EHLO ⟨host⟩',
    what: 'greets the server and asks what it offers',
    text: 'The client gives its full host name, or its address in brackets; the reply lists the server’s extensions, one on each line. It also drops a transaction that was begun. After STARTTLS it must be said again.',
    source: ['RFC 5321 4.1.1.1'],
  },
  {
    verb: 'LHLO',
    syntax: 'LHLO ⟨host⟩',
    what: 'greets an LMTP server',
    text: 'LMTP’s form of EHLO. After the final dot there is one reply for each recipient.',
    status: 'lmtp',
    source: ['RFC 2033 4.1'],
  },
  {
    verb: 'MAIL',
    syntax: 'MAIL FROM:<⟨address⟩> [⟨parameters⟩]',
    what: 'begins a transaction and names the sender',
    text: 'The address is where bounces go; it need not be the one in the From field. <> is the sender of bounces themselves. One transaction at a time: a second MAIL needs RSET or a finished message before it.',
    source: ['RFC 5321 4.1.1.2'],
  },
  {
    verb: 'RCPT',
    syntax: 'RCPT TO:<⟨address⟩> [⟨parameters⟩]',
    what: 'names one recipient',
    text: 'Said once for each recipient, after MAIL. Most refusals happen here, each for this recipient alone; the others stay valid.',
    source: ['RFC 5321 4.1.1.3'],
  },
  {
    verb: 'DATA',
    syntax: 'DATA',
    what: 'announces the message text',
    text: 'After the 354 the client sends header and body and ends them with a line that holds a single dot. The reply to that dot says whether the message was taken over.',
    source: ['RFC 5321 4.1.1.4'],
  },
  {
    verb: 'BDAT',
    syntax: 'BDAT ⟨bytes⟩ [LAST]',
    what: 'sends the message in counted chunks',
    text: 'That many bytes follow at once, without a 354 and without doubled dots; LAST marks the last chunk. Needs CHUNKING.',
    source: ['RFC 3030 2'],
  },
  {
    verb: 'BURL',
    syntax: 'BURL ⟨url⟩ [LAST]',
    what: 'has the server fetch the message text',
    text: 'The text comes from an IMAP server by a URL that carries its own permission, so the URL is as good as a password.',
    source: ['RFC 4468 3.2'],
  },
  {
    verb: 'RSET',
    syntax: 'RSET',
    what: 'drops the transaction',
    text: 'Sender, recipients and text so far are forgotten; the connection, TLS and login stay. Always answered 250. Its honest uses: after a refused recipient, and before the next message over a connection that is used again.',
    todo: 'A RSET in place of DATA, followed by the same MAIL and RCPT again, is the mark of a program between client and server that holds the message back.',
    source: ['RFC 5321 4.1.1.5'],
  },
  {
    verb: 'NOOP',
    syntax: 'NOOP [⟨text⟩]',
    what: 'does nothing',
    text: 'Keeps the connection alive. sendmail slows a client down after 20 of them (confMAX_NOOP_COMMANDS).',
    source: ['RFC 5321 4.1.1.9', 'sendmail 8.17.1'],
  },
  {
    verb: 'QUIT',
    syntax: 'QUIT',
    what: 'ends the session',
    text: 'The server answers 221 and closes. A client that closes without it leaves the server to note a lost connection; a message already accepted stays accepted.',
    source: ['RFC 5321 4.1.1.10'],
  },
  {
    verb: 'VRFY',
    syntax: 'VRFY ⟨name⟩',
    what: 'asks whether a mailbox exists',
    text: 'Helps whoever collects addresses, so it is usually switched off (252 or 502). In sendmail: novrfy in confPRIVACY_FLAGS.',
    source: ['RFC 5321 4.1.1.6', 'RFC 5321 3.5'],
  },
  {
    verb: 'EXPN',
    syntax: 'EXPN ⟨list⟩',
    what: 'asks for the members of a list',
    text: 'Shows who stands behind an alias, so it should be switched off. In sendmail: noexpn in confPRIVACY_FLAGS.',
    source: ['RFC 5321 4.1.1.7', 'RFC 5321 3.5'],
  },
  {
    verb: 'HELP',
    syntax: 'HELP [⟨command⟩]',
    what: 'asks for help',
    text: 'For people at a terminal. Some servers show their version in it.',
    source: ['RFC 5321 4.1.1.8'],
  },
  {
    verb: 'AUTH',
    syntax: 'AUTH ⟨mechanism⟩ [⟨base64⟩]',
    what: 'logs in',
    text: 'The steps after it are base64, which hides nothing: whoever can read the log of a PLAIN or LOGIN exchange has the password. A line with * cancels.',
    source: ['RFC 4954 4'],
  },
  {
    verb: 'STARTTLS',
    syntax: 'STARTTLS',
    what: 'turns on TLS',
    text: 'After the 220 the handshake follows. Both sides then forget what was said before: the client has to say EHLO again, and the server’s list may be another one.',
    source: ['RFC 3207 4'],
  },
  {
    verb: 'ETRN',
    syntax: 'ETRN ⟨domain⟩',
    what: 'has waiting mail sent',
    text: 'Asks the server to begin delivery of what it holds for a domain, over a connection of its own.',
    source: ['RFC 1985 4'],
  },
  {
    verb: 'ATRN',
    syntax: 'ATRN [⟨domains⟩]',
    what: 'has waiting mail sent here',
    text: 'After a login: both sides change places on this connection and the server delivers. Port 366.',
    source: ['RFC 2645 5.2'],
  },
  {
    verb: 'TURN',
    syntax: 'TURN',
    what: 'changes places',
    text: 'Old form of ATRN, without any login: whoever asked got the mail. No server should offer it.',
    status: 'obsolete',
    source: ['RFC 821 3.8'],
  },
  {
    verb: 'SEND',
    syntax: 'SEND FROM:<⟨address⟩>',
    what: 'message to a terminal',
    text: send,
    status: 'obsolete',
    source: ['RFC 821 3.4'],
  },
  {
    verb: 'SOML',
    syntax: 'SOML FROM:<⟨address⟩>',
    what: 'message to a terminal, or mail',
    text: send,
    status: 'obsolete',
    source: ['RFC 821 3.4'],
  },
  {
    verb: 'SAML',
    syntax: 'SAML FROM:<⟨address⟩>',
    what: 'message to a terminal, and mail',
    text: send,
    status: 'obsolete',
    source: ['RFC 821 3.4'],
  },
  {
    verb: 'VERB',
    syntax: 'VERB',
    what: 'has sendmail tell what it does',
    text: 'Delivery then happens while the client waits, and lines with 050 show it. Switched off by noverb in confPRIVACY_FLAGS.',
    status: 'private',
    source: ['sendmail 8.17.1'],
  },
  {
    verb: 'ONEX',
    syntax: 'ONEX',
    what: 'announces a single transaction',
    text: 'Of sendmail 8.7 to 8.11; it changes nothing a user would notice.',
    status: 'private',
    source: ['sendmail 8.11'],
  },
  ...['XADR', 'XSTA', 'XCIR', 'XGEN'].map((verb): SmtpCommand => ({
    verb,
    syntax: `${verb} [text]`,
    what: 'information for the server’s administrators',
    text: 'A server on the network should not offer it.',
    status: 'private',
    source: ['PMDF and Sun Messaging Server'],
  })),
  ...['XQUE', 'XONE', 'XVRB'].map((verb): SmtpCommand => ({
    verb,
    syntax: `${verb} [text]`,
    what: verb === 'XQUE' ? 'queue, do not deliver now' : verb === 'XONE' ? 'one message only' : 'tells what it does',
    text: 'An old name of what sendmail has without the X.',
    status: 'private',
    source: ['sendmail, IDA'],
  })),
  ...['CONT', 'ABRT'].map((verb): SmtpCommand => ({
    verb,
    syntax: verb,
    what: verb === 'CONT' ? 'go on' : 'break off',
    text: 'Of the protocol before SMTP; no server knows it today.',
    status: 'obsolete',
    source: ['RFC 780'],
  })),
  {
    verb: 'XUSR',
    syntax: 'XUSR',
    what: 'marks a message’s first submission',
    text: 'Of sendmail 8.7 to 8.11, between its own programs.',
    status: 'private',
    source: ['sendmail 8.11'],
  },
  {
    verb: 'DEBUG',
    syntax: 'DEBUG',
    what: 'old hole of sendmail',
    text: 'Gave a shell in the 1980s. Today somebody is probing.',
    status: 'obsolete',
    source: ['sendmail before 5.59'],
  },
  {
    verb: 'WIZ',
    syntax: 'WIZ [⟨password⟩]',
    what: 'old hole of sendmail',
    text: 'Gave a shell in the 1980s. Today somebody is probing.',
    status: 'obsolete',
    source: ['sendmail before 5.59'],
  },
  {
    verb: 'SHOWQ',
    syntax: 'SHOWQ',
    what: 'shows the queue',
    text: 'Of a sendmail variant of the 1990s. Today somebody is probing.',
    status: 'obsolete',
    source: ['sendmail IDA'],
  },
  {
    verb: 'XCLIENT',
    syntax: 'XCLIENT ⟨name⟩=⟨value⟩ …',
    what: 'tells the server who the real client is',
    text: 'A proxy in front of Postfix hands over the client’s address, name or login. The server greets anew with 220. Only hosts in smtpd_authorized_xclient_hosts may say it.',
    status: 'private',
    source: ['Postfix, XCLIENT_README'],
  },
  {
    verb: 'XFORWARD',
    syntax: 'XFORWARD ⟨name⟩=⟨value⟩ …',
    what: 'tells the server for its log who the real client is',
    text: 'A content filter hands on what Postfix told it. It changes the log only, no decision.',
    status: 'private',
    source: ['Postfix, XFORWARD_README'],
  },
  {
    verb: 'XEXCH50',
    syntax: 'XEXCH50 ⟨bytes⟩ ⟨flag⟩',
    what: 'properties between Exchange servers',
    text: 'Binary data of Exchange 2000 to 2007 between RCPT and DATA. A server outside the organisation refuses it; that is harmless.',
    status: 'private',
    source: [exchange],
  },
  {
    verb: 'X-EXPS',
    syntax: 'X-EXPS ⟨mechanism⟩',
    what: 'login between Exchange servers',
    text: 'Works like AUTH; what follows it is as secret.',
    status: 'private',
    source: [exchange],
  },
  {
    verb: 'X-LINK2STATE',
    syntax: 'X-LINK2STATE ⟨data⟩',
    what: 'routing data of Exchange 2000 and 2003',
    text: 'Goes between servers of one organisation and means nothing to others.',
    status: 'private',
    source: [exchange],
  },
  {
    verb: 'X-ANONYMOUSTLS',
    syntax: 'X-ANONYMOUSTLS',
    what: 'TLS between Exchange servers',
    text: 'Works like STARTTLS, with certificates nobody else needs to trust.',
    status: 'private',
    source: [exchange],
  },
  {
    verb: 'QHLO',
    syntax: 'QHLO …',
    what: 'shortened greeting',
    text: 'From a draft that expired; servers do not know it.',
    status: 'draft',
    source: ['draft-fanf-smtp-quickstart'],
  },
  {
    verb: 'MRSQ',
    syntax: 'MRSQ [⟨scheme⟩]',
    what: 'of MTP, before SMTP',
    text: 'Chose how recipients were named, in 1980.',
    status: 'obsolete',
    source: ['RFC 772', 'RFC 780'],
  },
  {
    verb: 'MRCP',
    syntax: 'MRCP TO:<⟨path⟩>',
    what: 'of MTP, before SMTP',
    text: 'Named a recipient, in 1980.',
    status: 'obsolete',
    source: ['RFC 772', 'RFC 780'],
  },
  {
    verb: 'GET',
    syntax: 'GET ⟨path⟩ HTTP/1.1',
    what: 'not SMTP: a web request',
    text: 'A web client or a scanner reached the mail port. Postfix closes such a connection (smtpd_forbidden_commands).',
    status: 'foreign',
    source: ['Postfix 3.7.11'],
  },
  {
    verb: 'POST',
    syntax: 'POST ⟨path⟩ HTTP/1.1',
    what: 'not SMTP: a web request',
    text: 'Somebody tries to smuggle SMTP through a web request, or a scanner came by. Postfix closes such a connection.',
    status: 'foreign',
    source: ['Postfix 3.7.11'],
  },
  {
    verb: 'CONNECT',
    syntax: 'CONNECT ⟨host⟩:⟨port⟩ HTTP/1.1',
    what: 'not SMTP: a request to a web proxy',
    text: 'Somebody tries the mail port as a proxy. Postfix closes such a connection.',
    status: 'foreign',
    source: ['Postfix 3.7.11'],
  },
];

/** Lines that are no commands but mean something where they stand. */
export const specialLines: readonly {
  readonly line: string;
  readonly what: string;
  readonly text: string;
  readonly source: readonly string[];
}[] = [
  {
    line: '.',
    what: 'end of the message',
    text: 'A line with nothing but a dot ends what DATA began. The reply to it says whether the server took the message over.',
    source: ['RFC 5321 4.1.1.4'],
  },
  {
    line: '..',
    what: 'doubled dot',
    text: 'A line of the message that begins with a dot is sent with one dot more, so that it is not taken for the end. The receiver takes it off again.',
    source: ['RFC 5321 4.5.2'],
  },
  {
    line: '*',
    what: 'cancels the login',
    text: 'Sent during AUTH in place of the next step; the server answers 501.',
    source: ['RFC 4954 4'],
  },
];
