import assert from 'node:assert/strict';
import type { DataEvent, ReplyEvent, Session } from '../../../server/src/core/smtp/model';
import { readTranscript } from '../../../server/src/core/smtp/reader';

/** The sessions of a log, each as its events in short: `C EHLO`, `S 250 <1` (answers event 1), `M 3`, `N`. */
function sessions(...lines: string[]): string[] {
  return readTranscript(lines.join('\n') + '\n').sessions.map(short);
}

function short({ events }: Session): string {
  return events
    .map((e) => {
      if (e.kind === 'command') return `C ${e.verb || '*'}`;
      if (e.kind === 'reply') return `S ${e.code}` + (e.answers === undefined ? '' : ` <${e.answers}`);
      if (e.kind === 'data') return `M ${e.hidden ? 'hidden' : e.lines.length}${e.ended ? '' : ' unended'}`;
      return e.mark ? `N ${e.mark}` : 'N';
    })
    .join(', ');
}

function only(...lines: string[]): Session {
  const { sessions } = readTranscript(lines.join('\n') + '\n');
  assert.equal(sessions.length, 1);
  return sessions[0]!;
}

/** Lines of `sendmail -X` of one process. */
const of = (pid: string, ...lines: string[]): string[] => lines.map((l) => `${pid} ${l}`);

const begin = ['>>> 220 mail.example.com ESMTP', '<<< EHLO c.example.org', '>>> 250-mail.example.com Hello', '>>> 250 HELP'];
const mail = ['<<< MAIL FROM:<a@b>', '>>> 250 ok', '<<< RCPT TO:<c@d>', '>>> 250 ok'];
const message = ['<<< DATA', '>>> 354 go', '<<< Subject: x', '<<< ', '<<< text', '<<< .', '>>> 250 queued'];
const quit = ['<<< QUIT', '>>> 221 bye'];

const BEGIN = 'S 220, C EHLO, S 250 <1';

