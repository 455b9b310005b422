/** Sessions that are as they should be, however unusual: nothing at warning or above may be said of them. */
import assert from 'node:assert/strict';
import { transcript } from '../../../server/src/core/smtp/language';
import { ALL, BYE, DONE, ehlo, HI, logOf, MAIL, PLAIN, RCPT, withStrangers, type Style } from '../../support/dialogue';
import { problemsOf } from '../../support/marked';

const TLS = HI + ehlo('STARTTLS', 'PIPELINING') + 'C STARTTLS\nS 220 2.0.0 Ready to start TLS\n';
const DATA = 'C DATA\nS 354 End data with <CR><LF>.<CR><LF>\n';
const TEXT = 'C From: Bob <bob@example.org>\nC Subject: x\nC\nC text\nC .\n';
const MESSAGE = DATA + TEXT + DONE;
const RSET = 'C RSET\nS 250 2.0.0 Ok\n';
/** Styles that show message text or chunks, and those whose author is the client. */
const TEXTUAL: readonly Style[] = ['sc', 'swaks', 'sendmail-X'];

const cases: readonly (readonly [name: string, script: string, styles?: readonly Style[]])[] = [
  ['a message', PLAIN + MAIL + RCPT + MESSAGE + BYE],
  ['HELO only', HI + 'C HELO client.example.org\nS 250 mail.example.com\n' + MAIL + RCPT + MESSAGE + BYE],
  ['a command that is not known, and quoted', PLAIN + 'C FOO\nS 500 5.5.1 Command unrecognized: "FOO"\n' + BYE],
  ['an empty quote of it', PLAIN + 'C FOO\nS 500 5.5.1 Command unrecognized: ""\n' + BYE],
  [
    'HELO after a refused EHLO 500',
    HI +
      'C EHLO client.example.org\nS 500 Command unrecognized\nC HELO client.example.org\nS 250 mail.example.com\n' +
      MAIL +
      RCPT +
      MESSAGE +
      BYE,
  ],
  [
    'HELO after a refused EHLO 502',
    HI +
      'C EHLO client.example.org\nS 502 5.5.2 Error: command not recognized\nC HELO client.example.org\nS 250 mail.example.com\n' +
      MAIL +
      RCPT +
      MESSAGE +
      BYE,
  ],
  [
    'HELO after a refused EHLO 550',
    HI +
      'C EHLO client.example.org\nS 550 no EHLO\nC HELO client.example.org\nS 250 mail.example.com\n' +
      MAIL +
      RCPT +
      MESSAGE +
      BYE,
  ],
  ['an EHLO reply of one line', HI + 'C EHLO client.example.org\nS 250 mail.example.com\n' + MAIL + RCPT + MESSAGE + BYE],
  [
    'commands in small letters',
    HI +
      'C ehlo client.example.org\nS 250-mail.example.com\nS 250 SIZE 100000\nC mail from:<bob@example.org> size=50\nS 250 Ok\nC rcpt to:<alice@example.com>\nS 250 Ok\nC data\nS 354 go ahead\n' +
      TEXT +
      'S 250 ok 1700000000 qp 1234\nC quit\nS 221 mail.example.com\n',
  ],
  ['two messages', PLAIN + MAIL + RCPT + MESSAGE + MAIL + RCPT + MESSAGE + BYE],
  ['RSET between messages', PLAIN + MAIL + RCPT + MESSAGE + RSET + MAIL + RCPT + MESSAGE + BYE],
  ['RSET before the first message', PLAIN + RSET + MAIL + RCPT + MESSAGE + BYE],
  ['RSET after each message', PLAIN + MAIL + RCPT + MESSAGE + RSET + BYE],
  ['RSET twice', PLAIN + RSET + RSET + MAIL + RCPT + MESSAGE + BYE],
  ['RSET after a refused recipient', PLAIN + MAIL + 'C RCPT TO:<x@example.com>\nS 550 5.1.1 User unknown\n' + RSET + BYE],
  ['RSET after a refused sender', PLAIN + 'C MAIL FROM:<bob@example.org>\nS 553 5.1.8 no\n' + RSET + BYE],
  ['RSET after a refused message', PLAIN + MAIL + RCPT + DATA + TEXT + 'S 554 5.7.1 spam\n' + RSET + BYE],
  ['QUIT after a refused sender', PLAIN + 'C MAIL FROM:<bob@example.org>\nS 550 5.7.1 no\n' + BYE],
  ['NOOP to keep the connection', PLAIN + MAIL + RCPT + MESSAGE + 'C NOOP\nS 250 2.0.0 Ok\nC NOOP\nS 250 2.0.0 Ok\n' + BYE],
  ['NOOP with a word', PLAIN + 'C NOOP ping\nS 250 2.0.0 Ok\n' + BYE],
  [
    'HELP',
    PLAIN +
      'C HELP\nS 214-2.0.0 This is sendmail\nS 214 2.0.0 End of HELP info\nC HELP MAIL\nS 214 2.0.0 MAIL FROM: <sender>\n' +
      BYE,
  ],
  ['HELP 211', PLAIN + 'C HELP\nS 211 help\n' + BYE],
  ['VRFY 252', PLAIN + 'C VRFY alice\nS 252 2.0.0 alice\n' + BYE],
  ['VRFY refused', PLAIN + 'C VRFY alice\nS 502 5.5.1 VRFY command is disabled\n' + BYE],
  ['EXPN', PLAIN + 'C EXPN staff\nS 250-2.1.5 <a@example.com>\nS 250 2.1.5 <b@example.com>\n' + BYE],
  ['a probe that quits', HI + BYE],
  ['a probe that says EHLO and quits', PLAIN + BYE],
  ['a probe that says HELO and quits', HI + 'C HELO monitor\nS 250 mail.example.com\n' + BYE],
  ['a probe that goes without a word', HI, ['swaks', 'sendmail-X', 'postfix-v']],
  [
    'greylisting, then a retry',
    PLAIN +
      MAIL +
      'C RCPT TO:<alice@example.com>\nS 450 4.2.0 <alice@example.com>: Recipient address rejected: Greylisted\n' +
      RSET +
      MAIL +
      RCPT +
      MESSAGE +
      BYE,
  ],
  ['greylisting 451, then QUIT', PLAIN + MAIL + 'C RCPT TO:<alice@example.com>\nS 451 4.7.1 Greylisting in action\n' + BYE],
  ['some recipients refused', PLAIN + MAIL + RCPT + 'C RCPT TO:<x@example.com>\nS 550 5.1.1 User unknown\n' + MESSAGE + BYE],
  [
    '452 too many recipients',
    PLAIN +
      MAIL +
      RCPT +
      'C RCPT TO:<x@example.com>\nS 452 4.5.3 Too many recipients\n' +
      MESSAGE +
      MAIL +
      'C RCPT TO:<x@example.com>\nS 250 2.1.5 Ok\n' +
      MESSAGE +
      BYE,
  ],
  ['552 too many recipients', PLAIN + MAIL + RCPT + 'C RCPT TO:<x@example.com>\nS 552 Too many recipients\n' + MESSAGE + BYE],
  [
    '251 will forward',
    PLAIN + MAIL + 'C RCPT TO:<alice@example.com>\nS 251 User not local; will forward to <alice@other.example>\n' + MESSAGE + BYE,
  ],
  ['the null sender', PLAIN + 'C MAIL FROM:<>\nS 250 2.1.0 Ok\n' + RCPT + MESSAGE + BYE],
  ['postmaster without a domain', PLAIN + MAIL + 'C RCPT TO:<postmaster>\nS 250 2.1.5 Ok\n' + MESSAGE + BYE],
  ['Postmaster in capitals, refused', PLAIN + MAIL + 'C RCPT TO:<Postmaster>\nS 550 5.1.1 no\n' + BYE],
  ['a quoted local part', PLAIN + 'C MAIL FROM:<"bob smith"@example.org>\nS 250 2.1.0 Ok\n' + RCPT + MESSAGE + BYE],
  ['a quoted bracket', PLAIN + 'C MAIL FROM:<"a>b"@example.org> SIZE=100\nS 250 2.1.0 Ok\n' + RCPT + MESSAGE + BYE],
  ['an IPv4 literal', PLAIN + MAIL + 'C RCPT TO:<alice@[192.0.2.1]>\nS 250 2.1.5 Ok\n' + MESSAGE + BYE],
  ['an IPv6 literal', PLAIN + MAIL + 'C RCPT TO:<alice@[IPv6:2001:db8::1]>\nS 250 2.1.5 Ok\n' + MESSAGE + BYE],
  [
    'plus and odd characters',
    PLAIN + "C MAIL FROM:<prvs=1234abcd=bob+list%x/y'z!#$&=?^`{|}~@example.org>\nS 250 2.1.0 Ok\n" + RCPT + MESSAGE + BYE,
  ],
  ['SRS', PLAIN + 'C MAIL FROM:<SRS0=AbCd=XY=example.org=bob@relay.example.net>\nS 250 2.1.0 Ok\n' + RCPT + MESSAGE + BYE],
  ['EHLO with an IPv4 literal', HI + 'C EHLO [192.0.2.7]\nS 250 mail.example.com\n' + MAIL + RCPT + MESSAGE + BYE],
  [
    'EHLO with an IPv6 literal',
    HI + 'C EHLO [IPv6:2001:db8:0:0:0:0:0:7]\nS 250 mail.example.com\n' + MAIL + RCPT + MESSAGE + BYE,
  ],
  ['EHLO with an IPv6 literal and an IPv4 end', HI + 'C EHLO [IPv6:::ffff:192.0.2.7]\nS 250 mail.example.com\n' + BYE],
  ['EHLO localhost', HI + 'C EHLO localhost\nS 250 mail.example.com\n' + MAIL + RCPT + MESSAGE + BYE],
  ['EHLO with a short name', HI + 'C EHLO WIN-4F2A9\nS 250 mail.example.com\n' + MAIL + RCPT + MESSAGE + BYE],
  ['EHLO with an underscore', HI + 'C EHLO my_host.example.org\nS 250 mail.example.com\n' + MAIL + RCPT + MESSAGE + BYE],
  ['EHLO with xn--', HI + 'C EHLO xn--bcher-kva.example\nS 250 mail.example.com\n' + BYE],
  ['EHLO said twice', PLAIN + ehlo('SIZE 10240000') + MAIL + RCPT + MESSAGE + BYE],
  ['EHLO in place of RSET', PLAIN + MAIL + ehlo('8BITMIME') + MAIL + RCPT + MESSAGE + BYE],
  [
    'a greeting of several lines',
    'S 220-mail.example.com ESMTP\nS 220-No spam here.\nS 220 Have a nice day\n' + ehlo('8BITMIME') + MAIL + RCPT + MESSAGE + BYE,
  ],
  [
    'postscreen',
    'S 220-mail.example.com ESMTP Postfix\nS 220 mail.example.com ESMTP Postfix\n' +
      ehlo('8BITMIME') +
      MAIL +
      RCPT +
      MESSAGE +
      BYE,
  ],
  ['a greeting 554', 'S 554 mail.example.com ESMTP not accepting messages\n' + BYE],
  ['a greeting 554, and QUIT answered 503', 'S 554 5.7.1 mail.example.com no access\nC QUIT\nS 221 2.0.0 Bye\n'],
  ['a greeting 421', 'S 421 mail.example.com too many connections\n', ['swaks', 'sendmail-X', 'postfix-v']],
  ['a greeting 521', 'S 521 mail.example.com does not accept mail\n' + BYE],
  ['421 in the middle', PLAIN + MAIL + 'C RCPT TO:<alice@example.com>\nS 421 4.3.2 Service shutting down\n'],
  ['421 in place of the 354', PLAIN + MAIL + RCPT + 'C DATA\nS 421 4.7.0 try later\n'],
  ['421 after the message', PLAIN + MAIL + RCPT + DATA + TEXT + 'S 421 4.3.0 cannot write\n'],
  ['421 because nothing came', PLAIN + 'S 421 4.4.2 mail.example.com Error: timeout exceeded\n'],
  ['a log that begins with MAIL', MAIL + RCPT + MESSAGE + BYE],
  ['a log that begins with RCPT', RCPT + MESSAGE + BYE],
  ['a log that begins with DATA', MESSAGE + BYE],
  ['a log that begins with a reply', 'S 250 2.1.5 Ok\n' + MESSAGE + BYE],
  ['a log that begins in the text', 'C the end of a text\nC .\n' + DONE + MAIL + RCPT + MESSAGE + BYE, ['sc', 'sendmail-X']],
  ['a log that stops after MAIL', PLAIN + 'C MAIL FROM:<bob@example.org>\n'],
  ['a log that stops in DATA', PLAIN + MAIL + RCPT + DATA + 'C Subject: x\n', TEXTUAL],
  ['a log that stops in an EHLO reply', HI + 'C EHLO client.example.org\nS 250-mail.example.com\nS 250-SIZE 1000\n'],
  ['a log without the greeting', ehlo('SIZE 1000') + MAIL + RCPT + MESSAGE + BYE],
  ['QUIT that nobody answers', PLAIN + MAIL + RCPT + MESSAGE + 'C QUIT\n'],
  [
    'pipelining',
    PLAIN +
      'C MAIL FROM:<bob@example.org>\nC RCPT TO:<alice@example.com>\nC RCPT TO:<carol@example.com>\nC DATA\nS 250 2.1.0 Ok\nS 250 2.1.5 Ok\nS 250 2.1.5 Ok\nS 354 go\n' +
      TEXT +
      DONE +
      BYE,
    ['sc', 'swaks', 'sendmail-X'],
  ],
  [
    'pipelining, one recipient refused',
    PLAIN +
      'C MAIL FROM:<bob@example.org>\nC RCPT TO:<alice@example.com>\nC RCPT TO:<x@example.com>\nC DATA\nS 250 2.1.0 Ok\nS 250 2.1.5 Ok\nS 550 5.1.1 no\nS 354 go\n' +
      TEXT +
      DONE +
      BYE,
    TEXTUAL,
  ],
  [
    'pipelining, all refused, DATA 554',
    PLAIN +
      'C MAIL FROM:<bob@example.org>\nC RCPT TO:<x@example.com>\nC DATA\nS 250 2.1.0 Ok\nS 550 5.1.1 no\nS 554 5.5.1 Error: no valid recipients\n' +
      BYE,
  ],
  [
    'pipelining, all refused, DATA 503',
    PLAIN +
      'C MAIL FROM:<bob@example.org>\nC RCPT TO:<x@example.com>\nC DATA\nS 250 2.1.0 Ok\nS 550 5.1.1 no\nS 503 5.5.1 need RCPT\n' +
      RSET +
      BYE,
  ],
  [
    'pipelining, all refused, DATA 354 and an empty message',
    PLAIN +
      'C MAIL FROM:<bob@example.org>\nC RCPT TO:<x@example.com>\nC DATA\nS 250 2.1.0 Ok\nS 550 5.1.1 no\nS 354 go\nC .\nS 554 5.5.1 no valid recipients\n' +
      BYE,
    TEXTUAL,
  ],
  [
    'pipelining, sender refused',
    PLAIN +
      'C MAIL FROM:<bob@example.org>\nC RCPT TO:<alice@example.com>\nC DATA\nS 553 5.1.8 no\nS 503 5.0.0 Need MAIL before RCPT\nS 503 5.0.0 Need MAIL command\n' +
      RSET +
      BYE,
  ],
  [
    'pipelining RSET, MAIL and RCPT',
    PLAIN +
      MAIL +
      RCPT +
      MESSAGE +
      'C RSET\nC MAIL FROM:<bob@example.org>\nC RCPT TO:<alice@example.com>\nC DATA\nS 250 2.0.0 Ok\nS 250 2.1.0 Ok\nS 250 2.1.5 Ok\nS 354 go\n' +
      TEXT +
      DONE +
      BYE,
    TEXTUAL,
  ],
  ['QUIT right behind the dot', PLAIN + MAIL + RCPT + DATA + TEXT + 'C QUIT\n' + DONE + 'S 221 2.0.0 Bye\n', TEXTUAL],
  [
    'the next MAIL right behind the dot',
    PLAIN +
      MAIL +
      RCPT +
      DATA +
      TEXT +
      'C MAIL FROM:<bob@example.org>\nC RCPT TO:<alice@example.com>\nC DATA\n' +
      DONE +
      'S 250 2.1.0 Ok\nS 250 2.1.5 Ok\nS 354 go\n' +
      TEXT +
      DONE +
      BYE,
    TEXTUAL,
  ],
  ['BDAT LAST', HI + ehlo('CHUNKING') + MAIL + RCPT + 'C BDAT 20 LAST\nC Subject: x\nC\nC text\nS 250 2.0.0 Ok\n' + BYE, TEXTUAL],
  ['BDAT, text not shown', HI + ehlo('CHUNKING') + MAIL + RCPT + 'C BDAT 86400 LAST\nS 250 2.6.0 Queued\n' + BYE],
  [
    'BDAT in chunks',
    HI +
      ehlo('CHUNKING') +
      MAIL +
      RCPT +
      'C BDAT 14\nC Subject: x\nC\nS 250 2.0.0 14 bytes received\nC BDAT 6 LAST\nC text\nS 250 2.0.0 Ok\n' +
      BYE,
    TEXTUAL,
  ],
  [
    'BDAT in chunks without text',
    HI + ehlo('CHUNKING') + MAIL + RCPT + 'C BDAT 14\nS 250 2.0.0 14 bytes received\nC BDAT 6 LAST\nS 250 2.0.0 Ok\n' + BYE,
  ],
  [
    'BDAT 0 LAST',
    HI + ehlo('CHUNKING') + MAIL + RCPT + 'C BDAT 6\nC text\nS 250 2.0.0 Ok\nC BDAT 0 LAST\nS 250 2.0.0 Ok\n' + BYE,
    TEXTUAL,
  ],
  ['BDAT refused', HI + ehlo('CHUNKING') + MAIL + RCPT + 'C BDAT 86400 LAST\nS 552 5.3.4 too big\n' + RSET + BYE],
  [
    'BINARYMIME',
    HI +
      ehlo('CHUNKING', 'BINARYMIME', '8BITMIME') +
      'C MAIL FROM:<bob@example.org> BODY=BINARYMIME\nS 250 2.1.0 Ok\n' +
      RCPT +
      'C BDAT 6 LAST\nC text\nS 250 2.0.0 Ok\n' +
      BYE,
    TEXTUAL,
  ],
  [
    '8BITMIME',
    PLAIN +
      'C MAIL FROM:<bob@example.org> BODY=8BITMIME\nS 250 2.1.0 Ok\n' +
      RCPT +
      DATA +
      'C Subject: x\nC\nC na\u00efve\nC .\n' +
      DONE +
      BYE,
    TEXTUAL,
  ],
  ['8BITMIME with 7BIT', PLAIN + 'C MAIL FROM:<bob@example.org> BODY=7BIT\nS 250 2.1.0 Ok\n' + RCPT + MESSAGE + BYE],
  [
    'SMTPUTF8',
    HI +
      ehlo('8BITMIME', 'SMTPUTF8') +
      'C MAIL FROM:<j\u00fcrgen@b\u00fccher.example> BODY=8BITMIME SMTPUTF8\nS 250 2.1.0 Ok\nC RCPT TO:<\u5f20\u4f1f@\u4f8b\u5b50.example>\nS 250 2.1.5 Ok\n' +
      DATA +
      'C Subject: \u00fc\nC\nC x\nC .\n' +
      DONE +
      BYE,
    ['sc', 'sendmail-X'],
  ],
  ['SIZE', PLAIN + 'C MAIL FROM:<bob@example.org> SIZE=1234\nS 250 2.1.0 Ok\n' + RCPT + MESSAGE + BYE],
  [
    'SIZE 0 offered',
    HI + ehlo('SIZE 0') + 'C MAIL FROM:<bob@example.org> SIZE=99999999\nS 250 2.1.0 Ok\n' + RCPT + MESSAGE + BYE,
  ],
  [
    'SIZE beyond the limit, refused at once',
    PLAIN + 'C MAIL FROM:<bob@example.org> SIZE=99999999\nS 552 5.3.4 Message size exceeds fixed maximum message size\n' + BYE,
  ],
  [
    'DSN',
    HI +
      ehlo('DSN') +
      'C MAIL FROM:<bob@example.org> RET=HDRS ENVID=QQ314159\nS 250 2.1.0 Ok\nC RCPT TO:<alice@example.com> NOTIFY=SUCCESS,FAILURE,DELAY ORCPT=rfc822;alice+2Bx@example.com\nS 250 2.1.5 Ok\nC RCPT TO:<carol@example.com> NOTIFY=NEVER\nS 250 2.1.5 Ok\n' +
      MESSAGE +
      BYE,
  ],
  ['DELIVERBY', HI + ehlo('DELIVERBY') + 'C MAIL FROM:<bob@example.org> BY=120;R\nS 250 2.1.0 Ok\n' + RCPT + MESSAGE + BYE],
  [
    'DELIVERBY with trace',
    HI + ehlo('DELIVERBY 240') + 'C MAIL FROM:<bob@example.org> BY=-120;NT\nS 250 2.1.0 Ok\n' + RCPT + MESSAGE + BYE,
  ],
  ['REQUIRETLS', TLS + ehlo('REQUIRETLS') + 'C MAIL FROM:<bob@example.org> REQUIRETLS\nS 250 2.1.0 Ok\n' + RCPT + MESSAGE + BYE],
  [
    'MT-PRIORITY',
    HI + ehlo('MT-PRIORITY') + 'C MAIL FROM:<bob@example.org> MT-PRIORITY=-3\nS 250 2.1.0 Ok\n' + RCPT + MESSAGE + BYE,
  ],
  [
    'FUTURERELEASE',
    HI +
      ehlo('FUTURERELEASE 86400 2026-11-23T00:00:00Z') +
      'C MAIL FROM:<bob@example.org> HOLDFOR=86400\nS 250 2.1.0 Ok\n' +
      RSET +
      'C MAIL FROM:<bob@example.org> HOLDUNTIL=2026-11-23T00:00:00Z\nS 250 2.1.0 Ok\n' +
      RCPT +
      MESSAGE +
      BYE,
  ],
  [
    'RRVS',
    HI + ehlo('RRVS') + MAIL + 'C RCPT TO:<alice@example.com> RRVS=2014-04-03T23:01:00Z;C\nS 250 2.1.5 Ok\n' + MESSAGE + BYE,
  ],
  [
    'AUTH= on MAIL',
    HI +
      ehlo('AUTH CRAM-MD5') +
      'C AUTH CRAM-MD5\nS 334 PDE+\nC Ym9iIDAxMjM=\nS 235 2.7.0 Ok\nC MAIL FROM:<bob@example.org> AUTH=<>\nS 250 2.1.0 Ok\n' +
      RCPT +
      MESSAGE +
      BYE,
  ],
  [
    'AUTH= with xtext',
    HI +
      ehlo('AUTH CRAM-MD5') +
      'C MAIL FROM:<e=mc2@example.com> AUTH=e+3Dmc2@example.com\nS 250 2.1.0 Ok\n' +
      RCPT +
      MESSAGE +
      BYE,
  ],
  [
    'AUTH EXTERNAL =',
    TLS + ehlo('AUTH EXTERNAL') + 'C AUTH EXTERNAL =\nS 235 2.7.0 Authentication successful\n' + MAIL + RCPT + MESSAGE + BYE,
  ],
  [
    'AUTH EXTERNAL with a name',
    TLS + ehlo('AUTH EXTERNAL PLAIN') + 'C AUTH EXTERNAL\nS 334\nC Ym9i\nS 235 2.7.0 Authentication successful\n' + BYE,
  ],
  [
    'AUTH cancelled',
    TLS + ehlo('AUTH PLAIN CRAM-MD5') + 'C AUTH CRAM-MD5\nS 334 PDE+\nC *\nS 501 5.7.0 Authentication aborted\n' + BYE,
  ],
  ['AUTH GSSAPI', TLS + ehlo('AUTH GSSAPI') + 'C AUTH GSSAPI YIIB\nS 334 YIIC\nC =\nS 334 YIID\nC YIIE\nS 235 2.7.0 Ok\n' + BYE],
  [
    'AUTH NTLM',
    HI +
      ehlo('AUTH NTLM') +
      'C AUTH NTLM\nS 334 ntlm supported\nC TlRMTVNTUAABAAAA\nS 334 TlRMTVNTUAACAAAA\nC TlRMTVNTUAADAAAA\nS 235 2.7.0 Ok\n' +
      BYE,
  ],
  [
    'AUTH SCRAM',
    HI +
      ehlo('AUTH SCRAM-SHA-256') +
      'C AUTH SCRAM-SHA-256 biwsbj1ib2Iscj1h\nS 334 cj1hYg==\nC Yz1iaXdz\nS 334 dj1h\nC\nS 235 2.7.0 Ok\n' +
      BYE,
    ['sc', 'sendmail-X'],
  ],
  [
    'AUTH failed, then another mechanism',
    TLS +
      ehlo('AUTH SCRAM-SHA-1 CRAM-MD5') +
      'C AUTH SCRAM-SHA-1 biwsbj1ib2I=\nS 535 5.7.8 no\nC AUTH CRAM-MD5\nS 334 PDE+\nC Ym9i\nS 235 2.7.0 Ok\n' +
      MAIL +
      RCPT +
      MESSAGE +
      BYE,
  ],
  [
    'AUTH in the old form',
    TLS + ehlo('AUTH=CRAM-MD5 DIGEST-MD5') + 'C AUTH CRAM-MD5\nS 334 PDE+\nC Ym9i\nS 235 2.7.0 Ok\n' + BYE,
  ],
  [
    'AUTH in both forms',
    TLS + ehlo('AUTH CRAM-MD5', 'AUTH=CRAM-MD5') + 'C AUTH CRAM-MD5\nS 334 PDE+\nC Ym9i\nS 235 2.7.0 Ok\n' + BYE,
  ],
  ['STARTTLS, then EHLO', TLS + ehlo('8BITMIME') + MAIL + RCPT + MESSAGE + BYE],
  ['STARTTLS, then HELO', TLS + 'C HELO client.example.org\nS 250 mail.example.com\n' + MAIL + RCPT + MESSAGE + BYE],
  [
    'STARTTLS refused, on in clear',
    HI + ehlo('STARTTLS') + 'C STARTTLS\nS 454 4.7.0 TLS not available due to local problem\n' + MAIL + RCPT + MESSAGE + BYE,
  ],
  [
    'STARTTLS refused 501, EHLO again',
    HI + ehlo('STARTTLS') + 'C STARTTLS\nS 501 no\n' + ehlo('8BITMIME') + MAIL + RCPT + MESSAGE + BYE,
  ],
  ['a log that ends with the handshake', TLS],
  [
    '530 must issue STARTTLS first',
    HI + ehlo('STARTTLS') + 'C MAIL FROM:<bob@example.org>\nS 530 5.7.0 Must issue a STARTTLS command first\n' + BYE,
  ],
  [
    'XCLIENT',
    HI +
      ehlo('XCLIENT NAME ADDR PROTO HELO') +
      'C XCLIENT NAME=spike.example.org ADDR=192.0.2.9\nS 220 mail.example.com ESMTP Postfix\n' +
      ehlo('XCLIENT NAME ADDR') +
      MAIL +
      RCPT +
      MESSAGE +
      BYE,
  ],
  [
    'XFORWARD',
    HI +
      ehlo('XFORWARD NAME ADDR PROTO HELO SOURCE') +
      'C XFORWARD NAME=spike.example.org ADDR=192.0.2.9\nS 250 2.0.0 Ok\n' +
      MAIL +
      RCPT +
      MESSAGE +
      BYE,
  ],
  ['ETRN', HI + ehlo('ETRN') + 'C ETRN example.org\nS 250 2.0.0 Queuing for node example.org started\n' + BYE],
  [
    'ETRN 253',
    HI + ehlo('ETRN') + 'C ETRN example.org\nS 253 2.0.0 OK, 14 pending messages for node example.org started\n' + BYE,
  ],
  [
    'BURL',
    TLS +
      ehlo('BURL imap', 'CHUNKING', 'AUTH EXTERNAL') +
      'C AUTH EXTERNAL =\nS 235 2.7.0 Ok\n' +
      MAIL +
      RCPT +
      'C BURL imap://bob@imap.example.org/Sent;UIDVALIDITY=1;UID=2 LAST\nS 250 2.5.0 Ok\n' +
      BYE,
  ],
  [
    'VERB 050 lines',
    PLAIN +
      'C VERB\nS 250 2.0.0 Verbose mode\n' +
      MAIL +
      RCPT +
      DATA +
      TEXT +
      'S 050 <alice@example.com>... Connecting to local...\nS 250 2.0.0 ok Message accepted for delivery\n' +
      BYE,
    ['sc', 'sendmail-X'],
  ],
  [
    'LMTP',
    'S 220 mail.example.com LMTP\nC LHLO client.example.org\nS 250-mail.example.com\nS 250-PIPELINING\nS 250 ENHANCEDSTATUSCODES\n' +
      MAIL +
      RCPT +
      'C RCPT TO:<carol@example.com>\nS 250 2.1.5 Ok\n' +
      DATA +
      TEXT +
      'S 250 2.1.5 <alice@example.com> Saved\nS 452 4.2.2 <carol@example.com> over quota\n' +
      BYE,
    TEXTUAL,
  ],
  [
    'LMTP, the same reply for each',
    'S 220 mail.example.com LMTP\nC LHLO client.example.org\nS 250-mail.example.com\nS 250 PIPELINING\n' +
      MAIL +
      RCPT +
      'C RCPT TO:<carol@example.com>\nS 250 2.1.5 Ok\nC RCPT TO:<dave@example.com>\nS 550 5.1.1 no\n' +
      DATA +
      TEXT +
      'S 250 2.0.0 Ok\nS 250 2.0.0 Ok\n' +
      MAIL +
      RCPT +
      MESSAGE +
      BYE,
    TEXTUAL,
  ],
  [
    'LMTP, QUIT right behind the dot',
    'S 220 mail.example.com LMTP\nC LHLO client.example.org\nS 250-mail.example.com\nS 250 PIPELINING\n' +
      MAIL +
      RCPT +
      'C RCPT TO:<carol@example.com>\nS 250 2.1.5 Ok\n' +
      DATA +
      TEXT +
      'C QUIT\nS 250 2.0.0 Ok\nS 250 2.0.0 Ok\nS 221 2.0.0 Bye\n',
    TEXTUAL,
  ],
  [
    'LMTP pipelined',
    'S 220 mail.example.com LMTP\nC LHLO client.example.org\nS 250-mail.example.com\nS 250 PIPELINING\nC MAIL FROM:<bob@example.org>\nC RCPT TO:<alice@example.com>\nC RCPT TO:<carol@example.com>\nC DATA\nS 250 Ok\nS 250 Ok\nS 550 5.1.1 no\nS 354 go\n' +
      TEXT +
      'S 250 2.0.0 Ok\n' +
      BYE,
    TEXTUAL,
  ],
  [
    'LMTP with all recipients refused',
    'S 220 mail.example.com LMTP\nC LHLO client.example.org\nS 250-mail.example.com\nS 250 PIPELINING\n' +
      MAIL +
      'C RCPT TO:<x@example.com>\nS 550 5.1.1 no\n' +
      RSET +
      BYE,
  ],
  [
    'PRDR',
    HI +
      ehlo('PRDR') +
      'C MAIL FROM:<bob@example.org> PRDR\nS 250 OK\nC RCPT TO:<alice@example.com>\nS 250 Accepted\nC RCPT TO:<carol@example.com>\nS 250 Accepted\n' +
      DATA +
      TEXT +
      'S 353 PRDR content analysis beginning\nS 250 first ok\nS 550 second no\nS 250 OK id=1abc-2-3\n' +
      BYE,
    TEXTUAL,
  ],
  [
    'Exim',
    'S 220 mail.example.com ESMTP Exim 4.96 Sun, 22 Nov 2026 05:00:00 +0000\nC EHLO client.example.org\nS 250-mail.example.com Hello client.example.org [192.0.2.7]\nS 250-SIZE 52428800\nS 250-8BITMIME\nS 250-PIPELINING\nS 250 HELP\nC MAIL FROM:<bob@example.org> SIZE=300\nS 250 OK\nC RCPT TO:<alice@example.com>\nS 250 Accepted\nC DATA\nS 354 Enter message, ending with "." on a line by itself\n' +
      TEXT +
      'S 250 OK id=1tEabc-0001Xy-2Z\nC QUIT\nS 221 mail.example.com closing connection\n',
  ],
  [
    'sendmail',
    'S 220 mail.example.com ESMTP Sendmail 8.17.1/8.17.1; Sun, 22 Nov 2026 05:00:00 GMT\nC EHLO client.example.org\nS 250-mail.example.com Hello client.example.org [192.0.2.7], pleased to meet you\nS 250-ENHANCEDSTATUSCODES\nS 250-PIPELINING\nS 250 HELP\nC MAIL FROM:<bob@example.org>\nS 250 2.1.0 <bob@example.org>... Sender ok\nC RCPT TO:<alice@example.com>\nS 250 2.1.5 <alice@example.com>... Recipient ok\nC DATA\nS 354 End data with <CR><LF>.<CR><LF>\n' +
      TEXT +
      'S 250 2.0.0 5AM50abc001234 Message accepted for delivery\nC QUIT\nS 221 2.0.0 mail.example.com closing connection\n',
  ],
  [
    'sendmail, (will queue)',
    PLAIN +
      'C MAIL FROM:<bob@example.org>\nS 250 2.1.0 <bob@example.org>... Sender ok\nC RCPT TO:<alice@example.com>\nS 250 2.1.5 <alice@example.com>... Recipient ok (will queue)\n' +
      MESSAGE +
      BYE,
  ],
  [
    'Gmail',
    'S 220 mx.google.com ESMTP a1-20020a05 - gsmtp\nC EHLO client.example.org\nS 250-mx.google.com at your service, [192.0.2.7]\nS 250-SIZE 157286400\nS 250-8BITMIME\nS 250-STARTTLS\nS 250-ENHANCEDSTATUSCODES\nS 250-PIPELINING\nS 250-CHUNKING\nS 250 SMTPUTF8\nC MAIL FROM:<bob@example.org> SIZE=300\nS 250 2.1.0 OK a1-20020a05 - gsmtp\nC RCPT TO:<alice@example.com>\nS 250 2.1.5 OK a1-20020a05 - gsmtp\nC DATA\nS 354  Go ahead a1-20020a05 - gsmtp\n' +
      TEXT +
      'S 250 2.0.0 OK  1700000000 a1-20020a05 - gsmtp\nC QUIT\nS 221 2.0.0 closing connection a1-20020a05 - gsmtp\n',
  ],
  [
    'Exchange',
    'S 220 EX01.example.com Microsoft ESMTP MAIL Service ready at Sun, 22 Nov 2026 05:00:00 +0000\nC EHLO client.example.org\nS 250-EX01.example.com Hello [192.0.2.7]\nS 250-SIZE 37748736\nS 250-PIPELINING\nS 250-DSN\nS 250-ENHANCEDSTATUSCODES\nS 250-STARTTLS\nS 250-X-ANONYMOUSTLS\nS 250-AUTH NTLM\nS 250-X-EXPS GSSAPI NTLM\nS 250-8BITMIME\nS 250-BINARYMIME\nS 250-CHUNKING\nS 250 XRDST\nC MAIL FROM:<bob@example.org> SIZE=300\nS 250 2.1.0 Sender OK\nC RCPT TO:<alice@example.com>\nS 250 2.1.5 Recipient OK\nC DATA\nS 354 Start mail input; end with <CRLF>.<CRLF>\n' +
      TEXT +
      'S 250 2.6.0 <x@example.org> [InternalId=1] Queued mail for delivery\nC QUIT\nS 221 2.0.0 Service closing transmission channel\n',
  ],
  [
    'qmail',
    'S 220 mail.example.com ESMTP\nC HELO client.example.org\nS 250 mail.example.com\nC MAIL FROM:<bob@example.org>\nS 250 ok\nC RCPT TO:<alice@example.com>\nS 250 ok\nC DATA\nS 354 go ahead\n' +
      TEXT +
      'S 250 ok 1700000000 qp 1234\nC QUIT\nS 221 mail.example.com\n',
  ],
  [
    'a reply without text',
    'S 220\nC HELO client.example.org\nS 250\nC MAIL FROM:<bob@example.org>\nS 250\nC RCPT TO:<alice@example.com>\nS 250\nC DATA\nS 354\n' +
      TEXT +
      'S 250\nC QUIT\nS 221\n',
  ],
  [
    'text that looks like SMTP',
    PLAIN + MAIL + RCPT + DATA + 'C Subject: x\nC\nC 250 Ok\nC QUIT\nC MAIL FROM:<x>\nC ..\nC RSET\nC .\n' + DONE + BYE,
    TEXTUAL,
  ],
  ['an empty message', PLAIN + MAIL + RCPT + DATA + 'C .\n' + DONE + BYE, TEXTUAL],
  ['a line of 998 characters', PLAIN + MAIL + RCPT + DATA + `C Subject: x\nC\nC ${'x'.repeat(998)}\nC .\n` + DONE + BYE, TEXTUAL],
  ['a stuffed line of 999', PLAIN + MAIL + RCPT + DATA + `C Subject: x\nC\nC .${'.'.repeat(998)}\nC .\n` + DONE + BYE, TEXTUAL],
  [
    'a log that lacks EHLO',
    HI + 'S 250-mail.example.com\nS 250 PIPELINING\n' + MAIL + RCPT + MESSAGE + BYE,
    ['sc', 'swaks', 'postfix-v'],
  ],
  ['a log that lacks MAIL and RCPT', PLAIN + MESSAGE + BYE],
  [
    'a log that keeps the first line of replies',
    'S 220 mail.example.com\nC EHLO client.example.org\nS 250-mail.example.com\nC MAIL FROM:<bob@example.org> SIZE=300\nS 250 2.1.0 Ok\n' +
      RCPT +
      MESSAGE +
      BYE,
  ],
  ['a greeting with one asterisk', 'S 220-mail.example.com ESMTP\nS 220 *\n' + ehlo('8BITMIME') + BYE],
  ['an unknown command', PLAIN + 'C FOO\nS 500 5.5.2 Error: command not recognized\n' + BYE],
  ['a private command', PLAIN + 'C XEXCH50 1024 2\nS 354 Send binary data\nC .\nS 250 Ok\n' + BYE, ['sc']],
  [
    'STARTTLS on 587 and a login',
    HI +
      ehlo('STARTTLS') +
      'C STARTTLS\nS 220 go\n' +
      ehlo('AUTH CRAM-MD5 EXTERNAL', 'SIZE 1000') +
      'C AUTH CRAM-MD5\nS 334 PDE+\nC Ym9i\nS 235 2.7.0 Ok\nC MAIL FROM:<bob@example.org> SIZE=500\nS 250 2.1.0 Ok\n' +
      RCPT +
      MESSAGE +
      BYE,
  ],
];

const FORMATS: Readonly<Record<Style, string>> = {
  sc: 's-c-notation',
  swaks: 'swaks',
  'sendmail-X': 'sendmail-X',
  'postfix-v': 'postfix-smtpd-v',
  nodemailer: 'nodemailer-debug',
  words: 'generic',
  json: 'generic',
  csv: 'generic',
  strace: 'strace',
};

describe('sessions as they should be', () => {
  for (const [name, script, styles = ALL] of cases)
    for (const style of withStrangers(styles, script))
      it(`${name}, ${style}`, () => {
        const log = logOf(script, style);
        const sessions = transcript.parse(log).sessions.map((s) => s.format);
        assert.deepEqual(sessions, [FORMATS[style]]);
        const found = problemsOf(transcript, log).filter((p) => / (?:warning|error) /.test(p));
        assert.deepEqual(found, []);
      });
});
