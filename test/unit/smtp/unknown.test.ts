import assert from 'node:assert/strict';
import { readTranscript } from '../../../server/src/core/smtp/reader';
import { compact } from '../../support/corpus';

/** Format and vantage of each session, and what was said. */
function read(text: string): string[] {
  return readTranscript(text).sessions.map(({ format, vantage }, i) => {
    const said = compact(readTranscript(text)).sessions[i]!.dialogue.map((d) => d.replace(/^\S+ \S /, ''));
    return `${format} ${vantage}: ${said.join(' ')}`;
  });
}

const SCREEN = ['220 mail.example.com ESMTP', 'EHLO c', '250 mail.example.com', 'MAIL FROM:<a@b>', '250 ok', 'QUIT', '221 bye'];
const marked = (server: string, client: string): string[] => SCREEN.map((t) => (/^\d/.test(t) ? server : client) + t);
const SAID = '220 EHLO 250 MAIL 250 QUIT 221';

describe('sessions that break off', () => {
  it('telnet begins again inside a message', () => {
    const text = [
      'Trying 192.0.2.1...',
      ...SCREEN.slice(0, 5),
      'RCPT TO:<c@d>',
      '250 ok',
      'DATA',
      '354 go',
      'text',
      'Trying 192.0.2.1...',
      ...SCREEN,
    ];
    assert.deepEqual(read(text.join('\n')), [
      'terminal client: 220 EHLO 250 MAIL 250 RCPT 250 DATA 354 1 unended',
      `terminal client: ${SAID}`,
    ]);
  });

  it('a process greets again after a STARTTLS that led nowhere', () => {
    const text = marked('123 >>> ', '123 <<< ')
      .slice(0, 3)
      .concat('123 <<< STARTTLS', '123 >>> 220 2.0.0 ready', ...marked('123 >>> ', '123 <<< '));
    assert.deepEqual(read(text.join('\n')), ['sendmail-X server: 220 EHLO 250 STARTTLS 220', `sendmail-X server: ${SAID}`]);
  });
});

describe('what a log was wrapped in', () => {
  const x = marked('123 >>> ', '123 <<< ');
  const swaks = marked('<-  ', ' -> ');
  const wrapped: readonly (readonly [string, string, string])[] = [
    ['UTF-16', '\xff\xfe' + [...x.join('\r\n')].map((c) => c + '\0').join(''), 'sendmail-X server'],
    ['a byte order mark', '\u00ef\u00bb\u00bf' + x.join('\n'), 'sendmail-X server'],
    ['lone CRs', SCREEN.join('\r'), 'terminal client'],
    ['colours', swaks.map((l) => `\x1b[32m${l}\x1b[0m`).join('\n'), 'swaks client'],
    ['a recording with corrections', SCREEN.join('\n').replace('EHLO', 'EHX\b \bLO'), 'terminal client'],
    ['a quote in prose', 'See:\n\n' + swaks.map((l) => `> ${l}`).join('\n') + '\n\nWhy?', 'swaks client'],
    ['quotes of quotes', swaks.map((l) => `> > ${l}`).join('\n'), 'swaks client'],
    ['an indented block', swaks.map((l) => `      ${l}`).join('\n'), 'swaks client'],
    ['line numbers', x.map((l, i) => `${i + 1}: ${l}`).join('\n'), 'sendmail-X server'],
    ['grep', x.map((l, i) => `smtp.log:${i + 1}:${l}`).join('\n'), 'sendmail-X server'],
    ['docker logs -t', swaks.map((l) => `2026-11-22T10:00:00.1Z ${l}`).join('\n'), 'swaks client'],
    ['containerd', x.map((l) => `2026-11-22T10:00:00.1Z stdout F ${l}`).join('\n'), 'sendmail-X server'],
    [
      'JSON lines of docker',
      x.map((l) => JSON.stringify({ log: l + '\n', stream: 'stdout', time: '2026-11-22T10:00:00Z' })).join('\n'),
      'sendmail-X server',
    ],
    ['lines counted', swaks.map((l, i) => `${i + 1}\t${l}`).join('\n'), 'swaks client'],
    [
      'a logger that names itself',
      x.map((l) => `2026-11-22 10:00:00,123 [main] DEBUG com.example.Mail - ${l}`).join('\n'),
      'sendmail-X server',
    ],
    ['logfmt', x.map((l) => `time=2026-11-22T10:00:00Z level=debug msg=${JSON.stringify(l)}`).join('\n'), 'sendmail-X server'],
    ['journalctl -o short-full', x.map((l) => `Sun 2026-11-22 10:00:00 UTC host app[7]: ${l}`).join('\n'), 'sendmail-X server'],
    ['journalctl -o short-monotonic', x.map((l) => `[  100.123456] host app[7]: ${l}`).join('\n'), 'sendmail-X server'],
    ['multilog', x.map((l) => `@4000000065a1b2c3000186a0 ${l}`).join('\n'), 'sendmail-X server'],
    ['a level and a blank of its own', swaks.map((l) => `2026-11-22 10:00:00 DEBUG ${l}`).join('\n'), 'swaks client'],
    ['JSON of a logger', x.map((l, i) => JSON.stringify({ time: i, level: 'info', msg: l })).join('\n'), 'sendmail-X server'],
    ['blanks behind the lines', swaks.map((l) => `${l}    `).join('\n'), 'swaks client'],
    ['a patch', ['@@ -0,0 +1,7 @@', ...swaks.map((l) => `+${l}`)].join('\n'), 'swaks client'],
    ['cat -A', x.map((l) => `${l}${l.includes('<<<') ? '^M' : ''}$`).join('\n'), 'sendmail-X server'],
    ['Heroku', swaks.map((l) => `2026-11-22T10:00:00.123456+00:00 app[web.1]: ${l}`).join('\n'), 'swaks client'],
    ['an Org file', swaks.map((l) => `: ${l}`).join('\n'), 'swaks client'],
    ['HTML', swaks.map((l) => l.replaceAll('<', '&lt;').replaceAll('>', '&gt;') + '<br>').join('\n'), 'swaks client'],
  ];
  for (const [name, text, expected] of wrapped) it(name, () => assert.deepEqual(read(text), [`${expected}: ${SAID}`]));
});