describe('session: which lines belong together', () => {
  it('follows a session through a change of process id, and back', () => {
    const found = sessions(
      ...of('127184', ...begin, mail[0]!),
      ...of('200898', ...mail.slice(1), ...message),
      ...of('127184', mail[0]!),
      ...of('200900', ...mail.slice(1), ...message),
      ...of('127184', ...quit),
    );
    const transaction = (at: number): string =>
      `C MAIL, S 250 <${at}, C RCPT, S 250 <${at + 2}, C DATA, S 354 <${at + 4}, M 3, S 250 <${at + 6}`;
    assert.deepEqual(found, [`${BEGIN}, ${transaction(3)}, ${transaction(11)}, C QUIT, S 221 <19`]);
  });

  it('does not give the rest of a transaction to a session in the middle of its message', () => {
    const found = sessions(
      ...of('1', ...begin, mail[0]!),
      ...of('2', ...begin, ...mail, ...message.slice(0, 4)),
      ...of('3', ...mail.slice(1), ...message),
      ...of('1', ...quit),
      ...of('2', ...message.slice(4), ...quit),
    );
    const whole = `${BEGIN}, C MAIL, S 250 <3, C RCPT, S 250 <5, C DATA, S 354 <7, M 3, S 250 <9, C QUIT, S 221 <11`;
    assert.deepEqual(found, [whole, whole]);
  });

  it('does not give the end of a lost session to one that answers for itself', () => {
    const found = sessions(
      '1 >>> 220 a',
      '1 <<< EHLO b',
      '2 >>> 250 2.1.5 Recipient ok',
      '1 >>> 250 a',
      '2 <<< QUIT',
      '2 >>> 221 bye',
    );
    assert.deepEqual(found, ['S 220, C EHLO, S 250 <1', 'S 250, C QUIT, S 221 <1']);
  });

  it('tells interleaved processes apart', () => {
    const a = of('00001', ...begin, ...quit);
    const b = of('00002', ...begin, ...quit);
    const found = sessions(...a.flatMap((line, i) => [line, b[i]!]));
    assert.deepEqual(found, [`${BEGIN}, C QUIT, S 221 <3`, `${BEGIN}, C QUIT, S 221 <3`]);
  });

  it('begins anew when a process id comes round', () => {
    const lost = sessions(...of('5', ...begin, mail[0]!), ...of('5', ...begin, ...quit));
    assert.deepEqual(lost, [`${BEGIN}, C MAIL`, `${BEGIN}, C QUIT, S 221 <3`]);
    const refused = sessions(...of('5', ...begin, ...quit), ...of('5', '>>> 554 no', '<<< QUIT', '>>> 221 bye'));
    assert.deepEqual(refused, [`${BEGIN}, C QUIT, S 221 <3`, 'S 554, C QUIT, S 221 <1']);
    const gone = sessions(...of('5', ...begin, '<<< [EOF]', '>>> 421 lost'), ...of('5', ...begin));
    assert.deepEqual(gone, [`${BEGIN}, N eof, S 421`, BEGIN]);
  });

  it('takes the 220 after STARTTLS for no greeting', () => {
    const { tls, events } = only(...of('5', ...begin, '<<< STARTTLS', '>>> 220 ready', ...begin.slice(1)));
    assert.equal(tls, true);
    assert.equal((events[4] as ReplyEvent).answers, 3);
  });

  it("gives a relay's own sessions the client's view", () => {
    const out = [
      '=== CONNECT relay.',
      '<<< 220 relay',
      '>>> HELO mail.example.com',
      '<<< 250 relay',
      ...mail.map(turn),
      ...message.map(turn),
    ];
    const { sessions: found } = readTranscript(
      of('7', ...begin, ...mail, ...message.slice(0, -1), ...out, message.at(-1)!, ...quit, ...quit.map(turn)).join('\n'),
    );
    assert.deepEqual(
      found.map((s) => [s.vantage, s.client, s.server, s.complete]),
      [
        ['server', 'c.example.org', 'mail.example.com', true],
        ['client', 'mail.example.com', 'relay', true],
      ],
    );
    assert.match(short(found[0]!), /M 3, S 250 <9, C QUIT, S 221 <11$/);
    assert.match(short(found[1]!), /M 3, S 250 <10, C QUIT, S 221 <12$/);
  });

  it('keeps the connections of sendmail -v to several hosts apart', () => {
    const found = sessions(
      'a@one... Connecting to one. via esmtp...',
      '220 one',
      '>>> HELO c',
      '250 one',
      'b@two... Connecting to two. via esmtp...',
      '220 two',
      '>>> HELO c',
      '250 two',
      'Closing connection to one.',
      '>>> QUIT',
      '221 one',
      'Closing connection to two.',
      '>>> QUIT',
      '221 two',
    );
    const each = 'N open, S 220, C HELO, S 250 <2, N, C QUIT, S 221 <5';
    assert.deepEqual(found, [each, each]);
  });

  it('reads logs of several formats after each other, in prose', () => {
    const { format, sessions: found } = readTranscript(
      [
        'This is what the server says:',
        '',
        ...of('12846', ...begin, ...quit),
        '',
        'and this is what I see:',
        '',
        '=== Trying 127.0.0.1:25...',
        '<-  220 mail.example.com ESMTP',
        ' -> QUIT',
        '<-  221 bye',
        '=== Connection closed with remote host.',
        '',
        'Why is that?',
        'S: 220 x',
        'C: QUIT',
        'S: 221 bye',
      ].join('\n'),
    );
    assert.equal(format, 'sendmail-X');
    assert.deepEqual(
      found.map((s) => [s.format, s.line + 1, s.endLine + 1, short(s)]),
      [
        ['sendmail-X', 3, 8, `${BEGIN}, C QUIT, S 221 <3`],
        ['swaks', 12, 16, 'N open, S 220, C QUIT, S 221 <2, N close'],
        ['s-c-notation', 19, 21, 'S 220, C QUIT, S 221 <1'],
      ],
    );
  });

  it('reads a log that was indented, or quoted in a mail', () => {
    for (const prefix of ['    ', '\t', '> ', '| ']) {
      const text = ['Dear list,', '', ...of('5', ...begin, ...quit).map((l) => (prefix + l).trimEnd()), '', 'Any idea?'].join(
        '\n',
      );
      const { sessions: found } = readTranscript(text);
      assert.deepEqual(found.map(short), [`${BEGIN}, C QUIT, S 221 <3`], JSON.stringify(prefix));
      assert.equal(text.slice(found[0]!.start, found[0]!.end).split('\n')[0], '220 mail.example.com ESMTP');
    }
    const screen = ['$ telnet mail 25', 'Trying 127.0.0.1...', '220 a', 'HELO c', '250 a', 'QUIT', '221 bye'];
    assert.deepEqual(sessions(...screen.map((l) => '    ' + l)), ['N, N open, S 220, C HELO, S 250 <3, C QUIT, S 221 <5']);
  });

  it('keeps a line that is not of the log as a note of the session around it', () => {
    const { events } = only('5 >>> 220 a', 'look here:', '5 <<< QUIT', '5 >>> 221 bye', 'and so on');
    assert.deepEqual(
      events.map((e) => e.text),
      ['220 a', 'look here:', 'QUIT', '221 bye'],
    );
  });
});

