/**
 * How a server program can be told by its own words: the greeting that names it, and what it says to DATA, to the end of
 * data and to QUIT. Rows only.
 *
 * Every pattern is the source of a case-insensitive regular expression, linear in the input, held against a reply's first
 * line as `220 text`. Many programs copy each other's texts, so that a voice that fits proves nothing. What counts is a
 * greeting that names a program, and a text which that program cannot have said: a place named in `fixed`, where no
 * administrator can change the words and the program knows no others than those listed.
 */
export type VoicePlace = 'data' | 'end' | 'quit';

export interface Voice {
  readonly program: string;
  /** Greetings that name the program; none for one that says only its host's name. */
  readonly banner?: string;
  /** The texts the program is known to say at each place. */
  readonly says: Readonly<Partial<Record<VoicePlace, string>>>;
  /** Places where no other text can come from this program (positive replies only: filters may refuse in their own words). */
  readonly fixed: readonly VoicePlace[];
  readonly source: string;
}

/** Server programs and their voices; the more special before the more general. */
export const voices: readonly Voice[] = [
  {
    program: 'sendmail',
    banner: '^220 \\S+ E?SMTP Sendmail[ /;]',
    says: {
      data: '^354 (?:Enter mail, end with "\\." on a line by itself|End data with <CR><LF>\\.<CR><LF>)$',
      end: '^250 (?:2\\.\\d\\.\\d )?\\S+ Message accepted for delivery$|^250 2\\.0\\.0 Sent$',
      quit: '^221 (?:2\\.0\\.0 )?\\S+ closing connection$',
    },
    fixed: ['data', 'end', 'quit'],
    source: 'sendmail 8.17.1; 8.16 and older for the first 354',
  },
  {
    program: 'Postfix',
    banner: '^220 \\S+ ESMTP Postfix(?:$| )',
    says: {
      data: '^354 End data with <CR><LF>\\.<CR><LF>$',
      end: '^250 (?:2\\.0\\.0 )?Ok: (?:\\d+ bytes )?queued as \\S+$',
      quit: '^221 (?:2\\.0\\.0 )?Bye$',
    },
    // A before-queue filter answers the end of data in Postfix's place.
    fixed: ['data', 'quit'],
    source: 'Postfix 3.7.11',
  },
  {
    program: 'Exim',
    banner: '^220 \\S+ ESMTP Exim \\d',
    says: {
      data: '^354 Enter message, ending with "\\." on a line by itself$',
      end: '^250 OK id=\\S+$',
      quit: '^221 \\S+ closing connection$',
    },
    // The DATA and QUIT access lists may bring their own texts.
    fixed: ['data'],
    source: 'Exim 4.96',
  },
  {
    program: 'Exchange',
    banner: '^220 \\S+ Microsoft ESMTP MAIL Service',
    says: {
      data: '^354 Start mail input; end with <CRLF>\\.<CRLF>$',
      end: '^250 2\\.6\\.0 <[^>]*> (?:\\[InternalId=\\d+(?:, Hostname=[^\\]]*)?\\] )?(?:\\d+ bytes in [^ ]+, [^ ]+ KB/sec )?Queued mail for delivery',
      quit: '^221 2\\.0\\.0 (?:\\S+ )?Service closing transmission channel$',
    },
    fixed: ['data'],
    source: 'Exchange Server 2003 to 2019, IIS 6 SMTP service',
  },
  {
    program: 'Gmail',
    banner: '^220 (?:mx\\.google\\.com|smtp\\.gmail\\.com|smtp-relay\\.gmail\\.com) ESMTP ',
    says: {
      data: '^354 {1,2}Go ahead(?: \\S+(?: - gsmtp)?)?$',
      end: '^250 2\\.0\\.0 OK {1,2}(?:\\S+ ){1,3}- gsmtp$|^250 2\\.0\\.0 OK \\d+ \\S+$',
      quit: '^221 2\\.0\\.0 closing connection \\S+(?: - gsmtp)?$',
    },
    fixed: ['data', 'quit'],
    source: 'replies of mx.google.com in public archives',
  },
  {
    program: 'OpenSMTPD',
    banner: '^220 \\S+ ESMTP OpenSMTPD$',
    says: {
      data: '^354 Enter mail, end with "\\." on a line by itself$',
      end: '^250 2\\.0\\.0 (?:[0-9a-f]{8} )?Message accepted for delivery$',
      quit: '^221 2\\.0\\.0 Bye$',
    },
    fixed: ['data', 'quit'],
    source: 'OpenSMTPD 6.8',
  },
  {
    program: 'qmail',
    banner: '^220 \\S+ ESMTP$',
    says: {
      data: '^354 go ahead(?: punk, make my day)?$',
      end: '^250 ok \\d+ qp \\d+(?: by .*)?$',
      quit: '^221 \\S+(?: Goodbye\\.)?$',
    },
    // Its greeting names nothing: too many programs greet like that.
    fixed: [],
    source: 'netqmail 1.06, notqmail 1.08',
  },
  {
    program: 'aiosmtpd',
    banner: '^220 \\S+ Python SMTP [\\d.]+$',
    says: {
      data: '^354 End data with <CR><LF>\\.<CR><LF>$',
      end: '^250 (?:OK|Message accepted for delivery)$',
      quit: '^221 Bye$',
    },
    fixed: ['data'],
    source: 'aiosmtpd 1.4.3',
  },
  {
    program: 'Courier',
    banner: '^220 \\S+ ESMTP Courier',
    says: { data: '^354 Ok\\.$', end: '^250 Ok\\. \\S+$', quit: '^221 Bye\\.$' },
    fixed: [],
    source: 'Courier 1.0, not checked against the program',
  },
  {
    program: 'Haraka',
    banner: '^220 \\S+ ESMTP Haraka',
    says: {
      data: '^354 go ahead, make my day$',
      end: '^250 Message Queued',
      quit: '^221 .*closing connection\\. Have a jolly good day\\.$',
    },
    fixed: [],
    source: 'Haraka 3.0',
  },
  {
    program: 'hMailServer',
    banner: '^220 .*ESMTP$',
    says: { data: '^354 OK, send\\.$', end: '^250 Queued \\([\\d.]+ seconds\\)$', quit: '^221 goodbye$' },
    fixed: [],
    source: 'hMailServer 5.6',
  },
];
