/** Dialogues for tests, written once and shown as several programs log them. */

/** Lines as `S 220 …` and `C EHLO …`, one a line; blanks before a line and empty lines do not count. `C` alone is an empty line of text. */
export function linesOf(script: string): { from: 'S' | 'C'; text: string }[] {
  return script
    .split('\n')
    .map((line) => line.trimStart())
    .filter((line) => line !== '')
    .map((line) => ({ from: line[0] as 'S' | 'C', text: line.slice(2) }));
}

/** How a program would have written the dialogue down. */
export type Style = 'sc' | 'swaks' | 'sendmail-X' | 'postfix-v' | 'nodemailer' | (typeof STRANGERS)[number];

/** What most sessions are made of. */
export const HI = 'S 220 mail.example.com ESMTP\n';
export const ehlo = (...offers: string[]): string =>
  [
    'C EHLO client.example.org',
    ...['mail.example.com', ...offers].map((k, i, all) => `S 250${i === all.length - 1 ? ' ' : '-'}${k}`),
  ].join('\n') + '\n';
export const PLAIN = HI + ehlo('SIZE 10240000', '8BITMIME', 'PIPELINING', 'ENHANCEDSTATUSCODES');
export const MAIL = 'C MAIL FROM:<bob@example.org>\nS 250 2.1.0 Ok\n';
export const RCPT = 'C RCPT TO:<alice@example.com>\nS 250 2.1.5 Ok\n';
export const DONE = 'S 250 2.0.0 Ok: queued as 4ABC1234\n';
export const BYE = 'C QUIT\nS 221 2.0.0 Bye\n';

/** The programs that were described. */
export const ALL: readonly Style[] = ['sc', 'swaks', 'sendmail-X', 'postfix-v', 'nodemailer'];

/** A client's programs that nobody described, and what strace shows of one. All show message text and the order of sending, as swaks does. */
const STRANGERS = ['words', 'json', 'csv', 'strace'] as const;

/** These styles, and those of strangers where a client's log will do that is long enough to learn from. */
export function withStrangers(styles: readonly Style[], script: string): readonly Style[] {
  return styles.includes('swaks') && linesOf(script).length > 8 ? [...styles, ...STRANGERS] : styles;
}

/** The dialogue as a log. Postfix does not write message text down. */
export function logOf(script: string, style: Style = 'sc'): string {
  const lines = linesOf(script);
  switch (style) {
    case 'sc':
      return lines.map(({ from, text }) => `${from}: ${text}`).join('\n');
    case 'swaks':
      return [
        '=== Trying mail.example.com:25...',
        '=== Connected to mail.example.com.',
        ...lines.map(({ from, text }) => (from === 'C' ? ` -> ${text}` : `${/^[45]/.test(text) ? '<**' : '<- '} ${text}`)),
      ].join('\n');
    case 'sendmail-X':
      return lines.map(({ from, text }) => `01234 ${from === 'C' ? '<<<' : '>>>'} ${text}`).join('\n');
    case 'postfix-v': {
      const peer = 'client.example.org[192.0.2.7]';
      let text = false;
      return [
        `Nov 22 04:12:15 mail postfix/smtpd[3211]: connect from ${peer}`,
        ...lines
          .filter((line) => {
            if (line.from === 'S') text = line.text.startsWith('354');
            return line.from === 'S' || !text;
          })
          .map((line) => `Nov 22 04:12:15 mail postfix/smtpd[3211]: ${line.from === 'C' ? '<' : '>'} ${peer}: ${line.text}`),
      ].join('\n');
    }
    case 'words':
      return [
        '2026-11-22 10:02:33.001 [17] connecting to mail.example.com:25',
        ...lines.map(({ from, text }) => `2026-11-22 10:02:33.123 [17] ${from === 'S' ? 'recv' : 'send'}: ${text}`),
      ].join('\n');
    case 'json':
      return lines
        .map(({ from, text }) =>
          JSON.stringify({ ts: '2026-11-22T10:02:33Z', conn: 17, dir: from === 'S' ? 'in' : 'out', line: text }),
        )
        .join('\n');
    case 'csv':
      return lines
        .map(({ from, text }) => `2026-11-22T10:02:33Z,17,${from === 'S' ? 'in' : 'out'},"${text.replaceAll('"', '""')}"`)
        .join('\n');
    case 'strace':
      return lines
        .map(
          ({ from, text }) =>
            `${from === 'S' ? 'read' : 'write'}(5, "${JSON.stringify(text).slice(1, -1)}\\r\\n", 4096) = ${text.length + 2}`,
        )
        .join('\n');
    case 'nodemailer':
      return lines.map(({ from, text }) => `[2026-11-22 04:12:24] DEBUG [PnWG05ljKr8] ${from}: ${text}`).join('\n');
  }
}