function turn(line: string): string {
  return line.startsWith('<<<') ? '>>>' + line.slice(3) : '<<<' + line.slice(3);
}

describe('session: events', () => {
  it('takes message text for nothing else', () => {
    const text = ['250 ok', 'QUIT', '..', '354 more', '.', 'x'].map((l) => `<<< ${l}`);
    const { events } = only(
      ...of('5', ...begin, ...mail, '<<< DATA', '>>> 354 go', ...text.slice(0, 5), '>>> 250 queued', ...quit),
    );
    assert.deepEqual((events[9] as DataEvent).lines, ['250 ok', 'QUIT', '..', '354 more']);
    assert.equal((events[10] as ReplyEvent).answers, 9);
  });

  it('pairs pipelined commands with their replies', () => {
    const found = sessions(
      '<-  220 a',
      ' -> MAIL FROM:<a@b>',
      ' -> RCPT TO:<c@d>',
      ' -> DATA',
      '<-  250 ok',
      '<** 550 no',
      '<** 503 no',
    );
    assert.deepEqual(found, ['S 220, C MAIL, C RCPT, C DATA, S 250 <1, S 550 <2, S 503 <3']);
  });

  it('reads AUTH as an exchange', () => {
    const lines = [
      'S: 220 a',
      'C: AUTH LOGIN',
      'S: 334 VXNlcm5hbWU6',
      'C: data',
      'S: 334 UGFzc3dvcmQ6',
      'C: quit',
      'S: 235 ok',
      'C: QUIT',
      'S: 221 bye',
    ];
    assert.deepEqual(sessions(...lines), ['S 220, C AUTH, S 334 <1, C *, S 334 <3, C *, S 235 <5, C QUIT, S 221 <7']);
  });

  it('reads BDAT, with the chunk shown and without', () => {
    const shown = ['<<< BDAT 12', '<<< Subject: x', '>>> 250 ok', '<<< BDAT 6 LAST', '<<< text', '>>> 250 ok', ...quit];
    assert.deepEqual(sessions(...of('5', '>>> 220 a', ...shown)), [
      'S 220, C BDAT, M 1 unended, S 250 <1, C BDAT, M 1, S 250 <4, C QUIT, S 221 <7',
    ]);
    const hidden = ['>>> BDAT 90 LAST', '250 ok', '>>> QUIT', '221 bye'];
    assert.deepEqual(sessions('220 a', ...hidden), ['S 220, C BDAT, M hidden, S 250 <1, C QUIT, S 221 <4']);
  });

  it('knows that the message is hidden', () => {
    assert.deepEqual(sessions('220 a', '>>> DATA', '354 go', '>>> .', '250 ok', '>>> QUIT', '221 bye'), [
      'S 220, C DATA, S 354 <1, M hidden, S 250 <3, C QUIT, S 221 <5',
    ]);
    const prefix = 'Nov 22 03:52:58 mail postfix/smtpd[7]: ';
    const postfix = [
      'connect from c[1.2.3.4]',
      '> c[1.2.3.4]: 220 a',
      '< c[1.2.3.4]: DATA',
      '> c[1.2.3.4]: 354 go',
      '> c[1.2.3.4]: 250 ok',
    ];
    assert.deepEqual(sessions(...postfix.map((l) => prefix + l)), ['N open, S 220, C DATA, S 354 <2, M hidden, S 250 <4']);
    const lost = [...postfix.slice(0, 4), 'lost connection after DATA from c[1.2.3.4]', 'disconnect from c[1.2.3.4]'];
    assert.deepEqual(sessions(...lost.map((l) => prefix + l)), ['N open, S 220, C DATA, S 354 <2, N eof, N close']);
  });

  it('keeps a lone dot in text that is shown before dot-stuffing', () => {
    const found = sessions(
      's-nail: >>> SERVER: 220 a',
      's-nail: >>> DATA',
      's-nail: >>> SERVER: 354 go',
      's-nail: >>> .',
      's-nail: >>> x',
      's-nail: >>> .',
      's-nail: >>> SERVER: 250 ok',
    );
    assert.deepEqual(found, ['S 220, C DATA, S 354 <1, M 2, S 250 <3']);
  });

  it('takes an early refusal of a message for its end', () => {
    const { events } = only(...of('5', ...begin, '<<< DATA', '>>> 354 go', '<<< text', '>>> 552 too big'));
    assert.deepEqual(
      events.slice(5).map((e) => [e.kind, e.kind === 'data' && e.ended]),
      [
        ['data', false],
        ['reply', false],
      ],
    );
  });

  it('reads what was typed before it was asked for', () => {
    const typed = ['HELO c', 'MAIL FROM:<a@b>', 'RCPT TO:<c@d>', 'DATA', 'Subject: x', '', 'text', '.', 'QUIT'];
    const replies = ['220 a', '250 a', '250 ok', '250 ok', '354 go', '250 queued', '221 bye'];
    assert.deepEqual(sessions('Trying 1.2.3.4...', 'Connected to a.', ...typed, ...replies), [
      'N open, N, C HELO, C MAIL, C RCPT, C DATA, M 3, C QUIT, S 220, S 250 <2, S 250 <3, S 250 <4, S 354 <5, S 250 <6, S 221 <7',
    ]);
  });

  it('puts a reply and its continuation together', () => {
    const { events } = only(
      ' Out: 220 a',
      ' In:  RCPT TO:<a@b>',
      ' Out: 550-5.7.1 one',
      ' Out: 550 5.7.1 <a@b>: two',
      '     three',
      ' In:  QUIT',
    );
    const reply = events[2] as ReplyEvent;
    assert.deepEqual(reply.lines, ['5.7.1 one', '5.7.1 <a@b>: two three']);
    assert.equal(reply.enhanced, '5.7.1');
    assert.deepEqual([reply.line, reply.endLine], [2, 4]);
  });
});

