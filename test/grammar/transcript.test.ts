import assert from 'node:assert/strict';
import { loadGrammar, scopesOf } from '../support/grammar';

/** The head of a line and who speaks by it, for every format whose marker tells. */
const heads: readonly (readonly [head: string, direction: 'client' | 'server' | ''])[] = [
  ['12846 >>> ', ''],
  ['00688 <<< ', ''],
  ['SMTP: 10:38:54 [rx] ', 'server'],
  ['SMTP: 10:38:54 [tx] ', 'client'],
  ['[tx] ', 'client'],
  ['S: ', 'server'],
  ['   C: ', 'client'],
  ['S：', 'server'],
  ['2026-11-22T18:33:22.570Z S: ', 'server'],
  ['2026-11-22T18:33:22.571Z C: ', 'client'],
  [' -> ', 'client'],
  ['<-  ', 'server'],
  ['<** ', 'server'],
  [' ~> ', 'client'],
  ['<~  ', 'server'],
  ['>>> ', 'client'],
  ['[->] ', 'client'],
  ['[<-] ', 'server'],
  ['--> ', 'client'],
  ['<-- ', 'server'],
  ['> ', 'client'],
  ['< ', 'server'],
  ['s-nail: >>> SERVER: ', 'server'],
  ['s-nail: >>> ', 'client'],
  ['Net::SMTP=GLOB(0x564fb3ef5df0)>>> ', 'client'],
  ['Net::SMTP=GLOB(0x564fb3ef5df0)<<< ', 'server'],
  ['Nov 22 03:52:58 mail postfix/smtpd[13837]: > mail.example.com[127.0.0.1]: ', 'server'],
  ['Nov  2 03:52:58 mail postfix/smtpd[13837]: < mail.example.com[127.0.0.1]: ', 'client'],
  ['2026-11-22T04:00:00.123456+00:00 mail postfix/smtp[7]: > mail.example.com[127.0.0.1]:25: ', 'client'],
  [' Out: ', 'server'],
  [' In:  ', 'client'],
  ['[2026-11-22 04:06:41] 4> ', 'client'],
  ['[2026-11-22 04:06:41] 4< ', 'server'],
  ['[2026-11-22 04:02:51] DEBUG [LWrB6uB2h0] C: ', 'client'],
  ['[2026-11-22 04:02:51] DEBUG [LWrB6uB2h0] S: ', 'server'],
  ['  SMTP<< ', ''],
  ['22457 SMTP>> ', ''],
];

describe('grammar: transcripts', () => {
  it('finds who speaks, code and command, behind the marker of every format', async () => {
    const grammar = await loadGrammar('source.smtp-transcript');
    for (const [head, direction] of heads) {
      const scope = `keyword.operator.direction${direction && '.' + direction}`;
      const reply = scopesOf(grammar, head + '550 5.1.1 User unknown');
      assert.ok(
        reply.some((s) => s.endsWith(': ' + scope)),
        `${head}: ${reply.join(' | ')}`,
      );
      assert.deepEqual(
        reply.slice(-3),
        ['550: token.error-token', '5.1.1: constant.numeric.enhanced', ' User unknown: meta.reply.text'],
        head,
      );
      const command = scopesOf(grammar, head + 'MAIL FROM:<bob@example.org> SIZE=529');
      assert.deepEqual(
        command.slice(-6),
        [
          'MAIL: keyword.control.command',
          'FROM:: keyword.other.path',
          '<bob@example.org>: string.unquoted.address',
          'SIZE: variable.parameter',
          '=: keyword.operator',
          '529: string.unquoted',
        ],
        head,
      );
    }
  });

  it('reads what has no marker by its look', async () => {
    const grammar = await loadGrammar('source.smtp-transcript');
    assert.deepEqual(
      scopesOf(grammar, '250-mail.example.com\n250-PIPELINING\n250 SIZE 200000\nQUIT\nhelo x\nquit now, said the fox'),
      [
        '250: constant.numeric.reply.positive',
        'mail.example.com: meta.reply.text',
        '250: constant.numeric.reply.positive',
        'PIPELINING: support.constant.keyword',
        '250: constant.numeric.reply.positive',
        'SIZE: support.constant.keyword',
        ' 200000: meta.reply.text',
        'QUIT: keyword.control.command',
        'helo: keyword.control.command',
        'quit: keyword.control.command',
      ],
    );
    assert.deepEqual(scopesOf(grammar, 'Words.\n2500 words\nquite'), []);
  });

  it('tells refusals for now from refusals for good', async () => {
    const grammar = await loadGrammar('source.smtp-transcript');
    assert.deepEqual(scopesOf(grammar, '451 4.7.1 Greylisted'), [
      '451: token.warn-token',
      '4.7.1: constant.numeric.enhanced',
      ' Greylisted: meta.reply.text',
    ]);
  });

  it('dims remarks of the program and the line end it shows', async () => {
    const grammar = await loadGrammar('source.smtp-transcript');
    for (const remark of [
      '=== Trying 127.0.0.1:2525...',
      '*** Error connecting',
      '06355 === CONNECT relay.example.net.',
      '*   Trying 127.0.0.1:2525...',
      "Escape character is '^]'.",
      'alice@example.com... Sent (OK)',
      '} [532 bytes data]',
      "reply: retcode (250); Msg: b'ok'",
    ]) {
      assert.deepEqual(scopesOf(grammar, remark), [`${remark}: comment.line.remark`]);
    }
    assert.deepEqual(scopesOf(grammar, '127184 <<< QUIT^M').at(-1), '^M: comment.line.line-end');
    assert.deepEqual(scopesOf(grammar, "send: 'quit\\r\\n'"), [
      'send: : keyword.operator.direction.client',
      'quit: keyword.control.command',
      "\\r\\n': comment.line.line-end",
    ]);
    assert.deepEqual(scopesOf(grammar, 'Nov 22 03:52:58 mail postfix/smtpd[1]: match_string: x'), [
      'Nov 22 03:52:58 mail postfix/smtpd[1]: : comment.line.prefix',
    ]);
  });
});
