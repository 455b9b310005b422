/**
 * Which reply codes a command may have. Rows only. Any command may be answered 421, 500 or 501 as well, and 502 to 504 where
 * the server does not offer it; a client acts on the first digit, so that a code outside these lists is strange, not wrong.
 */
export interface CommandReplies {
  /** `(greeting)` and `(end of data)` are what their names say. */
  readonly command: string;
  readonly success: readonly number[];
  readonly intermediate?: readonly number[];
  readonly refusal: readonly number[];
  readonly source: string;
}

const main = 'RFC 5321 4.3.2';

export const commandReplies: readonly CommandReplies[] = [
  { command: '(greeting)', success: [220], refusal: [421, 521, 554], source: main },
  { command: 'EHLO', success: [250], refusal: [502, 504, 550], source: main },
  { command: 'HELO', success: [250], refusal: [502, 504, 550], source: main },
  { command: 'LHLO', success: [250], refusal: [504, 550], source: 'RFC 2033 4.1' },
  { command: 'MAIL', success: [250], refusal: [451, 452, 455, 503, 530, 550, 552, 553, 555], source: main },
  { command: 'RCPT', success: [250, 251], refusal: [450, 451, 452, 455, 503, 550, 551, 552, 553, 555, 556], source: main },
  { command: 'DATA', success: [250], intermediate: [354], refusal: [450, 451, 452, 503, 550, 552, 554], source: main },
  { command: '(end of data)', success: [250], intermediate: [353], refusal: [450, 451, 452, 550, 552, 554], source: main },
  {
    command: 'BDAT',
    success: [250],
    refusal: [451, 452, 503, 521, 551, 552, 554],
    source: 'RFC 3030 2; Postfix 3.7.11, Exim 4.96',
  },
  { command: 'BURL', success: [250], refusal: [451, 503, 552, 554], source: 'RFC 4468 6' },
  { command: 'RSET', success: [250], refusal: [], source: main },
  { command: 'VRFY', success: [250, 251, 252], refusal: [502, 504, 550, 551, 553], source: main },
  { command: 'EXPN', success: [250, 252], refusal: [502, 504, 550], source: main },
  { command: 'HELP', success: [211, 214], refusal: [502, 504], source: main },
  { command: 'NOOP', success: [250], refusal: [], source: main },
  { command: 'QUIT', success: [221], refusal: [], source: main },
  {
    command: 'AUTH',
    success: [235],
    intermediate: [334],
    refusal: [432, 454, 503, 504, 530, 534, 535, 538],
    source: 'RFC 4954 6',
  },
  { command: 'STARTTLS', success: [220], refusal: [454, 503, 554], source: 'RFC 3207 4' },
  { command: 'ETRN', success: [250, 251, 252, 253], refusal: [458, 459, 503], source: 'RFC 1985 5' },
  { command: 'ATRN', success: [250], refusal: [450, 451, 453, 502, 530], source: 'RFC 2645 5.2' },
  { command: 'XCLIENT', success: [220], refusal: [503, 550], source: 'Postfix, XCLIENT_README' },
  { command: 'XFORWARD', success: [250], refusal: [503, 550], source: 'Postfix, XFORWARD_README' },
];

/** Refusals that belong to certain commands alone (RFC 4954 6, RFC 7504, RFC 1985 5, RFC 5321 4.3.2). */
export const meantFor: Readonly<Record<number, readonly string[]>> = {
  432: ['AUTH'],
  455: ['MAIL', 'RCPT'],
  458: ['ETRN'],
  459: ['ETRN'],
  521: ['(greeting)', 'EHLO', 'HELO', 'MAIL', 'RCPT', 'BDAT'],
  534: ['AUTH'],
  538: ['AUTH'],
  551: ['RCPT', 'VRFY', 'EXPN', 'BDAT', '(end of data)'],
  555: ['MAIL', 'RCPT', 'VRFY', 'EXPN'],
  556: ['MAIL', 'RCPT'],
};