describe('session: line ends', () => {
  const bytes = (text: string): DataEvent =>
    readTranscript(`5 >>> 220 a\n5 <<< DATA\r\n5 >>> 354 go\n${text}5 <<< .\r\n`).sessions[0]!.events.find(
      (e): e is DataEvent => e.kind === 'data',
    )!;

  it('tells CR LF, a bare LF and a lone CR apart where the log keeps them', () => {
    const { lines, lineSpans } = bytes('5 <<< one\r\n5 <<< two\n5 <<< three\rfour\r\n5 <<< five\r\r\n');
    assert.deepEqual(lines, ['one', 'two', 'three\rfour', 'five\r']);
    assert.deepEqual(
      lineSpans.map((s) => [s.line, s.eol]),
      [
        [3, 'crlf'],
        [4, 'lf'],
        [5, 'crlf'],
        [7, 'crlf'],
      ],
    );
  });

  it('takes a written ^M for a CR', () => {
    const { events } = only('5 >>> 220 a', '5 <<< DATA^M', '5 >>> 354 go', '5 <<< one^M', '5 <<< two', '5 <<< .^M');
    assert.deepEqual((events[3] as DataEvent).lines, ['one', 'two']);
    assert.deepEqual(
      (events[3] as DataEvent).lineSpans.map((s) => s.eol),
      ['crlf', 'lf'],
    );
  });

  it('says nothing of line ends where an editor made them alike', () => {
    for (const eol of ['\n', '\r\n']) {
      const text = ['5 >>> 220 a', '5 <<< DATA', '5 >>> 354 go', '5 <<< one', '5 <<< .', ''].join(eol);
      const { events } = readTranscript(text).sessions[0]!;
      assert.deepEqual(
        events.map((e) => (e.kind === 'command' ? e.eol : e.kind === 'data' ? e.lineSpans[0]?.eol : undefined)),
        [undefined, undefined, undefined, undefined],
      );
    }
  });
});