describe('other protocols', () => {
  it('FTP is no session', () => {
    const text = '220 ProFTPD Server\nUSER bob\n331 Password required\nPASS x\n230 ok\nQUIT\n221 Goodbye.\n';
    assert.deepEqual(read(text), []);
  });
  it('a heading is no command', () => {
    const rows = SCREEN.map((t) => `"10:00:00","a1","${/^\d/.test(t) ? 'Outbound' : 'Inbound'}","${t}"`);
    assert.deepEqual(read(['"Timestamp","Session","Direction","Data"', ...rows].join('\n')), [`generic server: ${SAID}`]);
  });
});

describe('lines that are not like the others', () => {
  const said = (server: string, client: string): string[] => marked(server, client);
  it('a refusal in a mark of its own is a reply where one is due', () => {
    const text = said('[7] got ', '[7] put ');
    text.splice(4, 1, '[7] !!! refused: 550 5.7.1 no');
    assert.deepEqual(read(text.join('\n')), ['generic client: 220 EHLO 250 MAIL 550 QUIT 221']);
  });
  it('and none where nothing is due', () => {
    const text = said('[7] got ', '[7] put ');
    text.splice(5, 0, '[7] !!! note: 550 is what others say');
    assert.deepEqual(read([...text, ...said('[7] got ', '[7] put ')].join('\n')), [
      `generic client: ${SAID}`,
      `generic client: ${SAID}`,
    ]);
  });
  it('marks may change with STARTTLS', () => {
    const plain = said('<= ', '=> ').slice(0, 3).concat('=> STARTTLS', '<= 220 go');
    const secret = said('(tls) <= ', '(tls) => ').slice(1);
    assert.deepEqual(read([...plain, ...secret].join('\n')), [
      'generic client: 220 EHLO 250 STARTTLS 220 EHLO 250 MAIL 250 QUIT 221',
    ]);
  });
  it("a log of commands alone is a server's", () => {
    const commands = SCREEN.filter((l) => !/^\d/.test(l)).concat('EHLO d', 'MAIL FROM:<c@d>', 'QUIT');
    const found = 'generic server: EHLO MAIL QUIT';
    assert.deepEqual(read(commands.map((l) => `[192.0.2.7] ${l}`).join('\n')), [found, found]);
  });
  it('a buffer that grows is one reply', () => {
    const text = said('10:00:00 << ', '10:00:00 >> ').map((line) => `${line}<CRLF>`);
    text.splice(
      2,
      1,
      '10:00:00 << 250-a<CRLF>',
      '10:00:00 << 250-a<CRLF>250-b<CRLF>',
      '10:00:00 << 250-a<CRLF>250-b<CRLF>250 c<CRLF>',
    );
    const { sessions } = readTranscript(text.join('\n'));
    assert.deepEqual(sessions[0]!.events[2]!.text, '250-a\n250-b\n250 c');
  });
  it('a command and its reply on one line', () => {
    const text = ['EHLO c -> 250 mail.example.com', 'MAIL FROM:<a@b> -> 250 ok', 'RCPT TO:<c@d> -> 550 no', 'QUIT -> 221 bye'];
    assert.deepEqual(read(text.join('\n')), ['generic client: EHLO 250 MAIL 250 RCPT 550 QUIT 221']);
  });
});

describe('marks are known by what they stand before', () => {
  const cases: readonly (readonly [string, string, string, string])[] = [
    ['arrows of a server', '10:00:00 >>> ', '10:00:00 <<< ', 'generic server'],
    ['arrows of a client', '10:00:00 <<< ', '10:00:00 >>> ', 'generic client'],
    ['arrows of Unicode', '[7] \u2192 ', '[7] \u2190 ', 'generic server'],
    ['words of another language', '[7] Empfangen: ', '[7] Gesendet: ', 'generic client'],
    ['words of a client', '[7] RECV: ', '[7] SEND: ', 'generic client'],
    ['words that say the opposite', '[7] client: ', '[7] server: ', 'generic both'],
  ];
  for (const [name, server, client, expected] of cases)
    it(name, () => assert.deepEqual(read(marked(server, client).join('\n')), [`${expected}: ${SAID}`]));
});
