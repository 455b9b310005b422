/** Logs as large as a busy day's: what a server of many clients wrote (sendmail -X), and what the clients wrote (swaks). */

/** Lines of one session as `C` or `S` and the text. */
function session(n: number): (readonly ['C' | 'S', string])[] {
  return [
    ['S', '220 mail.example.com ESMTP Sendmail 8.17.1/8.17.1; Mon, 23 Nov 2026 06:00:00 GMT'],
    ['C', `EHLO client${n}.example.org`],
    ['S', `250-mail.example.com Hello client${n}.example.org [192.0.2.${n % 250}], pleased to meet you`],
    ['S', '250-ENHANCEDSTATUSCODES'],
    ['S', '250 PIPELINING'],
    ['C', `MAIL FROM:<bob.${n}@example.org>`],
    ['S', `250 2.1.0 <bob.${n}@example.org>... Sender ok`],
    ['C', `RCPT TO:<alice.${n}@example.com>`],
    ['S', `250 2.1.5 <alice.${n}@example.com>... Recipient ok`],
    ['C', 'DATA'],
    ['S', '354 Enter mail, end with "." on a line by itself'],
    ['C', `Message-ID: <${n}@example.org>`],
    ['C', `Subject: report ${n}`],
    ['C', ''],
    ...Array.from({ length: 40 }, (_, i) => ['C', `line ${i} of what number ${n} has to say about the third quarter`] as const),
    ['C', '.'],
    ['S', `250 2.0.0 6ANabcd${String(n).padStart(6, '0')} Message accepted for delivery`],
    ['C', 'QUIT'],
    ['S', '221 2.0.0 mail.example.com closing connection'],
  ];
}

/**
 * Both logs of so many characters each, their pieces to write one after the other. In every session of `altered` a proxy
 * withholds PIPELINING and answers DATA itself.
 */
export function busyPair(
  characters: number,
  altered: ReadonlySet<number>,
): { client: string[]; server: string[]; sessions: number } {
  const client: string[] = [];
  const server: string[] = [];
  let length = 0;
  let n = 0;
  while (length < characters) {
    const together = Array.from({ length: 8 }, (_, k) => [10_000 + ((n + k) % 89_999), session(n + k)] as const);
    for (let line = 0; line < together[0]![1].length; line++)
      for (const [pid, lines] of together) {
        const [who, text] = lines[line]!;
        const logged = who === 'C' ? `${pid} <<< ${text}\r\n` : `${pid} >>> ${text}\n`;
        server.push(logged);
        length += logged.length;
      }
    together.forEach(([, lines], k) => client.push(heard(lines, altered.has(n + k))));
    n += 8;
  }
  return { client, server, sessions: n };
}

function heard(lines: readonly (readonly ['C' | 'S', string])[], altered: boolean): string {
  return lines
    .filter(([, text]) => !(altered && text === '250 PIPELINING'))
    .map(([who, text]) => {
      const said = !altered
        ? text
        : text === '250-ENHANCEDSTATUSCODES'
          ? text.replace('-', ' ')
          : text.replace(/^354 .*/, '354 Go ahead');
      return `${who === 'C' ? ' -> ' : '<-  '}${said}\n`;
    })
    .join('');
}