describe('session: names, times, beginning and end', () => {
  it('names the two ends by what they said, else by their address', () => {
    const named = only(...of('5', ...begin));
    assert.deepEqual([named.client, named.server], ['c.example.org', 'mail.example.com']);
    const masked = only('<-  220 ******', ' -> EHLO c', '<-  250 mail.example.com', ' -> QUIT');
    assert.deepEqual([masked.client, masked.server], ['c', 'mail.example.com']);
    const silent = only('=== Trying 127.0.0.1:25...', '=== Connected to 127.0.0.1.', '<-  220 ', ' -> QUIT', '<-  221 bye');
    assert.deepEqual([silent.client, silent.server], [undefined, '127.0.0.1:25']);
  });

  it("tells when a session began, by the log's clock or the greeting", () => {
    const started = (...lines: string[]): string | undefined => only(...lines).started;
    assert.equal(started('5 >>> 220 a ESMTP; Tue, 1 Nov 2005 10:31:22 -0600', '5 <<< QUIT'), '2005-11-01T10:31:22-06:00');
    assert.equal(started('5 >>> 220 a ESMTP; Sun, 22 Nov 2026 04:02:49 GMT', '5 <<< QUIT'), '2026-11-22T04:02:49Z');
    assert.equal(started('SMTP: 9:38:54 [rx] 220 a', 'SMTP: 9:38:54 [tx] QUIT'), '09:38:54');
    const line = (time: string): string => `${time} mail postfix/smtpd[7]: connect from c[1.2.3.4]`;
    assert.equal(started(line('Nov  2 03:52:58')), '--11-02T03:52:58');
    assert.equal(started(line('2026-11-22T04:00:00.123456+00:00')), '2026-11-22T04:00:00.123456+00:00');
  });

  it('says whether the log has the whole session', () => {
    const complete = (...lines: string[]): boolean => only(...lines).complete;
    assert.equal(complete(...of('5', ...begin, ...mail, ...message, ...quit)), true);
    assert.equal(complete(...of('5', ...begin, ...mail, ...message)), true, 'clients may leave without QUIT');
    assert.equal(complete(...of('5', ...begin, ...mail, '<<< QUIT')), true, 'nobody waits for that reply');
    assert.equal(complete(...of('5', ...mail, ...message, ...quit)), false, 'no beginning');
    assert.equal(complete(...of('5', ...begin, mail[0]!)), false, 'no reply');
    assert.equal(complete(...of('5', ...begin.slice(0, 3))), false, 'half a reply');
    assert.equal(complete(...of('5', ...begin, '<<< DATA', '>>> 354 go', '<<< x')), false, 'half a message');
    assert.equal(complete(...of('5', ...begin, mail[0]!, '<<< [EOF]')), true, 'the log says why');
  });

  it('reads damaged logs', () => {
    const found = sessions(
      '>> EHLO c',
      '250 a',
      '>>> MAIL From: SIZE=51',
      '250 Ok',
      '>>> RCPT To:',
      '250 Ok',
      '>>> DATA',
      '354 End data with .',
      '>>> .',
      '250 Ok',
    );
    assert.deepEqual(found, ['C EHLO, S 250 <0, C MAIL, S 250 <2, C RCPT, S 250 <4, C DATA, S 354 <6, M hidden, S 250 <8']);
  });
});
