import assert from 'node:assert/strict';
import { isMasked, offersOf, parametersIn, walk, type State } from '../../../server/src/core/smtp/machine';
import type { ReplyEvent } from '../../../server/src/core/smtp/model';
import { readTranscript } from '../../../server/src/core/smtp/reader';

/** The state before the line that holds `mark`. */
function stateAt(lines: string[], mark: string): State {
  const session = readTranscript(lines.join('\n')).sessions[0]!;
  const index = session.events.findIndex((e) => e.text.includes(mark));
  assert.ok(index >= 0, mark);
  return walk(session).before[index]!;
}

const BEGIN = [
  'S: 220 mail.example.com ESMTP',
  'C: EHLO a.example',
  'S: 250-mail.example.com',
  'S: 250-SIZE 100',
  'S: 250 STARTTLS',
];
const MAIL = ['C: MAIL FROM:<a@b.example>', 'S: 250 2.1.0 Ok'];
const RCPT = ['C: RCPT TO:<c@d.example>', 'S: 250 2.1.5 Ok'];

describe('the protocol’s state', () => {
  it('knows all from the greeting on', () => {
    const state = stateAt(BEGIN, 'EHLO');
    assert.deepEqual([state.hello, state.tls, state.login, state.open, state.offers?.size], ['none', false, false, false, 0]);
  });

  it('takes up what the server agreed to', () => {
    const state = stateAt([...BEGIN, ...MAIL, ...RCPT, 'C: DATA', 'S: 354 Go'], 'DATA');
    assert.equal(state.hello, 'EHLO');
    assert.deepEqual(
      [...(state.offers ?? [])],
      [
        ['SIZE', '100'],
        ['STARTTLS', ''],
      ],
    );
    assert.deepEqual([state.open, state.accepted, state.refused], [true, 1, 0]);
  });

  it('does not take up what it refused', () => {
    const state = stateAt([...BEGIN, 'C: MAIL FROM:<x>', 'S: 553 5.1.8 no', 'C: NOOP', 'S: 250 Ok'], 'NOOP');
    assert.deepEqual([state.open, state.mailSent], [false, true]);
  });

  it('drops the transaction at RSET, EHLO and the end of the message', () => {
    for (const end of [
      ['C: RSET', 'S: 250 Ok'],
      ['C: EHLO b.example', 'S: 250 mail.example.com'],
      ['C: DATA', 'S: 354 Go', 'C: x: y', 'C: .', 'S: 250 Ok'],
    ]) {
      const state = stateAt([...BEGIN, ...MAIL, ...RCPT, ...end, 'C: NOOP', 'S: 250 Ok'], 'NOOP');
      assert.deepEqual([state.open, state.accepted, state.mailSent], [false, 0, false], end[0]);
    }
  });

  it('forgets everything at STARTTLS', () => {
    const state = stateAt([...BEGIN, 'C: STARTTLS', 'S: 220 2.0.0 Ready', 'C: EHLO b.example', 'S: 250 m.example'], 'EHLO b');
    assert.deepEqual([state.tls, state.hello, state.offers], [true, 'none', undefined]);
  });

  it('knows nothing where the log begins later, until a reply settles it', () => {
    const late = ['C: RCPT TO:<c@d.example>', 'S: 250 2.1.5 Ok', 'C: RSET', 'S: 250 Ok', 'C: NOOP', 'S: 250 Ok'];
    const begin = stateAt(late, 'RCPT');
    assert.deepEqual([begin.hello, begin.tls, begin.open], [undefined, undefined, undefined]);
    const after = stateAt(late, 'NOOP');
    assert.deepEqual([after.hello, after.open], [undefined, false]);
  });

  it('knows nothing after a lost reply, until a reply settles it', () => {
    const lost = [
      '1 >>> 220 m.example',
      '1 <<< EHLO a.example',
      '1 >>> 250 m.example',
      '1 <<< MAIL FROM:<a@b.example>',
      '1 <<< NOOP',
      '1 <<< QUIT',
      '1 >>> 221 Bye',
    ];
    assert.equal(stateAt(lost, 'QUIT').open, undefined);
  });

  it('knows nothing after a reply to a command that the log lacks', () => {
    const state = stateAt(['S: 220 m.example', 'S: 250-m.example', 'S: 250 SIZE 10', ...MAIL], 'MAIL');
    assert.deepEqual([state.hello, state.offers, state.open, state.login], [undefined, undefined, undefined, undefined]);
  });

  it('counts what the client does not know yet', () => {
    const piped = [
      ...BEGIN,
      'C: MAIL FROM:<a@b.example>',
      'C: RCPT TO:<c@d.example>',
      'C: DATA',
      'S: 250 Ok',
      'S: 250 Ok',
      'S: 354 Go',
    ];
    assert.equal(stateAt(piped, 'DATA').pending, 2);
  });
});

describe('parts of commands and replies', () => {
  const reply = (...lines: string[]): ReplyEvent =>
    ({ lines, text: `250${lines.length > 1 ? '-' : ' '}${lines.join('\n')}` }) as unknown as ReplyEvent;

  it('reads the keywords of an EHLO reply', () => {
    assert.deepEqual(
      [...offersOf(reply('m.example', 'size 100', 'AUTH=LOGIN', 'AUTH PLAIN LOGIN'))!],
      [
        ['SIZE', '100'],
        ['AUTH', 'LOGIN PLAIN LOGIN'],
      ],
    );
    assert.equal(offersOf(reply('m.example'))?.size, 0);
    assert.equal(offersOf(reply('m.example Hello a.example STARTTLS SIZE')), undefined);
    // Logs that keep only the first line, or only the code.
    assert.equal(offersOf({ lines: ['m.example'], text: '250-m.example' } as unknown as ReplyEvent), undefined);
    assert.equal(offersOf({ lines: [''], text: '250' } as unknown as ReplyEvent), undefined);
    assert.equal(offersOf(reply('m.example Hello [192.0.2.1] SIZE 100 PIPELINING DSN STARTTLS AUTH NTLM LOGIN')), undefined);
  });

  it('knows masked keywords', () => {
    assert.deepEqual(['XXXXXXXA', 'XXXC', 'XXXX', 'XEXCH50', 'X', 'XXA', 'EXPN'].map(isMasked), [
      true,
      true,
      true,
      false,
      false,
      false,
      false,
    ]);
  });

  it('reads parameters with their places', () => {
    const text = 'MAIL FROM:<a b@c.example> SIZE=10 SMTPUTF8';
    assert.deepEqual(
      parametersIn(text).map((p) => [p.name, p.value, text.slice(p.at, p.at + p.length)]),
      [
        ['SIZE', '10', 'SIZE=10'],
        ['SMTPUTF8', undefined, 'SMTPUTF8'],
      ],
    );
    assert.deepEqual(parametersIn('MAIL FROM:').length, 0);
  });
});
